/** The values that the model of a note is made of. */

export type { DatedText, IsoDate, Span } from '../../../shared/span.ts';

export interface Repository {
  /** Lower case, `github.com` unless the URL names another host. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}
