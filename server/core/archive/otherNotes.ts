/**
 * What the other notes of a series teach. The index may know a note as it was some edits ago, so that a note is never
 * checked by what the index has of it: what it says itself is read from its text.
 */

import { canonicalUri } from '../uri.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { lazySeries } from './series.ts';

interface Indexed {
  readonly byUri: ReadonlyMap<string, NoteSummary>;
  /** What was asked for last: a document is asked about with each key. */
  uri: string;
  others: Series;
}

const indexed = new WeakMap<Series, Indexed>();

/**
 * `uri` in any spelling. The series itself where the note is not in it, or where its file has several meetings, which teach
 * one another.
 */
export function otherNotes(series: Series, uri: string | undefined): Series {
  if (uri === undefined) return series;
  const known = indexed.get(series) ?? {
    byUri: new Map(series.notes.filter(isWholeFile).map((note) => [canonicalUri(note.uri), note])),
    uri: '',
    others: series,
  };
  indexed.set(series, known);
  const own = canonicalUri(uri);
  if (known.uri === own) return known.others;
  const note = known.byUri.get(own);
  known.uri = own;
  known.others = note === undefined ? series : lazySeries(series, note);
  return known.others;
}

function isWholeFile({ meeting }: NoteSummary): boolean {
  return meeting === undefined;
}
