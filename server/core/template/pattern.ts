/** Names and titles with a date in them: `{YYYYMMDD}_meeting_notes.md`, `{project} office hours {YYYY-MM-DD}`. */

import type { DateFormat } from '../note/dateFormat.ts';

export interface Pattern {
  readonly source: string;
  readonly parts: readonly PatternPart[];
}

export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | { readonly kind: 'project' }
  /** The meeting's number. */
  | { readonly kind: 'number' }
  /** `{any}`: any text. */
  | { readonly kind: 'any' };
