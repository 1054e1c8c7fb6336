/**
 * The beginning of a Markdown text from GitHub as plain lines: what a reader of the rendered page would read, without
 * marks, images, code blocks, tables and comments.
 */

import { parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { graphemesOf, oneLine } from './text.ts';

/** An excerpt has at most so many lines, and in all so many graphemes. */
export const mostLines = 5;
export const mostGraphemes = 400;

/** Units of UTF-16 that are parsed, comments not counted; images and links may take most of them. */
const mostParsed = 4_000;
/** Nothing beyond is looked at, comments included: issue templates begin with long ones. */
const mostUnits = 20_000;

const markdown = parser.configure([Table, TaskList, Strikethrough]);

/** Blocks that hold inline text; each is one line of the excerpt. */
const textBlocks: ReadonlySet<string> = new Set([
  'Paragraph',
  'Task',
  ...[1, 2, 3, 4, 5, 6].map((level) => `ATXHeading${level}`),
  'SetextHeading1',
  'SetextHeading2',
]);

/** Marks, and what has no text of its own. */
const leftOut: ReadonlySet<string> = new Set([
  'CodeBlock',
  'CodeMark',
  'Comment',
  'CommentBlock',
  'EmphasisMark',
  'FencedCode',
  'HTMLBlock',
  'HTMLTag',
  'HeaderMark',
  'HorizontalRule',
  'Image',
  'LinkLabel',
  'LinkMark',
  'LinkReference',
  'LinkTitle',
  'ListMark',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'QuoteMark',
  'StrikethroughMark',
  'Table',
  'TaskMarker',
  'URL',
]);

/**
 * One line a paragraph, heading or list item, each as `oneLine` makes it. What is too long ends with a sentence, else with
 * a word, and an ellipsis. Empty when nothing readable is left. Linear.
 */
export function excerptOf(body: string): readonly string[] {
  const text = withoutComments(body.slice(0, mostUnits)).replace(/\r\n?/g, '\n').slice(0, mostParsed);
  const lines: string[] = [];
  let room = mostGraphemes;
  for (const written of plainLines(text)) {
    const line = oneLine(written, mostParsed);
    if (line === '' || line === '…') continue;
    if (lines.length === mostLines || room === 0) break;
    const { kept, left } = cutAtSentence(line, room);
    if (kept === '' && lines.length > 0) break;
    lines.push(kept);
    room = left;
  }
  return lines;
}

function plainLines(text: string): string[] {
  const lines: string[] = [];
  /** Of the line that is being read, and up to where of `text`; undefined between blocks. */
  let line: string | undefined;
  let at = 0;
  let bullet = '';
  const readTo = (offset: number): void => {
    line = (line ?? '') + text.slice(at, offset);
    at = offset;
  };
  markdown.parse(text).iterate({
    enter({ name, from, to, node }) {
      if (textBlocks.has(name)) {
        line = bullet;
        bullet = '';
        at = from;
        return true;
      }
      if (name === 'ListItem') bullet = '• ';
      if (line === undefined) return !leftOut.has(name);
      const shown = textOf(name, text.slice(from, to), node.parent?.name);
      if (shown === undefined) return true;
      // Blanks between a link's target, its title and its parenthesis do not show.
      if (node.parent?.name !== 'Link' || text.slice(at, from).trim() !== '') readTo(from);
      line += shown;
      at = to;
      return false;
    },
    leave({ name, to }) {
      if (!textBlocks.has(name)) return;
      readTo(to);
      if (line !== undefined && line.trim() !== '•') lines.push(line);
      line = undefined;
    },
  });
  return lines;
}

/** What an inline node reads as; undefined for one that reads as its own children. */
function textOf(name: string, source: string, parent: string | undefined): string | undefined {
  if (name === 'URL') return parent === 'Autolink' || parent === 'Paragraph' ? source : '';
  if (name === 'TaskMarker') return source[1] === ' ' ? '☐' : '☑';
  if (leftOut.has(name)) return '';
  if (name === 'Escape') return source.slice(1);
  if (name === 'HardBreak') return ' ';
  return name === 'Entity' ? characterOf(source) : undefined;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

function characterOf(entity: string): string {
  const match = /^&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(entity);
  if (match === null) return entities[entity.toLowerCase()] ?? entity;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** `left`: how many graphemes are free behind it; none where something was cut off. */
function cutAtSentence(line: string, room: number): { readonly kept: string; readonly left: number } {
  let count = 0;
  let end = 0;
  let sentence = 0;
  let word = 0;
  for (const grapheme of graphemesOf(line)) {
    if (count === room) {
      // An abbreviation or a number at the very start is no sentence.
      const cut = sentence > end / 4 ? sentence : word || end;
      return { kept: `${line.slice(0, cut).trimEnd()}${cut === sentence ? ' …' : '…'}`, left: 0 };
    }
    if (grapheme === ' ') {
      word = end;
      if (/[.!?。！？]["')\]]?$/u.test(line.slice(Math.max(end - 2, 0), end))) sentence = end;
    }
    end += grapheme.length;
    count++;
  }
  return { kept: line, left: room - count };
}

function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<!--', at);
    if (open < 0) break;
    result += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    at = close < 0 ? text.length : close + 3;
  }
  return result + text.slice(at);
}
