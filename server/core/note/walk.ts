/** The walk over a note's blocks, in document order: what each says where it stands. */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import type { ProseItem } from './actionItems.ts';
import { isActionTitle } from './actionSections.ts';
import { type Block, itemOf, readBlock } from './block.ts';
import { readDirective } from './directives.ts';
import { complete, type Draft, fill, type Standing, take } from './draft.ts';
import { readFacts } from './facts.ts';
import type { OpaqueSpan, Owner } from './note.ts';
import { referenceInTarget } from './references.ts';
import { shiftItem } from './shift.ts';
import { readHeading } from './walkHeading.ts';

/** Where in quotes and lists a block stands. */
interface Place {
  readonly quoted: boolean;
  /** Depth of the list the block is the first of an item of; 0: it is none's first. */
  readonly itemDepth: number;
  readonly checked: boolean;
  /** The depth of the list that follows a lead-in; 0: none around does. */
  readonly led: number;
  /** The outermost list tells who was there, as the line before it says. */
  readonly present: boolean;
  readonly listDepth: number;
}

const top: Place = {
  quoted: false,
  itemDepth: 0,
  checked: false,
  led: 0,
  present: false,
  listDepth: 0,
};

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
      const led = follows(draft.actions.leadIn, draft.text, cursor.from);
      const listDepth = place.listDepth + 1;
      return {
        ...place,
        itemDepth: 0,
        listDepth,
        led: led ? listDepth : place.led,
        present: place.present || follows(draft.presentLeadIn, draft.text, cursor.from),
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
        readHeading(cursor.node, draft, place.quoted);
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

/** Nothing but blanks stands between a line that leads in and what begins at `to`. */
function follows(leadIn: number | undefined, text: string, to: number): boolean {
  return leadIn !== undefined && to - leadIn < 200 && text.slice(leadIn, to).trim() === '';
}

function readLeaf(node: SyntaxNode, draft: Draft, place: Place): void {
  fill(draft);
  const block = readBlock(node, draft);
  take(block, node.from, draft, standingOf(block, draft, place));
  if (node.name === 'Paragraph') readFacts(node, block, draft, place.quoted);
  const item = block.marked.length === 0 && !place.quoted ? taskOf(node, block, draft, place) : undefined;
  if (item)
    draft.items.push(complete(inherit(shiftItem(item, node.from), draft.actions.owners), draft, false));
  const leadIn = leadsIn(node, draft, place) ? node.to : undefined;
  if (leadIn !== draft.actions.leadIn) draft.actions = { ...draft.actions, leadIn };
  const isLabel = block.presentFrom !== undefined && isRestBlank(block, block.presentFrom);
  draft.presentLeadIn = isLabel ? node.to : undefined;
}

function isRestBlank({ proses }: Block, from: number): boolean {
  return (proses[0]?.text ?? '').slice(from).trim() === '';
}

const alone: Standing = { quoted: false, checked: false };

function standingOf({ presentFrom }: Block, { presentLevel }: Draft, place: Place): Standing {
  const { quoted, present, listDepth } = place;
  const isItem = place.itemDepth > 0;
  const checked = place.checked && isItem;
  if (quoted) return { quoted, checked };
  if (presentFrom !== undefined || (present && isItem)) return { quoted, checked, present: 'item' };
  if (presentLevel > 0 && (listDepth === 0 || isItem))
    return { quoted, checked, present: isItem ? 'item' : 'paragraph' };
  return checked ? { quoted, checked } : alone;
}

/** The block as a task without a marker: an action section's item, or anywhere `- [ ] Name: …` of somebody on the roster. */
function taskOf(
  node: SyntaxNode,
  block: Block,
  { actions, reading }: Draft,
  place: Place,
): ProseItem | undefined {
  const taskDepth = place.led > 0 ? place.led : actions.level > 0 ? 1 : -1;
  if (place.itemDepth === taskDepth) return itemOf(block, place.checked, reading);
  if (node.name !== 'Task' || place.itemDepth === 0 || reading.roster.people.length === 0) return undefined;
  const item = itemOf(block, place.checked, reading);
  const last = item?.owners.at(-1);
  const isNamed = item?.owners.some(({ person }) => person !== undefined);
  return last && isNamed && block.proses[0]?.text[last.range.to] === ':' ? item : undefined;
}

/** A paragraph whose last line is `Next steps:` or the like; within an action section an item that says so is one of its own. */
function leadsIn(node: SyntaxNode, { text, reading, actions }: Draft, place: Place): boolean {
  let to = node.to;
  while (to > node.from && ' \t\r\n*_'.includes(text[to - 1] as string)) to--;
  const isTask = place.itemDepth > 0 && (actions.level > 0 || place.led > 0);
  if (isTask || text[to - 1] !== ':') return false;
  const from = Math.max(node.from, text.lastIndexOf('\n', to - 1) + 1);
  return isActionTitle(text.slice(from, to), reading);
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
