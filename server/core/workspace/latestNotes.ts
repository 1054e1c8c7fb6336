/** Reads the latest notes of a series, which learning needs whole. */

import { fileHints } from '../archive/fileHints.ts';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { DatedNote } from '../learn/evidence.ts';
import { meetingsOf } from '../note/meetings.ts';
import type { Note } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import type { Cancellation, Files, ReadResult, Timers } from '../ports.ts';
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
  /** Of one of several meetings in a file: the whole file. */
  readonly file?: Note;
}

/** The latest notes, the newest first, as they stand in the editor or on disk; those that cannot be read are left out. */
export async function readLatest(
  series: Series,
  most: number,
  { archive, files, openNote, timers }: LatestNotesState,
  token: Pick<Cancellation, 'isCancellationRequested'> = never,
): Promise<ReadNote[]> {
  const latest = series.notes.filter(isSaved).slice(0, most);
  const uris = [...new Set(latest.map(({ uri }) => uri))];
  const notes = new Map<string, Note>();
  for (let from = 0; from < uris.length && !token.isCancellationRequested; from += atOnce) {
    const batch = uris.slice(from, from + atOnce);
    const closed = batch.filter((uri) => openNote(uri) === undefined);
    const results = closed.length === 0 ? [] : await files.read(closed);
    for (const uri of batch) {
      if (token.isCancellationRequested) break;
      const note = openNote(uri) ?? parsed(uri, results[closed.indexOf(uri)], archive);
      if (note === undefined) continue;
      notes.set(uri, note);
      if (timers) await turn(timers);
    }
  }
  return latest.flatMap((summary): ReadNote[] => {
    const { uri, fileName } = summary;
    const file = notes.get(uri);
    const note = file && (summary.meeting ? meetingIn(file, summary, archive) : file);
    if (note === undefined) return [];
    const folders = componentsBelow(parentUri(canonicalUri(uri)), series.folder);
    const ofFile = summary.meeting && file && { file };
    return [{ uri, folders, fileName, note, ...dayOf(summary), ...ofFile }];
  });
}

/** One note, as it stands in the editor or on disk; undefined: it cannot be read. */
export async function readNote(
  uri: string,
  { archive, files, openNote }: LatestNotesState,
): Promise<Note | undefined> {
  return openNote(uri) ?? parsed(uri, (await files.read([uri]))[0], archive);
}

function parsed(uri: string, result: ReadResult | undefined, { templates }: Archive): Note | undefined {
  if (result?.kind !== 'text') return undefined;
  return parseNote(result.text, undefined, templates.conventionsOf(uri));
}

function meetingIn(file: Note, { uri, titleDate }: NoteSummary, { templates }: Archive): Note | undefined {
  return meetingsOf(file, fileHints(uri, templates.dateOf(uri))).find(({ date }) => date === titleDate)?.note;
}

function dayOf(summary: NoteSummary): Pick<DatedNote, 'date'> {
  const date = noteDate(summary);
  return date === undefined ? {} : { date };
}
