/**
 * The prose of one block: its text with all that is not prose masked out, so that scanners can walk it as a plain
 * string. Masking keeps every offset.
 */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import { isCodedOwner } from './codedOwner.ts';
import type { OpaqueSpan, Span } from './note.ts';
import type { Text } from './text.ts';

/** Stands for one code unit of code, comment, HTML, escape or link target. From Unicode's private use area. */
export const masked = '\uE000';

/** Stands for the last code unit of a link target that is somebody's page or address. */
export const maskedPerson = '\uE001';

interface Link {
  readonly range: Span;
  readonly text: Span;
  readonly target: Span;
}

/** Offsets inside are relative to the prose's own start. */
export interface Prose {
  /** The prose's start, relative to its block's. */
  readonly from: number;
  readonly text: string;
  readonly links: readonly Link[];
  readonly opaque: readonly OpaqueSpan[];
}

type Piece = Span & { readonly by: string };

const opaqueKinds: Readonly<Record<string, OpaqueSpan['kind']>> = {
  InlineCode: 'code',
  Comment: 'comment',
  HTMLTag: 'html',
  ProcessingInstruction: 'html',
  Image: 'url',
};

/** Markup that separates words as a blank does. */
const blanks = new Set(['HeaderMark', 'QuoteMark', 'TaskMarker']);

const none: readonly never[] = [];

/** Reads the block at `node` of the note `text`. A table gives one prose a cell. */
export function readProse(node: SyntaxNode, text: Text): Prose[] {
  // Most blocks are words alone.
  if (node.name === 'Table') return atOnce(cellSteps(node, text));
  if (node.tree?.children.length === 0)
    return [{ from: 0, text: text.slice(node.from, node.to), links: none, opaque: none }];
  return [proseOf(node, text, node)];
}

/** The same in steps: a table may have very many cells. */
export function* proseSteps(node: SyntaxNode, text: Text): Steps<Prose[]> {
  return node.name === 'Table' ? yield* cellSteps(node, text) : readProse(node, text);
}

function* cellSteps(table: SyntaxNode, text: Text): Steps<Prose[]> {
  const proses: Prose[] = [];
  let rows = 0;
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    for (const cell of row.getChildren('TableCell')) proses.push(proseOf(cell, text, table));
    if (isEach(20, rows++)) yield;
  }
  return proses;
}

function proseOf(place: SyntaxNode, text: Text, node: SyntaxNode): Prose {
  return readOne(place.cursor(), text.slice(place.from, place.to), place.from, place.from - node.from);
}

/** `start` is where the prose begins in the note, `from` where in its block. */
function readOne(cursor: TreeCursor, text: string, start: number, from: number): Prose {
  const pieces: Piece[] = [];
  const links: Link[] = [];
  const opaque: OpaqueSpan[] = [];
  const tags: Span[] = [];
  const end = start + text.length;
  let more = cursor.firstChild();
  while (more && cursor.from < end) {
    const { name } = cursor;
    const span = { from: cursor.from - start, to: cursor.to - start };
    const isMarker = name === 'HTMLTag' && isMarkerTag(text, span);
    const kind = isMarker ? undefined : opaqueKinds[name];
    if (kind) opaque.push({ from: span.from, to: span.to, kind });
    if (name === 'HTMLTag' && isStrike(text, span)) pieces.push(pieceOf(span, '~'));
    else if (name === 'InlineCode' && isCodedOwner(text, span)) pieces.push(...ticksOf(span));
    else if (kind || name === 'Escape') pieces.push(pieceOf(span, masked));
    else if (blanks.has(name)) pieces.push(pieceOf(span, ' '));
    if (name === 'HTMLTag' && !isMarker) tags.push(span);
    const link = name === 'Link' ? readLink(cursor.node, text, start) : undefined;
    if (link) {
      links.push(link);
      // The text stays readable with its brackets; `](target "title")` does not.
      const [targetFrom, targetTo] = [link.text.to + 1, link.range.to];
      const isPerson = isPersonUrl(text.slice(link.target.from, link.target.to));
      pieces.push({ from: targetFrom, to: targetTo - 1, by: masked });
      pieces.push({ from: targetTo - 1, to: targetTo, by: isPerson ? maskedPerson : masked });
      opaque.push({ from: targetFrom, to: targetTo, kind: 'url' });
    }
    more = cursor.next(name === 'Link');
  }
  const code = codeBetween(tags, text);
  if (code.length === 0) return { from, text: applyMask(text, pieces), links, opaque };
  pieces.push(...code.map((span) => ({ ...span, by: masked })));
  return {
    from,
    text: applyMask(text, pieces),
    links: outside(code, links, ({ range }) => range),
    opaque: [
      ...outside(code, opaque, (span) => span),
      ...code.map((span) => ({ ...span, kind: 'code' as const })),
    ],
  };
}

function pieceOf({ from, to }: Span, by: string): Piece {
  return { from, to, by };
}

/** `<del>`, `<s>` and their ends are what `~~` is. */
function isStrike(text: string, { from, to }: Span): boolean {
  return /^<\/?(?:del|s|strike)\s*>$/i.test(text.slice(from, Math.min(to, from + 12)));
}

/** `<ACTION>`, which no page has for a tag. */
function isMarkerTag(text: string, { from, to }: Span): boolean {
  return /^<(?:TODO|FIXME|ACTION(?: ITEM)?)>$/.test(text.slice(from, Math.min(to, from + 16)));
}

/** As if it were emphasized. */
function ticksOf({ from, to }: Span): Piece[] {
  return [
    { from, to: from + 1, by: '*' },
    { from: to - 1, to, by: '*' },
  ];
}

/** What HTML shows, or reads, as it is. */
const codeTags = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'var', 'script', 'style', 'textarea', 'xmp']);

/**
 * What lies between the tags of code, the outermost alone, in order. As in a browser, a tag that is not closed goes on to the end of the block;
 * one that is closed but not opened was opened in a block before.
 */
function codeBetween(tags: readonly Span[], text: string): Span[] {
  const spans: Span[] = [];
  let open: { readonly name: string; readonly to: number; depth: number } | undefined;
  let last = 0;
  const add = (from: number, to: number): void => {
    if (from < to) spans.push({ from, to });
    last = to;
  };
  for (const { from, to } of tags) {
    const tag = text.slice(from, Math.min(to, from + 12)).toLowerCase();
    const isEnd = tag[1] === '/';
    const name = /^[a-z]+/.exec(tag.slice(isEnd ? 2 : 1))?.[0] ?? '';
    if (!codeTags.has(name) || (open && open.name !== name)) continue;
    if (!isEnd) {
      if (open) open.depth++;
      else open = { name, to, depth: 1 };
    } else if (open === undefined) {
      if (spans.length === 0 && last === 0) add(0, from);
    } else if (--open.depth === 0) {
      add(open.to, from);
      open = undefined;
    }
  }
  if (open) add(open.to, text.length);
  return spans;
}

/** Those that no span holds; both in order. */
function outside<T>(spans: readonly Span[], list: readonly T[], rangeOf: (item: T) => Span): T[] {
  const sorted = [...list].sort((a, b) => rangeOf(a).from - rangeOf(b).from);
  let next = 0;
  return sorted.filter((item) => {
    const { from, to } = rangeOf(item);
    while (next < spans.length && spans[next]!.to <= from) next++;
    const span = spans[next];
    return span === undefined || span.from > from || to > span.to;
  });
}

/** A link's target without the `<` and `>` that may stand around it. */
export function addressSpan(text: Text, { from, to }: Span): Span {
  return text.charAt(from) === '<' && text.charAt(to - 1) === '>'
    ? { from: from + 1, to: to - 1 }
    : { from, to };
}

/** `mailto:…`, `https://github.com/NAME`, `https://matrix.to/#/@name:host`. */
function isPersonUrl(url: string): boolean {
  return (
    url.startsWith('mailto:') ||
    url.startsWith('https://matrix.to/#/@') ||
    /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)\/[A-Za-z0-9-]{1,39}\/?$/.test(url)
  );
}

/** `text` is the prose's. */
function readLink(node: SyntaxNode, text: string, start: number): Link | undefined {
  const target = node.getChild('URL');
  const marks = node.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (!target || !open || !close) return undefined;
  return {
    range: { from: node.from - start, to: node.to - start },
    text: { from: open.to - start, to: close.from - start },
    target: addressSpan(text, { from: target.from - start, to: target.to - start }),
  };
}

function applyMask(text: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  const inOrder = pieces.length > 1 ? [...pieces].sort((a, b) => a.from - b.from) : pieces;
  for (const piece of inOrder) {
    const from = Math.max(piece.from, at);
    if (from >= piece.to) continue;
    parts.push(text.slice(at, from), piece.by.repeat(piece.to - from));
    at = piece.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
