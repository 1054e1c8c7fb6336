/** Where a note has its date, and where a new note of the series has it. */

import type { DateFormat } from '../../../shared/dates/format.ts';
import type { DatedText, Note } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { renderSeries, renderTemplate } from '../template/render/render.ts';
import { matchTitle, titleForm, wholeDays } from '../template/render/titleForm.ts';
import type { Template } from '../template/template.ts';
import type { CheckContext } from './problem.ts';

export interface WrittenDay {
  readonly place: 'title' | 'line';
  readonly date: DatedText;
}

type Source = Pick<CheckContext, 'template' | 'definition'>;

/** The days that title and date line name; the first is the one that counts where they differ. */
export function writtenDays({ note, definition }: Pick<CheckContext, 'note' | 'definition'>): WrittenDay[] {
  const title = titleDay(note, definition);
  const line = note.dateLine?.date;
  const days: WrittenDay[] = [
    ...(title ? [{ place: 'title' as const, date: title }] : []),
    ...(line ? [{ place: 'line' as const, date: line }] : []),
  ];
  const places = definition?.conventions.date?.places ?? [];
  return places.indexOf('line') >= 0 && !places.slice(0, places.indexOf('line')).includes('title')
    ? days.reverse()
    : days;
}

function titleDay({ title }: Note, definition: TemplateDefinition | undefined): DatedText | undefined {
  const form = definition && titleForm(definition);
  const date = title && form && matchTitle(form, title.text)?.date;
  if (!title || !date) return title?.date;
  const { from } = title.textRange;
  return { value: date.value, range: { from: from + date.range.from, to: from + date.range.to } };
}

/** The date format of the series there; undefined when the template file has none. */
export function formatAt(
  place: WrittenDay['place'],
  definition: TemplateDefinition | undefined,
): DateFormat | undefined {
  const inTitle = place === 'title' ? wholeDays(definition?.title)[0] : undefined;
  const date = definition?.conventions.date;
  return inTitle ?? (date?.places.includes(place) ? date.format : undefined);
}

const fresh = new WeakMap<Template | TemplateDefinition, Note>();

/** Stands for any day: no heading of a template names it. */
const anyDay = '2068-11-23';

/** A new note of the series, for an arbitrary day. */
export function freshNote({ template, definition }: Source): Note {
  const kept = fresh.get(definition ?? template);
  if (kept) return kept;
  const options = { date: anyDay };
  const { text } = definition ? renderSeries(definition, options) : renderTemplate(template, options);
  const note = parseNote(text, undefined, definition?.conventions);
  fresh.set(definition ?? template, note);
  return note;
}

/** Whether a new note of the series has its date there. */
export function wantsDay(place: WrittenDay['place'], { template, definition }: Source): boolean {
  const note = freshNote({ template, ...(definition && { definition }) });
  return writtenDays({ note, ...(definition && { definition }) }).some((day) => day.place === place);
}
