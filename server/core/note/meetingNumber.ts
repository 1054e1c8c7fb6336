/** The meeting's own number in a title, which is no issue: `Council Meeting #103`. */

import { countedWords } from './lexicon/meetings.ts';
import type { Reference } from './note.ts';
import type { Text } from './text.ts';

/**
 * True when a reference of a title, in offsets of the note's `text`, counts meetings: behind a word for them, or behind
 * `before`, what the series' titles have there.
 */
export function isMeetingNumber(
  text: Text,
  { form, range, numberRange, repository }: Reference,
  before?: string,
): boolean {
  if (repository !== undefined || (form !== 'hash' && form !== 'keyword')) return false;
  const sign = text.charAt(numberRange.from) === '#' ? numberRange.from : numberRange.from - 1;
  const places = text.charAt(sign) === '#' ? [sign + 1, sign] : [sign + 1];
  if (before !== undefined && places.some((at) => endsWith(text, at, before))) return true;
  return form === 'hash' && countedWords.some((word) => endsWith(text, range.from, word));
}

/** Whether `words` stand before the offset `at`, in any case and with blanks between. */
function endsWith(text: Text, at: number, words: string): boolean {
  let to = at;
  while (text.charAt(to - 1) === ' ') to--;
  return to >= words.length && text.slice(to - words.length, to).toLowerCase() === words.toLowerCase();
}
