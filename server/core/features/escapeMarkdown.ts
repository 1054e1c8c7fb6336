/**
 * Text from a note or from a stranger, to stand in Markdown as itself: on one line, nothing in it a link, an image, HTML
 * or markup. Every ASCII character but letters, digits and single spaces becomes a numeric entity, as escaping what has
 * a meaning leaves live links behind: bare URLs and addresses need no markup. Characters that turn the reading direction
 * round, that cannot be seen or that are half a character are left out or replaced. Blanks at either end stay, as one.
 */
export function escapeMarkdown(text: string): string {
  let result = '';
  let blank = false;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (isBlank(code)) {
      blank = true;
      continue;
    }
    if (isInvisible(code)) continue;
    if (blank) result += ' ';
    blank = false;
    if (code >= 0xd800 && code <= 0xdfff) result += '\uFFFD';
    else result += code < 0x80 && !isLetterOrDigit(code) ? `&#${code};` : char;
  }
  return blank ? `${result} ` : result;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Blanks and line ends of any kind. */
function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Controls, and what Unicode calls format characters that a reader cannot see. */
function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
