/** How alike two headings are: `Highlights since the last meeting`, `Announcements and Highlights since the last meeting`. */

import { isDigit, isWord } from './characters.ts';
import { editDistance } from './editDistance.ts';
import { headingKey } from './headingKey.ts';
import { foldAccents } from './lexicon/fold.ts';
import { functionWords } from './lexicon/words.ts';

const mostWords = 20;
const longestWord = 40;

/** The words that count, lower case, without plural endings, each once. */
export function headingWords(key: string): readonly string[] {
  const words = new Set<string>();
  for (let at = 0; at < key.length && words.size < mostWords; ) {
    if (!isWord(key.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    while (at < key.length && isWord(key.charCodeAt(at))) at++;
    const word = key.slice(from, Math.min(at, from + longestWord)).toLowerCase();
    if (!functionWords.has(word)) words.add(word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);
  }
  return [...words];
}

/**
 * What a section's heading is known by among the notes of a series: without words that say nothing, plural endings, what
 * stands in brackets (who leads it, how long it takes) and a number in front. Linear.
 */
export function sectionKey(heading: string): string {
  const key = headingKey(heading);
  const plain = withoutPlace(withoutBrackets(key), true);
  const words = headingWords(/[^\x20-\x7e]/.test(plain) ? withoutSigns(plain) : plain);
  return words.join(' ') || key;
}

/**
 * Without the number of its place among the sections: `1. `, `2) `, `3: `, `4 - `, `5.1. `. A number without a sign behind
 * it may count something; `anyNumber` takes it away, too.
 */
export function withoutPlace(heading: string, anyNumber = false): string {
  const number = anyNumber
    ? /^[0-9]+(?:\.[0-9]+)*(?:[.):]| ?[-–—])? /
    : /^[0-9]+(?:\.[0-9]+)*(?:[.):]| ?[-–—]) /;
  return heading.replace(number, '');
}

/** Without accents and emoji. */
function withoutSigns(text: string): string {
  return foldAccents(
    text.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu, ' '),
  ).replaceAll('ß', 'ss');
}

export function withoutBrackets(text: string): string {
  let depth = 0;
  let plain = '';
  for (const char of text) {
    if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth === 0) plain += char;
  }
  return plain.trim();
}

/** From here on two headings of notes of one series are probably one section. */
const alike = 0.6;

/** Whether a heading is probably the other section, spelled otherwise: `Highlights`, `Higlights since the last meeting`. */
export function isAlike(heading: string, other: string): boolean {
  const [one, two] = [sectionKey(heading).split(' '), sectionKey(other).split(' ')];
  return isPart(one, two) || isPart(two, one) || similarity(one, two) >= alike;
}

/** True for whole words at either end of `whole`, slips of the pen aside. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length > whole.length || (part.length < whole.length && part.join(' ').length < 4)) return false;
  const isAt = (from: number): boolean => part.every((word, index) => isAlmost(word, whole[from + index]!));
  return isAt(0) || isAt(whole.length - part.length);
}

/**
 * 0 to 1: twice the words in common, by all words (Dice's coefficient). Words that differ by a slip of the pen are the same;
 * headings with different numbers are about different things.
 */
export function similarity(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (numbersOf(one) !== numbersOf(other)) return 0;
  const rest = [...other];
  let common = 0;
  for (const word of one) {
    const at = rest.findIndex((each) => isAlmost(word, each));
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / (one.length + other.length);
}

function numbersOf(words: readonly string[]): string {
  return words
    .filter((word) => isDigit(word.charCodeAt(0)))
    .sort()
    .join(' ');
}

/** The same but for one letter, or two in a long word; two neighbours exchanged count as one. */
function isAlmost(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || one[0] !== other[0]) return false;
  return editDistance(one, other) <= (shorter < 8 ? 1 : 2);
}
