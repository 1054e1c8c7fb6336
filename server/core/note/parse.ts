/** One parse, one model: text to `Note`, reusing what an edit left alone. */

import type { Tree } from '@lezer/common';
import { atOnce, type Steps } from '../../../shared/steps.ts';
import { noteOf, withTitle } from './assemble.ts';
import { type Blocks, LastBlock } from './block.ts';
import { type Conventions, usualConventions } from './conventions.ts';
import { type MarkdownTree, markdownSteps, parseMarkdown, type TextChange } from './markdown.ts';
import type { DatedText, Note } from './note.ts';
import { type Readable, readable, readableAfter } from './readable.ts';
import { readingOf } from './reading.ts';
import { type ReadParts, readParts } from './readParts.ts';
import type { Text } from './text.ts';
import { type TitlePlace, titlePlaceOf } from './titlePlace.ts';

export type { TextChange } from './markdown.ts';

/** What a note was read from, for the next parse to start from. */
interface Source {
  readonly readable: Readable;
  readonly markdown: MarkdownTree;
  readonly blocks: Blocks;
  readonly parts: ReadParts;
  /** The blocks and parts are as these say. */
  readonly conventions: Conventions;
}

const sources = new WeakMap<Note, Source>();

/**
 * Reads a note. `previous` is the note before `changes`, which are in offsets of its text (A) and of this one (B), in
 * order and without overlaps; with it the cost is that of what changed. `conventions` are how the community writes; notes
 * read by the same object share what they can. Never throws.
 */
export function parseNote(
  text: Text,
  previous?: { readonly note: Note; readonly changes: readonly TextChange[] },
  conventions: Conventions = usualConventions,
): Note {
  return atOnce(noteSteps(text, previous, conventions));
}

/** The same for a note that no edit follows, and that is forgotten soon: what the next parse would start from is not kept. */
export function parseNoteOnce(text: string, conventions: Conventions): Note {
  return atOnce(
    parse(
      text,
      undefined,
      conventions,
      (tree, read) => titlePlaceOf(tree, read, conventions),
      new LastBlock(),
    ),
  );
}

/** The same in steps, for a long text. */
export function noteSteps(
  text: Text,
  previous: { readonly note: Note; readonly changes: readonly TextChange[] } | undefined,
  conventions: Conventions,
): Steps<Note> {
  return parse(text, previous, conventions, (tree, read) => titlePlaceOf(tree, read, conventions));
}

/** The same for one meeting of a file with several: it begins with its heading, of any level, which is the title. */
export function parseMeeting(
  text: string,
  previous: { readonly note: Note; readonly changes: readonly TextChange[] } | undefined,
  conventions: Conventions,
): Note {
  return atOnce(parse(text, previous, conventions, () => ({ headingFrom: 0 })));
}

/** The note with the day that its title does not say in full. */
export function withTitleDate(note: Note, date: DatedText): Note {
  const result = note.title ? withTitle(note, { ...note.title, date }) : note;
  const source = sources.get(note);
  if (source) sources.set(result, source);
  return result;
}

function* parse(
  text: Text,
  previous: { readonly note: Note; readonly changes: readonly TextChange[] } | undefined,
  conventions: Conventions,
  placeIn: (tree: Tree, read: Text) => TitlePlace,
  lastBlock?: LastBlock,
): Steps<Note> {
  const before = previous && sources.get(previous.note);
  const { read, changes } =
    before && previous
      ? readableAfter(text, before.readable, previous.changes)
      : { read: readable(text.toString()), changes: undefined };
  const kept = changes && before;
  const markdown = yield* markdownSteps(
    read.text,
    kept && changes ? { markdown: kept.markdown, changes } : undefined,
  );
  const usable = kept?.conventions === conventions ? kept : undefined;
  const blocks: Blocks = lastBlock ?? usable?.blocks ?? new WeakMap();
  const readBefore = usable && changes ? { tree: usable.markdown.tree, changes } : undefined;
  const source = { text: read.text, blocks, before: readBefore, reading: readingOf(conventions) };
  const titlePlace = placeIn(markdown.tree, read.text);
  const parts = yield* readParts(markdown.tree, source, conventions, titlePlace, usable?.parts);
  const note = noteOf(text, read, conventions, titlePlace.declared, parts.placed);
  // Whoever reads many notes leaves less to the collector of garbage without it.
  if (!lastBlock) sources.set(note, { readable: read, markdown, blocks, parts: parts.read, conventions });
  return note;
}

/** The tree that a note was read from, and the text that it is of; see `Readable`. */
export function markdownOf(note: Note): { readonly markdown: MarkdownTree; readonly text: Text } {
  const source = sources.get(note);
  if (source) return { markdown: source.markdown, text: source.readable.text };
  const { text } = readable(note.text);
  return { markdown: parseMarkdown(text), text };
}
