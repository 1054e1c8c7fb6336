/** People's names as notes write them: handles, first names, full names, `@logins`, teams. */

import { isWhitespace, skipSpaces } from './characters.ts';
import { initialsAt } from './initials.ts';
import { isLabel, isNonName } from './lexicon/people.ts';
import { isCapitalised, nameEnd } from './nameWords.ts';
import type { Owner } from './note.ts';
import { masked, maskedPerson } from './prose.ts';
import { personAt, personNamed, type Roster } from './roster.ts';

/** Somebody's name beyond doubt: a login, a word with a capital that is no label, or one of the roster. */
export function isPersonal({ name, person }: Owner): boolean {
  // Several words begin with a capital, or with a particle: `van Rossum`.
  const isName = isCapitalised(name) || name.includes(' ');
  return person !== undefined || name.startsWith('@') || (isName && !isLabel(name));
}

/** Two spellings of one name: case and a leading `@` do not count. */
export function nameKey(name: string): string {
  return (name.startsWith('@') ? name.slice(1) : name).toLowerCase();
}

/** A name read at some place: `to` is past it and past the markup that it stands in. */
interface ReadName extends Owner {
  readonly to: number;
  /** The text of a link to a page or an address of the person, or of a collapsed reference. */
  readonly linked: boolean;
}

const mostMarkup = 6;

/**
 * The name at `at` in a prose's masked text: `seph`, `Ted`, `@login`, `@org/team`, `[@login](…)`, `[Ted][]`, `**Ted**`,
 * and in several words `Guido van Rossum`, or whatever the roster has. Undefined when no word starts there or it is not a
 * name.
 */
function readName(text: string, at: number, roster: Roster): ReadName | undefined {
  let from = at;
  while (from - at < mostMarkup && '*_['.includes(text[from] ?? ' ')) from++;
  const opened = text.slice(at, from);
  const known = personAt(roster, text, from, isNonName);
  const guessed = nameEnd(text, from, roster);
  const to = Math.max(known?.to ?? 0, guessed ?? 0);
  if (to === 0) return undefined;
  const written = text.slice(from, to);
  const end = opened === '' ? { to, linked: false } : markupEnd(text, to, opened);
  if (end === undefined) return undefined;
  const person = to === known?.to ? known.person : personNamed(roster, written);
  const name = { name: written, range: { from, to }, to: end.to, linked: end.linked };
  return person ? { ...name, person } : name;
}

/** Past what closes the markup that was `opened` before a name; undefined: it does not end with the name. */
function markupEnd(
  text: string,
  from: number,
  opened: string,
): { readonly to: number; readonly linked: boolean } | undefined {
  let to = from;
  let linked = false;
  for (let index = opened.length - 1; index >= 0; index--) {
    if (opened[index] !== '[') {
      if (text[to] === opened[index]) to++;
      // `**Ted to write it**`
      continue;
    }
    if (text[to] !== ']') return undefined;
    to++;
    // The other bracket of `[[Ted]]` comes next.
    if (opened[index - 1] === '[') continue;
    const target = to;
    while (text[to] === masked) to++;
    if (text[to] === maskedPerson) {
      linked = true;
      to++;
    } else if (to === target && text[to] === '[') {
      const close = text.slice(to, to + 80).indexOf(']');
      linked = close > 0;
      to += close + 1;
    }
  }
  return { to, linked };
}

interface EndedOwner extends Owner {
  /** Past the name and its markup. */
  readonly to: number;
  readonly linked: boolean;
}

export interface ReadNames {
  readonly owners: readonly Owner[];
  readonly to: number;
  /** Each with its own end, for who takes only the first ones. */
  readonly ended: readonly EndedOwner[];
}

const mostNames = 5;

/** One name or a list of up to five: `Ted/Zach`, `seph, Ted and Mike`, `@ann @bob`. `to` is past the last. */
export function readNames(text: string, at: number, roster: Roster): ReadNames | undefined {
  const ended: EndedOwner[] = [];
  let to = at;
  for (
    let next: number | undefined = at;
    next !== undefined && ended.length < mostNames;
    next = separatorAfter(text, to) ?? loginAfter(text, to, ended.at(-1))
  ) {
    const name = readName(text, next, roster) ?? furtherInitials(text, next, ended);
    if (!name) break;
    ended.push(name);
    to = name.to;
  }
  return ended.length > 0 ? { owners: ended.map(ownerOf), to, ended } : undefined;
}

/** `NA` in `BT/NA`. */
function furtherInitials(text: string, at: number, before: readonly EndedOwner[]): EndedOwner | undefined {
  const initials = before.length > 0 && '/&'.includes(text[at - 1]!) ? initialsAt(text, at) : undefined;
  return initials && { ...initials, to: initials.range.to, linked: false };
}

/** The longest beginning of a list that holds persons only, and behind whose end `ends` is content. */
export function personsOf(
  { ended }: ReadNames,
  ends: (to: number, persons: readonly Owner[]) => boolean,
): Pick<ReadNames, 'owners' | 'to'> | undefined {
  for (let count = ended.length; count > 0; count--) {
    const owners = ended.slice(0, count);
    const { to } = owners.at(-1)!;
    if (owners.every(isPersonal) && ends(to, owners)) return { owners: owners.map(ownerOf), to };
  }
  return undefined;
}

export function ownerOf({ name, range, person }: Owner): Owner {
  return person ? { name, range, person } : { name, range };
}

const conjunctions = ['and ', 'or ', 'und ', 'oder ', 'et ', 'ou '];

/** Past `/`, `,`, `&`, `+`, `and`, `, or` after a name; undefined when none follows. */
function separatorAfter(text: string, at: number): number | undefined {
  let to = at;
  // `**Ted** and **Ann**`: whoever read the first one may have been past its opening marks.
  while ('*_'.includes(text[to] ?? ' ')) to++;
  to = skipSpaces(text, to);
  let found = false;
  if ('/,&+、，'.includes(text[to] ?? ' ')) {
    found = true;
    to = skipSpaces(text, to + 1);
  }
  const word = text.slice(to, to + 5).toLowerCase();
  const conjunction = conjunctions.find((each) => word.startsWith(each));
  if (conjunction !== undefined) {
    found = true;
    to = skipSpaces(text, to + conjunction.length);
  }
  return found ? to : undefined;
}

/** Logins need nothing but a blank between them: `@ann @bob`, `[@ann](…) [@bob](…)`. */
function loginAfter(text: string, at: number, before: Owner | undefined): number | undefined {
  if (before?.name.startsWith('@') !== true || (text[at] !== ' ' && text[at] !== '\t')) return undefined;
  const to = skipSpaces(text, at);
  let name = to;
  while (name - to < mostMarkup && '*_['.includes(text[name] ?? ' ')) name++;
  return text[name] === '@' ? to : undefined;
}

/** True where a sentence can begin: at the start, after a line end, `. `, `(`, `: ` or a dash. */
export function startsSentence(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && isWhitespace(text.charCodeAt(before - 1)) && text[before - 1] !== '\n') before--;
  if (before === 0) return true;
  const last = text[before - 1] as string;
  if (last === '\n' || last === '(' || last === '[') return true;
  return before < at && '.!?:;'.includes(last);
}
