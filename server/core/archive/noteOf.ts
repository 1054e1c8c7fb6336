import type { NoteSummary, Series } from './noteSummary.ts';
import { canonicalUri } from './uri.ts';

const known = new WeakMap<Series, ReadonlyMap<string, NoteSummary>>();

/** What the series knows of the note at `uri`, however that is spelled; undefined when it is none of its notes. */
export function noteOf(series: Series, uri: string): NoteSummary | undefined {
  let byUri = known.get(series);
  if (byUri === undefined) {
    byUri = new Map(series.notes.map((note) => [canonicalUri(note.uri), note]));
    known.set(series, byUri);
  }
  return byUri.get(canonicalUri(uri));
}
