/** Text whose hidden characters are to be seen: in a terminal, or by whoever reads for a program. */

/** A line of text, with what would move the cursor, change colours or turn the reading direction made visible. */
export function makeVisible(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code === 0x09) result += character;
    else if (code < 0x20) result += String.fromCharCode(0x2400 + code);
    else if (code === 0x7f) result += '\u2421';
    else if (isHidden(code)) result += `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    else result += character;
  }
  return result;
}

/** C1 controls, marks of direction, blanks without width, line and paragraph separators, lone surrogates. */
export function isHidden(code: number): boolean {
  return (
    (code >= 0x80 && code <= 0x9f) ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
