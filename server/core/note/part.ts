/**
 * A note in parts: what stands before its first heading, and each heading of the top level with what is below it, up to the next.
 * A part is read by itself, from where the part before it ends, so an edit costs the parts that it touched.
 */

import type { Tree } from '@lezer/common';
import { type Draft, isOwnedAi } from './draft.ts';
import type {
  ActionItem,
  DateLine,
  Directive,
  ExternalReference,
  OpaqueSpan,
  PersonMention,
  Recording,
  Reference,
  Span,
  Title,
  UnfilledReference,
} from './note.ts';
import { originalOf, type ReadBefore } from './sameBlocks.ts';
import type { Heading } from './sections.ts';
import {
  moved,
  shift,
  shiftExternal,
  shiftItem,
  shiftOpaque,
  shiftRecording,
  shiftReference,
  shiftTitle,
} from './shift.ts';
import { trimmed } from './trimmed.ts';

/** A stretch of the text whose blocks a part is read from. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The blocks of the top level. Lezer gives the same object for a block that an edit did not touch. */
  readonly blocks: readonly Tree[];
  /** Where each of them begins, relative to `from`. */
  readonly starts: readonly number[];
}

/** The lists that a part adds to its note. */
export interface PartLists {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly unfilled: readonly UnfilledReference[];
  readonly external: readonly ExternalReference[];
  readonly items: readonly ActionItem[];
  readonly people: readonly PersonMention[];
  readonly directives: readonly Directive[];
  readonly opaque: readonly OpaqueSpan[];
}

/** What a note has once, where the part is the first to have it. */
export interface PartFacts {
  readonly frontMatter: Span | undefined;
  readonly title: Title | undefined;
  readonly tagsLine: Span | undefined;
  readonly recording: Recording | undefined;
  readonly dateLine: DateLine | undefined;
}

type Shifts<Values> = { readonly [Key in keyof Values]: (value: Values[Key], by: number) => Values[Key] };

const each =
  <Value>(move: (value: Value, by: number) => Value) =>
  (values: readonly Value[], by: number): readonly Value[] =>
    values.map((value) => move(value, by));

const listShifts: Shifts<PartLists> = {
  headings: each((heading, by) => ({ ...moved(heading, by), textRange: shift(heading.textRange, by) })),
  references: each(shiftReference),
  unfilled: each(moved),
  external: each(shiftExternal),
  items: each(shiftItem),
  people: each(moved),
  directives: each(moved),
  opaque: each(shiftOpaque),
};

const optional =
  <Value>(move: (value: Value, by: number) => Value) =>
  (value: Value | undefined, by: number): Value | undefined =>
    value && move(value, by);

const factShifts: Shifts<PartFacts> = {
  frontMatter: optional(shift),
  title: optional(shiftTitle),
  tagsLine: optional(shift),
  recording: optional(shiftRecording),
  dateLine: optional((line, by) => ({
    ...moved(line, by),
    ...(line.date && { date: moved(line.date, by) }),
  })),
};

const noFacts: PartFacts = {
  frontMatter: undefined,
  title: undefined,
  tagsLine: undefined,
  recording: undefined,
  dateLine: undefined,
};

/** A note of many parts has very many lists without anything. */
const nothing: { at: number; values: [] } = { at: 0, values: [] };
const noIndexes: ReadonlySet<number> = new Set();

/** What a part says. It stays the same object as long as nothing in it changes, wherever it moves. */
export class Part {
  /** The length of its text, and of the blank lines behind it. */
  readonly length: number;
  /** It adds something that a note has once. */
  readonly hasFacts: boolean;
  /** It has a task such as `AI: seph to write it`. */
  readonly hasOwnedAi: boolean;
  /** Which of its items are `AI: …` without an owner: statements, where no part of the note has such tasks with one. */
  readonly unownedAi: ReadonlySet<number>;
  /** What is kept of the part, and of the part without these items; see `newSlot`. */
  readonly results: unknown[] = [];
  readonly resultsWithoutStatements: unknown[] = [];
  readonly #stretch: Stretch;
  readonly #before: string;
  readonly #lists: { [Key in keyof PartLists]: { at: number; values: PartLists[Key] } };
  readonly #facts: PartFacts;

  /** `before` is the key of the state that it was read from; `facts` are those that it added. */
  constructor(stretch: Stretch, before: string, draft: Draft, facts: Partial<PartFacts>) {
    const at = stretch.from;
    const listOf = <Value>(values: readonly Value[]) =>
      values.length === 0 ? nothing : { at, values: trimmed(values) };
    this.length = stretch.to - stretch.from;
    this.#stretch = stretch;
    this.#before = before;
    this.hasOwnedAi = draft.items.some((item) => isOwnedAi(item, draft.text));
    this.unownedAi = draft.unownedAi.length === 0 ? noIndexes : indexesOf(draft.unownedAi, draft.items);
    this.#lists = {
      headings: listOf(draft.headings),
      references: listOf(draft.references),
      unfilled: listOf(draft.unfilled),
      external: listOf(draft.external),
      items: listOf(draft.items),
      people: listOf(draft.people),
      directives: listOf(draft.directives),
      opaque: listOf(draft.opaque),
    };
    this.hasFacts = Object.keys(facts).length > 0;
    this.#facts = this.hasFacts ? { ...noFacts, ...facts } : noFacts;
  }

  /** How many blocks it is read from. */
  get size(): number {
    return this.#stretch.blocks.length;
  }

  /** True when reading the stretch from the block with this index on, from a state with the key `before`, would give the same. */
  isAt({ blocks, starts }: TopBlocks, index: number, length: number, before: string): boolean {
    const stretch = this.#stretch;
    const end = index + stretch.blocks.length;
    if (before !== this.#before || end > blocks.length) return false;
    const from = partStart({ blocks, starts }, index);
    const to = end < blocks.length ? starts[end]! : length;
    if (to - from !== this.length || (end < blocks.length && !isHeading(blocks[end]!))) return false;
    for (let at = 0; at < stretch.blocks.length; at++) {
      if (stretch.blocks[at] !== blocks[index + at] || stretch.starts[at] !== starts[index + at]! - from)
        return false;
    }
    return true;
  }

  has(key: keyof PartLists): boolean {
    return this.#lists[key].values.length > 0;
  }

  /** What the list holds where the part begins at `from`, an offset of the note. */
  list<Key extends keyof PartLists>(key: Key, from: number): PartLists[Key] {
    const kept = this.#lists[key];
    if (kept.at !== from && kept.values.length > 0) {
      kept.values = listShifts[key](kept.values, from - kept.at);
      kept.at = from;
    }
    return kept.values;
  }

  /** The same object as long as the part neither changes nor moves. */
  fact<Key extends keyof PartFacts>(key: Key, from: number): PartFacts[Key] {
    const by = from - this.#stretch.from;
    return by === 0 ? this.#facts[key] : factShifts[key](this.#facts[key], by);
  }
}

function indexesOf(some: readonly ActionItem[], all: readonly ActionItem[]): ReadonlySet<number> {
  const wanted = new Set(some);
  return new Set([...all.keys()].filter((index) => wanted.has(all[index]!)));
}

/** All blocks of the top level with their offsets, the first and the next. */
export interface TopBlocks {
  readonly blocks: readonly Tree[];
  readonly starts: readonly number[];
}

/** Lezer groups many children of the document in nodes without a name. */
export function topBlocksOf(tree: Tree, before: ReadBefore | undefined): TopBlocks {
  const blocks: Tree[] = [];
  const starts: number[] = [];
  addBlocks(tree, 0, blocks, starts);
  const last = blocks.length - 1;
  // Lezer parses a list again where nothing follows it.
  if (before && last >= 0) blocks[last] = originalOf(blocks[last]!, starts[last]!, before);
  return { blocks, starts };
}

function addBlocks({ children, positions }: Tree, from: number, blocks: Tree[], starts: number[]): void {
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!;
    // Lezer keeps blocks as trees; only what is in them may be in buffers.
    if (!('children' in child)) continue;
    const at = from + positions[index]!;
    if (child.type.isAnonymous) addBlocks(child, at, blocks, starts);
    else {
      blocks.push(child);
      starts.push(at);
    }
  }
}

/** Where a part begins whose first block has this index: blank lines belong to the part before them, but for the first ones. */
export function partStart({ starts }: TopBlocks, index: number): number {
  return index === 0 ? 0 : starts[index]!;
}

/** The stretch whose first block has this index: up to the next heading, or to `length`, the end of the text. */
export function stretchFrom({ blocks, starts }: TopBlocks, index: number, length: number): Stretch {
  let end = index + 1;
  while (end < blocks.length && !isHeading(blocks[end]!)) end++;
  const from = partStart({ blocks, starts }, index);
  return {
    from,
    to: end < blocks.length ? starts[end]! : length,
    blocks: blocks.slice(index, end),
    starts: starts.slice(index, end).map((start) => start - from),
  };
}

function isHeading({ type: { name } }: Tree): boolean {
  return name.startsWith('ATXHeading') || name.startsWith('SetextHeading');
}
