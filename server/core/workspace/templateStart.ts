/** From which day on a template file applies to the notes of its series. */

import type { NoteSummary, Series } from '../archive/noteSummary.ts';
import { dateInPath } from '../archive/periodFolders.ts';
import { noteDate } from '../archive/summary.ts';
import { headingKey } from '../note/headingKey.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { fileDateBy } from '../template/fileDate.ts';
import { isHeadingOf } from '../template/headings.ts';
import { isOfForm, titleForm } from '../template/render/titleForm.ts';

/** `next`: the template applies to notes to come, and to none that is there. Undefined: it applies to all notes. */
export type TemplateStart = IsoDate | 'next' | undefined;

/** So many notes in an older form show that a series had another one before its template. */
const fewestOlder = 3;
/** So many notes without something that the template asks for show that it is asked of later notes. */
const fewestWithout = 8;

const starts = new WeakMap<
  Series,
  { readonly definition: TemplateDefinition; readonly start: TemplateStart }
>();

/**
 * The day of `since`. Without it, that of the first note with all that the template asks for: the latest of the days from
 * which on half of the notes have a required section, the recording, the title's form. Linear in the number of notes, once
 * for each state of the series.
 */
export function templateStart(definition: TemplateDefinition, series: Series | undefined): TemplateStart {
  if (definition.since !== undefined || series === undefined) return definition.since;
  const kept = starts.get(series);
  if (kept?.definition === definition) return kept.start;
  const start = findStart(definition, series.notes);
  starts.set(series, { definition, start });
  return start;
}

function findStart(definition: TemplateDefinition, newestFirst: readonly NoteSummary[]): TemplateStart {
  /** How many notes have it; how many notes there are since half of them have it. */
  const habits: { count: number; since: number }[] = [];
  let dated = 0;
  for (const note of newestFirst) {
    if (noteDate(note) === undefined) break;
    dated++;
    for (const [index, has] of whatIsThere(note, definition).entries()) {
      habits[index] ??= { count: 0, since: 0 };
      const habit = habits[index];
      if (!has) continue;
      habit.count++;
      if (2 * habit.count >= dated) habit.since = dated;
    }
  }
  const since = Math.min(dated, ...habits.flatMap((habit) => (habit.since > 0 ? [habit.since] : [])));
  if (since >= fewestWithout && habits.some((habit) => habit.since === 0)) return 'next';
  return dated - since < fewestOlder ? undefined : noteDate(newestFirst[since - 1]!);
}

/** What was found of a note, for the template that was asked about last: a changed note is another object. */
const found = new WeakMap<
  NoteSummary,
  { readonly definition: TemplateDefinition; readonly result: readonly boolean[] }
>();

/** Whether a note has each thing that the template asks for, always in the same order. */
function whatIsThere(note: NoteSummary, definition: TemplateDefinition): readonly boolean[] {
  const kept = found.get(note);
  if (kept?.definition === definition) return kept.result;
  const { template } = definition;
  const keys = keysOf(note);
  const form = titleForm(definition);
  const result = [
    ...template.sections
      .filter(({ required, heading }) => required && heading !== '')
      .map((section) => keys.some(({ text, key }) => isHeadingOf(section, text, key))),
    ...(template.recordingRequired ? [note.recordingLabel !== undefined] : []),
    ...(form ? [note.titleText !== undefined && isOfForm(form, note.titleText)] : []),
  ];
  found.set(note, { definition, result });
  return result;
}

interface KeyedHeading {
  readonly text: string;
  readonly key: string;
}

const keysOfNotes = new WeakMap<NoteSummary, readonly KeyedHeading[]>();

function keysOf(note: NoteSummary): readonly KeyedHeading[] {
  const keys = keysOfNotes.get(note) ?? note.headings.map(({ text }) => ({ text, key: headingKey(text) }));
  keysOfNotes.set(note, keys);
  return keys;
}

export interface FileDay {
  /** In the file's name or path. */
  readonly date?: IsoDate;
  /** It is before `since`: nothing that the template says applies to the note. */
  readonly isOlder: boolean;
}

/**
 * The day in a file's name or path: by the template, else in one of the usual forms; before `since` the other way round.
 * `uri` is canonical; `components` are as many of its last ones as the template may look at.
 */
export function fileDayOf(
  uri: string,
  components: readonly string[],
  definition: TemplateDefinition | undefined,
): FileDay {
  const byTemplate = definition && fileDateBy(definition, components);
  const date = byTemplate ?? dateInPath(uri);
  const since = definition?.since;
  if (date === undefined) return { isOlder: false };
  if (since === undefined || date >= since) return { date, isOlder: false };
  return { date: dateInPath(uri) ?? date, isOlder: true };
}
