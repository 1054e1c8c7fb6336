/** Which repositories the notes speak of. */

import { isAsciiLetter, isDigit, isRepositoryName } from '../../note/characters.ts';
import type { Repository } from '../../note/note.ts';
import { allSections } from '../../note/sections.ts';
import { type DatedNote, isSome } from './learned.ts';

export interface LearnedRepository {
  readonly repository: Repository;
  /** How many notes name it by an address or in full. */
  readonly count: number;
}

export interface LearnedRepositories {
  /** What `#1` means. */
  readonly own?: LearnedRepository;
  /** The others, by the word that may stand for each. */
  readonly others: readonly (LearnedRepository & { readonly alias: string })[];
  /** How many notes have headings such as `### owner/repo`. */
  readonly headings: number;
}

const mostOthers = 12;
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
  const all = [...found.values()].sort((a, b) => b.notes.size - a.notes.size || b.times - a.times);
  const first = own ?? all[0]?.repository;
  const taken = new Set<string>();
  const others = all
    .filter(({ repository, notes: here }) => keyOf(repository) !== (first && keyOf(first)) && here.size >= 2)
    .slice(0, mostOthers)
    .flatMap(({ repository, notes: here }) => {
      const alias = repository.name;
      // Two of the same name would need two words, and which, nobody can guess.
      if (taken.has(alias.toLowerCase()) || !isAlias(alias) || repository.host !== 'github.com') return [];
      taken.add(alias.toLowerCase());
      return [{ repository, alias, count: here.size }];
    });
  const headings = notes.filter(({ note }) =>
    allSections(note.sections)
      .slice(0, mostSections)
      .some(({ heading }) => isFullName(heading)),
  ).length;
  return {
    ...(first && { own: { repository: first, count: found.get(keyOf(first))?.notes.size ?? 0 } }),
    others,
    headings: isSome(headings, notes.length) ? headings : 0,
  };
}

function keyOf({ host, owner, name }: Repository): string {
  return `${host}/${owner}/${name}`.toLowerCase();
}

function isAlias(name: string): boolean {
  return isAsciiLetter(name.charCodeAt(0)) || isDigit(name.charCodeAt(0));
}

/** `nodejs/node`, and nothing else. */
function isFullName(heading: string): boolean {
  const [owner = '', name = '', ...rest] = heading.split('/');
  if (rest.length > 0 || heading.length > 141 || owner === '' || name === '') return false;
  return [...owner, ...name].every((char) => isRepositoryName(char.charCodeAt(0)));
}
