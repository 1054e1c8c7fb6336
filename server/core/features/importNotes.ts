/** Notes of pasted text: which files they become, and what these have. Nothing is written here. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ImportNotesParams, ImportNotesResult } from '../../../shared/importNotes.ts';
import { t, type Unsaid } from '../../../shared/l10n.ts';
import type { Series } from '../archive/noteSummary.ts';
import { type Conventions, usualConventions } from '../note/conventions.ts';
import type { IsoDate, Note, Repository } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { canonicalUri } from '../uri.ts';
import { chooseMeeting } from '../workspace/chooseMeeting.ts';
import { readLatest, readNote } from '../workspace/latestNotes.ts';
import { joinedSeries, type NewNoteState, preparedNote, proposedDates } from '../workspace/newNote.ts';
import { refused, type Where } from '../workspace/noteDestination.ts';
import { applied } from './applied.ts';
import { bareReferences } from './finishNote.ts';
import { asNote, type PastedMeeting, pastedMeetings } from './pastedNotes.ts';
import { withLineEndsOf } from './workspaceEdit.ts';

type Notes = Extract<ImportNotesResult, { kind: 'notes' }>;

type ImportedNote = Omit<Unsaid<Notes['notes'][number], 'message'>, 'problems'>;

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
}

/** So many of the latest notes show whether references are links. */
const mostExamples = 4;

/** The archive should have been read before. */
export async function importNotes(params: ImportNotesParams, state: ImportState): Promise<ImportStep> {
  const chosen = chooseMeeting(params, state.archive);
  if (chosen.kind === 'meeting') return chosen;
  const { where, name } = chosen;
  const series = joinedSeries(params, state);
  const place = series?.notes[0]?.uri ?? series?.folder;
  const conventions = place === undefined ? usualConventions : state.archive.templates.conventionsOf(place);
  const meetings = pastedMeetings(params.text, conventions);
  if (meetings.length === 0)
    return refused(
      t('There is no text to import. Copy the text of the notes, or open it in an untitled document.'),
    );
  const dated = meetings.flatMap((each) => {
    const day = each.day ?? params.date;
    return day ? [{ ...each, day }] : [];
  });
  if (dated.length < meetings.length)
    return {
      kind: 'date',
      proposals: proposedDates(where, state),
      ...(name !== undefined && { meeting: name }),
    };
  const { days } = params;
  const wanted = days ? dated.filter(({ day }) => days.includes(day)) : dated;
  const link = await linking(series, place, state);
  const files = new Files(where, conventions, link, state);
  const notes: ImportedNote[] = [];
  for (const each of wanted) notes.push(await files.add(each));
  return { kind: 'notes', notes, files: files.all };
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
    const document = TextDocument.create(place, 'markdown', 0, text);
    const found = bareReferences(document, { note, own, ownIsSettled: true });
    return applied(
      text,
      found.flatMap(({ fix }) => fix?.edits ?? []),
    );
  };
}

/** The files as the notes are added to them, one after the other. */
class Files {
  readonly #where: Where;
  readonly #conventions: Conventions;
  readonly #link: (text: string, conventions: Conventions) => string;
  readonly #state: ImportState;
  readonly #known = new Map<string, ImportedFile>();
  readonly #untitled: ImportedFile[] = [];
  readonly #days = new Set<IsoDate>();

  constructor(
    where: Where,
    conventions: Conventions,
    link: (text: string, conventions: Conventions) => string,
    state: ImportState,
  ) {
    this.#where = where;
    this.#conventions = conventions;
    this.#link = link;
    // The next meeting goes into the file as the one before left it.
    const openNote = (uri: string) => this.#known.get(canonicalUri(uri))?.note ?? state.openNote(uri);
    this.#state = { ...state, openNote };
  }

  get all(): readonly ImportedFile[] {
    return [...this.#known.values(), ...this.#untitled];
  }

  async add(meeting: PastedMeeting & { readonly day: IsoDate }): Promise<ImportedNote> {
    const { day } = meeting;
    if (this.#days.has(day)) return { day, uri: null, state: 'twice' };
    this.#days.add(day);
    const prepared = await this.#prepared(meeting, null);
    switch (prepared.kind) {
      case 'ready':
        return this.#begin(day, prepared.uri, prepared.text);
      case 'insert':
        return this.#insert(day, prepared);
      case 'exists':
        return { day, uri: prepared.uri, state: 'exists' };
      case 'refused':
        return { day, uri: null, state: 'refused', message: prepared.message };
    }
  }

  /** Of several names the likeliest is used: the writer sees it before anything is made. */
  async #prepared(meeting: PastedMeeting & { readonly day: IsoDate }, uri: string | null) {
    const content = (begun: string) =>
      this.#link(asNote(meeting, begun, this.#conventions), this.#conventions);
    const wanted = { ...this.#where, date: meeting.day, content };
    const prepared = await preparedNote({ ...wanted, uri }, this.#state);
    if (prepared.kind !== 'name') return prepared;
    const named = await preparedNote({ ...wanted, uri: prepared.names[0]!.uri }, this.#state);
    return named.kind === 'name' ? refused(named.reason) : named;
  }

  #begin(day: IsoDate, uri: string | null, text: string): ImportedNote {
    const file = { uri, before: undefined, note: this.#parsed(text.endsWith('\n') ? text : `${text}\n`) };
    if (uri === null) this.#untitled.push(file);
    else if (this.#known.has(canonicalUri(uri))) return { day, uri, state: 'twice' };
    else this.#known.set(canonicalUri(uri), file);
    return { day, uri, state: 'new' };
  }

  async #insert(
    day: IsoDate,
    { uri, position, text }: Extract<Awaited<ReturnType<typeof preparedNote>>, { kind: 'insert' }>,
  ): Promise<ImportedNote> {
    const known = this.#known.get(canonicalUri(uri));
    const before = known?.note.text ?? (await readNote(uri, this.#state))?.text ?? '';
    const at = TextDocument.create(uri, 'markdown', 0, before).offsetAt(position);
    const range = { from: at, to: at };
    const after = applied(before, [{ range, text: withLineEndsOf(before, { range, text }) }]);
    this.#known.set(canonicalUri(uri), {
      uri,
      before: known ? known.before : before,
      note: this.#parsed(after),
    });
    return { day, uri, state: known?.before === undefined && known ? 'new' : 'added' };
  }

  #parsed(text: string): Note {
    return parseNote(text, undefined, this.#conventions);
  }
}
