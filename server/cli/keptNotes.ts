/** What was parsed for the archive, kept for the check: a note is parsed once, unless there are very many. */

import type { Note } from '../core/note/note.ts';

/** In UTF-16 code units of all texts together: two thousand notes or so. */
const mostUnits = 8_000_000;

export class KeptNotes {
  readonly #notes = new Map<string, Note>();
  #units = 0;

  /** Forgets the note when there is no room. */
  keep(uri: string, note: Note): void {
    this.take(uri);
    if (this.#units + note.text.length > mostUnits) return;
    this.#units += note.text.length;
    // The copy goes without the syntax tree, which is kept for each note that may yet be edited.
    this.#notes.set(uri, { ...note });
  }

  /** Gives a note once. */
  take(uri: string): Note | undefined {
    const note = this.#notes.get(uri);
    this.#notes.delete(uri);
    this.#units -= note?.text.length ?? 0;
    return note;
  }
}
