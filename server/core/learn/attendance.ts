/** Lists of those who were there, whatever their heading is: names, and not the same in all notes. */

import { isWord } from '../note/characters.ts';
import { isLabel, isNonName, nameParticles } from '../note/lexicon/people.ts';
import type { Note } from '../note/note.ts';

/** So many names or more are a list. */
const fewestNames = 3;
const mostWords = 4;
const longestName = 60;

/** The lines of one body. */
export interface Lines {
  readonly note: Note;
  readonly lines: readonly string[];
}

/** Tells the lines that name somebody of a list of people; such a line is written when they come again. */
export function attendanceLines(bodies: readonly Lines[]): (line: string) => boolean {
  const written = new Set<string>();
  const lists = bodies.map(({ lines }) => lines.map(itemName));
  for (const name of lists.flat()) for (const word of wordsOf(name ?? '')) written.add(word);
  if (written.size === 0) return () => false;
  const common = commonWords(bodies, written);
  const isName = (name: string | undefined): name is string =>
    name !== undefined && !wordsOf(name).some((word) => common.has(word));
  const names = lists.map((list) => new Set(list.filter(isName)));
  return isAttendance(names, lists) ? (line) => isName(itemName(line)) : () => false;
}

/** Names make up half of the items; not all of them are in each list. Single words have to come and go. */
function isAttendance(
  names: readonly ReadonlySet<string>[],
  lists: readonly (readonly (string | undefined)[])[],
): boolean {
  const counts = new Map<string, number>();
  for (const name of names.flatMap((each) => [...each])) counts.set(name, (counts.get(name) ?? 0) + 1);
  const changes = [...counts.values()].some((count) => count < names.length);
  if (counts.size < fewestNames || !changes) return false;
  const items = lists.flat().length;
  const total = names.reduce((sum, each) => sum + each.size, 0);
  if (2 * total < items) return false;
  const full = [...counts.keys()].filter((name) => name.includes(' ')).length;
  if (2 * full >= counts.size) return true;
  const repeated = [...counts.values()].filter((count) => count > 1);
  const comeAndGo = repeated.filter((count) => count < names.length).length;
  return comeAndGo > 1 && 2 * comeAndGo >= repeated.length;
}

/** How many people a text names, as `Ada King, Lena Vogt (ACME)` does; undefined: it says something else. */
export function countNames(text: string): number | undefined {
  const names = text.split(/[,;&]| and | und | et | y /).map((part) => part.trim());
  return names.every((name) => itemName(name) !== undefined) ? names.length : undefined;
}

/** Those of the words that some note has in lower case: they name no person. Linear in the notes' length. */
export function commonWords(bodies: readonly Lines[], words: ReadonlySet<string>): ReadonlySet<string> {
  const common = new Set<string>();
  for (const text of new Set(bodies.map(({ note }) => note.text))) {
    for (let from = 0; from < text.length; ) {
      let to = from;
      while (to < text.length && isWord(text.charCodeAt(to))) to++;
      const isLogin = from > 0 && '@/'.includes(text[from - 1]!);
      if (to > from && !isLogin && words.has(text.slice(from, to))) common.add(text.slice(from, to));
      from = to + 1;
    }
  }
  return common;
}

/** In lower case, without those inside names. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[ '’-]/)
    .filter((word) => word !== '' && !nameParticles.has(word));
}

/**
 * The name that a line consists of, behind a list's marker and before an affiliation: `- [x] Ada B. King (ACME)`,
 * `| Ada King | ACME |`. Undefined: it says something else.
 */
function itemName(line: string): string | undefined {
  const marker = /^ {0,3}(?:[-*+] |[0-9]{1,3}[.)] |\| ?)?(?:\[[ xX]\] )?[*_]{0,3}/.exec(line)?.[0] ?? '';
  let to = marker.length;
  while (to < line.length && to - marker.length < longestName && !'()[]<>@,;:|/*_`'.includes(line[to]!)) {
    if ('-–—'.includes(line[to]!) && line[to - 1] === ' ') break;
    to++;
  }
  if (line[to] === ':') return undefined;
  const name = line.slice(marker.length, to).trim();
  const words = name.split(' ');
  if (name === '' || words.length > mostWords || isNonName(name) || isLabel(name)) return undefined;
  return words.every((word) => isNameWord(word) || nameParticles.has(word)) && isNameWord(words[0]!)
    ? name
    : undefined;
}

/** `Ada`, `O’Neill`, `B.`; no acronym. */
function isNameWord(word: string): boolean {
  return /^\p{Lu}(?:\.|[\p{L}'’-]*\p{Ll}\.?)$/u.test(word);
}
