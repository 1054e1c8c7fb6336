/** "New office hours note": the dates to offer, and the note for the one that was chosen. Nothing is written here. */

import type {
  PrepareNoteParams,
  PrepareNoteResult,
  ProposeDatesParams,
  ProposeDatesResult,
} from '../../shared/protocol.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Archive } from '../core/archive/archive.ts';
import type { Series } from '../core/archive/noteSummary.ts';
import { noteDate } from '../core/archive/summary.ts';
import {
  canonicalUri,
  componentsBelow,
  fileNameOf,
  isBelow,
  joinUri,
  parentUri,
} from '../core/archive/uri.ts';
import { isValidDate } from '../core/note/dates.ts';
import type { IsoDate } from '../core/note/note.ts';
import type { Clock, Files } from '../core/ports.ts';
import { proposeDates } from '../core/template/cadence.ts';
import { defaultFolder, fileNameFor, learnNamePattern, safeFolder } from '../core/template/fileName.ts';
import { type RenderOptions, renderTemplate } from '../core/template/render.ts';
import type { Template } from '../core/template/template.ts';

export interface NewNoteState {
  readonly archive: Archive;
  readonly template: Template;
  readonly clock: Pick<Clock, 'today'>;
  readonly files: Pick<Files, 'read'>;
  settingsFor(uri: string): Settings;
}

/** The words of the latest notes decide which of a section's headings is used. */
const latestNotes = 5;

/** Answers `officeHours/newNote/dates`. The archive should have been read before. */
export function proposedDates(params: ProposeDatesParams, state: NewNoteState): ProposeDatesResult {
  const place = placeOf(params, state);
  const series = place.kind === 'place' ? (place.own ?? place.model) : undefined;
  const proposals = proposeDates(datesOf(series), state.clock.today());
  const alone = place.kind === 'place' && place.own === undefined;
  return { proposals: alone ? proposals.map((each) => ({ ...each, exists: false })) : proposals };
}

/** Answers `officeHours/newNote/prepare`. */
export async function preparedNote(
  params: PrepareNoteParams,
  state: NewNoteState,
): Promise<PrepareNoteResult> {
  const { date, folder } = params;
  if (!isValidDate(date)) {
    return refused(`${shown(date)} is not a day of the calendar. Write the date as YYYY-MM-DD.`);
  }
  const place = placeOf(params, state);
  if (place.kind === 'refused') return place;
  const there = place.own?.notes.find((note) => noteDate(note) === date);
  if (there !== undefined) return { kind: 'exists', uri: there.uri };

  const { snippet, text } = renderTemplate(
    state.template,
    renderOptions(date, folder, place.own ?? place.model, state),
  );
  if (place.folder === null) return { kind: 'ready', uri: null, snippet, text };

  const names = (place.own ?? place.model)?.notes.map((note) => note.fileName) ?? [];
  const named = fileNameFor(learnNamePattern(names), date);
  if (named.kind === 'unsafe') {
    const like = shown(names[0] ?? '');
    return refused(
      `The new note would be called ${shown(named.name)}, but that ${named.reason}. It follows the latest notes: rename ${like}.`,
    );
  }
  const uri = joinUri(place.folder, ...place.periods(date), named.name);
  if (await isThere(uri, state.files)) return { kind: 'exists', uri };
  return { kind: 'ready', uri, snippet, text };
}

interface Place {
  readonly kind: 'place';
  /** A canonical URI; null: an untitled document. */
  readonly folder: string | null;
  /** Folders below it that notes are filed under: `2026`, or `2026` and `01`. */
  readonly periods: (date: IsoDate) => readonly string[];
  /** The series the new note joins. */
  readonly own?: Series;
  /** The series to do it like when it joins none. */
  readonly model?: Series;
}

type Refused = Extract<PrepareNoteResult, { kind: 'refused' }>;

function placeOf(
  { folder, target }: Pick<ProposeDatesParams, 'folder' | 'target'>,
  { archive, settingsFor }: NewNoteState,
): Place | Refused {
  if (folder === null) return place(null, archive.mainSeries(), undefined);
  const root = canonicalUri(folder);
  const model = archive.mainSeries(root);
  const wanted = target === null || target === undefined ? root : canonicalUri(target);
  if (!isBelow(wanted, root)) {
    return refused(`${shown(fileNameOf(wanted))} is not in the workspace folder ${shown(fileNameOf(root))}.`);
  }
  // Where the writer points is where the note goes; the workspace folder itself only says whose notes.
  if (wanted !== root) return place(wanted, archive.seriesIn(wanted), model);

  const setting = settingsFor(root).notesFolder;
  const safe = safeFolder(setting);
  if (safe.kind === 'unsafe') {
    return refused(
      `The setting officeHours.notes.folder is ${shown(setting)}, which ${safe.reason}. Write a folder inside the workspace folder, such as ${defaultFolder}.`,
    );
  }
  if (safe.components.length > 0) {
    const notes = joinUri(root, ...safe.components);
    return filed(place(notes, archive.seriesIn(notes), model));
  }
  if (model !== undefined) return filed(place(model.folder, model, model));
  return place(joinUri(root, ...defaultFolder.split('/')), undefined, undefined);
}

function place(folder: string | null, own: Series | undefined, model: Series | undefined): Place {
  return {
    kind: 'place',
    folder,
    periods: () => [],
    ...(own === undefined ? {} : { own }),
    ...(model === undefined ? {} : { model }),
  };
}

/** Notes that are filed by year, or by year and month, stay so. */
function filed(here: Place): Place {
  const latest = here.own?.notes[0];
  if (latest === undefined || here.folder === null) return here;
  const folders = componentsBelow(parentUri(canonicalUri(latest.uri)), here.folder);
  const date = noteDate(latest) ?? '';
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)];
  if (folders.length === 1 && folders[0] === year) return { ...here, periods: (day) => [day.slice(0, 4)] };
  if (folders.length === 2 && folders[0] === year && folders[1] === month) {
    return { ...here, periods: (day) => [day.slice(0, 4), day.slice(5, 7)] };
  }
  return here;
}

function renderOptions(
  date: IsoDate,
  folder: string | null,
  series: Series | undefined,
  { settingsFor }: NewNoteState,
): RenderOptions {
  const repository = folder === null ? '' : settingsFor(canonicalUri(folder)).repository;
  const guesses = [
    repository.slice(repository.indexOf('/') + 1),
    series?.repository?.name,
    folder === null ? undefined : fileNameOf(canonicalUri(folder)),
  ];
  const likelyProject = guesses.find((guess) => guess !== undefined && guess !== '');
  const label = series?.notes.find((note) => (note.recordingLabel ?? '') !== '')?.recordingLabel;
  return {
    date,
    headings: series?.notes.slice(0, latestNotes).flatMap((note) => note.headings.map(({ text }) => text)) ?? [],
    ...(series?.project === undefined ? {} : { project: series.project }),
    ...(likelyProject === undefined ? {} : { likelyProject }),
    ...(label === undefined ? {} : { recordingLabel: label }),
  };
}

function datesOf(series: Series | undefined): IsoDate[] {
  return series?.notes.map(noteDate).filter((date) => date !== undefined) ?? [];
}

async function isThere(uri: string, files: Pick<Files, 'read'>): Promise<boolean> {
  const [result] = await files.read([uri]);
  return result?.kind === 'text' || result?.kind === 'binary' || result?.kind === 'too-large';
}

function refused(message: string): Refused {
  return { kind: 'refused', message };
}

/** A name in a message: quoted, on one line, of a bearable length. */
function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
