/** Who takes part: names and logins that stand in more than one note, and which belong together. */

import { isWhitespace, isWord } from '../note/characters.ts';
import { isLabel, isNonName } from '../note/lexicon/people.ts';
import { nameKey } from '../note/names.ts';
import { isCapitalised, readWord } from '../note/nameWords.ts';
import type { Note, PersonMention } from '../note/note.ts';
import { type EvidenceKinds, isPerson, kindsOf } from '../note/personEvidence.ts';
import { counted, type DatedNote, type Evidence } from './evidence.ts';

/** The evidence: the notes that name them. */
export interface LearnedPerson extends Evidence {
  readonly name: string;
  readonly login?: string;
  readonly initials?: string;
  readonly aliases: readonly string[];
}

const mostPeople = 60;
const mostMentions = 3_000;
/** Beside a login: `Grace Brewster Murray Hopper @ghopper`. */
const longestNameBefore = 60;
const mostNameWords = 4;

interface PersonMentions {
  readonly key: string;
  readonly spellings: string[];
  readonly notes: Set<number>;
  kinds: EvidenceKinds;
  /** Names that were written right before it, where it is a login. */
  readonly names: string[];
  /** Spellings with `@`. */
  readonly logins: string[];
}

/** People, as lists know them, of two notes at the least, of one where there is one; who is in most notes first, then by name. */
export function learnPeople(notes: readonly DatedNote[]): LearnedPerson[] {
  const found = new Map<string, PersonMentions>();
  notes.forEach(({ note }, index) => {
    for (const mention of note.people.slice(0, mostMentions)) {
      if (isLabelOfLink(note.text, mention)) continue;
      const login = mention.login ?? (isLogin(note, mention) ? mention.name : undefined);
      const name = mention.login === undefined ? undefined : mention.name;
      const key = nameKey(login ?? mention.name);
      const known = found.get(key) ?? {
        key,
        spellings: [],
        notes: new Set(),
        kinds: 0,
        names: [],
        logins: [],
      };
      found.set(key, known);
      known.spellings.push(mention.name);
      known.notes.add(index);
      known.kinds |= kindsOf(mention, note.text);
      if (login === undefined) continue;
      known.logins.push(login);
      const beside = name ?? nameBefore(note.text, mention.range.from);
      if (beside !== undefined && beside !== login) known.names.push(beside);
    }
  });
  const people = joined(found, notes.length)
    .filter((person) => person.notes.size >= Math.min(2, notes.length))
    .sort((a, b) => b.notes.size - a.notes.size || (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
  const known = withInitials(people.slice(0, mostPeople), found);
  return known.map(({ notes: { size }, ...person }) => ({ ...person, count: size, total: notes.length }));
}

function isLogin({ text }: Note, { range }: PersonMention): boolean {
  return text[range.from] === '@' || text[range.from - 1] === '@';
}

/** `Calendar: https://…` is a label, though it looks like a speaker. */
function isLabelOfLink(text: string, { evidence, range }: PersonMention): boolean {
  if (evidence !== 'attribution') return false;
  let at = range.to;
  while (at < text.length && at < range.to + 10 && '*_: \t<'.includes(text[at]!)) at++;
  if (!text.startsWith('http', at)) return false;
  const lineEnd = text.indexOf('\n', at);
  return !text
    .slice(at, lineEnd < 0 ? undefined : lineEnd)
    .trimEnd()
    .includes(' ');
}

/** `Grace Hopper` in `* Grace Hopper @ghopper`, `Grace Hopper (@ghopper)` and `[Grace Hopper](…) @ghopper`. */
function nameBefore(text: string, at: number): string | undefined {
  let to = text[at - 1] === '@' ? at - 1 : at;
  let from = to;
  while (from > 0 && to - from < longestNameBefore && !'\n*,;:|/•·)&'.includes(text[from - 1]!)) from--;
  if (from > 0 && to - from >= longestNameBefore) return undefined;
  while (to > from && (isWhitespace(text.charCodeAt(to - 1)) || '([-–—'.includes(text[to - 1]!))) to--;
  while (from < to && !isWord(text.charCodeAt(from))) from++;
  const words = text.slice(from, to).split(' ');
  if (words.length > mostNameWords) return undefined;
  // A name alone may be written small; of two words the first is not `thanks`.
  const isName = words.every((word, index) => {
    const whole = readWord(word, 0);
    const ends = whole?.to === word.length || (whole?.to === word.length - 1 && word.endsWith('.'));
    return (
      ends && (isCapitalised(word) || (index > 0 && word.length < 4)) && !isNonName(word) && !isLabel(word)
    );
  });
  return isName && to > from ? text.slice(from, to) : undefined;
}

interface Joined {
  readonly name: string;
  readonly login?: string;
  readonly aliases: readonly string[];
  readonly notes: ReadonlySet<number>;
}

/** A login and the name beside it are one person; so are `Grace Hopper` and the only Grace. */
function joined(found: ReadonlyMap<string, PersonMentions>, total: number): Joined[] {
  const people: { name: string; login?: string; aliases: string[]; notes: Set<number>; keys: string[] }[] =
    [];
  const taken = new Set<string>();
  for (const { key, logins, names, notes } of found.values()) {
    if (logins.length === 0) continue;
    const spelling = usual(logins);
    if (!isGoodLogin(spelling)) continue;
    const beside = names.length === 0 ? spelling : usual(names);
    // Of two accounts of one name the second goes by its login.
    const name = taken.has(nameKey(beside)) ? spelling : beside;
    const named = found.get(nameKey(name));
    taken.add(key);
    taken.add(nameKey(name));
    const all = new Set([...notes, ...(named?.notes ?? [])]);
    people.push({ name, login: spelling, aliases: [], notes: all, keys: [key, nameKey(name)] });
  }
  for (const { key, spellings, notes, kinds } of found.values()) {
    const name = usual(spellings);
    if (taken.has(key) || !isPerson({ name, kinds, notes: notes.size }, total)) continue;
    people.push({ name, aliases: [], notes: new Set(notes), keys: [key] });
  }
  const full = people.filter(({ name }) => name.includes(' '));
  return people.filter((person) => {
    if (person.login !== undefined || person.name.includes(' ')) return true;
    const first = nameKey(person.name);
    const bearers = full.filter(({ name }) => nameKey(name.split(' ', 1)[0]!) === first);
    const [bearer, ...others] = bearers;
    if (bearer === undefined || others.length > 0) return true;
    bearer.aliases.push(person.name);
    for (const index of person.notes) bearer.notes.add(index);
    return false;
  });
}

/** As a template's roster takes it. */
function isGoodLogin(login: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/i.test(login);
}

function usual(spellings: readonly string[]): string {
  return counted(spellings)[0]!.value;
}

/** `GH`, who speaks in the notes, where only one person's name has those initials. */
function withInitials(
  people: readonly Joined[],
  found: ReadonlyMap<string, PersonMentions>,
): (Omit<LearnedPerson, keyof Evidence> & Pick<Joined, 'notes'>)[] {
  const initialsOf = (name: string): string =>
    name
      .split(' ')
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
  const spoken = new Set(
    [...found.values()]
      .map(({ spellings }) => usual(spellings))
      .filter((name) => name.length > 1 && name.length < 5 && name === name.toUpperCase()),
  );
  return people
    .filter(
      ({ name }) =>
        !spoken.has(name) ||
        !people.some((each) => each.name.includes(' ') && initialsOf(each.name) === name),
    )
    .map(({ name, login, aliases, notes }) => {
      const initials = initialsOf(name);
      const only = people.filter((each) => initialsOf(each.name) === initials).length === 1;
      return {
        name,
        ...(login === undefined ? {} : { login }),
        ...(only && spoken.has(initials) ? { initials } : {}),
        aliases,
        notes,
      };
    });
}
