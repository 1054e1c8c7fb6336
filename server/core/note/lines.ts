/** Lines of a text. A line ends before `\n`, `\r\n` or a lone `\r`, as in CommonMark and VS Code. */

import type { Text } from './text.ts';
import type { Span } from './values.ts';

/** Whether the UTF-16 unit at an offset belongs to a line end. */
export function isLineEnd(text: Text, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

/** The start of the line that holds an offset. */
export function lineStart(text: Text, at: number): number {
  while (at > 0 && !isLineEnd(text, at - 1)) at--;
  return at;
}

/** The end of the line that holds an offset, without its line end. */
export function lineEnd(text: Text, at: number): number {
  while (at < text.length && !isLineEnd(text, at)) at++;
  return at;
}

/** The line that holds an offset, without its line end. Between `\r` and `\n` it is the line before them. */
export function lineAt(text: string, at: number): Span {
  const place = Math.min(at, text.length);
  const isInside = text[place - 1] === '\r' && text[place] === '\n';
  const inside = isInside ? place - 1 : place;
  return { from: lineStart(text, inside), to: isInside ? inside : lineEnd(text, place) };
}

/** The start of the next line, of a line that ends at `end`; past the text when it is the last. */
export function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}
