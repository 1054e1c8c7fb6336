/** Which titles and lines are about tasks. */

import { monthNames } from '../../../shared/calendar.ts';
import { isDigit, isWhitespace, isWord } from './characters.ts';
import { headingKey } from './headingKey.ts';
import {
  afterLeadIn,
  beforeListTimes,
  doneQualifiers,
  listConnectors,
  listQualifiers,
  listSuffixes,
  listTimes,
  longestTaskList,
  otherTaskLists,
  taskLists,
} from './lexicon/actionTitles.ts';
import type { Reading } from './reading.ts';

/** Titles are no longer than this, in UTF-16 code units. */
export const longestTitle = 80;

/** What a title says of the items below it. */
export type ActionTitle = 'tasks' | 'done';

/** `Open action items`, `Next steps (5 min)`, `TODO` and the series' own; undefined for `Likely TODOs` and `Next steps for 2.0`. */
export function actionTitleOf(text: string, { actionSections }: Reading): ActionTitle | undefined {
  if (text.length > longestTitle) return undefined;
  const key = headingKey(text);
  if (actionSections.size > 0 && actionSections.has(key)) return 'tasks';
  const words = wordsOf(text);
  return titleEnd(words) === words.length ? kindOf(words) : undefined;
}

/** What the last line of a paragraph says of the list below: `Next steps:`, `**Action items**`, `Next steps for the release:`. */
export function actionLeadIn(line: string, reading: Reading): ActionTitle | undefined {
  if (line.length > longestTitle) return undefined;
  const text = line.trim();
  // Most lines are told from a label by their last character.
  if (!isLabelLine(text)) return undefined;
  const title = actionTitleOf(text, reading);
  if (title) return title;
  if (!endsInColon(text)) return undefined;
  const words = wordsOf(text);
  const list = nameOfList(words, 0);
  return list && afterLeadIn.has(words[list.to] ?? '') ? kindOf(words) : undefined;
}

/** A line that stands for a heading: it ends in a colon, or all of it is bold. */
export function isLabelLine(line: string): boolean {
  return endsInColon(line) || isEmphasized(line);
}

function endsInColon(line: string): boolean {
  let to = line.length;
  while (to > 0 && ' \t*_'.includes(line[to - 1]!)) to--;
  return line[to - 1] === ':' || line[to - 1] === '：';
}

function isEmphasized(line: string): boolean {
  const text = line.trim();
  return text.length > 4 && ['**', '__'].some((mark) => text.startsWith(mark) && text.endsWith(mark));
}

function kindOf(words: readonly string[]): ActionTitle {
  for (const word of words) {
    if (listQualifiers.has(word) || !hasLetter(word)) continue;
    return doneQualifiers.has(word) ? 'done' : 'tasks';
  }
  return 'tasks';
}

/** Past all of the words that a title may have; less than their number: it is another one. */
function titleEnd(words: readonly string[]): number {
  const list = nameOfList(words, 0);
  if (list === undefined) return -1;
  let { to, sure } = list;
  while (to < words.length) {
    const word = words[to]!;
    const next = listConnectors.has(word) ? nameOfList(words, to + 1) : undefined;
    if (!next && listConnectors.has(word) && isSuffix(words, to + 1)) to += 2;
    else if (next) {
      to = next.to;
      sure ||= next.sure;
    } else if (word === '(') {
      const close = words.indexOf(')', to);
      if (close < 0 || !(sure || isAside(words.slice(to + 1, close)))) return to;
      to = close + 1;
    } else if (isSuffix(words, to)) to++;
    else return to;
  }
  return to;
}

/** The name of a list, with what qualifies it: `last week's action items`. */
function nameOfList(
  words: readonly string[],
  from: number,
): { readonly to: number; readonly sure: boolean } | undefined {
  let at = from;
  // Numbers and signs: `3. Action items`.
  while (at < words.length && !hasLetter(words[at]!) && words[at] !== '(') at++;
  while (at < words.length) {
    for (let to = Math.min(words.length, at + longestTaskList); to > at; to--) {
      const name = words.slice(at, to).join(' ');
      if (taskLists.has(name)) return { to, sure: true };
      if (otherTaskLists.has(name)) return { to, sure: false };
    }
    if (!listQualifiers.has(words[at]!) && !doneQualifiers.has(words[at]!)) return undefined;
    at++;
  }
  return undefined;
}

/** `(5 min)`, `(open)`, `(5m, Okan)`, `(Okan)`. */
function isAside(words: readonly string[]): boolean {
  const others = words.filter((word, at) => hasLetter(word) && !isSuffix(words, at));
  return others.length === 0 || (others.length === 1 && words.length <= 4);
}

function isSuffix(words: readonly string[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (!hasLetter(word) || listSuffixes.has(word)) return true;
  if (listTimes.has(word))
    return beforeListTimes.has(words[at - 1] ?? '') || !hasLetter(words[at - 1] ?? 'x');
  return isDateOrDuration(word);
}

/** `5m`, `10min`, `2026-01-06`, `jan`, `3rd`. */
function isDateOrDuration(word: string): boolean {
  if (isDigit(word.charCodeAt(0))) return true;
  return (
    word.length >= 3 &&
    monthNames.some((month) => month.toLowerCase() === word || month.toLowerCase().slice(0, 3) === word)
  );
}

function hasLetter(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    // Half of an emoji is no letter.
    if (isWord(code) && !isDigit(code) && (code < 0xd800 || code > 0xdfff)) return true;
  }
  return false;
}

/** In lower case, markup left out; signs between words are words of their own. */
function wordsOf(title: string): string[] {
  const words: string[] = [];
  let word = '';
  const flush = () => {
    if (word !== '') words.push(word);
    word = '';
  };
  for (let at = 0; at < title.length; at++) {
    const char = title[at]!;
    if (isWhitespace(title.charCodeAt(at))) flush();
    else if ('*_`~#'.includes(char)) continue;
    else if (char === '[' || char === ']') {
      flush();
      words.push(char === '[' ? '(' : ')');
    } else if ('()&/+,|:;.!…：（）、'.includes(char) && !isInside(title, at)) {
      flush();
      words.push(plainSigns[char] ?? char);
    } else word += char === '’' ? "'" : char.toLowerCase();
  }
  flush();
  return words;
}

/** The signs of CJK text. */
const plainSigns: Readonly<Record<string, string>> = { '：': ':', '（': '(', '）': ')', '、': ',' };

/** `n/a`, `1.5`, `10:30`. */
function isInside(title: string, at: number): boolean {
  const before = title.charCodeAt(at - 1);
  const after = title.charCodeAt(at + 1);
  if (title[at] === '/' && title.slice(at - 1, at + 2).toLowerCase() === 'n/a') return true;
  return isDigit(before) && isDigit(after) && '/.:'.includes(title[at]!);
}
