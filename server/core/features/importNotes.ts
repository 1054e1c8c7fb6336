/** Notes of pasted text: which files they become, and what these have. Nothing is written here. */

import type { ImportNotesParams, ImportNotesResult } from '../../../shared/importNotes.ts';
import { type Message, t, type Unsaid } from '../../../shared/l10n.ts';
import type { Series } from '../archive/noteSummary.ts';
import { type Conventions, usualConventions } from '../note/conventions.ts';
import type { IsoDate, Note, Repository } from '../note/note.ts';
import { NoteDocument } from '../note/noteDocument.ts';
import { parseNote } from '../note/parse.ts';
import { canonicalUri } from '../uri.ts';
import { chooseMeeting } from '../workspace/chooseMeeting.ts';
import { readLatest, readNote } from '../workspace/latestNotes.ts';
import { type NewNoteState, preparedNote, proposedDates, seriesOfNew } from '../workspace/newNote.ts';
import { type NewNoteStep, refused, type Where } from '../workspace/noteDestination.ts';
import { applied } from './applied.ts';
import { bareReferences } from './finishNote.ts';
import { asNote, type PastedMeeting, pastedMeetings } from './pastedNotes.ts';
import { withLineEndsOf } from './workspaceEdit.ts';

type Notes = Extract<ImportNotesResult, { kind: 'notes' }>;

interface ImportedNote extends Omit<Unsaid<Notes['notes'][number], 'message'>, 'problems'> {
  /** Of `new` and `added`: what becomes of the meeting, with a line end at its end. */
  readonly text?: string;
}

export interface ImportedFile {
  readonly uri: string | null;
  /** Undefined: the file is new. */
  readonly before: string | undefined;
  readonly note: Note;
}

export type ImportStep =
  | Unsaid<Exclude<ImportNotesResult, Notes>, 'message' | 'reason' | 'description'>
  | {
      readonly kind: 'notes';
      readonly notes: readonly ImportedNote[];
      readonly files: readonly ImportedFile[];
    };

export interface ImportState extends NewNoteState {
  /** What `#1` means in a note. */
  repositoryOf(document: { readonly uri: string; readonly note: Note }): Repository | undefined;
  /** Why none of several names is taken; absent: the likeliest is, as the writer sees it before anything is made. */
  severalNames?(choice: Extract<NewNoteStep, { kind: 'name' }>): Message;
}

/** So many of the latest notes show whether references are links. */
const mostExamples = 4;

/** The archive should have been read before. */
export async function importNotes(params: ImportNotesParams, state: ImportState): Promise<ImportStep> {
  const chosen = chooseMeeting(params, state.archive);
  if (chosen.kind === 'meeting') return chosen;
  const step = await importInto(chosen.where, params, state);
  return step.kind === 'date' && chosen.name !== undefined ? { ...step, meeting: chosen.name } : step;
}

/** The same where the series is chosen. */
export async function importInto(
  where: Where,
  { text, date, days }: Pick<ImportNotesParams, 'text' | 'date' | 'days'>,
  state: ImportState,
): Promise<Exclude<ImportStep, { kind: 'meeting' }>> {
  const series = seriesOfNew(where, state);
  const place = series?.notes[0]?.uri ?? series?.folder;
  const conventions = place === undefined ? usualConventions : state.archive.templates.conventionsOf(place);
  const meetings = pastedMeetings(text, conventions);
  if (meetings.length === 0)
    return refused(
      t('There is no text to import. Copy the text of the notes, or open it in an untitled document.'),
    );
  const dated = meetings.flatMap((each): DatedMeeting[] => {
    const day = each.day ?? date;
    return day ? [{ ...each, day }] : [];
  });
  if (dated.length < meetings.length) return { kind: 'date', proposals: proposedDates(where, state) };
  const link = await linking(series, place, state);
  let imported: Imported = { notes: [], files: new Map() };
  for (const meeting of dated)
    if (!days || days.includes(meeting.day))
      imported = await withMeeting(imported, meeting, { where, conventions, link, state });
  return { kind: 'notes', notes: imported.notes, files: [...imported.files.values()] };
}

/** Makes links of the references in a text, as the notes of the series have them; what they leave bare stays bare. */
async function linking(
  series: Series | undefined,
  place: string | undefined,
  state: ImportState,
): Promise<(text: string, conventions: Conventions) => string> {
  const examples = series ? await readLatest(series, mostExamples, state) : [];
  const references = examples.flatMap(({ note }) => note.references);
  const links = references.filter(({ form }) => form === 'link-target').length;
  const bare = references.filter(({ link, form }) => !link && form !== 'url' && form !== 'bare-url').length;
  if (place === undefined || links <= bare) return (text) => text;
  return (text, conventions) => {
    const note = parseNote(text, undefined, conventions);
    const own = state.repositoryOf({ uri: place, note });
    const document = new NoteDocument(place, text);
    const found = bareReferences(document, { note, own, ownIsSettled: true });
    return applied(
      text,
      found.flatMap(({ fix }) => fix?.edits ?? []),
    );
  };
}

type DatedMeeting = PastedMeeting & { readonly day: IsoDate };

/** What the meetings so far become. */
interface Imported {
  readonly notes: readonly ImportedNote[];
  /** By their canonical URIs; untitled documents by their numbers. */
  readonly files: ReadonlyMap<string, ImportedFile>;
}

interface Importing {
  readonly where: Where;
  readonly conventions: Conventions;
  readonly link: (text: string, conventions: Conventions) => string;
  readonly state: ImportState;
}

/** With the next meeting, which goes into the files as those before it left them. */
async function withMeeting(
  { notes, files }: Imported,
  meeting: DatedMeeting,
  importing: Importing,
): Promise<Imported> {
  const { day } = meeting;
  const { conventions, state } = importing;
  const skipped = (note: Omit<ImportedNote, 'day'>): Imported => ({
    notes: [...notes, { day, ...note }],
    files,
  });
  const put = (
    key: string,
    file: Omit<ImportedFile, 'note'>,
    whole: string,
    note: Omit<ImportedNote, 'day'>,
  ) => ({
    notes: [...notes, { day, ...note }],
    files: new Map(files).set(key, { ...file, note: parseNote(whole, undefined, conventions) }),
  });
  if (notes.some((note) => note.day === day)) return skipped({ uri: null, state: 'twice' });
  const openNote = (uri: string) => files.get(canonicalUri(uri))?.note ?? state.openNote(uri);
  const prepared = await preparedMeeting(meeting, { ...importing, state: { ...state, openNote } });
  switch (prepared.kind) {
    case 'exists':
      return skipped({ uri: prepared.uri, state: 'exists' });
    case 'refused':
      return skipped({ uri: null, state: 'refused', message: prepared.message });
    case 'ready': {
      const { uri } = prepared;
      const key = uri === null ? String(files.size) : canonicalUri(uri);
      if (files.has(key)) return skipped({ uri, state: 'twice' });
      const text = prepared.text.endsWith('\n') ? prepared.text : `${prepared.text}\n`;
      return put(key, { uri, before: undefined }, text, { uri, state: 'new', text });
    }
    case 'insert': {
      const { uri } = prepared;
      const known = files.get(canonicalUri(uri));
      const now = known?.note.text ?? (await readNote(uri, state))?.text ?? '';
      const at = new NoteDocument(uri, now).offsetAt(prepared.position);
      const range = { from: at, to: at };
      const whole = applied(now, [{ range, text: withLineEndsOf(now, { range, text: prepared.text }) }]);
      const before = known ? known.before : now;
      return put(canonicalUri(uri), { uri, before }, whole, {
        uri,
        state: before === undefined ? 'new' : 'added',
        text: `${prepared.text.trim()}\n`,
      });
    }
  }
}

async function preparedMeeting(meeting: DatedMeeting, { where, conventions, link, state }: Importing) {
  const content = (begun: string) => link(asNote(meeting, begun, conventions), conventions);
  const wanted = { ...where, date: meeting.day, content };
  const prepared = await preparedNote(wanted, state);
  if (prepared.kind !== 'name') return prepared;
  if (state.severalNames) return refused(state.severalNames(prepared));
  const named = await preparedNote({ ...wanted, uri: prepared.names[0]!.uri }, state);
  return named.kind === 'name' ? refused(named.reason) : named;
}
