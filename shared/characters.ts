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
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  );
}

/** Past the digits from `at` on. */
export function skipDigits(text: string, at: number): number {
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}
