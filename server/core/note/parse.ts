/** One parse, one model: text to `Note`, reusing what an edit left alone. */

import type { Blocks } from './block.ts';
import { type Conventions, usualConventions } from './conventions.ts';
import { type Draft, endConversation, newDraft } from './draft.ts';
import { type MarkdownTree, parseMarkdown, type TextChange } from './markdown.ts';
import { nameKey } from './names.ts';
import type { Note, PersonMention } from './note.ts';
import { readingOf } from './reading.ts';
import { sectionTree } from './sections.ts';
import { titlePlaceOf } from './titlePlace.ts';
import { walk } from './walk.ts';

export type { TextChange } from './markdown.ts';

/** Past these a note is read up to the line that breaks them; see `Note.truncated`. In UTF-16 code units. */
const longestNote = 2_000_000;
const longestLine = 100_000;

/** What a note was read from, for the next parse to start from. */
interface Source {
  readonly markdown: MarkdownTree;
  readonly blocks: Blocks;
  /** The blocks are as these say. */
  readonly conventions: Conventions;
}

const sources = new WeakMap<Note, Source>();

/**
 * Reads a note. `previous` is the note before `changes`, which are in offsets of its text (A) and of this one (B), in
 * order and without overlaps; with it the cost is that of what changed. `conventions` are how the community writes; notes
 * read by the same object share what they can. Never throws.
 */
export function parseNote(
  text: string,
  previous?: { readonly note: Note; readonly changes: readonly TextChange[] },
  conventions: Conventions = usualConventions,
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
  const usable = kept?.conventions === conventions ? kept.blocks : undefined;
  const note = assemble(readable, markdown, usable, blocks, conventions);
  const result: Note = at < text.length ? { ...note, text, truncated: { at } } : note;
  sources.set(result, { markdown, blocks, conventions });
  return result;
}

/** The tree that a note was read from, of its text up to `Note.truncated`. */
export function markdownOf(note: Note): MarkdownTree {
  return sources.get(note)?.markdown ?? parseMarkdown(note.text.slice(0, note.truncated?.at));
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

function assemble(
  text: string,
  markdown: MarkdownTree,
  kept: Blocks | undefined,
  blocks: Blocks,
  conventions: Conventions,
): Note {
  const source = { text, kept, blocks, reading: readingOf(conventions) };
  const draft = newDraft(source, conventions, titlePlaceOf(markdown.tree, text, conventions));
  walk(markdown.tree.cursor(), draft);
  endConversation(draft);
  const { frontMatter, title, recording, dateLine, tagsLine, references, unfilled, external } = draft;
  const { items, directives, opaque } = draft;
  return {
    text,
    conventions,
    ...(frontMatter && { frontMatter }),
    ...(title && { title }),
    ...(recording && { recording }),
    ...(dateLine && { dateLine }),
    ...(tagsLine && { tagsLine }),
    sections: sectionTree(draft.headings, text.length),
    references,
    unfilled,
    external,
    actionItems: items,
    people: withOwners(draft),
    directives,
    opaque,
  };
}

/** The people mentioned, owners among them; the words of the title ("osquery will …") are not people. */
function withOwners(draft: Draft): PersonMention[] {
  const titleWords = new Set((draft.title?.text ?? '').toLowerCase().split(' '));
  // Only above the first section is a recording's line the end of what has nobody's name.
  const recorded = draft.recording?.range.to ?? 0;
  const recordingEnd = recorded <= (draft.headings[0]?.range.from ?? recorded) ? recorded : 0;
  const isRecording = (at: number) => at < recorded && at >= (draft.recording?.range.from ?? recorded);
  const people = draft.people.filter(
    ({ name, range, evidence, person }) =>
      evidence === 'present' ||
      (range.from >= recordingEnd &&
        !isRecording(range.from) &&
        (person !== undefined || !titleWords.has(nameKey(name)))),
  );
  const owners = new Map(
    draft.items.flatMap((item) => item.owners.map((owner) => [owner.range.from, owner])),
  );
  // `TODO(Ted)` reads like `(Ted)`; that he owns something is the better evidence.
  const others = people.filter((mention) => !owners.has(mention.range.from));
  const owning = [...owners.values()].map(({ name, range, person }): PersonMention => {
    const plain = name.startsWith('@') ? name.slice(1) : name;
    return { name: plain, range, evidence: 'owner', ...(person && { person }) };
  });
  return [...others, ...owning].sort((a, b) => a.range.from - b.range.from);
}
