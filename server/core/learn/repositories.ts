/** Which repositories the notes speak of. */

import { isAsciiLetter, isDigit, isRepositoryName } from '../note/characters.ts';
import type { Repository } from '../note/note.ts';
import { isName, isOwner } from '../note/repositoryNames.ts';
import { allSections } from '../note/sections.ts';
import { type DatedNote, type Evidence, isSome } from './evidence.ts';

/** The evidence: the notes that name it by an address, in full, or for short. */
interface LearnedRepository extends Evidence {
  readonly repository: Repository;
}

export interface LearnedRepositories {
  /** What `#1` means. */
  readonly own?: LearnedRepository;
  /** The others, by the word that may stand for each; the own one as well, where the notes write that word. */
  readonly others: readonly (LearnedRepository & { readonly alias: string })[];
  /** The notes that have headings such as `### owner/repo`; absent: too few have. */
  readonly headings?: Evidence;
}

const mostOthers = 12;
const longestName = 100;
const mostSections = 300;

/** `own`: what something better than the notes says. */
export function learnRepositories(notes: readonly DatedNote[], own?: Repository): LearnedRepositories {
  const found = new Map<
    string,
    { readonly repository: Repository; readonly notes: Set<number>; times: number }
  >();
  notes.forEach(({ note }, index) => {
    for (const { repository } of note.references) {
      if (repository === undefined) continue;
      const key = keyOf(repository);
      const known = found.get(key) ?? { repository, notes: new Set(), times: 0 };
      found.set(key, known);
      known.notes.add(index);
      known.times++;
    }
  });
  const total = notes.length;
  const short = notes.map(({ note }) => shortNames(note.text));
  const all = [...found.values()].sort((a, b) => b.notes.size - a.notes.size || b.times - a.times);
  const first = own ?? all[0]?.repository;
  const taken = new Set<string>();
  const others = all
    .flatMap(({ repository, notes: here }) => {
      const alias = repository.name;
      const inShort = short.flatMap((names, index) => (names.has(alias.toLowerCase()) ? [index] : []));
      const count = new Set([...here, ...inShort]).size;
      const isOwn = first !== undefined && keyOf(repository) === keyOf(first);
      const isWanted = isOwn ? inShort.length > 0 : count >= 2;
      // Two repositories of the same name would need two short names, which cannot be guessed.
      if (!isWanted || taken.has(alias.toLowerCase()) || !isAlias(repository)) return [];
      taken.add(alias.toLowerCase());
      return [{ repository, alias, count, total }];
    })
    .slice(0, mostOthers);
  const headings = notes.filter(({ note }) =>
    allSections(note.sections)
      .slice(0, mostSections)
      .some(({ heading }) => isFullName(heading)),
  ).length;
  return {
    ...(first && { own: { repository: first, count: found.get(keyOf(first))?.notes.size ?? 0, total } }),
    others,
    ...(isSome(headings, total) && { headings: { count: headings, total } }),
  };
}

function keyOf({ host, owner, name }: Repository): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}

function isAlias({ host, name }: Repository): boolean {
  return host === 'github.com' && [...name].some((char) => isAsciiLetter(char.charCodeAt(0)));
}

/** `tsc` of `TSC#12`, in lower case; not of `nodejs/TSC#12`. */
function shortNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (!isDigit(text.charCodeAt(at + 1))) continue;
    let from = at;
    while (from > 0 && at - from < longestName && isRepositoryName(text.charCodeAt(from - 1))) from--;
    if (from < at && text[from - 1] !== '/') names.add(text.slice(from, at).toLowerCase());
  }
  return names;
}

/** `nodejs/node`, and nothing else. */
export function isFullName(heading: string): boolean {
  const [owner = '', name = '', ...rest] = heading.split('/');
  return rest.length === 0 && isOwner(owner) && isName(name);
}
