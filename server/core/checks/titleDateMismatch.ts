import { findDateInFileName } from '../../../shared/dates/findDate.ts';
import { type DateFormat, formatDay, isWholeDay, parseDateFormat } from '../../../shared/dates/format.ts';
import { findForms } from '../../../shared/dates/forms.ts';
import type { IsoDate } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { parseNote } from '../note/parse.ts';
import { matchPattern } from '../template/patterns/matchPattern.ts';
import { formatPattern, type Pattern } from '../template/patterns/pattern.ts';
import { renderSeries } from '../template/render/render.ts';
import { titleFor, titleForm } from '../template/render/titleForm.ts';
import { atLastSlash } from './namePattern.ts';
import { formatAt, namesUnsettledDay, type WrittenDay, wantsDay, writtenDays } from './noteDays.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { titleEdit } from './titleEdit.ts';

export const titleDateMismatch: Rule = {
  code: 'title-date-mismatch',
  summary: 'The date in the note differs from the date in the file name, or the note has no date.',
  severity: 'warning',
  find(context) {
    const { fileDate, fileName } = context;
    const days = writtenDays(context);
    if (fileDate === undefined || fileName === undefined) {
      return days.length === 0 ? withoutAnyDate(context) : contradictions(days, context);
    }
    if (days.length === 0 || isElsewhere(days, context)) {
      const problems = missing(fileDate, context);
      if (days.length === 0 || problems.length > 0) return problems;
    }
    return days
      .filter(({ date }) => date.value !== fileDate)
      .map((day) => ({
        range: day.date.range,
        message: `${partNames[day.place]} ${day.date.value} differs from the date in the file name, ${fileDate}`,
        get fixes() {
          return [setting(day, fileDate, context), ...renaming(fileName, day.date.value, context)];
        },
      }));
  },
};

/** Whether the days are not where a template file says that the series has them. */
function isElsewhere(days: readonly WrittenDay[], { definition, learnedFrom }: CheckContext): boolean {
  const isByFile = definition !== undefined && learnedFrom === undefined;
  return isByFile && days.every(({ place }) => place === 'heading' || place === 'frontMatter');
}

const partNames = {
  title: 'Title date',
  line: 'Date',
  heading: 'Heading date',
  frontMatter: 'Front matter date',
} as const;

/** Without a date in the file's name, the title and the line may still name two. */
function contradictions(days: readonly WrittenDay[], context: CheckContext): Problem[] {
  const [first, ...others] = days;
  return others
    .filter(({ date }) => date.value !== first?.date.value)
    .map((day) => ({
      range: day.date.range,
      message: `${partNames[day.place]} ${day.date.value} differs from the date in the ${first!.place === 'title' ? 'title' : 'date line'}, ${first!.date.value}`,
      related: [{ range: first!.date.range, message: 'Other date' }],
      fixes: [{ ...setting(day, first!.date.value, context), safe: false }],
    }));
}

/** Neither the note nor the file name has a date, and the template file names a place for it. There is no fix. */
function withoutAnyDate(context: CheckContext): Problem[] {
  const { note, definition, today } = context;
  const places = definition?.conventions.date?.places ?? [];
  const place = (['title', 'line'] as const).find((each) => places.includes(each) && wantsDay(each, context));
  if (place === undefined || (place === 'title' && note.title === undefined)) return [];
  const format = formatAt(place, definition);
  const example = format ? formatDay(format, today) : today;
  const stands = place === 'title' ? note.title?.textRange : note.dateLine?.range;
  return [
    {
      range: stands ?? note.title?.range ?? { from: 0, to: 0 },
      message: `${partNames[place]} is missing; expected the date of the meeting, such as "${example}"`,
      fixes: [],
    },
  ];
}

/** Reported at the first place where a new note of the series has the date. */
function missing(fileDate: IsoDate, context: CheckContext): Problem[] {
  const { note, definition } = context;
  if (namesUnsettledDay(note)) return [];
  const place = (['title', 'line'] as const).find((each) => wantsDay(each, context));
  const stands = place === 'title' ? note.title?.textRange : note.dateLine?.range;
  if (place === undefined || (place === 'title' && stands === undefined)) return [];
  if (stands === undefined) return lineMissing(fileDate, context);
  const format = formatAt(place, definition);
  const day = format ? formatDay(format, fileDate) : fileDate;
  const whole = place === 'title' ? wholeTitle(fileDate, context) : undefined;
  const adding: Fix = {
    title: `Add ${day} to ${place === 'title' ? 'Title' : 'Date Line'}`,
    edits: [{ range: { from: stands.to, to: stands.to }, text: ` ${day}` }],
    // The title may name the day in words that nobody reads here.
    safe: place === 'line',
  };
  return [
    {
      range: stands,
      message:
        day === fileDate
          ? `${partNames[place]} is missing; the file name has ${fileDate}`
          : `${partNames[place]} is missing or has another format; expected "${day}"`,
      fixes: [whole ?? adding],
    },
  ];
}

/** The whole title where the pattern has no open part, so that the date is at its position; else undefined. */
function wholeTitle(fileDate: IsoDate, { definition, note }: CheckContext): Fix | undefined {
  const form = definition && titleForm(definition);
  if (!form || form.parts.some(({ kind }) => kind !== 'literal' && kind !== 'date')) return undefined;
  const text = titleFor(definition, fileDate, undefined);
  return { title: `Change Title to "${text}"`, edits: [titleEdit(note, text)], safe: false };
}

function lineMissing(fileDate: IsoDate, { note, definition }: CheckContext): Problem[] {
  const fresh = definition && renderSeries(definition, { date: fileDate }).text;
  const line = fresh && parseNote(fresh, undefined, definition.conventions).dateLine?.range;
  if (!fresh || !line) return [];
  const text = fresh.slice(line.from, line.to);
  const at = openingEnd(note);
  return [
    {
      range: note.title?.range ?? { from: 0, to: 0 },
      message: `Date line is missing; the file name has ${fileDate}`,
      fixes: [
        {
          title: `Insert Line "${text}"`,
          edits: [{ range: { from: at, to: at }, text: at === 0 ? `${text}\n\n` : `\n\n${text}` }],
          safe: true,
        },
      ],
    },
  ];
}

function setting({ place, date }: WrittenDay, wanted: IsoDate, { note, definition }: CheckContext): Fix {
  const format = formatAt(place, definition);
  const written = note.text.slice(date.range.from, date.range.to);
  const text = format ? formatDay(format, wanted) : likeWritten(date.value, wanted, written);
  return {
    title: `Change ${fixNames[place]} to ${format ? text : wanted}`,
    edits: [{ range: date.range, text }],
    // The same day in another year is January's slip of the pen; any other day may be the file name's fault.
    safe: place !== 'frontMatter' && wanted.slice(4) === date.value.slice(4),
  };
}

const fixNames = {
  title: 'Title Date',
  line: 'Date',
  heading: 'Heading Date',
  frontMatter: 'Front Matter Date',
} as const;

/** `2019-10-15` in the form of `2018/10/15`, `15.10.2018`, `15th October 2018`; as it is where no format writes that form. */
function likeWritten(before: IsoDate, date: IsoDate, written: string): string {
  const forms = [...findForms(written, 0, written.length)].flat();
  const source = forms.find(({ value, format }) => value === before && format !== undefined)?.format;
  const format = source === undefined ? undefined : parseDateFormat(source);
  return format ? formatDay(format, date) : date;
}

function renaming(fileName: string, date: IsoDate, { definition, fileDate }: CheckContext): Fix[] {
  const pattern = fileDate === undefined ? undefined : definition?.file;
  if (pattern && fileDate && movesFolder(pattern, fileDate, date)) return [];
  const renameTo = (pattern && byPattern(pattern, fileName, date)) ?? likeNamed(fileName, date);
  if (renameTo === undefined || renameTo === fileName) return [];
  return [{ title: `Rename File to ${renameTo}`, edits: [], renameTo, safe: false }];
}

/** With another day the file would belong into another folder, and a new name alone would leave it in the wrong one. */
function movesFolder(file: Pattern, from: IsoDate, to: IsoDate): boolean {
  const { folder } = atLastSlash(file);
  return formatPattern(folder, { date: from }) !== formatPattern(folder, { date: to });
}

/** The new name by the file pattern; undefined when the current name does not match it. */
function byPattern(file: Pattern, fileName: string, to: IsoDate): string | undefined {
  const { name } = atLastSlash(file);
  const range = matchPattern(name, fileName)?.date?.range;
  const dates = name.parts.flatMap((part) => (part.kind === 'date' ? [part.format] : []));
  const format: DateFormat | undefined = dates.length === 1 ? dates[0] : undefined;
  if (range === undefined || format === undefined || !isWholeDay(format)) return undefined;
  return fileName.slice(0, range.from) + formatDay(format, to) + fileName.slice(range.to);
}

function likeNamed(fileName: string, date: IsoDate): string | undefined {
  const found = findDateInFileName(fileName);
  if (!found) return undefined;
  const written = fileName.slice(found.range.from, found.range.to);
  const name = /^\d{8}$/.test(written) ? date.replaceAll('-', '') : likeWritten(found.value, date, written);
  return fileName.slice(0, found.range.from) + name + fileName.slice(found.range.to);
}
