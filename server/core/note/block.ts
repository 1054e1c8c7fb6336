/** What one block of text says by itself, in offsets relative to the block, so that it can be kept across edits. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import { findMarkedItems } from './actionItems.ts';
import { readListItem } from './actionSections.ts';
import { readTableItems, type TableRows, tableSteps, withNamesBeside } from './actionTable.ts';
import { type BlockHeading, readBlockHeading } from './blockHeading.ts';
import type {
  ExternalReference,
  OpaqueSpan,
  PersonMention,
  Recording,
  Reference,
  Repository,
  Span,
  UnfilledReference,
} from './note.ts';
import { findPeople } from './people.ts';
import { type Present, presentLabelEnd, readPresent, readPresentRow } from './present.ts';
import { type Prose, proseSteps, readProse } from './prose.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import type { RecordingPlace } from './recording.ts';
import { findReferences, pageInTarget, referenceInTarget } from './references.ts';
import { blockBefore, type ReadBefore } from './sameBlocks.ts';
import { moved, shift, shiftExternal, shiftItem, shiftOpaque, shiftReference } from './shift.ts';
import { isSpeaker } from './speakers.ts';
import type { Text } from './text.ts';
import { trimmed } from './trimmed.ts';

export interface Block {
  readonly proses: readonly Prose[];
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  readonly external: readonly ExternalReference[];
  readonly opaque: readonly OpaqueSpan[];
  readonly people: readonly PersonMention[];
  readonly marked: readonly ProseItem[];
  /** How many of its lines begin with initials that speak: `BT: …`. */
  readonly speakers: number;
  /** Nothing of note is in it: most blocks. */
  readonly plain: boolean;
  /** Present for a heading. */
  readonly heading: BlockHeading | undefined;
  readonly table: TableRows | undefined;
  /** It begins with a box. */
  readonly boxed: boolean;
  /** What `tableItemsOf` has read already. */
  tableItems: readonly ProseItem[] | undefined;
  /** What `itemOf` has read already, by the checkbox's state. */
  items: Map<boolean, ProseItem | undefined> | undefined;
  /** Past a label such as `Present:` that the block begins with; relative to its prose. */
  readonly presentFrom: number | undefined;
  /** What readRecording has read already. */
  recording: Map<RecordingPlace, Recording | undefined> | undefined;
  /** What `presentIn` has read already, by whether it is a list's item. */
  present: Map<boolean, Present> | undefined;
}

/** Blocks by their tree: Lezer hands out the same one for a block that an edit did not touch. */
export interface Blocks {
  get(tree: Tree): Block | undefined;
  set(tree: Tree, block: Block): unknown;
}

/** Those of a note that is read once: the last one alone, for whom reads it in two goes. */
export class LastBlock implements Blocks {
  #tree: Tree | undefined;
  #block: Block | undefined;

  get(tree: Tree): Block | undefined {
    return tree === this.#tree ? this.#block : undefined;
  }

  set(tree: Tree, block: Block): this {
    this.#tree = tree;
    this.#block = block;
    return this;
  }
}

export interface BlockSource {
  readonly text: Text;
  /** Those that were read before by the same conventions, and those that are read now. */
  readonly blocks: Blocks;
  /** What `blocks` were read from; absent: there are none. */
  readonly before?: ReadBefore | undefined;
  readonly reading: Reading;
}

/** Reads the leaf block at `node` of the note `text`, or takes it from `blocks`, which gets what is read. */
export function readBlock(node: SyntaxNode, source: BlockSource): Block {
  return knownBlock(node, source) ?? keep(node, read(node, source), source);
}

/** In UTF-16 code units: to look for one thing in so much takes about a millisecond. */
const longProse = 2_000;

/** Reads a block in steps, so that `readBlock` has it at once: a table may have very many cells, a line very many references. */
export function* readAhead(node: SyntaxNode, source: BlockSource): Steps<void> {
  // What is in a buffer is short.
  if (node.tree === null || knownBlock(node, source)) return;
  const proses = yield* proseSteps(node, source.text);
  yield;
  const found = nothingFound();
  for (const [index, prose] of proses.entries()) {
    const isLong = prose.text.length > longProse;
    if (isLong || isEach(20, index)) yield;
    const said = addReferences(found, prose, node, source);
    if (isLong) yield;
    addPeople(found, prose, said, source, false);
    if (isLong) yield;
    addMarked(found, prose, source);
  }
  yield;
  const table = node.name === 'Table' ? yield* tableSteps(node, proses) : undefined;
  yield;
  keep(node, blockOf(node, proses, found, source, undefined, table), source);
  yield;
}

function knownBlock({ tree, from }: SyntaxNode, { blocks, before }: BlockSource): Block | undefined {
  if (tree === null) return undefined;
  const known = blocks.get(tree);
  if (known) return known;
  const same = before && blockBefore(tree, from, before);
  const block = same && blocks.get(same);
  if (block) blocks.set(tree, block);
  return block;
}

function keep({ tree }: SyntaxNode, block: Block, { blocks }: BlockSource): Block {
  if (tree) blocks.set(tree, block);
  return block;
}

/** What the texts of a block say, relative to the block. */
interface Found {
  readonly references: Reference[];
  readonly unfilled: UnfilledReference[];
  readonly external: ExternalReference[];
  readonly opaque: OpaqueSpan[];
  readonly people: PersonMention[];
  readonly marked: ProseItem[];
}

function nothingFound(): Found {
  return { references: [], unfilled: [], external: [], opaque: [], people: [], marked: [] };
}

function read(node: SyntaxNode, source: BlockSource): Block {
  const proses = readProse(node, source.text);
  const heading = node.name.includes('Heading')
    ? readBlockHeading(node, source.text, proses[0], source.reading)
    : undefined;
  const found = nothingFound();
  for (const prose of proses) addProse(found, prose, node, source, heading !== undefined);
  return blockOf(node, proses, found, source, heading);
}

function addProse(
  found: Found,
  prose: Prose,
  node: SyntaxNode,
  source: BlockSource,
  isHeading: boolean,
): void {
  addPeople(found, prose, addReferences(found, prose, node, source), source, isHeading);
  addMarked(found, prose, source);
}

/** Gives the references that the text names, which are no people. */
function addReferences(
  { references, unfilled, external, opaque }: Found,
  prose: Prose,
  node: SyntaxNode,
  { text, reading }: BlockSource,
): readonly Reference[] {
  const said = findReferences(prose, reading);
  const { from } = prose;
  for (const each of said.references) references.push(from === 0 ? each : shiftReference(each, from));
  for (const link of prose.links) {
    const start = node.from + from;
    const target = text.slice(start + link.target.from, start + link.target.to);
    const reference = referenceInTarget(target, link.target, link.range, reading);
    if (reference) references.push(shiftReference(reference, from));
    const page = reference ? undefined : pageInTarget(target, link.target, link.range, reading);
    if (page) external.push(shiftExternal(page, from));
  }
  for (const each of said.unfilled) unfilled.push({ range: shift(each.range, from) });
  for (const each of said.external) external.push(shiftExternal(each, from));
  for (const each of prose.opaque) opaque.push(shiftOpaque(each, from));
  for (const each of said.urls) opaque.push(shiftOpaque(each, from));
  return said.references;
}

function addPeople(
  { people }: Found,
  prose: Prose,
  references: readonly Reference[],
  { reading }: BlockSource,
  isHeading: boolean,
): void {
  const { from } = prose;
  // Both are in the order of their places.
  let next = 0;
  for (const mention of findPeople(prose, isHeading, reading.roster)) {
    // `AP: …` is what the series begins a task with, and not a name unless it is in `people`.
    if (mention.evidence === 'attribution' && !mention.person && isMarker(mention.name, reading)) continue;
    // `PR6562: …` is a reference, not a speaker.
    while (next < references.length && references[next]!.range.to <= mention.range.from) next++;
    const reference = references[next];
    if (reference && overlap(reference.range, mention.range)) continue;
    people.push(moved(mention, from));
  }
}

function addMarked({ marked }: Found, prose: Prose, { reading }: BlockSource): void {
  const { from } = prose;
  for (const each of findMarkedItems(prose.text, reading)) marked.push(shiftItem(each, from));
}

function blockOf(
  node: SyntaxNode,
  proses: readonly Prose[],
  { references, unfilled, external, opaque, people, marked }: Found,
  { reading }: BlockSource,
  heading?: BlockHeading,
  table: TableRows | undefined = node.name === 'Table' ? atOnce(tableSteps(node, proses)) : undefined,
): Block {
  const plain =
    references.length + unfilled.length + external.length === 0 &&
    opaque.length + people.length + marked.length === 0;
  if (!plain) {
    references.sort((a, b) => a.range.from - b.range.from);
    external.sort((a, b) => a.range.from - b.range.from);
    opaque.sort((a, b) => a.from - b.from);
  }
  return {
    proses,
    references: trimmed(withTargets(references)),
    unfilled: trimmed(unfilled),
    external: trimmed(external),
    opaque: trimmed(opaque),
    people: trimmed(people),
    marked: table && marked.length > 0 ? withNamesBeside(marked, table, reading.roster) : trimmed(marked),
    speakers: people.length === 0 ? 0 : people.filter(isSpeaker).length,
    plain,
    heading,
    table,
    boxed: node.name === 'Task',
    tableItems: undefined,
    items: undefined,
    presentFrom: heading ? undefined : presentLabelEnd(proses[0]?.text ?? ''),
    recording: undefined,
    present: undefined,
  };
}

/**
 * The text of a link means what its target names: in `[#7](…/other/pull/7#issuecomment-1)` it is of the target's repository
 * and leads to the comment.
 */
function withTargets(references: readonly Reference[]): readonly Reference[] {
  if (references.length < 2) return references;
  const targets = new Map<number, Reference>();
  for (const each of references) if (each.link?.half === 'target') targets.set(each.link.range.from, each);
  if (targets.size === 0) return references;
  return references.map((reference) => {
    const { link, repository, number } = reference;
    const target = link?.half === 'text' ? targets.get(link.range.from) : undefined;
    if (target?.repository === undefined || target.number !== number) return reference;
    if (repository && !isSameRepository(repository, target.repository)) return reference;
    const tail = reference.tail ?? target.tail;
    return { ...reference, repository: repository ?? target.repository, ...(tail && { tail }) };
  });
}

function isSameRepository(one: Repository, other: Repository): boolean {
  return (['host', 'owner', 'name'] as const).every(
    (part) => one[part].toLowerCase() === other[part].toLowerCase(),
  );
}

/** The block read as an item of an action section; only its place in the note tells whether it is one. */
export function itemOf(block: Block, checked: boolean, reading: Reading): ProseItem | undefined {
  block.items ??= new Map();
  if (!block.items.has(checked))
    block.items.set(checked, readListItem(block.proses[0]?.text ?? '', checked, block.boxed, reading));
  return block.items.get(checked);
}

/** The table read as one of an action section; only its place in the note tells whether it is one. */
export function tableItemsOf(block: Block, { roster }: Reading): readonly ProseItem[] {
  block.tableItems ??= block.table ? readTableItems(block.table, roster) : [];
  return block.tableItems;
}

/** The block read as a list of those who were there, from behind its label on; only its place tells whether it is one. */
export function presentIn(block: Block, item: boolean, { roster }: Reading): Present {
  block.present ??= new Map();
  const known = block.present.get(item);
  if (known) return known;
  if (block.table) {
    const people = block.table.rows.flatMap((row) => {
      const cells = row.flatMap(({ prose }) => prose ?? []);
      const person = readPresentRow(
        cells.map(({ text }) => text),
        roster,
      );
      return person ? [{ ...person, range: shift(person.range, cells[person.cell]!.from) }] : [];
    });
    const table = { people: people.map(({ cell: _, ...person }) => person), to: 0 };
    block.present.set(item, table);
    return table;
  }
  const present = readPresent(block.proses[0]?.text ?? '', block.presentFrom ?? 0, item, roster);
  block.present.set(item, present);
  return present;
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function isMarker(name: string, { markers }: Reading): boolean {
  return markers.some(({ word }) => word === name);
}
