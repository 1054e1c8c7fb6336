/** The line in front of the cursor, as the scanners want it. */

import { textOf } from '../../note/assemble.ts';
import { isAsciiLetter } from '../../note/characters.ts';
import { introductionBefore } from '../../note/lineIntroduction.ts';
import { lineEnd, lineStart } from '../../note/lines.ts';
import type { Note, OpaqueSpan } from '../../note/note.ts';
import { masked } from '../../note/prose.ts';
import type { Text } from '../../note/text.ts';

/** Offsets inside are relative to `from`. */
export interface LineBefore {
  /** The line's start in the note. */
  readonly from: number;
  /** The line up to the cursor; what is not prose is masked, one code unit for one. */
  readonly text: string;
  /** Past indentation, quote marks, bullet, checkbox, or a heading's marks. */
  readonly content: number;
  /** How the content is introduced; the innermost counts. */
  readonly start: 'plain' | 'quote' | 'item' | 'heading';
  readonly quoted: boolean;
  /** The rest of the line, behind the cursor. */
  readonly after: string;
}

/** A line that is longer, in UTF-16 code units before the cursor, is not one a person types. */
const longestLine = 4000;

/** Undefined in front of nothing that could be prose: in code and the like, in a link's target, past what was read. */
export function lineBefore(note: Note, offset: number): LineBefore | undefined {
  const whole = textOf(note);
  if (offset < 0 || offset > whole.length || (note.truncated && offset > note.truncated.at)) return undefined;
  const from = lineStart(whole, offset);
  if (offset - from > longestLine) return undefined;
  const to = Math.min(lineEnd(whole, offset), offset + longestLine);
  const text = mask(note.opaque, whole, from, offset);
  if (isUnfinishedMarkup(text)) return undefined;
  const { content, kind, quoted } = introductionBefore(note, offset);
  return { from, text, content: content - from, start: kind, quoted, after: whole.slice(offset, to) };
}

/** Spans neither nest nor overlap: those of the line, and at most one that comes from above. */
function mask(spans: readonly OpaqueSpan[], whole: Text, from: number, to: number): string {
  let text = whole.slice(from, to);
  for (let index = lastBefore(spans, to); index >= 0; index--) {
    const span = spans[index]!;
    const start = Math.max(span.from, from) - from;
    const end = Math.min(span.to, to) - from;
    if (start < end) text = text.slice(0, start) + masked.repeat(end - start) + text.slice(end);
    if (span.from <= from) break;
  }
  return text;
}

/** The index of the last span that starts before `offset`; -1 when there is none. */
function lastBefore(spans: readonly OpaqueSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.from < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What the parser takes for prose only because its end is not typed yet: code, a comment, a link's target, a tag. */
function isUnfinishedMarkup(text: string): boolean {
  if (text.endsWith(masked) || text.includes('`') || text.includes('<!--')) return true;
  const target = text.lastIndexOf('](');
  if (target >= 0 && !text.includes(')', target)) return true;
  const tag = text.lastIndexOf('<');
  return (
    tag >= 0 && isAsciiLetter(text.charCodeAt(tag + 1)) && text.includes('=', tag) && !text.includes('>', tag)
  );
}
