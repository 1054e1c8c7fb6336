/** The values that the model of a note is made of. */

/** Offsets into a text: 0-based, counted in UTF-16 code units, end exclusive. */
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

export interface Repository {
  /** Lower case, `github.com` unless the URL names another host. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}
