/** The people of a series' roster, found by whatever they are called. */

import { isWord } from './characters.ts';
import type { Person } from './conventions.ts';

export interface Roster {
  readonly people: readonly Person[];
  /** By name, login and alias in lower case. */
  readonly byName: ReadonlyMap<string, Person>;
  /** By initials as written: `IT` is a person, `it` is not. */
  readonly byInitials: ReadonlyMap<string, Person>;
  /** By the first word of a name of several, as written; undefined: more than one is called so. */
  readonly byFirstName: ReadonlyMap<string, Person | undefined>;
  /** What can stand in a text, by the word it begins with in lower case, the longest first. */
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>;
}

interface Spelling {
  /** In lower case, initials as written. */
  readonly text: string;
  readonly exact: boolean;
  readonly person: Person;
}

/** Where two people are called the same, the first is meant. */
export function rosterOf(people: readonly Person[]): Roster {
  const byName = new Map<string, Person>();
  const byInitials = new Map<string, Person>();
  const byFirstName = new Map<string, Person | undefined>();
  const spellings = new Map<string, Spelling[]>();
  const add = (text: string, exact: boolean, person: Person) => {
    const first = text.slice(0, wordEnd(text, 0)).toLowerCase();
    const list = spellings.get(first);
    if (list) list.push({ text, exact, person });
    else spellings.set(first, [{ text, exact, person }]);
  };
  for (const person of people) {
    const { name, login, initials, aliases } = person;
    for (const each of [name, ...(login === undefined ? [] : [login]), ...aliases]) {
      const key = withoutAt(each.trim()).toLowerCase();
      if (key === '' || byName.has(key)) continue;
      byName.set(key, person);
      add(key, false, person);
    }
    const blank = name.indexOf(' ');
    const first = blank > 0 ? name.slice(0, blank) : '';
    if (first !== '') byFirstName.set(first, byFirstName.has(first) ? undefined : person);
    if (initials === undefined || initials === '' || byInitials.has(initials)) continue;
    byInitials.set(initials, person);
    add(initials, true, person);
  }
  for (const list of spellings.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { people, byName, byInitials, byFirstName, spellings };
}

/** The person of that name, with or without `@`; undefined: not in `people`. */
export function personNamed({ byName, byInitials }: Roster, name: string): Person | undefined {
  return byInitials.get(name) ?? byName.get(withoutAt(name).toLowerCase());
}

/**
 * The same for what is known to be a person: the first name alone will do where only one has it. `Will` in a text may be
 * another word.
 */
export function personCalled(roster: Roster, name: string): Person | undefined {
  return personNamed(roster, name) ?? roster.byFirstName.get(name);
}

/**
 * Whoever is named at the offset `at` of a text, by the longest spelling there, which no word goes on from; `to` is past
 * it. `isCommon` tells words that are nobody's name unless they are spelled just so.
 */
export function personAt(
  { spellings, people }: Roster,
  text: string,
  at: number,
  isCommon: (name: string) => boolean,
): { readonly person: Person; readonly to: number } | undefined {
  if (people.length === 0) return undefined;
  // No spelling can be it that begins with another word.
  for (const spelling of spellings.get(text.slice(at, wordEnd(text, at)).toLowerCase()) ?? []) {
    const to = at + spelling.text.length;
    const written = text.slice(at, to);
    if ((spelling.exact ? written : written.toLowerCase()) !== spelling.text || !endsName(text, to)) continue;
    if (spelling.exact || !isCommon(written) || isSpelling(spelling.person, written))
      return { person: spelling.person, to };
  }
  return undefined;
}

function isSpelling({ name, login, aliases }: Person, written: string): boolean {
  return name === written || login === written || aliases.includes(written);
}

/** Longer texts are not names. */
const longestWord = 300;

function wordEnd(text: string, from: number): number {
  let to = from;
  while (to < text.length && to - from <= longestWord && isWord(text.charCodeAt(to))) to++;
  return to;
}

/** `Ted-based` and `Ted.py` are not about Ted. */
function endsName(text: string, to: number): boolean {
  if (to >= text.length) return true;
  if (isWord(text.charCodeAt(to))) return false;
  return !('-_.'.includes(text[to]!) && to + 1 < text.length && isWord(text.charCodeAt(to + 1)));
}

function withoutAt(name: string): string {
  return name.startsWith('@') ? name.slice(1) : name;
}

/** All names of a person, without `@`: the name and its first word, login, initials, aliases. */
export function spellingsOf({ name, login, initials, aliases }: Person): string[] {
  const [first] = name.split(' ');
  return [name, first, login, initials, ...aliases]
    .filter((each) => each !== undefined)
    .filter((each) => each !== '')
    .map(withoutAt);
}
