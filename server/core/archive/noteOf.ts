import type { IsoDate } from '../note/note.ts';
import { canonicalUri, fileNameOf } from '../uri.ts';
import type { NoteSummary, Series } from './noteSummary.ts';

/**
 * What the series knows of the note at `uri`, however that is spelled; undefined when it is none of its notes. `day` chooses
 * among several meetings in the file; without it there is none of them.
 */
export function noteOf(series: Series, uri: string, day?: IsoDate): NoteSummary | undefined {
  const canonical = canonicalUri(uri);
  const fileName = fileNameOf(canonical);
  // Names are cheaper to compare than to bring into one spelling.
  return series.notes.find(
    (note) =>
      note.fileName === fileName &&
      (note.meeting === undefined || note.titleDate === day) &&
      canonicalUri(note.uri) === canonical,
  );
}
