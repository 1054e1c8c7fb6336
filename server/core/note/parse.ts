/** One parse, one model: text to `Note`, reusing what an edit left alone. */

import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { isActionTitle, type ProseItem } from './actionItems.ts';
import { type Block, type Blocks, itemOf, readBlock, shift, shiftItem, shiftReference } from './block.ts';
import { findDate } from './dates.ts';
import { readDirective } from './directives.ts';
import { type MarkdownTree, parseMarkdown, type TextChange } from './markdown.ts';
import { nameKey } from './names.ts';
import type {
  ActionItem,
  Directive,
  Note,
  OpaqueSpan,
  Owner,
  PersonMention,
  Recording,
  Reference,
  Span,
  Title,
  UnfilledReference,
} from './note.ts';
import { findRecording } from './recording.ts';
import { referenceInTarget } from './references.ts';
import { type Heading, sectionTree } from './sections.ts';

export type { TextChange } from './markdown.ts';

/** Past these a note is read up to the line that breaks them; see `Note.truncated`. In UTF-16 code units. */
const longestNote = 2_000_000;
const longestLine = 100_000;

/** What a note was read from, for the next parse to start from. */
interface Source {
  readonly markdown: MarkdownTree;
  readonly blocks: Blocks;
}

const sources = new WeakMap<Note, Source>();

/**
 * Reads a note. `previous` is the note before `changes`, which are in offsets of its text (A) and of this one (B), in
 * order and without overlaps; with it the cost is that of what changed. Never throws.
 */
export function parseNote(
  text: string,
  previous?: { readonly note: Note; readonly changes: readonly TextChange[] },
): Note {
  const at = readableLength(text);
  const readable = at < text.length ? text.slice(0, at) : text;
  const kept =
    previous && !previous.note.truncated && at === text.length ? sources.get(previous.note) : undefined;
  const markdown = parseMarkdown(
    readable,
    kept && previous ? { markdown: kept.markdown, changes: previous.changes } : undefined,
  );
  const blocks: Blocks = new Map();
  const note = assemble(readable, markdown, kept?.blocks, blocks);
  const result: Note = at < text.length ? { ...note, text, truncated: { at } } : note;
  sources.set(result, { markdown, blocks });
  return result;
}

/** `text.length`, or the start of the line that is too long or lies too far down. */
function readableLength(text: string): number {
  let lineStart = 0;
  while (lineStart < text.length) {
    const end = text.indexOf('\n', lineStart);
    const lineEnd = end < 0 ? text.length : end;
    if (lineEnd - lineStart > longestLine || lineEnd > longestNote) return lineStart;
    lineStart = lineEnd + 1;
  }
  return text.length;
}

/** What the walk has gathered so far. */
interface Draft {
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
interface ActionContext {
  /** The level of the heading that opened it; 0: none is open. */
  readonly level: number;
  /** Owners of the sub-heading above, who own its items too. */
  readonly owners: readonly Owner[];
  /** The last block was a line such as `Next steps:`; its end. */
  readonly leadIn: number | undefined;
}

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

function assemble(text: string, markdown: MarkdownTree, kept: Blocks | undefined, blocks: Blocks): Note {
  const draft: Draft = {
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
  walk(markdown.tree.cursor(), draft);
  const { frontMatter, title, recording, references, unfilled, items, directives, opaque } = draft;
  return {
    text,
    ...(frontMatter && { frontMatter }),
    ...(title && { title }),
    ...(recording && { recording }),
    sections: sectionTree(draft.headings, text.length),
    references,
    unfilled,
    actionItems: items,
    people: withOwners(draft),
    directives,
    opaque,
  };
}

const top: Place = { quoted: false, itemDepth: 0, checked: false, led: false, listDepth: 0 };

/** Visits every block in document order; depth is on a stack of our own, so that no nesting can exhaust the call stack. */
function walk(cursor: TreeCursor, draft: Draft): void {
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

/** The heading above has something under it. */
function fill(draft: Draft): void {
  const last = draft.headings.at(-1);
  if (last?.empty) draft.headings[draft.headings.length - 1] = { ...last, empty: false };
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

function take(block: Block, by: number, draft: Draft, quoted: boolean): void {
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

function complete({ textRange, ...item }: ProseItem, draft: Draft, quoted: boolean): ActionItem {
  const lines = draft.text.slice(textRange.from, textRange.to).split('\n');
  const text = lines.map((line) => (quoted ? withoutQuoteMarks(line) : line).trim()).join(' ');
  return { ...item, text: text.trim(), quoted };
}

function withoutQuoteMarks(line: string): string {
  let at = 0;
  while (line[at] === ' ' || line[at] === '>') at++;
  return line.slice(at);
}

function shiftRecording(recording: Recording, by: number): Recording {
  const { url } = recording;
  return {
    ...recording,
    range: shift(recording.range, by),
    ...(url && { url: { ...url, range: shift(url.range, by) } }),
  };
}

/** The people mentioned, owners among them; the words of the title ("osquery will …") are nobody. */
function withOwners(draft: Draft): PersonMention[] {
  const titleWords = new Set((draft.title?.text ?? '').toLowerCase().split(' '));
  const recordingEnd = draft.recording?.range.to ?? 0;
  const people = draft.people.filter(
    ({ name, range }) => range.from >= recordingEnd && !titleWords.has(nameKey(name)),
  );
  const owners = new Map(
    draft.items.flatMap((item) => item.owners.map((owner) => [owner.range.from, owner])),
  );
  // `TODO(Ted)` reads like `(Ted)`; that he owns something is the better evidence.
  const others = people.filter((mention) => !owners.has(mention.range.from));
  const owning = [...owners.values()].map(({ name, range }): PersonMention => {
    return { name: name.startsWith('@') ? name.slice(1) : name, range, evidence: 'owner' };
  });
  return [...others, ...owning].sort((a, b) => a.range.from - b.range.from);
}
