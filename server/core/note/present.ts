/** Lists of those who were there: the items under `Present`, and `**Present**: A (@a), B`. */

import { isWhitespace, isWord } from './characters.ts';
import { headingKey } from './headingKey.ts';
import { isLabel, isNonName, isPresentTitle, nameParticles } from './lexicon/people.ts';
import { nameKey } from './names.ts';
import { isCapitalised } from './nameWords.ts';
import type { PersonMention } from './note.ts';
import { masked } from './prose.ts';
import { personNamed, type Roster } from './roster.ts';

/** Labels are words, not sentences. */
const longestLabel = 40;

/** Past the label and its colon where a line of the text begins with `**Present**:` or the like. */
export function presentLabelEnd(text: string): number | undefined {
  if (!text.includes(':')) return undefined;
  for (let from = 0, lineEnd = 0; lineEnd >= 0; from = lineEnd + 1) {
    const end = labelEnd(text, from);
    if (end !== undefined && isPresentTitle(headingKey(text.slice(from, end).replace(':', '')))) return end;
    lineEnd = text.indexOf('\n', from);
  }
  return undefined;
}

/** Past the colon of a few words at a line's start, and the emphasis that ends there. */
function labelEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length && at - from < longestLabel; at++) {
    const char = text[at]!;
    if (char === ':') {
      let to = at + 1;
      while (text[to] === '*' || text[to] === '_') to++;
      return to;
    }
    if (!isWord(text.charCodeAt(at)) && !' \t*_'.includes(char)) return undefined;
  }
  return undefined;
}

export interface Present {
  readonly people: readonly PersonMention[];
  /** Where the list ends: at the text's end, or at another label. */
  readonly to: number;
}

/** A list that is longer names no people. */
const mostPeople = 500;
const longestName = 80;

/**
 * The people in a prose's masked text from the offset `from` on, one between every two separators: `Name @login (TSC)`,
 * `@login`, `Name (@login)`, `Name`. In a list's `item`, or behind a label, a name may be one word in lower case.
 */
export function readPresent(text: string, from: number, item: boolean, roster: Roster): Present {
  const people: PersonMention[] = [];
  for (let at = from; at < text.length && people.length < mostPeople; ) {
    if (text[at - 1] === '\n' && labelEnd(text, at) !== undefined) return { people, to: at };
    const end = pieceEnd(text, at);
    const person = readPerson(text, at, end, item, roster);
    if (person) people.push(person);
    at = Math.max(end, at + 1);
    if (text.slice(end, end + 5).toLowerCase() === ' and ') at = end + 5;
  }
  return { people, to: text.length };
}

/**
 * Whoever a table's row is about: by its first cell, and by the login in that or another one. `cells` are masked texts; the
 * range is that in the cell of the index `cell`.
 */
export function readPresentRow(
  cells: readonly string[],
  roster: Roster,
): (PersonMention & { readonly cell: number }) | undefined {
  const [first = '', ...others] = cells;
  const person = readPerson(first, 0, first.length, true, roster);
  if (person?.login !== undefined) return { ...person, cell: 0 };
  for (const [index, cell] of others.entries()) {
    const login = loginIn(cell, 0, cell.length);
    if (login === undefined || cell.trim() !== `@${login.name}`) continue;
    if (person) return { ...person, login: login.name, cell: 0 };
    return (
      readPerson(cell, 0, cell.length, true, roster) && {
        ...login,
        evidence: 'present',
        login: login.name,
        cell: index + 1,
      }
    );
  }
  return person && { ...person, cell: 0 };
}

/** `,`, `;`, `&`, their full-width forms, a line's end and ` and ` outside parentheses. */
function pieceEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\n') return at;
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (',;&、，；'.includes(char)) return at;
    else if (char === ' ' && text.slice(at, at + 5).toLowerCase() === ' and ') return at;
  }
  return text.length;
}

function readPerson(
  text: string,
  start: number,
  end: number,
  item: boolean,
  roster: Roster,
): PersonMention | undefined {
  let from = start;
  while (from < end && (isWhitespace(text.charCodeAt(from)) || '*_[-–—+.'.includes(text[from]!))) from++;
  if (isNonName(text.slice(from, end).trim())) return undefined;
  let to = from;
  while (to < end && to - from < longestName && !isNameEnd(text, to)) to++;
  // `ada@example.org` is not a name.
  if (text[to] === '@' && to > from && isWord(text.charCodeAt(to - 1))) return undefined;
  const login = loginIn(text, from, end);
  while (to > from && (isWhitespace(text.charCodeAt(to - 1)) || '*_-–—.'.includes(text[to - 1]!))) to--;
  const name = text.slice(from, to);
  if (name !== '' && isName(name, item, login !== undefined, roster)) {
    const person = personNamed(roster, name) ?? (login && personNamed(roster, login.name));
    const range = { from, to };
    return {
      name,
      range,
      evidence: 'present',
      ...(login && { login: login.name }),
      ...(person && { person }),
    };
  }
  if (login === undefined) return undefined;
  const person = personNamed(roster, login.name);
  return { ...login, evidence: 'present', login: login.name, ...(person && { person }) };
}

/** A login, a parenthesis, a link's end, ` - ` and `: ` end a name. */
function isNameEnd(text: string, at: number): boolean {
  const char = text[at]!;
  if ('@(<[]:/|'.includes(char) || char === masked) return true;
  return '-–—'.includes(char) && text[at - 1] === ' ';
}

function loginIn(text: string, from: number, to: number): Pick<PersonMention, 'name' | 'range'> | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] !== '@') continue;
    let end = at + 1;
    while (end < to && end - at <= 40 && (isWord(text.charCodeAt(end)) || text[end] === '-')) end++;
    while (text[end - 1] === '-') end--;
    // `ada@example.org` is an address, `@org/team` is not a person.
    const isLogin = end > at + 1 && !(at > 0 && isWord(text.charCodeAt(at - 1))) && text[end] !== '/';
    if (isLogin) return { name: text.slice(at + 1, end), range: { from: at, to: end } };
  }
  return undefined;
}

/** One to five words. Without a login beside them they have capitals, or are one word of a list's item. */
function isName(name: string, item: boolean, withLogin: boolean, roster: Roster): boolean {
  if (personNamed(roster, name)) return true;
  const words = name.split(/[ \t\u00a0]/).filter((word) => word !== '');
  const [first] = words;
  if (first === undefined || words.length > 5 || isNonName(nameKey(first))) return false;
  if (!words.every((word) => isWord(word.charCodeAt(0)))) return false;
  if (withLogin) return true;
  if (isLabel(name)) return false;
  if (item && words.length === 1) return true;
  return words.every((word) => isCapitalised(word) || isInitial(word) || nameParticles.has(word));
}

/** `B.` in `Ada B. King`, `JD`. */
function isInitial(word: string): boolean {
  return word.length <= 3 && word === word.toUpperCase();
}
