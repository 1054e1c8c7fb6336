/** Parts of a text, and days in it. */

/** Offsets in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A calendar date without a time or a zone, as `YYYY-MM-DD`. Compares correctly as a string. */
export type IsoDate = string;

export interface DatedText {
  readonly range: Span;
  readonly value: IsoDate;
}
