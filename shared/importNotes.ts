/** The request for notes in text from a shared pad. Nothing is written: the client does that. */

import type { TextReplacement } from './actionItems.ts';
import type { NewNoteParams, NewNoteResult } from './protocol.ts';

/** `ImportNotesParams` → `ImportNotesResult`, once for each choice of the writer. */
export const importNotes = 'officeHours/notes/import';

export interface ImportNotesParams
  extends Pick<NewNoteParams, 'folder' | 'target' | 'document' | 'chooseMeeting' | 'meeting' | 'date'> {
  readonly text: string;
  /** Only the meetings of these days, `YYYY-MM-DD`; absent: all. */
  readonly days?: readonly string[] | null;
}

export interface ImportedNote {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Of the file; null: an untitled document, or there is none. */
  readonly uri: string | null;
  /** `added`: to a file with several meetings. `twice`: a meeting above it in the text has its day or its file. */
  readonly state: 'new' | 'added' | 'exists' | 'twice' | 'refused';
  /** Of `refused`, a sentence. */
  readonly message?: string;
  /** What is reported in the note. */
  readonly problems: readonly string[];
}

export type ImportNotesResult =
  /** `date`: the text does not say its day. */
  | Extract<NewNoteResult, { kind: 'meeting' | 'date' | 'refused' }>
  | {
      readonly kind: 'notes';
      /** In the text's order. */
      readonly notes: readonly ImportedNote[];
      readonly files: readonly { readonly uri: string | null; readonly text: string }[];
      /** Of files that are there; `version`: of the open document, null: of the file. */
      readonly changes: readonly {
        readonly uri: string;
        readonly version: number | null;
        readonly edits: readonly TextReplacement[];
      }[];
    };
