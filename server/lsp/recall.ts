/** The notes of a session for questions across them. */

import type { NotesOfSeries } from '../core/features/findReferences.ts';
import type { Conventions } from '../core/note/conventions.ts';
import { parseNote } from '../core/note/parse.ts';
import { CurrentNotes, type CurrentNotesHost, type SeriesNotes } from '../core/workspace/currentNotes.ts';
import type { DocumentContexts } from '../core/workspace/documentContext.ts';

export interface RecalledSeries extends SeriesNotes, NotesOfSeries {
  readonly conventions: Conventions;
}

export class Recall {
  readonly #host: CurrentNotesHost;
  readonly #contexts: Pick<DocumentContexts, 'repositoryOf'>;
  readonly #current: CurrentNotes;

  constructor(host: CurrentNotesHost, contexts: Pick<DocumentContexts, 'repositoryOf'>) {
    this.#host = host;
    this.#contexts = contexts;
    this.#current = new CurrentNotes(host);
  }

  /** One for each series, the main one first. */
  lists(): RecalledSeries[] {
    return this.#current.all().map((list) => {
      const uri = list.notes[0]?.uri ?? list.series.folder;
      const conventions = this.#host.archive.templates.conventionsOf(uri);
      // What one of its notes alone says of the repository does not count for the others.
      const own = this.#contexts.repositoryOf(uri, parseNote('', undefined, conventions));
      return { ...list, own, conventions };
    });
  }
}
