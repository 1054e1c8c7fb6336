/** Where a note has its date, and where a new note of the series has it. */

import type { DateFormat } from '../../../shared/dates/format.ts';
import { findImpossibleDate, type ImpossibleDate } from '../../../shared/dates/impossibleDate.ts';
import { namesSomeDay, settledDate } from '../../../shared/dates/settledDate.ts';
import type { DatePlace } from '../note/conventions.ts';
import type { DatedText, DateLine, IsoDate, Note, Span, Title } from '../note/note.ts';
import { otherDay } from '../note/otherDay.ts';
import { parseNote } from '../note/parse.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { renderSeries, renderTemplate } from '../template/render/render.ts';
import { matchTitle, titleForm, wholeDays } from '../template/render/titleForm.ts';
import type { Template } from '../template/template.ts';
import { dayOfLine, dayOfTitle } from './dayWithoutYear.ts';
import type { CheckContext } from './problem.ts';

export interface WrittenDay {
  readonly place: 'title' | 'line' | 'heading' | 'frontMatter';
  readonly date: DatedText;
}

type Source = Pick<CheckContext, 'template' | 'definition'>;
type Written = Pick<CheckContext, 'note' | 'definition' | 'fileDate'> &
  Partial<Pick<CheckContext, 'learnedFrom'>>;

/**
 * The days that title and date line name; the first is the one that counts where they differ. Where neither names one, that
 * of the first heading below the title, else that of the front matter. `fileDate` settles days that may be two or have no year.
 */
export function writtenDays({ note, definition, fileDate, learnedFrom }: Written): WrittenDay[] {
  const { dateLine } = note;
  const title = titleDay(note, definition, fileDate) ?? dayOfTitle(note, fileDate, learnedFrom);
  const line =
    dateLine && (settled(note, dateLine.range, fileDate) ?? dateLine.date ?? dayOfLine(note, fileDate));
  const days: WrittenDay[] = [
    ...(title ? [{ place: 'title' as const, date: title }] : []),
    ...(line ? [{ place: 'line' as const, date: line }] : []),
  ];
  const places = definition?.conventions.date?.places ?? [];
  const isInHeading = places.includes('heading');
  const other = days.length === 0 || isInHeading ? otherDay(note, fileDate) : undefined;
  if (other && days.length === 0) return [other];
  if (other?.place === 'heading')
    return [other, ...days.filter(({ place }) => places.includes(place as DatePlace))];
  return places.indexOf('line') >= 0 && !places.slice(0, places.indexOf('line')).includes('title')
    ? days.reverse()
    : days;
}

function titleDay(
  note: Note,
  definition: TemplateDefinition | undefined,
  fileDate: IsoDate | undefined,
): DatedText | undefined {
  const { title } = note;
  const form = definition && titleForm(definition);
  const date = title && form && matchTitle(form, title.text)?.date;
  if (!title) return undefined;
  if (!date) return settledTitle(note, title, fileDate) ?? title.date;
  const { from } = title.textRange;
  return { value: date.value, range: { from: from + date.range.from, to: from + date.range.to } };
}

interface SettledTitle {
  readonly day: IsoDate;
  readonly date: DatedText | undefined;
}

/** The answer for the latest day, by the title: it stays the same object while other parts of the note are edited. */
const settledTitles = new WeakMap<Title, SettledTitle>();

function settledTitle(note: Note, title: Title, day: IsoDate | undefined): DatedText | undefined {
  if (day === undefined) return undefined;
  const known = settledTitles.get(title);
  if (known?.day === day) return known.date;
  const date = settled(note, title.textRange, day);
  settledTitles.set(title, { day, date });
  return date;
}

function settled({ text }: Note, { from, to }: Span, day: IsoDate | undefined): DatedText | undefined {
  return day === undefined ? undefined : settledDate(text, from, to, day);
}

/** Whether title or date line name a day in a form that cannot be compared: `03/04/2026`, `March 4th`. */
export function namesUnsettledDay({ text, title, dateLine }: Note): boolean {
  return [title?.textRange, dateLine?.range].some((span) => span && namesSomeDay(text, span.from, span.to));
}

export interface ImpossibleDay extends ImpossibleDate {
  readonly place: 'title' | 'line';
}

/** The days in title and date line that do not exist, where no other day is there. */
export function impossibleDays(note: Note): ImpossibleDay[] {
  const { title, dateLine } = note;
  const found: ImpossibleDay[] = [];
  const inTitle = title && impossibleIn(title, note, title.textRange);
  if (inTitle) found.push({ ...inTitle, place: 'title' });
  const inLine = dateLine && impossibleIn(dateLine, note, dateLine.range);
  if (inLine) found.push({ ...inLine, place: 'line' });
  return found;
}

/** By the title or the date line, which stay the same objects as well. */
const impossible = new WeakMap<Title | DateLine, { readonly found: ImpossibleDate | undefined }>();

function impossibleIn(of: Title | DateLine, note: Note, { from, to }: Span): ImpossibleDate | undefined {
  const known = impossible.get(of);
  if (known) return known.found;
  const { text } = note;
  const found = namesSomeDay(text, from, to) ? undefined : findImpossibleDate(text, from, to);
  impossible.set(of, { found });
  return found;
}

/** The date format of the series there; undefined when the template file has none. */
export function formatAt(
  place: WrittenDay['place'],
  definition: TemplateDefinition | undefined,
): DateFormat | undefined {
  if (place === 'frontMatter') return undefined;
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
