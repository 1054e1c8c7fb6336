/**
 * Markdown as the model needs it: Lezer's incremental parser, without the inline syntax that is not used and
 * with front matter.
 */

import { type Input, type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import {
  type BlockContext,
  type InlineContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
  Table,
  TaskList,
} from '@lezer/markdown';
import { atOnce, type Steps } from '../../../shared/steps.ts';
import { inPieces } from './fragmentPieces.ts';
import { lineEnd, lineStart } from './lines.ts';
import { mostLinkEnds } from './linkEnds.ts';
import { type OpenBlock, SiblingGroups } from './siblingGroups.ts';
import type { Text } from './text.ts';

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
const plain = parser.configure([
  Table,
  TaskList,
  { remove: ['Emphasis', 'HardBreak', 'Entity'] },
  { parseBlock: [{ name: 'LongParagraph', endLeaf: isLongParagraph }] },
  { parseInline: [{ name: 'Words', parse: pastWords, before: 'Escape' }] },
]);

/** What each inline parser of `plain` begins at. */
const marksInText = /[\\`<![\]]/g;

/** Goes on to the next character that one of the others begins at: Lezer asks all of them at each. */
function pastWords({ text, offset, end }: InlineContext, _next: number, at: number): number {
  marksInText.lastIndex = at - offset;
  const found = marksInText.exec(text);
  if (found === null) return end;
  return found.index + offset > at ? found.index + offset : -1;
}

/** In UTF-16 code units. A link costs as much as all links before it in its paragraph, and an edit costs its whole paragraph. */
const longestParagraph = 20_000;

/** The rows of a table cost nothing like it, but Lezer reads all of them in one step. */
const longestTable = 200_000;

/** Ends a paragraph or a table that nobody writes by hand; a new paragraph follows. */
function isLongParagraph(_context: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (leaf.content.length <= longestParagraph && !hasManyLinks(line, leaf)) return false;
  // Lezer adds a line at a time, and looking into a text that grew copies all of it.
  if (!tables.has(leaf)) tables.set(leaf, isTable(leaf.content));
  return tables.get(leaf) === false || leaf.content.length > longestTable;
}

/** How many `]` the lines of a leaf have behind its first. */
const linkEnds = new WeakMap<LeafBlock, number>();

/** Whether a leaf would have more links with this line than one line may have. */
function hasManyLinks({ text }: Line, leaf: LeafBlock): boolean {
  let ends = 0;
  for (let at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) ends++;
  if (ends === 0) return false;
  const all = (linkEnds.get(leaf) ?? 0) + ends;
  linkEnds.set(leaf, all);
  return all > mostLinkEnds;
}

/** Whether a long leaf is a table. */
const tables = new WeakMap<LeafBlock, boolean>();

function isTable(content: string): boolean {
  const from = content.indexOf('\n') + 1;
  const end = content.indexOf('\n', from);
  const line = content.slice(from, end < 0 ? undefined : end);
  return line.includes('-') && /^[ \t:|-]+$/.test(line);
}

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

function hasFrontMatter(text: Text): boolean {
  const mark = text.slice(0, 3);
  if (!marks.includes(mark)) return false;
  // A line that is cut off ends nothing.
  const beginning = `${text.slice(0, usualFrontMatter)}x`;
  return endsFrontMatter(beginning, mark) || endsFrontMatter(text.toString(), mark);
}

/** In UTF-16 code units. */
const usualFrontMatter = 4_000;

function endsFrontMatter(text: string, mark: string): boolean {
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
  text: Text,
  previous?: { readonly markdown: MarkdownTree; readonly changes: readonly TextChange[] },
): MarkdownTree {
  return atOnce(markdownSteps(text, previous));
}

/** The same in steps, one a block. */
export function* markdownSteps(
  text: Text,
  previous?: { readonly markdown: MarkdownTree; readonly changes: readonly TextChange[] },
): Steps<MarkdownTree> {
  const chosen = hasFrontMatter(text) ? withFrontMatter : plain;
  const kept =
    previous && previous.markdown.parser === chosen
      ? TreeFragment.applyChanges(previous.markdown.fragments, wholeLines(text, previous.changes))
      : [];
  const parse = chosen.startParse(new Lines(text), inPieces(kept));
  const open = openBlocksOf(parse);
  const groups = new SiblingGroups(open);
  let tree = parse.advance();
  for (; tree === null; tree = parse.advance()) {
    groups.gather(open);
    yield;
  }
  return { tree, fragments: TreeFragment.addTree(tree, kept), parser: chosen };
}

/** The blocks that are being read, the document first; Lezer has no type for them. */
function openBlocksOf(parse: PartialParse): readonly OpenBlock[] {
  return (parse as PartialParse & { readonly stack: readonly OpenBlock[] }).stack;
}

/**
 * The changes, each widened to whole lines. Lezer takes the text behind a change for the start of a line; where a
 * change ends within one, say in its indentation, it would keep a block that has become another.
 */
function wholeLines(text: Text, changes: readonly TextChange[]): TextChange[] {
  const whole: TextChange[] = [];
  for (const change of changes) {
    const fromB = lineStart(text, change.fromB);
    const toB = Math.min(lineEnd(text, change.toB) + 1, text.length);
    const toA = change.toA + (toB - change.toB);
    const last = whole.at(-1);
    if (last && fromB <= last.toB) whole[whole.length - 1] = { ...last, toA, toB: Math.max(toB, last.toB) };
    else whole.push({ fromA: change.fromA - (change.fromB - fromB), toA, fromB, toB });
  }
  return whole;
}

/** A line such as `|---|---|` with blanks behind its last bar. */
const blankEndedRule = /^([ \t>|:-]*-[ \t:]*)\|([ \t]+)$/;

/**
 * The text by lines as Lezer knows them, at the same offsets: each line end that CommonMark and VS Code know is the one that Lezer knows,
 * and blanks behind the rule of a table, such as the one in place of `\r`, stand before its last bar: with them it is no rule to Lezer.
 */
class Lines implements Input {
  readonly lineChunks = true;
  readonly length: number;
  readonly #text: Text;
  readonly #feed = new Next('\n');
  readonly #back = new Next('\r');

  constructor(text: Text) {
    this.length = text.length;
    this.#text = text;
  }

  chunk(from: number): string {
    const text = this.#text;
    const feed = this.#feed.from(from, text);
    const back = this.#back.from(from, text);
    const words = text.slice(from, Math.min(feed, back, this.length));
    const line = feed === back + 1 ? `${words} ` : words;
    return line.includes('|') ? line.replace(blankEndedRule, '$1$2|') : line;
  }

  /** Lezer asks for single characters. */
  read(from: number, to: number): string {
    const read = this.#text.slice(from, to);
    return read === '\r' && this.#text.charAt(to) !== '\n' ? '\n' : read;
  }
}

/** Where a character comes next; a text without it is looked through once. */
class Next {
  readonly #character: string;
  #from = 0;
  #at = -1;

  constructor(character: string) {
    this.#character = character;
  }

  /** Infinite: there is none. */
  from(from: number, text: Text): number {
    if (from < this.#from || from > this.#at) {
      const at = text.indexOf(this.#character, from);
      this.#from = from;
      this.#at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#at;
  }
}
