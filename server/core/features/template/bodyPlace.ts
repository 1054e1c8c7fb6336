/** Where in a template's body an offset is, as far as there is something to say or to offer. */

import { isAsciiLetter, isDigit, isRepositoryName } from '../../note/characters.ts';
import { lineAt } from '../../note/lines.ts';
import type { Span } from '../../note/note.ts';

export type BodyPlace =
  /** A comment under a heading, or above the first; `range` is what stands in it so far, `closed` whether it has its end. */
  | { readonly kind: 'marker'; readonly range: Span; readonly closed: boolean; readonly underTitle: boolean }
  /** `$NAME` or `${NAME}`, its braces included. */
  | { readonly kind: 'variable'; readonly name: string; readonly range: Span }
  /** The default of a tab stop as far as it is one word: `date` in `${1:date}`. */
  | { readonly kind: 'default'; readonly name: string; readonly range: Span }
  /** A login behind `@`, or a name behind `TODO(`. */
  | { readonly kind: 'person'; readonly login: boolean; readonly range: Span };

const longestWord = 60;

/** `bodyFrom`: where the body begins in `text`. */
export function bodyPlaceAt(text: string, bodyFrom: number, offset: number): BodyPlace | undefined {
  const line = lineAt(text, offset);
  return (
    markerAt(text, bodyFrom, line, offset) ??
    variableAt(text, line, offset) ??
    defaultAt(text, line, offset) ??
    personAt(text, line, offset)
  );
}

function markerAt(text: string, bodyFrom: number, line: Span, offset: number): BodyPlace | undefined {
  const written = text.slice(line.from, line.to);
  const start = line.from + (written.length - written.trimStart().length);
  if (!text.startsWith('<!--', start) || offset < start + 4) return undefined;
  const end = text.slice(start, line.to).indexOf('-->');
  const closed = end >= 0;
  const to = closed ? start + end : line.to;
  if (offset > to) return undefined;
  const inner = text.slice(start + 4, to);
  const from = start + 4 + (inner.length - inner.trimStart().length);
  const range = { from: Math.min(from, offset), to: Math.max(start + 4 + inner.trimEnd().length, offset) };
  const level = headingAbove(text, bodyFrom, line.from);
  return level === undefined ? undefined : { kind: 'marker', range, closed, underTitle: level <= 1 };
}

/** The level of the heading right above, with at most blank lines and comments between; 0 at the body's start. */
function headingAbove(text: string, bodyFrom: number, lineFrom: number): number | undefined {
  for (let at = lineFrom; at > bodyFrom; ) {
    const end = text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
    const line = lineAt(text, end);
    const written = text.slice(line.from, line.to);
    const level = /^(#{1,6})(?: |$)/.exec(written)?.[1]?.length;
    if (level !== undefined) return level;
    if (written.trim() !== '' && !written.trim().startsWith('<!--')) return undefined;
    at = line.from;
  }
  return 0;
}

function variableAt(text: string, line: Span, offset: number): BodyPlace | undefined {
  let from = offset;
  while (from > line.from && offset - from < longestWord && isName(text.charCodeAt(from - 1))) from--;
  let to = offset;
  while (to < line.to && to - offset < longestWord && isName(text.charCodeAt(to))) to++;
  if (isDigit(text.charCodeAt(from))) return undefined;
  const name = text.slice(from, to);
  const braced = text[from - 1] === '{' && text[from - 2] === '$';
  if (!braced && text[from - 1] !== '$') return undefined;
  const range = { from: from - (braced ? 2 : 1), to: braced && text[to] === '}' ? to + 1 : to };
  return range.from < line.from || text[range.from - 1] === '\\'
    ? undefined
    : { kind: 'variable', name, range };
}

/** Upper case, as all variables are, so that a name behind a `$` that is none is left alone. */
function isName(code: number): boolean {
  return (code >= 65 && code <= 90) || code === 95 || isDigit(code);
}

function defaultAt(text: string, line: Span, offset: number): BodyPlace | undefined {
  let from = offset;
  while (from > line.from && offset - from < longestWord && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  let to = offset;
  while (to < line.to && to - offset < longestWord && isAsciiLetter(text.charCodeAt(to))) to++;
  if (text[from - 1] !== ':' || (to < line.to && text[to] !== '}')) return undefined;
  let digits = from - 1;
  while (digits > line.from && isDigit(text.charCodeAt(digits - 1))) digits--;
  const opens = text.slice(Math.max(line.from, digits - 2), digits) === '${' && text[digits - 3] !== '\\';
  return digits < from - 1 && opens
    ? { kind: 'default', name: text.slice(from, to), range: { from, to } }
    : undefined;
}

function personAt(text: string, line: Span, offset: number): BodyPlace | undefined {
  let from = offset;
  while (from > line.from && offset - from < longestWord && isRepositoryName(text.charCodeAt(from - 1)))
    from--;
  let to = offset;
  while (to < line.to && isRepositoryName(text.charCodeAt(to))) to++;
  if (text[from - 1] === '@' && from > line.from) {
    const glued = from - 1 > line.from && isRepositoryName(text.charCodeAt(from - 2));
    return glued ? undefined : { kind: 'person', login: true, range: { from, to } };
  }
  return text.slice(Math.max(line.from, from - 5), from) === 'TODO('
    ? { kind: 'person', login: false, range: { from, to } }
    : undefined;
}
