/** The walk over a note's blocks, in document order: what each says where it stands. */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { isEach, type Steps } from '../../../shared/steps.ts';
import { closeTask, newTask } from './actionContext.ts';
import { follows } from './actionLines.ts';
import { listOfTasks, ownersAround, readTasks, type TaskNesting } from './actionWalk.ts';
import { type Block, readAhead, readBlock } from './block.ts';
import { readDirective } from './directives.ts';
import { type BlockContext, type Draft, fill, take } from './draft.ts';
import { readFacts, readHtmlFacts } from './facts.ts';
import type { OpaqueSpan } from './note.ts';
import { addressSpan } from './prose.ts';
import { referenceInTarget } from './references.ts';
import type { Text } from './text.ts';
import { readHeading } from './walkHeading.ts';

/** Where in quotes and lists a block stands. */
interface Nesting extends TaskNesting {
  readonly quoted: boolean;
  /** The outermost list tells who was there, as the line before it says. */
  readonly present: boolean;
}

const top: Nesting = {
  quoted: false,
  itemDepth: 0,
  checked: false,
  present: false,
  listDepth: 0,
  taskDepth: 0,
  label: undefined,
  task: undefined,
};

/**
 * Visits the block at the cursor, one of the top level, and every other that begins before the offset `end`, in document order; depth is
 * on a stack of our own, so that no nesting can exhaust the call stack.
 */
export function* walk(cursor: TreeCursor, end: number, draft: Draft): Steps<void> {
  const nestings: Nesting[] = [];
  let nesting = top;
  let read = 0;
  for (let visits = 0; ; visits++) {
    if (isEach(20, visits) || read > longestStep) {
      yield;
      read = 0;
    }
    if (isLongLeaf(cursor)) yield* readAhead(cursor.node, draft);
    const inner = visit(cursor, draft, nesting);
    if (inner === undefined) read += cursor.to - cursor.from;
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
      if (nesting.task && nesting.task !== outer.task)
        closeTask(nesting.task, outer.task ?? draft.actions.heading, draft.items);
      nesting = outer;
      cursor.parent();
    }
    if (nestings.length === 0 && cursor.from >= end) return;
  }
}

/** In UTF-16 code units: reading so much takes about a millisecond. */
const longestStep = 2_000;

function isLongLeaf({ name, from, to }: TreeCursor): boolean {
  return name === 'Table' || (to - from > longestStep && (name === 'Paragraph' || name === 'Task'));
}

/** Gives the nesting of the node's children when it is a container; reads it when it is a leaf. */
function visit(cursor: TreeCursor, draft: Draft, nesting: Nesting): Nesting | undefined {
  const { name } = cursor;
  switch (name) {
    case 'Blockquote':
      return { ...nesting, quoted: true, itemDepth: 0 };
    case 'BulletList':
    case 'OrderedList': {
      const listDepth = nesting.listDepth + 1;
      return {
        ...nesting,
        itemDepth: 0,
        listDepth,
        ...(!nesting.quoted && listOfTasks(cursor.from, listDepth, draft, nesting)),
        present: nesting.present || follows(draft.presentLeadIn, draft.text, cursor.from),
      };
    }
    case 'ListItem':
      return {
        ...nesting,
        itemDepth: nesting.listDepth,
        checked: isChecked(cursor.node, draft.text),
        task: nesting.taskDepth > 0 && !nesting.quoted ? newTask() : undefined,
      };
    case 'Paragraph':
    case 'Task':
    case 'Table':
      readLeaf(cursor.node, draft, nesting);
      return undefined;
    case 'FrontMatter':
      draft.frontMatter = { from: cursor.from, to: cursor.to };
      draft.opaque.push({ from: cursor.from, to: cursor.to, kind: 'frontMatter' });
      return undefined;
    case 'HorizontalRule':
      // A rule right below a heading is a part of it.
      if (nesting.listDepth === 0 && !nesting.quoted && draft.headings.at(-1)?.empty === false)
        draft.actions.over = true;
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
      readHtmlFacts(cursor.from, cursor.to, draft);
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

/** Before the box of an item, in UTF-16 code units: nine digits, their mark and four blanks. */
const longestMark = 14;

function isChecked(item: SyntaxNode, text: Text): boolean {
  if (!text.slice(item.from, item.from + longestMark + 1).includes('[')) return false;
  const marker = item.getChild('Task')?.getChild('TaskMarker');
  return (
    marker !== null && marker !== undefined && text.slice(marker.from, marker.to).toLowerCase() === '[x]'
  );
}

function readLeaf(node: SyntaxNode, draft: Draft, nesting: Nesting): void {
  fill(draft);
  const block = readBlock(node, draft);
  const first = draft.items.length;
  take(block, node.from, draft, contextOf(block, draft, nesting));
  readFacts(node, block, draft, nesting.quoted);
  if (!nesting.quoted) readTasks(node, block, draft, nesting, first);
  const isLabel = block.presentFrom !== undefined && isRestBlank(block, block.presentFrom);
  draft.presentLeadIn = isLabel ? node.to : undefined;
}

function isRestBlank({ proses }: Block, from: number): boolean {
  return (proses[0]?.text ?? '').slice(from).trim() === '';
}

const alone: BlockContext = { quoted: false, checked: false };

function contextOf({ presentFrom, marked }: Block, draft: Draft, nesting: Nesting): BlockContext {
  const { presentLevel } = draft;
  const { quoted, present, listDepth } = nesting;
  const isItem = nesting.itemDepth > 0;
  const checked = nesting.checked && isItem;
  if (quoted) return { quoted, checked };
  if (presentFrom !== undefined || (present && isItem)) return { quoted, checked, present: 'item' };
  if (presentLevel > 0 && (listDepth === 0 || isItem))
    return { quoted, checked, present: isItem ? 'item' : 'paragraph' };
  const owners = marked.length > 0 ? ownersAround(draft, nesting) : [];
  if (owners.length > 0) return { quoted, checked, owners };
  return checked ? { quoted, checked } : alone;
}

function readDefinition(node: SyntaxNode, draft: Draft): void {
  const url = node.getChild('URL');
  if (!url) return;
  const range = addressSpan(draft.text, url);
  draft.opaque.push({ ...range, kind: 'url' });
  const link = { from: node.from, to: node.to };
  const reference = referenceInTarget(draft.text.slice(range.from, range.to), range, link, draft.reading);
  if (reference) draft.references.push(reference);
}
