/** How a line begins that is being typed: read as if it went on. */

import type { Tree } from '@lezer/common';
import { textOf } from './assemble.ts';
import { isAsciiLetter, isDigit, isSpaceAt, skipSpaces } from './characters.ts';
import { lineEnd, lineStart } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import type { Note } from './note.ts';
import { markdownOf } from './parse.ts';
import { editedText, type Text } from './text.ts';

export interface LineIntroduction {
  /** Past indentation, quote marks, bullet, box, or a heading's marks. */
  readonly content: number;
  /** What introduces the content; the innermost counts. */
  readonly kind: 'plain' | 'quote' | 'item' | 'heading';
  readonly quoted: boolean;
}

const introducing: Readonly<Record<string, LineIntroduction['kind']>> = {
  QuoteMark: 'quote',
  ListMark: 'item',
  TaskMarker: 'item',
  HeaderMark: 'heading',
};

/**
 * How the line up to an offset begins, once a letter is typed there: a bullet with nothing behind it is no item below a
 * paragraph, and a box none. The cost is that of the blocks around, and nothing for a line without marks, or with a letter behind
 * other marks than a box.
 */
export function introductionBefore(note: Note, offset: number): LineIntroduction {
  const text = textOf(note);
  const start = lineStart(text, offset);
  const indented = Math.min(skipSpaces(text, start), offset);
  if (indented === offset || !mayIntroduce(text, indented))
    return { content: indented, kind: 'plain', quoted: false };
  const end = introductionEnd(text, indented);
  const tree =
    end < offset && isAsciiLetter(text.charCodeAt(end)) && !text.slice(indented, end).includes('[')
      ? markdownOf(note).markdown.tree
      : treeWithLetter(note, Math.min(offset, end));
  const marks = new Map<number, { readonly to: number; readonly kind: LineIntroduction['kind'] }>();
  tree.iterate({
    from: start,
    to: offset,
    enter({ name, from, to }) {
      const kind = introducing[name];
      if (kind !== undefined && from >= start && to <= offset) marks.set(from, { to, kind });
    },
  });
  let content = indented;
  let kind: LineIntroduction['kind'] = 'plain';
  let quoted = false;
  for (let mark = marks.get(content); mark !== undefined; mark = marks.get(content)) {
    kind = mark.kind;
    quoted ||= kind === 'quote';
    content = mark.to;
    while (content < offset && isSpaceAt(text, content)) content++;
  }
  return { content, kind, quoted };
}

function mayIntroduce(text: Text, at: number): boolean {
  return '>-*+#'.includes(text.charAt(at)) || isDigit(text.charCodeAt(at));
}

/** More marks, in UTF-16 code units, are not what a person begins a line with. */
const longestIntroduction = 100;

/** Past all that could introduce a line. */
function introductionEnd(text: Text, from: number): number {
  let to = from;
  while (
    to < text.length &&
    to - from < longestIntroduction &&
    ' \t>-*+#.)[]xX0123456789'.includes(text.charAt(to))
  )
    to++;
  return to;
}

/** The tree as if a letter were the rest of the line from an offset on. */
function treeWithLetter(note: Note, at: number): Tree {
  const { text, markdown } = markdownOf(note);
  const end = lineEnd(text, at);
  const typed = editedText(text, at, end, 'x');
  const change = { fromA: at, toA: end, fromB: at, toB: at + 1 };
  return parseMarkdown(typed, { markdown, changes: [change] }).tree;
}
