/**
 * Tests that read like tables: a text with its places marked in it. `<|>` is the cursor, `‹` and `›` enclose a range.
 * Ranges may nest. Offsets are 0-based UTF-16 code units of the text without its marks.
 */

import type { Span } from '../../server/core/note/note.ts';

export interface Marked {
  readonly text: string;
  readonly cursor?: number;
  /** In the order of their `‹`. */
  readonly ranges: readonly Span[];
}

const cursorMark = '<|>';
const open = '‹';
const close = '›';

/** Takes the marks out of a text. Throws when a mark has no partner or a second cursor is there: the test is wrong. */
export function parseMarked(marked: string): Marked {
  let text = '';
  let cursor: number | undefined;
  const ranges: { from: number; to: number }[] = [];
  const unclosed: { from: number; to: number }[] = [];
  for (let at = 0; at < marked.length; at++) {
    const unit = marked[at];
    if (marked.startsWith(cursorMark, at)) {
      if (cursor !== undefined) throw new Error(`two cursors in ${JSON.stringify(marked)}`);
      cursor = text.length;
      at += cursorMark.length - 1;
    } else if (unit === open) {
      const range = { from: text.length, to: -1 };
      ranges.push(range);
      unclosed.push(range);
    } else if (unit === close) {
      const range = unclosed.pop();
      if (range === undefined) throw new Error(`› without ‹ in ${JSON.stringify(marked)}`);
      range.to = text.length;
    } else {
      text += unit;
    }
  }
  if (unclosed.length > 0) throw new Error(`‹ without › in ${JSON.stringify(marked)}`);
  return { text, ranges, ...(cursor === undefined ? {} : { cursor }) };
}

/** The text with each span between `‹` and `›` (and the cursor as `<|>`), for assertions a reader understands. */
export function markRanges(text: string, spans: readonly Span[], cursor?: number): string {
  const marks: { at: number; mark: string; rank: number }[] = [];
  for (const { from, to } of spans) {
    if (from < 0 || to < from || to > text.length) throw new Error(`no such range: ${from}..${to}`);
    // At one offset: what ends comes before what starts; an outer range opens first, an inner one closes first.
    const empty = from === to;
    marks.push({ at: from, mark: open, rank: empty ? 3e9 : 2e9 - to });
    marks.push({ at: to, mark: close, rank: empty ? 3e9 : -1e9 - from });
  }
  if (cursor !== undefined) marks.push({ at: cursor, mark: cursorMark, rank: 0 });
  marks.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let result = '';
  let done = 0;
  for (const { at, mark } of marks) {
    result += text.slice(done, at) + mark;
    done = at;
  }
  return result + text.slice(done);
}
