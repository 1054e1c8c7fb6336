/** Where a sentence or a parenthesis begins and ends; offsets are relative to the text. */

import { isWhitespace } from './characters.ts';

/** The `(` that encloses `at` within its line. */
export function openParenthesis(text: string, at: number): number | undefined {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i < 2000 && text[i] !== '\n'; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && depth-- === 0) return i;
  }
  return undefined;
}

/** The `)` that closes what `from` is in, or the last word within reach. */
export function closeOf(text: string, from: number): number {
  let depth = 0;
  const reach = Math.min(text.length, from + 2000);
  for (let i = from; i < reach; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && depth-- === 0) return i;
  }
  return trimWhitespace(text, from, reach);
}

/** Back over blanks that end at `to`. */
export function trimWhitespace(text: string, from: number, to: number): number {
  while (to > from && isWhitespace(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Where the sentence before `at` starts; its own full stop does not count. */
export function sentenceStart(text: string, at: number): number {
  let end = at;
  while (end > 0 && ' \n.!?'.includes(text[end - 1] as string)) end--;
  for (let i = end - 1; i >= 0 && end - i < 2000; i--) {
    if ('.!?'.includes(text[i] as string) && isWhitespace(text.charCodeAt(i + 1))) return i + 1;
  }
  return 0;
}
