/** Character tests on UTF-16 code units, for the linear scanners of Markdown. */

import { isAsciiLetter, isDigit, isWord } from '../../../shared/characters.ts';
import type { Text } from './text.ts';

export { isAsciiLetter, isDigit, isWord, skipDigits } from '../../../shared/characters.ts';

export function isWhitespace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

/**
 * Whether a character beside a word, a number or a `#` makes it a part of something longer. Letters and digits do; not those of scripts
 * that are written without blanks between words or that attach particles to them (`修复#5`, `#5를`), and no emoji.
 */
export function joinsWord(code: number): boolean {
  if (code < 0xe00) return isWord(code);
  return isWord(code) && !isWrittenWithoutBlanks(code);
}

function isWrittenWithoutBlanks(code: number): boolean {
  return (
    // Thai, Lao, Tibetan, Burmese
    (code >= 0xe00 && code <= 0x109f) ||
    // Hangul letters
    (code >= 0x1100 && code <= 0x11ff) ||
    // Khmer
    (code >= 0x1780 && code <= 0x17ff) ||
    // Chinese radicals and characters, Japanese kana, Hangul, Yi
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    // Hangul, and the halves of what is beyond 16 bits: emoji, rare Chinese characters
    (code >= 0xac00 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    // Variation selectors behind an emoji
    (code >= 0xfe00 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef)
  );
}

/** Characters of a repository's or an owner's name: letters, digits, `-`, `_`, `.`. */
export function isRepositoryName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45 || code === 95 || code === 46;
}

/** Past spaces and tabs from `at` on. */
export function skipSpaces(text: Text, at: number): number {
  while (isSpaceAt(text, at)) at++;
  return at;
}

/** A space or a tab. */
export function isSpaceAt(text: Text, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\t';
}

/** Back over blanks that end at `at`, across at most one line end. */
export function skipWhitespaceBack(text: string, at: number): number {
  let lineEnds = 0;
  while (at > 0 && isWhitespace(text.charCodeAt(at - 1))) {
    if (text.charCodeAt(at - 1) === 10 && ++lineEnds > 1) break;
    at--;
  }
  return at;
}
