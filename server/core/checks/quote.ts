/** The note's own words in a message. */

import { literalText } from '../../../shared/literalText.ts';

/** UTF-16 code units; what is longer is cut. */
const longestQuote = 60;
/** Markup is read in the first part only: the rest would be cut. */
const longestMarkup = 600;

/** In quotation marks, on one line, without Markdown, cut at 60 code units. */
export function quote(markdown: string): string {
  const text = plainText(markdown.slice(0, longestMarkup));
  if (text.length <= longestQuote) return `"${text}"`;
  const cut = text.slice(0, longestQuote - 1);
  // Not between the halves of a surrogate pair, nor behind the joiner of an emoji.
  return `"${cut.replace(/\u200D?[\uD800-\uDBFF]?$/, '')}…"`;
}

/** Inline Markdown as plain text, also without marks that are not closed. */
function plainText(markdown: string): string {
  let text = '';
  /** Where the target of a link begins whose text is being read. */
  const targets = new Set<number>();
  for (let at = 0; at < markdown.length; at++) {
    const char = markdown[at]!;
    if (char === '\\' && isPunctuation(markdown[at + 1])) text += markdown[++at];
    else if (char === '<') {
      const end = markdown.startsWith('<!--', at)
        ? markdown.indexOf('-->', at) + 2
        : markdown.indexOf('>', at);
      const inside = end > at ? markdown.slice(at + 1, end) : '';
      if (!/^[!/a-z]/i.test(inside)) text += char;
      else {
        if (/^[a-z][\w.+-]*[:@]\S*$/i.test(inside)) text += inside;
        at = end;
      }
    } else if (char === '[' || (char === '!' && markdown[at + 1] === '[')) {
      const open = char === '!' ? at + 1 : at;
      const close = closing(markdown, open);
      if (close > 0) targets.add(close);
      if (close > 0) at = open;
      else text += char;
    } else if (targets.has(at)) at = endOfTarget(markdown, at);
    else if ('*_~`'.includes(char)) {
      let to = at + 1;
      while (markdown[to] === char) to++;
      if (!isMark(markdown, at, to)) text += markdown.slice(at, to);
      at = to - 1;
    } else text += char;
  }
  return literalText(text, 'plain');
}

function isPunctuation(char: string | undefined): boolean {
  return char !== undefined && /[!-/:-@[-`{-~]/.test(char);
}

/** The `]` of a link whose text begins at `open`, where a target follows; else -1. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return text[at + 1] === '(' ? at : -1;
  }
  return -1;
}

/** The offset of the `)` that ends the target behind the `]` at `close`; if it is not closed, of the last character. */
function endOfTarget(text: string, close: number): number {
  let depth = 0;
  for (let at = close + 1; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length - 1;
}

/** Whether the run of one character from `from` to `to` is markup: emphasis touches a word, and `_` is not inside one. */
function isMark(text: string, from: number, to: number): boolean {
  const [before = ' ', after = ' '] = [text[from - 1], text[to]];
  if (text[from] === '`') return true;
  if (to - from > 1 && text[from] !== '_') return true;
  if (text[from] === '~') return false;
  if (text[from] === '_') return !(/[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after));
  return before.trim() !== '' || after.trim() !== '';
}
