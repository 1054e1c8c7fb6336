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
  shiftRecording,
  shiftReference,
  shiftTitle,
} from './shift.ts';

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
  opaque: each((span, by) => ({ ...shift(span, by), kind: span.kind })),
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
    const listOf = <Values extends readonly unknown[]>(values: Values) =>
      values.length === 0 ? nothing : { at, values };
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

  /** True when reading `stretch` from a state with the key `before` would give the same. */
  isOf(stretch: Stretch, before: string): boolean {
    const { blocks, starts } = this.#stretch;
    return (
      before === this.#before &&
      stretch.to - stretch.from === this.length &&
      stretch.blocks.length === blocks.length &&
      stretch.blocks.every(
        (block, index) => block === blocks[index] && stretch.starts[index] === starts[index],
      )
    );
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

  fact<Key extends keyof PartFacts>(key: Key, from: number): PartFacts[Key] {
    return factShifts[key](this.#facts[key], from - this.#stretch.from);
  }
}

function indexesOf(some: readonly ActionItem[], all: readonly ActionItem[]): ReadonlySet<number> {
  const wanted = new Set(some);
  return new Set([...all.keys()].filter((index) => wanted.has(all[index]!)));
}

/** The stretches of a tree whose text has `length` UTF-16 code units: they cover it without gaps. */
export function* stretchesOf(
  tree: Tree,
  length: number,
  before: ReadBefore | undefined,
): Generator<Stretch, void, undefined> {
  let from = 0;
  let blocks: Tree[] = [];
  let starts: number[] = [];
  for (const { block, at } of topBlocks(tree)) {
    if (isHeading(block) && (at > 0 || blocks.length > 0)) {
      yield { from, to: at, blocks, starts };
      from = at;
      blocks = [];
      starts = [];
    }
    blocks.push(block);
    starts.push(at - from);
  }
  const last = blocks.length - 1;
  // Lezer parses a list again where nothing follows it.
  if (before && last >= 0) blocks[last] = originalOf(blocks[last]!, from + starts[last]!, before);
  yield { from, to: length, blocks, starts };
}

/** The children of the document, with their offsets. Lezer groups many of them in nodes without a name. */
function* topBlocks(tree: Tree): Generator<{ readonly block: Tree; readonly at: number }, void, undefined> {
  const pending: { tree: Tree; at: number; next: number }[] = [{ tree, at: 0, next: 0 }];
  for (let last = pending.at(-1); last; last = pending.at(-1)) {
    const index = last.next++;
    const child = last.tree.children[index];
    const at = last.at + (last.tree.positions[index] ?? 0);
    if (child === undefined) pending.pop();
    // Lezer keeps blocks as trees; only what is in them may be in buffers.
    else if (!('children' in child)) continue;
    else if (child.type.isAnonymous) pending.push({ tree: child, at, next: 0 });
    else yield { block: child, at };
  }
}

function isHeading({ type: { name } }: Tree): boolean {
  return name.startsWith('ATXHeading') || name.startsWith('SetextHeading');
}
