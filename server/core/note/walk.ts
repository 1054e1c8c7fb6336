/** The walk over a note's blocks, in document order: what each says where it stands. */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import type { ProseItem } from './actionItems.ts';
import { isActionTitle } from './actionSections.ts';
import { itemOf, readBlock, shift, shiftItem } from './block.ts';
import { findDate } from './dates.ts';
import { readDirective } from './directives.ts';
import { complete, type Draft, fill, take } from './draft.ts';
import type { OpaqueSpan, Owner, Recording } from './note.ts';
import { findRecording } from './recording.ts';
import { referenceInTarget } from './references.ts';

/** Where in quotes and lists a block stands. */
interface Place {
  readonly quoted: boolean;
  /** Depth of the list the block is the first of an item of; 0: it is none's first. */
  readonly itemDepth: number;
  readonly checked: boolean;
  /** The innermost list follows a lead-in. */
  readonly led: boolean;
  readonly listDepth: number;
}

const top: Place = { quoted: false, itemDepth: 0, checked: false, led: false, listDepth: 0 };

/** Visits every block in document order; depth is on a stack of our own, so that no nesting can exhaust the call stack. */
export function walk(cursor: TreeCursor, draft: Draft): void {
  const places: Place[] = [];
  let place = top;
  if (!cursor.firstChild()) return;
  for (;;) {
    const inner = visit(cursor, draft, place);
    if (inner && cursor.firstChild()) {
      places.push(place);
      place = inner;
      continue;
    }
    // Only the first block of an item is the item's own text.
    if (place.itemDepth > 0 && cursor.name !== 'ListMark') place = { ...place, itemDepth: 0 };
    while (!cursor.nextSibling()) {
      const outer = places.pop();
      if (!outer) return;
      place = outer;
      cursor.parent();
    }
  }
}

/** Gives the place of the node's children when it is a container; reads it when it is a leaf. */
function visit(cursor: TreeCursor, draft: Draft, place: Place): Place | undefined {
  const { name } = cursor;
  switch (name) {
    case 'Blockquote':
      return { ...place, quoted: true, itemDepth: 0 };
    case 'BulletList':
    case 'OrderedList': {
      const led =
        draft.actions.leadIn !== undefined && isBlankBetween(draft.text, draft.actions.leadIn, cursor.from);
      return {
        ...place,
        itemDepth: 0,
        listDepth: place.listDepth + 1,
        led: led || (place.led && place.listDepth > 0),
      };
    }
    case 'ListItem':
      return { ...place, itemDepth: place.listDepth, checked: isChecked(cursor.node, draft.text) };
    case 'Paragraph':
    case 'Task':
    case 'Table':
      readLeaf(cursor.node, draft, place);
      return undefined;
    case 'FrontMatter':
      draft.frontMatter = { from: cursor.from, to: cursor.to };
      draft.opaque.push({ from: cursor.from, to: cursor.to, kind: 'frontMatter' });
      return undefined;
    case 'FencedCode':
    case 'CodeBlock':
      return opaqueBlock(cursor, draft, 'code');
    case 'CommentBlock': {
      const directive = readDirective(draft.text.slice(cursor.from, cursor.to), cursor.from);
      if (directive) draft.directives.push(directive);
      return opaqueBlock(cursor, draft, 'comment');
    }
    case 'HTMLBlock':
    case 'ProcessingInstructionBlock':
      return opaqueBlock(cursor, draft, 'html');
    case 'LinkReference':
      readDefinition(cursor.node, draft);
      return undefined;
    default:
      if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading'))
        readHeading(cursor.node, draft, place);
      return undefined;
  }
}

function opaqueBlock(cursor: TreeCursor, draft: Draft, kind: OpaqueSpan['kind']): undefined {
  draft.opaque.push({ from: cursor.from, to: cursor.to, kind });
  if (kind !== 'comment') fill(draft);
}

function isChecked(item: SyntaxNode, text: string): boolean {
  const marker = item.getChild('Task')?.getChild('TaskMarker');
  return (
    marker !== null && marker !== undefined && text.slice(marker.from, marker.to).toLowerCase() === '[x]'
  );
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  return to - from < 200 && text.slice(from, to).trim() === '';
}

function readLeaf(node: SyntaxNode, draft: Draft, place: Place): void {
  fill(draft);
  const block = readBlock(node, draft.text, draft.kept, draft.blocks);
  take(block, node.from, draft, place.quoted);
  if (node.name === 'Paragraph' && !draft.recording && draft.headings.length === 0) {
    const [prose] = block.proses;
    const found = prose && findRecording(prose, draft.text.slice(node.from, node.to));
    if (found) draft.recording = shiftRecording(found, node.from);
  }
  const inSection = draft.actions.level > 0 || place.led;
  if (block.marked.length === 0 && inSection && place.itemDepth === 1 && !place.quoted) {
    const item = itemOf(block, place.checked);
    if (item)
      draft.items.push(complete(inherit(shiftItem(item, node.from), draft.actions.owners), draft, false));
  }
  const leadIn = leadsIn(node, draft.text, place) ? node.to : undefined;
  if (leadIn !== draft.actions.leadIn) draft.actions = { ...draft.actions, leadIn };
}

/** A paragraph whose last line is `Next steps:` or the like. */
function leadsIn(node: SyntaxNode, text: string, place: Place): boolean {
  let to = node.to;
  while (to > node.from && ' \t\r\n*_'.includes(text[to - 1] as string)) to--;
  if (place.itemDepth > 0 || text[to - 1] !== ':') return false;
  const from = Math.max(node.from, text.lastIndexOf('\n', to - 1) + 1);
  return isActionTitle(text.slice(from, to));
}

function readHeading(node: SyntaxNode, draft: Draft, place: Place): void {
  const block = readBlock(node, draft.text, draft.kept, draft.blocks);
  const level = Number(node.name.at(-1));
  const range = { from: node.from, to: node.to };
  const { heading } = block;
  if (!heading) return;
  const textRange = shift(heading.textRange, node.from);
  const { text, key } = heading;
  take(block, node.from, draft, place.quoted);
  if (place.quoted) return;
  const date = level === 1 ? findDate(draft.text, textRange.from, textRange.to) : undefined;
  // A title comes first; a later level-1 heading is one when it is the only one with a date.
  if (level === 1 && !draft.title && (draft.headings.length === 0 || date)) {
    draft.title = { range, textRange, text, ...(date && { date }) };
    draft.actions = { level: 0, owners: [], leadIn: undefined };
    return;
  }
  if (draft.actions.level === 0 || level <= draft.actions.level) {
    draft.actions = { level: isActionTitle(text) ? level : 0, owners: [], leadIn: undefined };
  } else {
    const item = block.marked.length === 0 ? heading.item : undefined;
    if (item) {
      const whole = { ...shiftItem(item, node.from), range };
      draft.items.push(complete(whole, draft, false));
    }
    const owners = item ? shiftItem(item, node.from).owners : [];
    draft.actions = { ...draft.actions, owners, leadIn: undefined };
  }
  draft.headings.push({ level, range, textRange, text, key, empty: true });
}

function readDefinition(node: SyntaxNode, draft: Draft): void {
  const url = node.getChild('URL');
  if (!url) return;
  const range = { from: url.from, to: url.to };
  draft.opaque.push({ ...range, kind: 'url' });
  const reference = referenceInTarget(draft.text.slice(url.from, url.to), range, {
    from: node.from,
    to: node.to,
  });
  if (reference) draft.references.push(reference);
}

function inherit(item: ProseItem, owners: readonly Owner[]): ProseItem {
  return item.owners.length === 0 && owners.length > 0 ? { ...item, owners } : item;
}

function shiftRecording(recording: Recording, by: number): Recording {
  const { url } = recording;
  return {
    ...recording,
    range: shift(recording.range, by),
    ...(url && { url: { ...url, range: shift(url.range, by) } }),
  };
}
