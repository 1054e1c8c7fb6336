/** The words of a name: where one that begins somewhere ends. */

import { isWord } from './characters.ts';
import { companyWords } from './lexicon/owners.ts';
import { isNonName, nameParticles, nameTitles } from './lexicon/people.ts';
import { personNamed, type Roster } from './roster.ts';

/** The longest login GitHub gives; a word that is longer is no name. */
const longestName = 39;
const mostNameWords = 5;

/** Past `seph`, `@login`, `@org/team`, `Ada Lovelace`, `J. Doe`, `Ada van der Berg`. */
export function nameEnd(text: string, from: number, roster: Roster): number | undefined {
  if (text[from] === '@') return loginEnd(text, from, roster);
  const initial = initialEnd(text, from);
  const first = initial === undefined ? readWord(text, from) : undefined;
  if (initial === undefined && (!first || (isNonName(first.text) && !isFollowed(text, first))))
    return undefined;
  if (first && isFollowed(text, first)) return first.to - 2;
  if (first && isContracted(first.text)) {
    const name = first.text.slice(0, -contraction);
    return isNonName(name) ? undefined : first.to - contraction;
  }
  let to = initial ?? first!.to;
  const isParticle = first && nameParticles.has(first.text) && nextNameWord(text, to) !== undefined;
  if (first && !isCapitalised(first.text) && !isParticle) return to;
  for (let words = 1; words < mostNameWords; words++) {
    const next = nextNameWord(text, to);
    if (next === undefined) break;
    to = next;
  }
  return to;
}

/** `'ll` in UTF-16 code units. */
const contraction = 3;

/** `Ted's going to`, `Ted's team` */
function isFollowed(text: string, { text: word, to }: Word): boolean {
  if (!/['’]s$/.test(word) || isNonName(word.slice(0, -2))) return false;
  const next = text[to] === ' ' ? readWord(text, to + 1)?.text.toLowerCase() : undefined;
  return next !== undefined && (companyWords.has(next) || text.slice(to, to + 10) === ' going to ');
}

/** `Ted'll` */
function isContracted(word: string): boolean {
  return word.length > contraction && /['’]ll$/.test(word);
}

function loginEnd(text: string, from: number, roster: Roster): number | undefined {
  const login = readWord(text, from + 1);
  if (login && isFollowed(text, login)) return login.to - 2;
  if (!login || isNonName(login.text)) return undefined;
  // `@octo/docs` is a team, `@ann/@bob` are two people.
  const team = text[login.to] === '/' ? readWord(text, login.to + 1) : undefined;
  return team && !personNamed(roster, login.text) ? team.to : login.to;
}

/** Past `J.` with a name behind it, or past a title: `Dr.`. */
function initialEnd(text: string, at: number): number | undefined {
  const word = readWord(text, at);
  if (!word || text[word.to] !== '.' || text[word.to + 1] !== ' ') return undefined;
  const isInitial = /^\p{Lu}(?:\.\p{Lu}){0,3}$/u.test(word.text) || nameTitles.has(word.text);
  return isInitial && nextNameWord(text, word.to + 1) !== undefined ? word.to + 1 : undefined;
}

/** Past the blank at `at` and a further word of a name, small words before it included: ` van Rossum`, ` B. King`. */
function nextNameWord(text: string, at: number, initials = 2): number | undefined {
  let from = at;
  for (let particles = 0; particles < 3 && text[from] === ' '; particles++) {
    const word = readWord(text, from + 1);
    if (!word) return undefined;
    if (isCapitalised(word.text) || isElided(word.text)) return isNonName(word.text) ? undefined : word.to;
    if (isInitialLetter(word.text)) {
      const dot = text[word.to] === '.' ? word.to + 1 : word.to;
      // `Part A` is no name, `Ada B. King` is.
      return initials > 0 && nextNameWord(text, dot, initials - 1) !== undefined ? dot : undefined;
    }
    if (!nameParticles.has(word.text)) return undefined;
    from = word.to;
  }
  return undefined;
}

/** `d'Alembert` */
function isElided(word: string): boolean {
  return "'’".includes(word[1] ?? ' ') && isCapitalised(word.slice(2));
}

function isInitialLetter(word: string): boolean {
  return word.length === 1 && word !== word.toLowerCase();
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
  if (code === 32) return false;
  if (isWord(code)) return true;
  // Inside a word only: `O'Brien`, `mary-ann`, `j_doe`; at its end they are punctuation or markup.
  return "-_'’.".includes(text[at] as string) && at + 1 < text.length && isWord(text.charCodeAt(at + 1));
}

function isLetter(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return isWord(code) && !(code >= 48 && code <= 57);
}

/** `Ted`, `J. Doe`, `Łukasz`; not `CI`, not `macOS`. */
export function isCapitalised(word: string): boolean {
  const first = word[0] ?? '';
  return first !== first.toLowerCase() && word.length > 1 && word.slice(1) !== word.slice(1).toUpperCase();
}
