/** Offsets inside, positions outside: the one place where a span becomes a range. */

import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';

/** 0-based lines and UTF-16 characters; an offset inside a line end becomes the end of its line. */
export function toRange({ from, to }: Span, document: TextDocument): Range {
  return { start: document.positionAt(from), end: document.positionAt(to) };
}

/** Positions beyond the text become its nearest one; a reversed range is turned round. */
export function toSpan({ start, end }: Range, document: TextDocument): Span {
  const one = document.offsetAt(start);
  const other = document.offsetAt(end);
  return { from: Math.min(one, other), to: Math.max(one, other) };
}
