/** Character tests on UTF-16 code units, for the linear scanners of Markdown. */

import { isAsciiLetter, isDigit } from '../../../shared/characters.ts';

export { isAsciiLetter, isDigit, isWord, skipDigits } from '../../../shared/characters.ts';

export function isWhitespace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

/** Characters of a repository's or an owner's name: letters, digits, `-`, `_`, `.`. */
export function isRepositoryName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45 || code === 95 || code === 46;
}

/** Past spaces and tabs from `at` on. */
export function skipSpaces(text: string, at: number): number {
  while (isSpaceAt(text, at)) at++;
  return at;
}

/** A space or a tab. */
export function isSpaceAt(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
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
