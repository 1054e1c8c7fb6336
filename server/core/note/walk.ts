/** The walk over a note's blocks, in document order: what each says where it stands. */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { isActionTitle } from './actionSections.ts';
import { type Block, itemOf, readBlock } from './block.ts';
import { readDirective } from './directives.ts';
import { type BlockContext, complete, type Draft, fill, take } from './draft.ts';
import { readFacts } from './facts.ts';
import type { OpaqueSpan, Owner } from './note.ts';
import type { ProseItem } from './proseItem.ts';
import { referenceInTarget } from './references.ts';
import { shiftItem } from './shift.ts';
import { readHeading } from './walkHeading.ts';

/** Where in quotes and lists a block stands. */
interface Nesting {
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

const top: Nesting = {
  quoted: false,
  itemDepth: 0,
  checked: false,
  led: 0,
  present: false,
  listDepth: 0,
};

/** Visits every block in document order; depth is on a stack of our own, so that no nesting can exhaust the call stack. */
export function walk(cursor: TreeCursor, draft: Draft): void {
  const nestings: Nesting[] = [];
  let nesting = top;
  if (!cursor.firstChild()) return;
  for (;;) {
    const inner = visit(cursor, draft, nesting);
    if (inner && cursor.firstChild()) {
      nestings.push(nesting);
      nesting = inner;
      continue;
    }
    // Only the first block of an item is the item's own text.
    if (nesting.itemDepth > 0 && cursor.name !== 'ListMark') nesting = { ...nesting, itemDepth: 0 };
    while (!cursor.nextSibling()) {
      const outer = nestings.pop();
      if (!outer) return;
      nesting = outer;
      cursor.parent();
    }
  }
}

/** Gives the nesting of the node's children when it is a container; reads it when it is a leaf. */
function visit(cursor: TreeCursor, draft: Draft, nesting: Nesting): Nesting | undefined {
  const { name } = cursor;
  switch (name) {
    case 'Blockquote':
      return { ...nesting, quoted: true, itemDepth: 0 };
    case 'BulletList':
    case 'OrderedList': {
      const led = follows(draft.actions.leadIn, draft.text, cursor.from);
      const listDepth = nesting.listDepth + 1;
      return {
        ...nesting,
        itemDepth: 0,
        listDepth,
        led: led ? listDepth : nesting.led,
        present: nesting.present || follows(draft.presentLeadIn, draft.text, cursor.from),
      };
    }
    case 'ListItem':
      return { ...nesting, itemDepth: nesting.listDepth, checked: isChecked(cursor.node, draft.text) };
    case 'Paragraph':
    case 'Task':
    case 'Table':
      readLeaf(cursor.node, draft, nesting);
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
        readHeading(cursor.node, draft, nesting.quoted);
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

function readLeaf(node: SyntaxNode, draft: Draft, nesting: Nesting): void {
  fill(draft);
  const block = readBlock(node, draft);
  take(block, node.from, draft, contextOf(block, draft, nesting));
  if (node.name === 'Paragraph') readFacts(node, block, draft, nesting.quoted);
  const item = block.marked.length === 0 && !nesting.quoted ? taskOf(node, block, draft, nesting) : undefined;
  if (item)
    draft.items.push(complete(inherit(shiftItem(item, node.from), draft.actions.owners), draft, false));
  const leadIn = leadsIn(node, draft, nesting) ? node.to : undefined;
  if (leadIn !== draft.actions.leadIn) draft.actions = { ...draft.actions, leadIn };
  const isLabel = block.presentFrom !== undefined && isRestBlank(block, block.presentFrom);
  draft.presentLeadIn = isLabel ? node.to : undefined;
}

function isRestBlank({ proses }: Block, from: number): boolean {
  return (proses[0]?.text ?? '').slice(from).trim() === '';
}

const alone: BlockContext = { quoted: false, checked: false };

function contextOf({ presentFrom }: Block, { presentLevel }: Draft, nesting: Nesting): BlockContext {
  const { quoted, present, listDepth } = nesting;
  const isItem = nesting.itemDepth > 0;
  const checked = nesting.checked && isItem;
  if (quoted) return { quoted, checked };
  if (presentFrom !== undefined || (present && isItem)) return { quoted, checked, present: 'item' };
  if (presentLevel > 0 && (listDepth === 0 || isItem))
    return { quoted, checked, present: isItem ? 'item' : 'paragraph' };
  return checked ? { quoted, checked } : alone;
}

/** The block as a task without a marker: an action section's item, or anywhere `- [ ] Name: …` of a person in `people`. */
function taskOf(
  node: SyntaxNode,
  block: Block,
  { actions, reading }: Draft,
  nesting: Nesting,
): ProseItem | undefined {
  const taskDepth = nesting.led > 0 ? nesting.led : actions.level > 0 ? 1 : -1;
  if (nesting.itemDepth === taskDepth) return itemOf(block, nesting.checked, reading);
  if (node.name !== 'Task' || nesting.itemDepth === 0 || reading.roster.people.length === 0) return undefined;
  const item = itemOf(block, nesting.checked, reading);
  const last = item?.owners.at(-1);
  const isNamed = item?.owners.some(({ person }) => person !== undefined);
  return last && isNamed && block.proses[0]?.text[last.range.to] === ':' ? item : undefined;
}

/** A paragraph whose last line is `Next steps:` or the like; within an action section an item that says so is one of its own. */
function leadsIn(node: SyntaxNode, { text, reading, actions }: Draft, nesting: Nesting): boolean {
  let to = node.to;
  while (to > node.from && ' \t\r\n*_'.includes(text[to - 1] as string)) to--;
  const isTask = nesting.itemDepth > 0 && (actions.level > 0 || nesting.led > 0);
  if (isTask || text[to - 1] !== ':') return false;
  const from = Math.max(node.from, text.lastIndexOf('\n', to - 1) + 1);
  return isActionTitle(text.slice(from, to), reading);
}

function readDefinition(node: SyntaxNode, draft: Draft): void {
  const url = node.getChild('URL');
  if (!url) return;
  const range = { from: url.from, to: url.to };
  draft.opaque.push({ ...range, kind: 'url' });
  const link = { from: node.from, to: node.to };
  const reference = referenceInTarget(draft.text.slice(url.from, url.to), range, link, draft.reading);
  if (reference) draft.references.push(reference);
}

function inherit(item: ProseItem, owners: readonly Owner[]): ProseItem {
  return item.owners.length === 0 && owners.length > 0 ? { ...item, owners } : item;
}
