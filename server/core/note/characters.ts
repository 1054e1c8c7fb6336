/** Character tests on UTF-16 code units, for the linear scanners. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Letters and digits of any script; `_` is markup in Markdown and separates words. */
export function isWord(code: number): boolean {
  if (code < 128) return isDigit(code) || isAsciiLetter(code);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !isPunctuationBeyondAscii(code);
}

/** General punctuation, CJK punctuation, private use (where the mask lies) and full-width forms. */
function isPunctuationBeyondAscii(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xff00 && code <= 0xff0f)
  );
}

export function isWhitespace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

/** Characters of a repository's or an owner's name: letters, digits, `-`, `_`, `.`. */
export function isRepositoryName(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 45 || code === 95 || code === 46;
}

/** Past the digits from `at` on. */
export function skipDigits(text: string, at: number): number {
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
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

/** Past blanks from `at` on, across at most one line end, so that a paragraph's end is never crossed. */
export function skipWhitespace(text: string, at: number): number {
  let lineEnds = 0;
  while (at < text.length && isWhitespace(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === 10 && ++lineEnds > 1) break;
    at++;
  }
  return at;
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
