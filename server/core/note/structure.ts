/**
 * Markdown's blocks, list items and links by place, for whoever needs more than the model has. All is read from the tree
 * when it is asked for, so that a keystroke pays nothing for it. Offsets are the note's; past `Note.truncated` nothing is.
 */

import type { SyntaxNode } from '@lezer/common';
import { skipSpaces } from './characters.ts';
import { isLineEnd, lineEnd, nextLine } from './lines.ts';
import type { Note } from './note.ts';
import { markdownOf } from './parse.ts';
import type { Span } from './values.ts';

type BlockKind = 'quote' | 'list' | 'item' | 'paragraph' | 'heading' | 'table' | 'other';

export interface BlockPlace extends Span {
  readonly kind: BlockKind;
  /** Of an item that is not the first of its list: where the content of the one before starts. */
  readonly contentBefore?: number;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  Blockquote: 'quote',
  BulletList: 'list',
  OrderedList: 'list',
  ListItem: 'item',
  Paragraph: 'paragraph',
  Task: 'paragraph',
  Table: 'table',
};

function kindOf({ name, type }: SyntaxNode): BlockKind | undefined {
  if (name.includes('Heading')) return 'heading';
  return kinds[name] ?? (type.is('Block') && name !== 'Document' ? 'other' : undefined);
}

/** The blocks around an offset, the outermost first. */
export function blocksAt(note: Note, offset: number): readonly BlockPlace[] {
  const blocks: BlockPlace[] = [];
  const { tree } = markdownOf(note).markdown;
  let node: SyntaxNode | null = tree.resolve(offset, 1);
  if (!node.parent) node = tree.resolve(offset, -1);
  for (; node; node = node.parent) {
    const kind = kindOf(node);
    if (kind === undefined) continue;
    let before = kind === 'item' ? node.prevSibling : null;
    // Quote marks stand between the items of a quoted list.
    while (before && before.name !== 'ListItem') before = before.prevSibling;
    blocks.unshift({
      kind,
      from: node.from,
      to: node.to,
      ...(before && { contentBefore: contentStart(note.text, before) }),
    });
  }
  return blocks;
}

export interface ListItem extends Span {
  /** Of its first block, without bullet and checkbox. */
  readonly textFrom: number;
  /** `- [ ]` or `- [x]`; absent: it has no box. */
  readonly checked?: boolean;
  /** 1 for an item of a list that is in no other. */
  readonly depth: number;
  readonly ordered: boolean;
  readonly quoted: boolean;
}

const itemsOf = new WeakMap<Note, readonly ListItem[]>();

/** In document order, an item before those inside it; read once a note. */
export function listItems(note: Note): readonly ListItem[] {
  let items = itemsOf.get(note);
  if (items === undefined) {
    items = readItems(note);
    itemsOf.set(note, items);
  }
  return items;
}

function readItems(note: Note): ListItem[] {
  const items: ListItem[] = [];
  const lists: boolean[] = [];
  let quotes = 0;
  markdownOf(note).markdown.tree.iterate({
    enter({ name, node, from, to }) {
      if (name === 'Blockquote') quotes++;
      else if (name === 'BulletList' || name === 'OrderedList') lists.push(name === 'OrderedList');
      else if (name === 'ListItem') {
        const box = node.getChild('Task')?.getChild('TaskMarker');
        const textFrom = skipSpaces(note.text, (box ?? node.getChild('ListMark'))?.to ?? from);
        const checked = box && { checked: note.text.slice(box.from, box.to).toLowerCase() === '[x]' };
        const [depth, ordered] = [lists.length, lists.at(-1)!];
        items.push({ from, to, textFrom, ...checked, depth, ordered, quoted: quotes > 0 });
      }
      // Only containers have items inside.
      return name === 'Document' || name === 'Blockquote' || name === 'ListItem' || name.endsWith('List');
    },
    leave({ name }) {
      if (name === 'Blockquote') quotes--;
      else if (name === 'BulletList' || name === 'OrderedList') lists.pop();
    },
  });
  return items;
}

/** Where an item's content starts, or would start (CommonMark 0.31, "List items"). */
function contentStart(text: string, item: SyntaxNode): number {
  const mark = item.getChild('ListMark');
  const end = mark?.to ?? item.from;
  const from = skipSpaces(text, end);
  // Nothing but spaces, or an indented code block: one space belongs to the mark.
  const isOwn = from >= text.length || isLineEnd(text, from) || from - end > 4 || text[end] === '\t';
  return isOwn ? end + 1 : from;
}

export interface LinkPlace {
  readonly range: Span;
  /** The address as written, without `<>` and title. */
  readonly target: string;
}

/** The link, image or link definition around an offset; undefined where there is none with an address. */
export function linkAt(note: Note, offset: number): LinkPlace | undefined {
  const { tree } = markdownOf(note).markdown;
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(offset, side); node; node = node.parent) {
      if (node.name !== 'Link' && node.name !== 'Image' && node.name !== 'LinkReference') continue;
      const url = node.getChild('URL');
      if (!url) continue;
      const written = note.text.slice(url.from, url.to);
      const target = written.startsWith('<') ? written.slice(1, -1) : written;
      return { range: { from: node.from, to: node.to }, target };
    }
  }
  return undefined;
}

const leaves = new Set(['Paragraph', 'Task']);

/**
 * The lines of paragraphs, of items' text and of headings that begin before `limit`, in document order, without what
 * introduces them: quote marks, bullets, boxes, a heading's marks.
 */
export function textLines(note: Note, limit = Number.POSITIVE_INFINITY): readonly Span[] {
  const { text } = note;
  const lines: Span[] = [];
  markdownOf(note).markdown.tree.iterate({
    to: Math.min(limit, text.length),
    enter({ name, node }) {
      if (!leaves.has(name) && !name.includes('Heading')) return true;
      const marks = introductions(node);
      for (let at = node.from; at < node.to && at < limit; ) {
        const to = Math.min(lineEnd(text, at), node.to);
        let from = skipSpaces(text, at);
        for (let end = marks.get(from); end !== undefined; end = marks.get(from))
          from = skipSpaces(text, end);
        lines.push({ from, to });
        at = nextLine(text, to);
      }
      return false;
    },
  });
  return lines;
}

/** Where the marks inside a block end, by their starts. */
function introductions(block: SyntaxNode): ReadonlyMap<number, number> {
  const marks = ['QuoteMark', 'TaskMarker', 'HeaderMark'].flatMap((name) => block.getChildren(name));
  return new Map(marks.map(({ from, to }) => [from, to]));
}
