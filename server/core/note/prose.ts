/**
 * The prose of one block: its text with all that is not prose masked out, so that scanners can walk it as a plain
 * string. Masking keeps every offset.
 */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import type { OpaqueSpan, Span } from './note.ts';

/** Stands for one code unit of code, comment, HTML, escape or link target. From Unicode's private use area. */
export const masked = '\uE000';

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

/** Reads the block at `node` of the note `text`. A table gives one prose a cell. */
export function readProse(node: SyntaxNode, text: string): Prose[] {
  const places = node.name === 'Table' ? cellsOf(node) : [node];
  return places.map((place) =>
    readOne(place.cursor(), text.slice(place.from, place.to), place.from, place.from - node.from),
  );
}

function cellsOf(table: SyntaxNode): SyntaxNode[] {
  const cells: SyntaxNode[] = [];
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name === 'TableHeader' || row.name === 'TableRow') cells.push(...row.getChildren('TableCell'));
  }
  return cells;
}

/** `start` is where the prose begins in the note, `from` where in its block. */
function readOne(cursor: TreeCursor, text: string, start: number, from: number): Prose {
  const pieces: Piece[] = [];
  const links: Link[] = [];
  const opaque: OpaqueSpan[] = [];
  const end = start + text.length;
  let more = cursor.firstChild();
  while (more && cursor.from < end) {
    const { name } = cursor;
    const span = { from: cursor.from - start, to: cursor.to - start };
    const kind = opaqueKinds[name];
    if (kind) opaque.push({ ...span, kind });
    if (kind || name === 'Escape') pieces.push({ ...span, by: masked });
    else if (blanks.has(name)) pieces.push({ ...span, by: ' ' });
    const link = name === 'Link' ? readLink(cursor.node, start) : undefined;
    if (link) {
      links.push(link);
      // The text stays readable with its brackets; `](target "title")` does not.
      const target = { from: link.text.to + 1, to: link.range.to };
      pieces.push({ ...target, by: masked });
      opaque.push({ ...target, kind: 'url' });
    }
    more = cursor.next(name === 'Link');
  }
  return { from, text: applyMask(text, pieces), links, opaque };
}

function readLink(node: SyntaxNode, start: number): Link | undefined {
  const target = node.getChild('URL');
  const marks = node.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (!target || !open || !close) return undefined;
  return {
    range: { from: node.from - start, to: node.to - start },
    text: { from: open.to - start, to: close.from - start },
    target: { from: target.from - start, to: target.to - start },
  };
}

function applyMask(text: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const from = Math.max(piece.from, at);
    if (from >= piece.to) continue;
    parts.push(text.slice(at, from), piece.by.repeat(piece.to - from));
    at = piece.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
