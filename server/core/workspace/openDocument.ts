/** A document of the editor's, kept in step by incremental changes, with its `Note` cached per version. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Steps } from '../../../shared/steps.ts';
import { listSteps } from '../note/assemble.ts';
import { type Conventions, usualConventions } from '../note/conventions.ts';
import type { TextChange } from '../note/markdown.ts';
import { keepMeetings } from '../note/meetings.ts';
import type { Note } from '../note/note.ts';
import { NoteDocument, type TextDocument } from '../note/noteDocument.ts';
import { noteSteps, parseNote } from '../note/parse.ts';
import { canonicalUri } from '../uri.ts';

/** How the file with this canonical URI is written; another object when that changed. */
export type ConventionsOf = (uri: string) => Conventions;

/** In UTF-16 code units: reading so much takes a few milliseconds. */
const longText = 20_000;
/** Putting together a list of so much takes as long. */
const veryLongText = 300_000;

export class OpenDocument {
  /** One spelling for all that name the same file. */
  readonly canonicalUri: string;
  #document: NoteDocument;
  readonly #conventionsOf: ConventionsOf;
  #parsed: Note | undefined;
  /** What `#parsed` was read by. */
  #conventions = usualConventions;
  /** What changed since `#parsed`, as one stretch; undefined: nothing did. */
  #change: TextChange | undefined;
  /** What changed since `readSteps` has begun; undefined: it is not under way. */
  #meanwhile: { change: TextChange | undefined } | undefined;

  constructor(document: TextDocument, conventionsOf: ConventionsOf = () => usualConventions) {
    const { uri, languageId, version } = document;
    this.#document = new NoteDocument(uri, document.getText(), languageId, version);
    this.#conventionsOf = conventionsOf;
    this.canonicalUri = canonicalUri(document.uri);
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  get document(): TextDocument {
    return this.#document;
  }

  /** Offsets in the note are offsets in the document: both count UTF-16 code units of the same text. */
  get note(): Note {
    const { known, conventions, previous } = this.#before();
    if (known !== undefined && previous === undefined) return known;
    const note = parseNote(this.#document.text, previous, conventions);
    return this.#took(note, known, conventions, undefined);
  }

  /** It takes a while to work through its text. */
  get isLong(): boolean {
    return this.#document.text.length > longText;
  }

  /** Asking for `note` takes no time that anybody notices. */
  get isRead(): boolean {
    if (!this.isLong) return true;
    const { known, previous } = this.#before();
    return known !== undefined && previous === undefined;
  }

  /** Reads the text as it is when this begins; what is typed meanwhile is left to the next time. */
  *readSteps(): Steps<void> {
    const { known, conventions, previous } = this.#before();
    const { text } = this.#document;
    const meanwhile = { change: undefined };
    this.#meanwhile = meanwhile;
    const note = yield* noteSteps(text, previous, conventions);
    // After an edit only the lists that are asked for are put together, unless one alone takes long.
    if (previous === undefined || text.length > veryLongText) yield* listSteps(note);
    // Its table of lines is made when the first is asked for.
    void this.#document.lineCount;
    yield;
    if (this.#meanwhile === meanwhile) this.#took(note, known, conventions, meanwhile.change);
  }

  /** What the text is read from: the note before, if it was read in the same way. */
  #before() {
    const change = this.#change;
    const conventions = this.#conventionsOf(this.canonicalUri);
    const known = conventions === this.#conventions ? this.#parsed : undefined;
    return { known, conventions, previous: known && change && { note: known, changes: [change] } };
  }

  #took(note: Note, known: Note | undefined, conventions: Conventions, change: TextChange | undefined): Note {
    if (known) keepMeetings(known, note);
    this.#parsed = note;
    this.#conventions = conventions;
    this.#change = change;
    this.#meanwhile = undefined;
    return note;
  }

  /** Applies changes one after the other: each range is meant for the text that the one before left (LSP 3.18, didChange). */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) this.#replace(change.range, change.text, version);
      else {
        const { uri, languageId } = this.#document;
        this.#document = new NoteDocument(uri, change.text, languageId, version);
        this.#parsed = undefined;
        this.#change = undefined;
        this.#meanwhile = undefined;
      }
    }
  }

  #replace(range: Range, text: string, version: number): void {
    const one = this.#document.offsetAt(range.start);
    const other = this.#document.offsetAt(range.end);
    const from = Math.min(one, other);
    const to = Math.max(one, other);
    const edited = { from, to, inserted: text.length };
    if (this.#parsed !== undefined) this.#change = joinChanges(this.#change, edited);
    if (this.#meanwhile) this.#meanwhile.change = joinChanges(this.#meanwhile.change, edited);
    this.#document.replace(from, to, text, version);
  }
}

type Range = Extract<TextDocumentContentChangeEvent, { range: unknown }>['range'];

/** `from` and `to` are offsets in the text before this edit; `inserted` is the length of what takes their place. */
export interface Edited {
  readonly from: number;
  readonly to: number;
  readonly inserted: number;
}

/** One stretch that covers `before` and the edit made after it. */
export function joinChanges(before: TextChange | undefined, edit: Edited): TextChange {
  const growth = edit.inserted - (edit.to - edit.from);
  if (before === undefined) {
    return { fromA: edit.from, toA: edit.to, fromB: edit.from, toB: edit.to + growth };
  }
  const fromB = Math.min(before.fromB, edit.from);
  const toB = Math.max(before.toB, edit.to);
  return {
    fromA: before.fromA - (before.fromB - fromB),
    toA: before.toA + (toB - before.toB),
    fromB,
    toB: toB + growth,
  };
}
