/** What reading a note has gathered so far, and how a block adds to it. */

import type { ProseItem } from './actionItems.ts';
import { type Block, type Blocks, shift, shiftItem, shiftReference } from './block.ts';
import { readDirective } from './directives.ts';
import type {
  ActionItem,
  Directive,
  OpaqueSpan,
  Owner,
  PersonMention,
  Recording,
  Reference,
  Span,
  Title,
  UnfilledReference,
} from './note.ts';
import type { Heading } from './sections.ts';

export interface Draft {
  readonly text: string;
  readonly kept: Blocks | undefined;
  readonly blocks: Blocks;
  readonly headings: Heading[];
  readonly references: Reference[];
  readonly unfilled: UnfilledReference[];
  readonly items: ActionItem[];
  readonly people: PersonMention[];
  readonly directives: Directive[];
  readonly opaque: OpaqueSpan[];
  frontMatter: Span | undefined;
  title: Title | undefined;
  recording: Recording | undefined;
  actions: ActionContext;
}

/** Where in an action section the walk is. */
export interface ActionContext {
  /** The level of the heading that opened it; 0: none is open. */
  readonly level: number;
  /** Owners of the sub-heading above, who own its items too. */
  readonly owners: readonly Owner[];
  /** The last block was a line such as `Next steps:`; its end. */
  readonly leadIn: number | undefined;
}

/** Nothing gathered yet. `kept` are the blocks of the last parse, `blocks` collects those of this one. */
export function newDraft(text: string, kept: Blocks | undefined, blocks: Blocks): Draft {
  return {
    text,
    kept,
    blocks,
    headings: [],
    references: [],
    unfilled: [],
    items: [],
    people: [],
    directives: [],
    opaque: [],
    frontMatter: undefined,
    title: undefined,
    recording: undefined,
    actions: { level: 0, owners: [], leadIn: undefined },
  };
}

/** The heading above has something under it. */
export function fill(draft: Draft): void {
  const last = draft.headings.at(-1);
  if (last?.empty) draft.headings[draft.headings.length - 1] = { ...last, empty: false };
}

/** Adds what a block says by itself; `by` is the block's offset in the note. */
export function take(block: Block, by: number, draft: Draft, quoted: boolean): void {
  if (block.plain) return;
  for (const reference of block.references) draft.references.push(shiftReference(reference, by));
  for (const each of block.unfilled) draft.unfilled.push({ range: shift(each.range, by) });
  for (const each of block.people) draft.people.push({ ...each, range: shift(each.range, by) });
  for (const item of block.marked) draft.items.push(complete(shiftItem(item, by), draft, quoted));
  for (const each of block.opaque) {
    const span = { ...shift(each, by), kind: each.kind };
    draft.opaque.push(span);
    const directive =
      each.kind === 'comment' && readDirective(draft.text.slice(span.from, span.to), span.from);
    if (directive) draft.directives.push(directive);
  }
}

/** The item with its task as one line. Its offsets are the note's already. */
export function complete({ textRange, ...item }: ProseItem, draft: Draft, quoted: boolean): ActionItem {
  const lines = draft.text.slice(textRange.from, textRange.to).split('\n');
  const text = lines.map((line) => (quoted ? withoutQuoteMarks(line) : line).trim()).join(' ');
  return { ...item, text: text.trim(), quoted };
}

function withoutQuoteMarks(line: string): string {
  let at = 0;
  while (line[at] === ' ' || line[at] === '>') at++;
  return line.slice(at);
}
