/** Reads the latest notes of a series, which learning needs whole. */

import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { DatedNote } from '../learn/evidence.ts';
import type { Note } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import type { Cancellation, Files, Timers } from '../ports.ts';
import { turn } from '../turn.ts';
import { canonicalUri, componentsBelow, parentUri } from '../uri.ts';
import { isSaved } from './learnSeries.ts';
import type { Archive } from './noteIndex.ts';

export interface LatestNotesState {
  readonly archive: Archive;
  readonly files: Pick<Files, 'read'>;
  /** Present where other messages are to be handled in between. */
  readonly timers?: Timers;
  /** The note of a document that is open; any spelling of its URI. */
  openNote(uri: string): Note | undefined;
}

/** Cancelling is looked at as often. */
const atOnce = 4;
const never = { isCancellationRequested: false };

export interface ReadNote extends DatedNote {
  readonly uri: string;
}

/** The latest notes, the newest first, as they stand in the editor or on disk; those that cannot be read are left out. */
export async function readLatest(
  series: Series,
  most: number,
  { archive, files, openNote, timers }: LatestNotesState,
  token: Pick<Cancellation, 'isCancellationRequested'> = never,
): Promise<ReadNote[]> {
  const latest = series.notes.filter(isSaved).slice(0, most);
  const found: ReadNote[] = [];
  for (let from = 0; from < latest.length && !token.isCancellationRequested; from += atOnce) {
    const batch = latest.slice(from, from + atOnce);
    const closed = batch.filter(({ uri }) => openNote(uri) === undefined).map(({ uri }) => uri);
    const results = closed.length === 0 ? [] : await files.read(closed);
    for (const summary of batch) {
      const { uri, fileName } = summary;
      if (token.isCancellationRequested) break;
      const result = results[closed.indexOf(uri)];
      const text = result?.kind === 'text' ? result.text : undefined;
      const note =
        openNote(uri) ??
        (text === undefined ? undefined : parseNote(text, undefined, archive.templates.conventionsOf(uri)));
      if (note === undefined) continue;
      const folders = componentsBelow(parentUri(canonicalUri(uri)), series.folder);
      found.push({ uri, folders, fileName, note, ...dayOf(summary) });
      if (timers) await turn(timers);
    }
  }
  return found;
}

function dayOf(summary: NoteSummary): Pick<DatedNote, 'date'> {
  const date = noteDate(summary);
  return date === undefined ? {} : { date };
}
