/** Values of a note's front matter, with their exact ranges. YAML between `---`, TOML between `+++`. */

import { isLineEnd, lineEnd, nextLine } from './lines.ts';
import type { Span } from './values.ts';

/** Where the front matter has a value: the whole line, and what it says without its quotes. */
export interface FrontMatterValue {
  readonly line: Span;
  readonly value: Span;
}

/**
 * The value of a top-level key that stands on the key's own line. Undefined for an empty value, and for lists, maps and block
 * scalars. Offsets are the text's. Linear.
 */
export function frontMatterValue(text: string, frontMatter: Span, key: string): FrontMatterValue | undefined {
  const isToml = text.startsWith('+++', frontMatter.from);
  const sign = isToml ? '=' : ':';
  for (let at = nextLine(text, lineEnd(text, frontMatter.from)); at < frontMatter.to; ) {
    const end = Math.min(lineEnd(text, at), frontMatter.to);
    // The keys below a TOML table are not the note's.
    if (isToml && text[at] === '[') return undefined;
    const from = isToml ? skipBlanks(text, at, end) : at;
    const behind = skipBlanks(text, from + key.length, end);
    if (text.slice(from, from + key.length).toLowerCase() === key && behind < end && text[behind] === sign)
      return valueIn(text, { from: at, to: end }, behind + 1, isToml);
    at = nextLine(text, end);
  }
  return undefined;
}

function valueIn(text: string, line: Span, at: number, isToml: boolean): FrontMatterValue | undefined {
  let from = skipBlanks(text, at, line.to);
  // YAML needs the space: `title:x` is no key.
  if (!isToml && from === at) return undefined;
  const first = text[from] ?? '';
  if (from >= line.to || '[{|>&*!#'.includes(first)) return undefined;
  let to: number;
  if (first === '"' || first === "'") {
    from++;
    to = quoteEnd(text, from, line.to, first);
    if (to < 0) return undefined;
  } else {
    to = commentStart(text, from, line.to);
    while (to > from && isBlank(text[to - 1]!)) to--;
  }
  return from < to ? { line, value: { from, to } } : undefined;
}

/** In double quotes a backslash takes the next character with it. */
function quoteEnd(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (quote === "'" && text[at] === quote && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function commentStart(text: string, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (text[at] === '#' && isBlank(text[at - 1]!)) return at;
  return end;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at]!)) at++;
  return at;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

/**
 * `text` as it is to be written in place of a value: escaped for the quotes around it, and in quotes where YAML would read
 * something else without them.
 */
export function writtenInFrontMatter(text: string, note: string, value: Span): string {
  const quote = note[value.from - 1];
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  const isPlain = /^[\p{L}\p{N}]/u.test(text) && !/: |:$| #/.test(text) && !isLineEnd(text, text.length - 1);
  return isPlain ? text : JSON.stringify(text);
}
