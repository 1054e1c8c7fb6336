/** What a note can begin with, beside its template. */

import type { TextReplacement } from './actionItems.ts';

/** In the order in which they are offered; what stands in the same section is written in this order as well. */
export const draftParts = [
  /** Releases since the note before. */
  'releases',
  /** Pull requests merged since the note before. */
  'highlights',
  /** Open action items of earlier notes. */
  'todos',
  /** Of these, those whose issues are closed, as done. */
  'done',
  /** Issues and pull requests with a label. */
  'agenda',
  /** References of several notes that are still open. */
  'recurring',
  /** The pull requests that have been open for longest. */
  'oldestPulls',
  /** Who was there lately. */
  'attendance',
] as const;

export type DraftPart = (typeof draftParts)[number];

/** `DraftNoteParams` → `EditItemResult` (see actionItems.ts): one edit of an open note */
export const draftNote = 'officeHours/note/draft';

export interface DraftNoteParams {
  /** The open note. */
  readonly uri: string;
  /** 0-based; chooses among several meetings in the file. */
  readonly line: number;
  readonly parts: readonly DraftPart[];
}

/** `FinishNoteParams` → `FinishNoteResult` */
export const finishNote = 'officeHours/note/finish';

export interface FinishNoteParams {
  /** The open note. */
  readonly uri: string;
  /** 0-based; chooses among several meetings in the file. */
  readonly line: number;
}

export interface UnfinishedItem {
  /** What is left to do: `PR #5 is not merged (open)`. */
  readonly message: string;
  /** Where it is; in another note for its action items. */
  readonly uri: string;
  /** 0-based */
  readonly line: number;
  /** Absent: the writer has to write something there. */
  readonly fix?: UnfinishedFix;
}

type UnfinishedFix =
  | { readonly kind: 'edits'; readonly title: string; readonly edits: readonly TextReplacement[] }
  /** An action item of another note is marked as done: see `EditItemParams`. */
  | { readonly kind: 'done'; readonly title: string; readonly character: number; readonly key: string };

export type FinishNoteResult =
  | {
      readonly kind: 'items';
      readonly uri: string;
      /** Of the document that the edits are for. */
      readonly version: number;
      /** Those of the note by their place, then those of earlier notes. */
      readonly items: readonly UnfinishedItem[];
      /** What could not be looked up, a sentence. */
      readonly remark?: string;
    }
  | { readonly kind: 'refused'; readonly message: string };
