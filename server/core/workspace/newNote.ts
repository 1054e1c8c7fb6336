/** "New office hours note": the dates to offer, and the note for the one that was chosen. Nothing is written here. */

import { isValidDate } from '../../../shared/calendar.ts';
import { templatesFolder } from '../../../shared/folders.ts';
import type {
  PrepareNoteParams,
  PrepareNoteResult,
  ProposeDatesParams,
  ProposeDatesResult,
} from '../../../shared/protocol.ts';
import type { Series } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import { fewestNotes, nextNote } from '../learn/nextNote.ts';
import { type NotePath, nextPath } from '../learn/nextPath.ts';
import type { IsoDate } from '../note/note.ts';
import type { Clock, Files } from '../ports.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import { firstFileName, safeName } from '../template/fileName.ts';
import { nextNumber } from '../template/meetingNumber.ts';
import { formatPattern } from '../template/patterns/pattern.ts';
import { earlierTitle } from '../template/render/earlierTitle.ts';
import {
  type RenderedNote,
  type RenderOptions,
  renderSeries,
  renderTemplate,
} from '../template/render/render.ts';
import { proposeDates } from '../template/rhythm/cadence.ts';
import { canonicalUri, componentsBelow, fileNameOf, isBelow, joinUri } from '../uri.ts';
import { type LatestNotesState, readLatest } from './latestNotes.ts';
import {
  type NoteDestination,
  type NoteDestinationState,
  noteDestination,
  refused,
  shown,
} from './noteDestination.ts';
import type { PlacedTemplate } from './templates.ts';

export interface NewNoteState extends NoteDestinationState, LatestNotesState {
  readonly clock: Pick<Clock, 'today'>;
}

/** How many of the latest notes the next one is written like. */
const mostNotes = 8;

/** The words of the latest notes decide which of a section's headings is used. */
const latestNotes = 5;

/** Answers `officeHours/newNote/dates`. The archive should have been read before. */
export function proposedDates(params: ProposeDatesParams, state: NewNoteState): ProposeDatesResult {
  const destination = noteDestination(params, state);
  const series = destination.kind === 'destination' ? (destination.joined ?? destination.model) : undefined;
  const rhythm = destination.kind === 'destination' ? destination.template?.definition.rhythm : undefined;
  const proposals = proposeDates(datesOf(series), state.clock.today(), rhythm);
  const alone = destination.kind === 'destination' && destination.joined === undefined;
  return { proposals: alone ? proposals.map((each) => ({ ...each, exists: false })) : proposals };
}

/** Answers `officeHours/newNote/prepare`. */
export async function preparedNote(
  params: PrepareNoteParams,
  state: NewNoteState,
): Promise<PrepareNoteResult> {
  const { date, folder } = params;
  if (!isValidDate(date)) {
    return refused(`${shown(date)} is not a valid date. Write the date as YYYY-MM-DD.`);
  }
  const destination = noteDestination(params, state);
  if (destination.kind === 'refused') return destination;
  // Where its notes go may be just what is not understood.
  if (destination.template?.wasRead === false) return brokenTemplate(destination.template);
  const there = destination.joined?.notes.find((note) => noteDate(note) === date);
  if (there !== undefined) return { kind: 'exists', uri: there.uri };

  const definition = destination.template?.definition;
  const options = renderOptions(date, folder, destination, state);
  const { snippet, text } = definition
    ? renderSeries(definition, options)
    : ((await likeLatest(destination, date, state)) ?? renderTemplate(builtinTemplate, options));
  if (destination.folder === null) return { kind: 'ready', uri: null, snippet, text };

  const unsafe = unsafeFolder(destination, folder);
  if (unsafe !== undefined) return unsafe;
  const named = nameOf(destination, options);
  if (named.kind === 'refused') return named;
  const uri = joinUri(destination.folder, ...named.components);
  if (await isThere(uri, state.files)) return { kind: 'exists', uri };
  return { kind: 'ready', uri, snippet, text };
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
  const said = first === undefined ? '' : ` ${first.message.replace(/\.$/, '')}.`;
  return refused(`The template ${templatesFolder}/${fileNameOf(uri)} has errors.${said} Fix it first.`);
}

/** The file's components below the place's folder: by the template's pattern, else as the latest notes are called. */
function nameOf(
  { joined, model, template, pointedAt, folder }: NoteDestination,
  { date, project, number }: RenderOptions,
): { readonly kind: 'named'; readonly components: readonly string[] } | ReturnType<typeof refused> {
  const pattern = template?.definition.file;
  if (template !== undefined && pattern !== undefined) {
    const values = { date, ...(project && { project }), ...(number && { number }) };
    const path = formatPattern(pattern, values);
    // Only the pattern's own slashes make folders.
    const isWhole = path.split('/').length === pattern.source.split('/').length;
    const components = isWhole ? path.split('/') : [path];
    for (const component of components) {
      const safe = safeName(component);
      if (safe.kind === 'name') continue;
      return refused(
        `The new note would be named ${shown(component)}, which ${safe.reason}. Change "file" in ${templatesFolder}/${template.name}.md.`,
      );
    }
    return { kind: 'named', components: pointedAt ? components.slice(-1) : components };
  }
  const series = joined ?? model;
  const [newest] = series?.notes ?? [];
  const next = series && newest ? nextPath(pathsOf(series, joined && folder), date) : undefined;
  // What one or two names do not say, they leave to the usual name.
  if (next?.kind === 'unclear' && (next.isDated || series!.notes.length >= fewestNotes)) {
    const candidates = next.candidates.map((each) => shown(each.join('/'))).join(' or ');
    return refused(
      `The names of the latest notes, such as ${shown(newest!.fileName)}, do not say what the next one is called. It may be ${candidates}: create that file, or describe the names with "file" in a template.`,
    );
  }
  const components = next?.kind === 'path' ? next.components : [firstFileName(date)];
  const safe = safeName(components.at(-1)!);
  if (safe.kind === 'name') return { kind: 'named', components };
  return refused(
    `The new note would be named ${shown(safe.name)}, which ${safe.reason}. The name follows the latest notes: rename ${shown(newest?.fileName ?? '')}.`,
  );
}

/** Below `folder`; without one, or elsewhere, only the files' names. */
function pathsOf({ notes }: Series, folder: string | null | undefined): NotePath[] {
  return notes.map((note) => {
    const date = noteDate(note);
    const file = canonicalUri(note.uri);
    const isThere = typeof folder === 'string' && isBelow(file, folder);
    const components = isThere ? componentsBelow(file, folder) : [note.fileName];
    return { components, ...(date !== undefined && { date }) };
  });
}

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
      `The folder of the new note would be ${shown(component)}, which ${safe.reason}. Change "notes" in ${templatesFolder}/${template.name}.md.`,
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
  const label = teaching.find((note) => (note.recordingLabel ?? '') !== '')?.recordingLabel;
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
