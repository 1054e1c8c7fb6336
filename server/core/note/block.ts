/** What one block of text says by itself, in offsets relative to the block, so that it can be kept across edits. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { findMarkedItems } from './actionItems.ts';
import { readListItem } from './actionSections.ts';
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
import { findPeople, isSpeaker } from './people.ts';
import { type Present, presentLabelEnd, readPresent, readPresentRow } from './present.ts';
import { type Prose, readProse } from './prose.ts';
import type { ProseItem } from './proseItem.ts';
import type { Reading } from './reading.ts';
import { findReferences, referenceInTarget } from './references.ts';
import { shift, shiftItem, shiftReference } from './shift.ts';

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
  readonly heading?: BlockHeading;
  /** Present for a table: the cells of each row but the header. */
  readonly rows?: readonly (readonly Prose[])[];
  /** What `itemOf` has read already, by the checkbox's state. */
  readonly items: Map<boolean, ProseItem | undefined>;
  /** Past a label such as `Present:` that the block begins with; relative to its prose. */
  readonly presentFrom: number | undefined;
  /** What readFacts has read already, by whether the usual labels count. */
  readonly recording: Map<boolean, Recording | undefined>;
  /** What `presentIn` has read already, by whether it is a list's item. */
  readonly present: Map<boolean, Present>;
}

/** Blocks by their tree: Lezer hands out the same one for a block that an edit did not touch. */
export type Blocks = Map<Tree, Block>;

export interface BlockSource {
  readonly text: string;
  /** The blocks of the last parse, read by the same conventions. */
  readonly kept: Blocks | undefined;
  readonly blocks: Blocks;
  readonly reading: Reading;
}

/** Reads the leaf block at `node` of the note `text`, or takes it from `kept`; notes it down in `blocks`. */
export function readBlock(node: SyntaxNode, { text, kept, blocks, reading }: BlockSource): Block {
  const { tree } = node;
  const block = (tree && kept?.get(tree)) ?? read(node, text, reading);
  if (tree) blocks.set(tree, block);
  return block;
}

function read(node: SyntaxNode, text: string, reading: Reading): Block {
  const proses = readProse(node, text);
  const heading = node.name.includes('Heading')
    ? readBlockHeading(node, text, proses[0], reading)
    : undefined;
  const references: Reference[] = [];
  const unfilled: UnfilledReference[] = [];
  const external: ExternalReference[] = [];
  const opaque: OpaqueSpan[] = [];
  const people: PersonMention[] = [];
  const marked: ProseItem[] = [];
  for (const prose of proses) {
    const found = findReferences(prose, reading);
    references.push(...found.references.map((each) => shiftReference(each, prose.from)));
    for (const link of prose.links) {
      const start = node.from + prose.from;
      const target = text.slice(start + link.target.from, start + link.target.to);
      const reference = referenceInTarget(target, link.target, link.range, reading);
      if (reference) references.push(shiftReference(reference, prose.from));
    }
    unfilled.push(...found.unfilled.map((each) => ({ range: shift(each.range, prose.from) })));
    external.push(...found.external.map((each) => ({ ...each, range: shift(each.range, prose.from) })));
    opaque.push(
      ...[...prose.opaque, ...found.urls].map((each) => ({ ...shift(each, prose.from), kind: each.kind })),
    );
    for (const mention of findPeople(prose, heading !== undefined, reading.roster)) {
      // `AP: …` is what the series begins a task with, and not a name unless it is in `people`.
      if (mention.evidence === 'attribution' && !mention.person && isMarker(mention.name, reading)) continue;
      // `PR6562: …` is a reference, not a speaker.
      const reference = found.references.some(({ range }) => overlap(range, mention.range));
      if (!reference) people.push({ ...mention, range: shift(mention.range, prose.from) });
    }
    marked.push(...findMarkedItems(prose.text, reading).map((each) => shiftItem(each, prose.from)));
  }
  references.sort((a, b) => a.range.from - b.range.from);
  opaque.sort((a, b) => a.from - b.from);
  return {
    proses,
    references: withTargets(references),
    unfilled,
    external,
    opaque,
    people,
    marked,
    speakers: people.filter(isSpeaker).length,
    plain: [references, unfilled, external, opaque, people, marked].every((each) => each.length === 0),
    ...(heading && { heading }),
    ...(node.name === 'Table' && { rows: rowsOf(node, proses) }),
    items: new Map(),
    presentFrom: heading ? undefined : presentLabelEnd(proses[0]?.text ?? ''),
    recording: new Map(),
    present: new Map(),
  };
}

/** The proses of a table are those of its cells, row by row. */
function rowsOf(table: SyntaxNode, cells: readonly Prose[]): readonly (readonly Prose[])[] {
  const rows: Prose[][] = [];
  let at = 0;
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    const end = at + row.getChildren('TableCell').length;
    if (row.name === 'TableRow') rows.push(cells.slice(at, end));
    at = end;
  }
  return rows;
}

/**
 * The text of a link means what its target names: in `[#7](…/other/pull/7#issuecomment-1)` it is of the target's repository
 * and leads to the comment.
 */
function withTargets(references: readonly Reference[]): readonly Reference[] {
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
  if (!block.items.has(checked))
    block.items.set(checked, readListItem(block.proses[0]?.text ?? '', checked, reading));
  return block.items.get(checked);
}

/** The block read as a list of those who were there, from behind its label on; only its place tells whether it is one. */
export function presentIn(block: Block, item: boolean, { roster }: Reading): Present {
  const known = block.present.get(item);
  if (known) return known;
  const { rows } = block;
  if (rows) {
    const people = rows.flatMap((cells) => {
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
