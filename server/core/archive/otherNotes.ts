/**
 * What the other notes of a series teach. The index may know a note as it was some edits ago, so that a note is never
 * checked by what the index has of it: what it says itself is read from its text.
 */

import type { Note } from '../note/note.ts';
import { canonicalUri, fileNameOf } from '../uri.ts';
import type { NoteSummary, Series } from './noteSummary.ts';
import { byDate, lazySeries, withMeetings } from './series.ts';
import { summarize } from './summary.ts';

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

/** All notes of the series, newest first, with the one at `uri` as its text is in the editor, also where the index does not have it yet. */
export function notesAsWritten(series: Series | undefined, uri: string, note: Note): NoteSummary[] {
  const indexed = series?.whole?.series.notes ?? series?.notes ?? [];
  const canonical = canonicalUri(uri);
  const fileName = fileNameOf(canonical);
  // Names are cheaper to compare than to bring into one spelling.
  const isOwn = (each: NoteSummary) => each.fileName === fileName && canonicalUri(each.uri) === canonical;
  const known = indexed.find(isOwn);
  const others = indexed.filter((each) => !isOwn(each));
  const written = summarize(known?.uri ?? uri, note, known?.fileDate);
  const isMeetings = others.some(({ meeting }) => meeting !== undefined);
  const own = isMeetings ? (written.meetings ?? [written]) : withMeetings([written]);
  return [...others, ...own].sort(byDate);
}
