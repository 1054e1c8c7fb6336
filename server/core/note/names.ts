/** People's names as notes write them: handles, first names, `@logins`. */

import { isWhitespace, isWord, skipSpaces } from './characters.ts';
import { isLabel, isNonName } from './lexicon/people.ts';
import type { Owner } from './note.ts';
import { masked } from './prose.ts';
import { personAt, personNamed, type Roster } from './roster.ts';

/** Somebody's name beyond doubt: a login, a word with a capital that is no label, or one of the roster. */
export function isPersonal({ name, person }: Owner): boolean {
  return person !== undefined || name.startsWith('@') || (isCapitalised(name) && !isLabel(name));
}

/** Two spellings of one name: case and a leading `@` do not count. */
export function nameKey(name: string): string {
  return (name.startsWith('@') ? name.slice(1) : name).toLowerCase();
}

/** A name read at some place: `to` is past it and past the link it may be the text of. */
interface ReadName extends Owner {
  readonly to: number;
}

/** The longest login GitHub gives; a word that is longer is no name. */
const longestName = 39;

/**
 * The name at `at` in a prose's masked text: `seph`, `Ted`, `@login`, `[@login](…)`, and as two capitalised words
 * `Ada Lovelace`, or whatever the roster has. Undefined when no word starts there or it is not a name.
 */
function readName(text: string, at: number, roster: Roster): ReadName | undefined {
  const linked = text[at] === '[';
  const from = linked ? at + 1 : at;
  const known = personAt(roster, text, from, isNonName);
  const guessed = nameEnd(text, from);
  let to = Math.max(known?.to ?? 0, guessed ?? 0);
  if (to === 0) return undefined;
  const written = text.slice(from, to);
  const person = to === known?.to ? known.person : personNamed(roster, written);
  const name = { name: written, range: { from, to }, ...(person && { person }) };
  if (!linked) return { ...name, to };
  if (text[to] !== ']') return undefined;
  to++;
  while (text[to] === masked) to++;
  return { ...name, to };
}

/** Past `seph`, `@login`, `Ada Lovelace`. */
function nameEnd(text: string, from: number): number | undefined {
  const login = text[from] === '@';
  const first = readWord(text, login ? from + 1 : from);
  if (!first || isNonName(first.text)) return undefined;
  if (login || !isCapitalised(first.text) || text[first.to] !== ' ') return first.to;
  const second = readWord(text, first.to + 1);
  return second && isCapitalised(second.text) && !isNonName(second.text) ? second.to : first.to;
}

export interface ReadNames {
  readonly owners: readonly Owner[];
  readonly to: number;
}

/** One name or a list of up to five: `Ted/Zach`, `seph, Ted and Mike`, `@ann @bob`. `to` is past the last. */
export function readNames(text: string, at: number, roster: Roster): ReadNames | undefined {
  const owners: Owner[] = [];
  let to = at;
  for (
    let next: number | undefined = at;
    next !== undefined && owners.length < 5;
    next = separatorAfter(text, to) ?? loginAfter(text, to, owners.at(-1))
  ) {
    const name = readName(text, next, roster);
    if (!name) break;
    const { to: end, ...owner } = name;
    owners.push(owner);
    to = end;
  }
  return owners.length > 0 ? { owners, to } : undefined;
}

/** Past `/`, `,`, `&`, `+`, `and`, `, and` after a name; undefined when none follows. */
function separatorAfter(text: string, at: number): number | undefined {
  let to = skipSpaces(text, at);
  let found = false;
  if ('/,&+'.includes(text[to] ?? ' ')) {
    found = true;
    to = skipSpaces(text, to + 1);
  }
  if (text.slice(to, to + 4).toLowerCase() === 'and ') {
    found = true;
    to = skipSpaces(text, to + 4);
  }
  return found ? to : undefined;
}

/** Logins need nothing but a blank between them: `@ann @bob`, `[@ann](…) [@bob](…)`. */
function loginAfter(text: string, at: number, before: Owner | undefined): number | undefined {
  if (before?.name.startsWith('@') !== true || (text[at] !== ' ' && text[at] !== '\t')) return undefined;
  const to = skipSpaces(text, at);
  return text[to] === '@' || (text[to] === '[' && text[to + 1] === '@') ? to : undefined;
}

export interface Word {
  readonly text: string;
  readonly to: number;
}

/** A word that could be a name: starts with a letter; letters, digits, `-`, `_`, `.` and apostrophes inside. */
export function readWord(text: string, at: number): Word | undefined {
  if (!isLetter(text, at)) return undefined;
  let to = at;
  while (to < text.length && to - at <= longestName + 1 && isNamePart(text, to)) to++;
  return to - at <= longestName ? { text: text.slice(at, to), to } : undefined;
}

function isNamePart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isWord(code)) return true;
  // Inside a word only: `O'Brien`, `mary-ann`, `j_doe`; at its end they are punctuation or markup.
  return "-_'’.".includes(text[at] as string) && at + 1 < text.length && isWord(text.charCodeAt(at + 1));
}

function isLetter(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return isWord(code) && !(code >= 48 && code <= 57);
}

export function isCapitalised(word: string): boolean {
  const first = word[0] ?? '';
  return first !== first.toLowerCase() && word.length > 1 && word.slice(1) !== word.slice(1).toUpperCase();
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
