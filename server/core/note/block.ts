/** What one block of text says by itself, in offsets relative to the block, so that it can be kept across edits. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { findMarkedItems, type ProseItem } from './actionItems.ts';
import { readHeadingItem, readListItem } from './actionSections.ts';
import { headingKey } from './headingKey.ts';
import type { OpaqueSpan, PersonMention, Reference, Span, UnfilledReference } from './note.ts';
import { findPeople } from './people.ts';
import { type Prose, readProse } from './prose.ts';
import { findReferences, referenceInTarget } from './references.ts';

export interface Block {
  readonly proses: readonly Prose[];
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  readonly opaque: readonly OpaqueSpan[];
  readonly people: readonly PersonMention[];
  readonly marked: readonly ProseItem[];
  /** Nothing of note is in it: most blocks. */
  readonly plain: boolean;
  /** Present for a heading. */
  readonly heading?: BlockHeading;
  /** What `itemOf` has read already, by the checkbox's state. */
  readonly items: Map<boolean, ProseItem | undefined>;
}

interface BlockHeading {
  readonly textRange: Span;
  readonly text: string;
  readonly key: string;
  /** The heading read as one of an action section; only its place in the note tells whether it is. */
  readonly item: ProseItem | undefined;
}

/** Blocks by their tree: Lezer hands out the same one for a block that an edit did not touch. */
export type Blocks = Map<Tree, Block>;

/** Reads the leaf block at `node` of the note `text`, or takes it from `kept`; notes it down in `blocks`. */
export function readBlock(node: SyntaxNode, text: string, kept: Blocks | undefined, blocks: Blocks): Block {
  const { tree } = node;
  const block = (tree && kept?.get(tree)) ?? read(node, text);
  if (tree) blocks.set(tree, block);
  return block;
}

function read(node: SyntaxNode, text: string): Block {
  const proses = readProse(node, text);
  const heading = node.name.includes('Heading') ? readHeading(node, text, proses[0]) : undefined;
  const references: Reference[] = [];
  const unfilled: UnfilledReference[] = [];
  const opaque: OpaqueSpan[] = [];
  const people: PersonMention[] = [];
  const marked: ProseItem[] = [];
  for (const prose of proses) {
    const found = findReferences(prose);
    references.push(...found.references.map((each) => shiftReference(each, prose.from)));
    for (const link of prose.links) {
      const start = node.from + prose.from;
      const target = text.slice(start + link.target.from, start + link.target.to);
      const reference = referenceInTarget(target, link.target, link.range);
      if (reference) references.push(shiftReference(reference, prose.from));
    }
    unfilled.push(...found.unfilled.map((each) => ({ range: shift(each.range, prose.from) })));
    opaque.push(
      ...[...prose.opaque, ...found.urls].map((each) => ({ ...shift(each, prose.from), kind: each.kind })),
    );
    for (const mention of findPeople(prose, heading !== undefined)) {
      // `PR6562: …` is a reference, not somebody speaking.
      const reference = found.references.some(({ range }) => overlap(range, mention.range));
      if (!reference) people.push({ ...mention, range: shift(mention.range, prose.from) });
    }
    marked.push(...findMarkedItems(prose.text).map((each) => shiftItem(each, prose.from)));
  }
  references.sort((a, b) => a.range.from - b.range.from);
  opaque.sort((a, b) => a.from - b.from);
  return {
    proses,
    references: inTheirRepositories(references),
    unfilled,
    opaque,
    people,
    marked,
    plain: [references, unfilled, opaque, people, marked].every((each) => each.length === 0),
    ...(heading && { heading }),
    items: new Map(),
  };
}

/** In `[#7](…/other/pull/7)` the text means the target's repository. */
function inTheirRepositories(references: readonly Reference[]): readonly Reference[] {
  if (!references.some(({ link }) => link)) return references;
  return references.map((reference) => {
    const { link, repository, number } = reference;
    if (link?.half !== 'text' || repository) return reference;
    const target = references.find(
      (other) =>
        other.link?.half === 'target' && other.link.range.from === link.range.from && other.number === number,
    );
    return target?.repository ? { ...reference, repository: target.repository } : reference;
  });
}

/** The block read as an item of an action section; only its place in the note tells whether it is one. */
export function itemOf(block: Block, checked: boolean): ProseItem | undefined {
  if (!block.items.has(checked)) block.items.set(checked, readListItem(block.proses[0]?.text ?? '', checked));
  return block.items.get(checked);
}

function readHeading(node: SyntaxNode, text: string, prose: Prose | undefined): BlockHeading {
  const span = headingText(node, text);
  const written = text.slice(span.from, span.to);
  return {
    textRange: shift(span, -node.from),
    text: written,
    key: headingKey(written),
    item: readHeadingItem(prose?.text ?? ''),
  };
}

/** The heading's text without its marks, trimmed; in the note's offsets. */
function headingText(node: SyntaxNode, text: string): Span {
  const marks = node.getChildren('HeaderMark');
  const first = marks[0];
  const setext = first !== undefined && first.from > node.from;
  let from = setext || !first ? node.from : first.to;
  const last = marks.at(-1);
  let to = last && last.from > from ? last.from : node.to;
  while (from < to && text[from]?.trim() === '') from++;
  while (to > from && text[to - 1]?.trim() === '') to--;
  return { from, to };
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

export function shift(span: Span, by: number): Span {
  if (by === 0) return span;
  return { from: span.from + by, to: span.to + by };
}

export function shiftReference(reference: Reference, by: number): Reference {
  if (by === 0) return reference;
  const { range, numberRange, link } = reference;
  return {
    ...reference,
    range: shift(range, by),
    numberRange: shift(numberRange, by),
    ...(link && { link: { half: link.half, range: shift(link.range, by) } }),
  };
}

export function shiftItem(item: ProseItem, by: number): ProseItem {
  if (by === 0) return item;
  const { range, marker, owners, possibleOwner, ownerSlot, textRange } = item;
  return {
    ...item,
    range: shift(range, by),
    textRange: shift(textRange, by),
    ...(marker && { marker: shift(marker, by) }),
    owners: owners.map((owner) => ({ ...owner, range: shift(owner.range, by) })),
    ...(possibleOwner && { possibleOwner: { ...possibleOwner, range: shift(possibleOwner.range, by) } }),
    ownerSlot: { ...ownerSlot, range: shift(ownerSlot.range, by) },
  };
}
