/**
 * Markdown as the model needs it: Lezer's incremental parser, without the inline syntax that is not used and
 * with front matter.
 */

import { type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
  Table,
  TaskList,
} from '@lezer/markdown';
import { lineEnd, lineStart } from './lines.ts';

/** One edit, in offsets before (A) and after (B) it. */
export interface TextChange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

export interface MarkdownTree {
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
  readonly parser: MarkdownParser;
}

/** Emphasis, hard breaks and entities never change what a note says to us; leaving them out halves the inline work. */
const plain = parser.configure([Table, TaskList, { remove: ['Emphasis', 'HardBreak', 'Entity'] }]);

/**
 * Front matter as static site generators read it: `---` (YAML) or `+++` (TOML) on the very first line, up to the next such line. A block
 * parser cannot take back the lines it has read, so this one is used only where `hasFrontMatter` has seen the end.
 */
const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'HorizontalRule',
      parse(context: BlockContext, line: Line) {
        if (context.lineStart !== 0) return false;
        const mark = line.text.slice(0, 3);
        if (!marks.includes(mark) || !isFence(line.text, mark)) return false;
        while (context.nextLine() && !isFence(line.text, mark));
        const end = context.lineStart + line.text.length;
        context.nextLine();
        context.addElement(context.elt('FrontMatter', 0, end));
        return true;
      },
    },
  ],
};

const withFrontMatter = plain.configure(frontMatter);

const marks = ['---', '+++'];

function isFence(line: string, mark: string): boolean {
  return line.startsWith(mark) && line.slice(mark.length).trim() === '';
}

function hasFrontMatter(text: string): boolean {
  const mark = text.slice(0, 3);
  if (!marks.includes(mark)) return false;
  const firstEnd = text.indexOf('\n');
  if (firstEnd < 0 || !isFence(text.slice(0, firstEnd), mark)) return false;
  const next = `\n${mark}`;
  for (let from = text.indexOf(next, firstEnd - 1); from >= 0; from = text.indexOf(next, from + 1)) {
    const end = text.indexOf('\n', from + 1);
    if (isFence(text.slice(from + 1, end < 0 ? text.length : end), mark)) return true;
  }
  return false;
}

/** Parses `text`, reusing what `changes` left alone in `previous`. Never throws. */
export function parseMarkdown(
  text: string,
  previous?: { readonly markdown: MarkdownTree; readonly changes: readonly TextChange[] },
): MarkdownTree {
  const chosen = hasFrontMatter(text) ? withFrontMatter : plain;
  const kept =
    previous && previous.markdown.parser === chosen
      ? TreeFragment.applyChanges(previous.markdown.fragments, wholeLines(text, previous.changes))
      : [];
  const tree = chosen.parse(withLineFeeds(text), kept);
  return { tree, fragments: TreeFragment.addTree(tree, kept), parser: chosen };
}

/**
 * The changes as one that covers whole lines. Lezer takes the text behind a change for the start of a line; where a
 * change ends within one, say in its indentation, it would keep a block that has become another.
 */
function wholeLines(text: string, changes: readonly TextChange[]): TextChange[] {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const fromB = lineStart(text, first.fromB);
  const toB = Math.min(lineEnd(text, last.toB) + 1, text.length);
  const fromA = first.fromA - (first.fromB - fromB);
  return [{ fromA, toA: last.toA + (toB - last.toB), fromB, toB }];
}

/** Every line end CommonMark and VS Code know, shown to Lezer as the one it knows, at the same offsets. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
}
