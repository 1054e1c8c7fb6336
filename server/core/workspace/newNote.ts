/** "New office hours note": what the writer is to choose, and the note for it. Nothing is written here. */

import { isValidDate } from '../../../shared/calendar.ts';
import { templatesFolder } from '../../../shared/folders.ts';
import { t } from '../../../shared/l10n.ts';
import type { NewNoteParams } from '../../../shared/protocol.ts';
import type { Series } from '../archive/noteSummary.ts';
import { usualRecordingLabel } from '../archive/recordingLabel.ts';
import { noteDate } from '../archive/summary.ts';
import { fewestNotes, nextNote } from '../learn/nextNote.ts';
import type { IsoDate } from '../note/note.ts';
import type { Clock, Files } from '../ports.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import { safeName } from '../template/fileName.ts';
import { nextNumber } from '../template/meetingNumber.ts';
import { earlierTitle } from '../template/render/earlierTitle.ts';
import {
  type RenderedNote,
  type RenderOptions,
  renderSeries,
  renderTemplate,
} from '../template/render/render.ts';
import { proposeDates, type UnsaidProposal } from '../template/rhythm/cadence.ts';
import { escapeSnippet } from '../template/snippet/snippet.ts';
import { canonicalUri, componentsBelow, fileNameOf, joinUri, parentUri } from '../uri.ts';
import { chooseMeeting } from './chooseMeeting.ts';
import { inHiddenFolder } from './hiddenFolder.ts';
import { type LatestNotesState, readLatest } from './latestNotes.ts';
import {
  fileWithMeeting,
  insertedMeeting,
  isOfPeriod,
  type MeetingText,
  meetingText,
  sharedFile,
} from './newMeeting.ts';
import { nameOf, namesOf } from './newNoteName.ts';
import {
  type NewNoteStep,
  type NoteDestination,
  type NoteDestinationState,
  noteDestination,
  refused,
  shown,
  type Where,
} from './noteDestination.ts';
import type { PlacedTemplate } from './templates.ts';

export interface NewNoteState extends NoteDestinationState, LatestNotesState {
  readonly clock: Pick<Clock, 'today'>;
  /** Whether all Markdown files of a workspace folder, a canonical URI, were read; absent: they were. */
  isReadWhole?(folder: string): boolean;
}

/** The writer has chosen all that there is to choose but perhaps the name. */
type PreparedNote = Exclude<NewNoteStep, { kind: 'meeting' | 'date' }>;

/** The note for this day, of the series and at the place that were chosen. */
export interface NoteWanted extends Where {
  readonly date: IsoDate;
  /** The chosen one of several names. */
  readonly uri?: string | null;
  /** What the note says, by the text that its series begins it with; absent: that text. */
  readonly content?: (begun: string) => string;
}

/** How many of the latest notes the next one is written like. */
const mostNotes = 8;

/** The words of the latest notes decide which of a section's headings is used. */
const latestNotes = 5;

/** Answers `officeHours/newNote`. The archive should have been read before. */
export async function nextStep(params: NewNoteParams, state: NewNoteState): Promise<NewNoteStep> {
  const meeting = chooseMeeting(params, state.archive);
  if (meeting.kind === 'meeting') return meeting;
  const { where, name } = meeting;
  const { date, uri = null } = params;
  if (date) return preparedNote({ ...where, date, uri }, state);
  return {
    kind: 'date',
    proposals: proposedDates(where, state),
    ...(name !== undefined && { meeting: name }),
  };
}

/** The series that a note joins after all choices; undefined: none. The archive should have been read before. */
export function joinedSeries(params: Omit<NewNoteParams, 'uri'>, state: NewNoteState): Series | undefined {
  const meeting = chooseMeeting(params, state.archive);
  return meeting.kind === 'chosen' ? seriesOfNew(meeting.where, state) : undefined;
}

/** The same where the writer has chosen. */
export function seriesOfNew(where: Where, state: NoteDestinationState): Series | undefined {
  const destination = noteDestination(where, state);
  return destination.kind === 'destination' ? destination.joined : undefined;
}

/** The dates to offer, the likeliest first. */
export function proposedDates(where: Where, state: NewNoteState): readonly UnsaidProposal[] {
  const destination = noteDestination(where, state);
  const series = destination.kind === 'destination' ? (destination.joined ?? destination.model) : undefined;
  const rhythm = destination.kind === 'destination' ? destination.template?.definition.rhythm : undefined;
  const proposals = proposeDates(datesOf(series), state.clock.today(), rhythm);
  const alone = destination.kind === 'destination' && destination.joined === undefined;
  return alone ? proposals.map((each) => ({ ...each, exists: false })) : proposals;
}

/** The note, or what stands in its way. Never one in a hidden folder, whatever a template, a setting or the writer says. */
export async function preparedNote(params: NoteWanted, state: NewNoteState): Promise<PreparedNote> {
  const { date, folder } = params;
  if (!isValidDate(date)) {
    return refused(t('{0} is not a valid date. Write the date as YYYY-MM-DD.', shown(date)));
  }
  const destination = noteDestination(params, state);
  if (destination.kind === 'refused') return destination;
  if (destination.isDefault && state.isReadWhole?.(canonicalUri(folder!)) === false) return refused(notRead);
  // Where its notes go may be just what is not understood.
  if (destination.template?.wasRead === false) return brokenTemplate(destination.template);
  const there = destination.joined?.notes.find((note) => noteDate(note) === date);
  if (there !== undefined) {
    const { uri, meeting } = there;
    return { kind: 'exists', uri, ...(meeting && { line: meeting.line }) };
  }
  const outside = inHiddenFolder(destination.folder, destination, params, state);
  if (outside !== undefined) return outside;
  const definition = destination.template?.definition;
  const options = renderOptions(date, folder, destination, state);
  const filled = <Text extends RenderedNote>(begun: Text): Text => {
    const text = params.content?.(begun.text);
    return text === undefined ? begun : { ...begun, text, snippet: escapeSnippet(text) };
  };
  const shared = await inSharedFile(destination, options, params, state, filled);
  if (shared !== undefined) return shared;
  const { snippet, text } = filled(
    definition
      ? renderSeries(definition, options)
      : ((await likeLatest(destination, date, state)) ?? renderTemplate(builtinTemplate, options)),
  );
  if (destination.folder === null) return { kind: 'ready', uri: null, snippet, text };

  const unsafe = unsafeFolder(destination, folder);
  if (unsafe !== undefined) return unsafe;
  const named = nameOf(destination, options);
  if (named.kind === 'refused') return named;
  const uris = named.paths.map((components) => joinUri(destination.folder!, ...components));
  const chosen = uris.find((each) => each === params.uri);
  if (uris.length > 1 && chosen === undefined) return namesOf(uris, named.newest, folder);
  const uri = chosen ?? uris[0]!;
  const hidden = inHiddenFolder(parentUri(canonicalUri(uri)), destination, params, state);
  if (hidden !== undefined) return hidden;
  if (await isThere(uri, state.files)) return { kind: 'exists', uri };
  return { kind: 'ready', uri, snippet, text };
}

/** Where the meetings of the series share files: the edit of one, or the next file. Undefined: they do not. */
async function inSharedFile(
  destination: NoteDestination,
  options: RenderOptions,
  where: Where,
  state: NewNoteState,
  filled: (begun: MeetingText) => MeetingText,
): Promise<PreparedNote | undefined> {
  const { joined, template, folder } = destination;
  const newest = sharedFile(joined);
  if (joined === undefined || newest === undefined || folder === null) return undefined;
  const begun = await meetingText(joined, template?.definition, options, state);
  if (begun === undefined) return undefined;
  const text = filled(begun);
  const named = template?.definition.file || isOfPeriod(newest) ? nameOf(destination, options) : undefined;
  if (named?.kind === 'refused') return named;
  const next = named?.paths.length === 1 ? joinUri(folder, ...named.paths[0]!) : newest.uri;
  const hidden = inHiddenFolder(parentUri(canonicalUri(next)), destination, where, state);
  if (hidden !== undefined) return hidden;
  const inserted = await insertedMeeting(canonicalUri(next), text, options.date, joined, state);
  if (inserted !== undefined) return { ...inserted, uri: uriIn(joined, inserted.uri) };
  if (await isThere(next, state.files)) return { kind: 'exists', uri: next };
  return { kind: 'ready', uri: next, ...fileWithMeeting(text) };
}

/** As the file is known. */
function uriIn({ notes }: Series, canonical: string): string {
  return notes.find(({ uri }) => canonicalUri(uri) === canonical)?.uri ?? canonical;
}

/** By what the latest notes have in common; undefined: there are too few. */
async function likeLatest(
  { joined, model }: NoteDestination,
  date: IsoDate,
  state: NewNoteState,
): Promise<RenderedNote | undefined> {
  const series = (joined?.notes.length ?? 0) < fewestNotes ? (model ?? joined) : joined;
  if (series === undefined) return undefined;
  const latest = await readLatest(series, mostNotes, state);
  return latest.length < fewestNotes ? undefined : nextNote(latest, date);
}

function brokenTemplate({ uri, latest }: PlacedTemplate): ReturnType<typeof refused> {
  const first = latest.problems.find(({ severity }) => severity === 'error');
  const file = `${templatesFolder}/${fileNameOf(uri)}`;
  return refused(
    first === undefined
      ? t('The template {0} has errors. Fix it first.', file)
      : t('The template {0} has errors. Fix it first: {1}', file, first.message),
  );
}

const notRead = t(
  'The Markdown files of the folder could not all be read, and no notes were found among the others. See the Office Hours log, or set {0} to the folder of the notes.',
  'officeHours.notes.folder',
);

/** A template's own folder may not be there yet, and then every file system has to take its name. */
function unsafeFolder(
  { folder, joined, template, pointedAt }: NoteDestination,
  root: string | null,
): ReturnType<typeof refused> | undefined {
  if (template === undefined || folder === null || pointedAt || joined !== undefined) return undefined;
  for (const component of componentsBelow(folder, canonicalUri(root ?? template.root))) {
    const safe = safeName(component);
    if (safe.kind === 'name') continue;
    return refused(
      t(
        'The folder of the new note would be {0}, which {1}. Change "notes" in {2}.',
        shown(component),
        safe.reason,
        `${templatesFolder}/${template.name}.md`,
      ),
    );
  }
  return undefined;
}

function renderOptions(
  date: IsoDate,
  folder: string | null,
  destination: NoteDestination,
  { settingsFor }: NewNoteState,
): RenderOptions {
  const definition = destination.template?.definition;
  const series = destination.joined ?? destination.model;
  const project = definition?.project ?? series?.project;
  const number = definition && nextNumber(definition, series?.notes ?? []);
  const repository = folder === null ? '' : settingsFor(canonicalUri(folder)).repository;
  const guesses = [
    definition?.repository?.name,
    repository.slice(repository.indexOf('/') + 1),
    series?.repository?.name,
    folder === null ? undefined : fileNameOf(canonicalUri(folder)),
  ];
  const likelyProject = guesses.find((guess) => guess !== undefined && guess !== '');
  // A template of their own says itself what its sections and its lines are called.
  const teaching = definition === undefined ? (series?.notes ?? []) : [];
  const title = definition && earlierTitle(series?.notes ?? [], date);
  const label = usualRecordingLabel(teaching);
  return {
    date,
    headings: teaching.slice(0, latestNotes).flatMap((note) => note.headings.map(({ text }) => text)) ?? [],
    ...(project === undefined ? {} : { project }),
    ...(number === undefined ? {} : { number }),
    ...(likelyProject === undefined ? {} : { likelyProject }),
    ...(label === undefined ? {} : { recordingLabel: label }),
    ...(title === undefined ? {} : { title }),
  };
}

function datesOf(series: Series | undefined): IsoDate[] {
  return series?.notes.map(noteDate).filter((date) => date !== undefined) ?? [];
}

async function isThere(uri: string, files: Pick<Files, 'read'>): Promise<boolean> {
  const [result] = await files.read([uri]);
  return result?.kind === 'text' || result?.kind === 'binary' || result?.kind === 'too-large';
}
