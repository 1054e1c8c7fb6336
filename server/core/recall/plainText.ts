/** Markdown of one line as a reader sees it: links by their text, without emphasis and code marks. Linear. */
export function plainText(markdown: string): string {
  let plain = '';
  for (let at = 0; at < markdown.length; at++) {
    const char = markdown[at]!;
    if (char === ']' && markdown[at + 1] === '(') {
      const end = closeOf(markdown, at + 1);
      if (end < 0) {
        plain += char;
        continue;
      }
      at = end;
    } else if (char === '`' || char === '*' || (char === '~' && markdown[at + 1] === '~')) {
      if (char === '~') at++;
    } else if (char === '[' && isLinkText(markdown, at)) {
      // The text follows.
    } else plain += char;
  }
  return plain.trim();
}

/** In UTF-16 code units; no text of a link is longer. */
const longestLink = 300;

function isLinkText(text: string, open: number): boolean {
  const close = text.slice(open, open + longestLink).indexOf('](');
  return close > 0;
}

/** Of the target that opens at `open`; negative: it does not end. */
function closeOf(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + longestLink);
  for (let at = open; at < end; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
