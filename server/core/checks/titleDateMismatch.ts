import { daysOfMonth } from '../../../shared/dates/daysOfMonth.ts';
import { findDateInFileName } from '../../../shared/dates/findDate.ts';
import { type DateFormat, formatDay, isWholeDay, readDateFormat } from '../../../shared/dates/format.ts';
import { findForms } from '../../../shared/dates/forms.ts';
import { type Message, t } from '../../../shared/l10n.ts';
import type { IsoDate } from '../note/note.ts';
import { openingEnd } from '../note/opening.ts';
import { parseNote } from '../note/parse.ts';
import { matchPattern } from '../template/patterns/matchPattern.ts';
import { formatPattern, type Pattern } from '../template/patterns/pattern.ts';
import { renderSeries } from '../template/render/render.ts';
import { titleFor, titleForm } from '../template/render/titleForm.ts';
import { atLastSlash } from './namePattern.ts';
import {
  formatAt,
  impossibleDays,
  namesUnsettledDay,
  type WrittenDay,
  wantsDay,
  writtenDays,
} from './noteDays.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';
import { titleEdit } from './titleEdit.ts';

export const titleDateMismatch: Rule = {
  code: 'title-date-mismatch',
  summary: 'The date in the note differs from the date in the file name, or the note has no date.',
  severity: 'warning',
  find(context) {
    const { fileDate, fileName } = context;
    const days = writtenDays(context);
    const invalid = impossible(context);
    if (invalid.length > 0) return invalid;
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
        message: t(
          '{0} {1} differs from the date in the file name, {2}',
          partNames[day.place],
          day.date.value,
          fileDate,
        ),
        get fixes() {
          return [setting(day, fileDate, context), ...renaming(fileName, day.date.value, context)];
        },
      }));
  },
};

/** Whether the days are not where a template file says that the series has them. */
function isElsewhere(days: readonly WrittenDay[], { definition, learnedFrom }: CheckContext): boolean {
  if (definition === undefined || learnedFrom !== undefined) return false;
  const isInHeading = definition.conventions.date?.places.includes('heading') === true;
  return days.every(({ place }) => (place === 'heading' && !isInHeading) || place === 'frontMatter');
}

const partNames = {
  title: t('Title date'),
  line: t('Date'),
  heading: t('Heading date'),
  frontMatter: t('Front matter date'),
} as const;

/** `2026-11-31`: which day is meant, only the file's name may tell. */
function impossible({ note, fileDate, definition }: CheckContext): Problem[] {
  return impossibleDays(note).map(({ place, range, format: written, why }) => {
    const read = written === undefined ? undefined : readDateFormat(written);
    const format = formatAt(place, definition) ?? (read?.kind === 'format' ? read.format : undefined);
    const text = fileDate && (format ? formatDay(format, fileDate) : fileDate);
    return {
      range,
      message: t(
        '{0} {1} is invalid; {2}',
        partNames[place],
        quote(note.text.slice(range.from, range.to)),
        why,
      ),
      fixes: text ? [{ title: changeTo(place, text), edits: [{ range, text }], safe: false }] : [],
    };
  });
}

/** Without a date in the file's name, the title and the line may still name two. */
function contradictions(days: readonly WrittenDay[], context: CheckContext): Problem[] {
  const [first, ...others] = days;
  return others
    .filter(({ date }) => date.value !== first?.date.value)
    .map((day) => ({
      range: day.date.range,
      message:
        first!.place === 'title'
          ? t(
              '{0} {1} differs from the date in the title, {2}',
              partNames[day.place],
              day.date.value,
              first!.date.value,
            )
          : t(
              '{0} {1} differs from the date in the date line, {2}',
              partNames[day.place],
              day.date.value,
              first!.date.value,
            ),
      related: [{ range: first!.date.range, message: t('Other date') }],
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
      message: t(
        '{0} is missing; expected the date of the meeting, such as "{1}"',
        partNames[place],
        example,
      ),
      fixes: [],
    },
  ];
}

/** Reported at the first place where a new note of the series has the date. */
function missing(fileDate: IsoDate, context: CheckContext): Problem[] {
  const { note, definition } = context;
  if (namesUnsettledDay(note)) return [];
  if (definition?.conventions.date?.places.includes('heading')) return headingMissing(fileDate, context);
  const place = (['title', 'line'] as const).find((each) => wantsDay(each, context));
  const stands = place === 'title' ? note.title?.textRange : note.dateLine?.range;
  if (place === undefined || (place === 'title' && stands === undefined)) return [];
  if (stands === undefined) return lineMissing(fileDate, context);
  const format = formatAt(place, definition);
  const day = format ? formatDay(format, fileDate) : fileDate;
  const whole = place === 'title' ? wholeTitle(fileDate, context) : undefined;
  const adding: Fix = {
    title: place === 'title' ? t('Add {0} to Title', day) : t('Add {0} to Date Line', day),
    edits: [{ range: { from: stands.to, to: stands.to }, text: ` ${day}` }],
    // The title may name the day in words that nobody reads here.
    safe: place === 'line',
  };
  return [
    {
      range: stands,
      message:
        day === fileDate
          ? t('{0} is missing; the file name has {1}', partNames[place], fileDate)
          : t('{0} is missing or has another format; expected "{1}"', partNames[place], day),
      fixes: [whole ?? adding],
    },
  ];
}

/** The first heading, where the series has the day, says none. What it says instead only its writer knows. */
function headingMissing(fileDate: IsoDate, { note, definition }: CheckContext): Problem[] {
  const [first] = note.sections;
  const range = first?.headingTextRange ?? note.title?.range ?? { from: 0, to: 0 };
  const format = formatAt('heading', definition);
  const day = format ? formatDay(format, fileDate) : fileDate;
  const message = t('{0} is missing; expected "{1}" in the first heading', partNames.heading, day);
  return [{ range, message, fixes: [] }];
}

/** The whole title where the pattern has no open part, so that the date is at its position; else undefined. */
function wholeTitle(fileDate: IsoDate, { definition, note }: CheckContext): Fix | undefined {
  const form = definition && titleForm(definition);
  if (!form || form.parts.some(({ kind }) => kind !== 'literal' && kind !== 'date')) return undefined;
  const text = titleFor(definition, fileDate, undefined);
  return { title: t('Change Title to "{0}"', text), edits: [titleEdit(note, text)], safe: false };
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
      message: t('Date line is missing; the file name has {0}', fileDate),
      fixes: [
        {
          title: t('Insert Line "{0}"', text),
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
    title: changeTo(place, format ? text : wanted),
    edits: [{ range: date.range, text }],
    // The same day in another year is January's slip of the pen; any other day may be the file name's fault.
    safe: place !== 'frontMatter' && wanted.slice(4) === date.value.slice(4),
  };
}

function changeTo(place: WrittenDay['place'], text: string): Message {
  switch (place) {
    case 'title':
      return t('Change Title Date to {0}', text);
    case 'line':
      return t('Change Date to {0}', text);
    case 'heading':
      return t('Change Heading Date to {0}', text);
    case 'frontMatter':
      return t('Change Front Matter Date to {0}', text);
  }
}

/** `2019-10-15` in the form of `2018/10/15`, `15.10.2018`, `15th October`; as it is where no format writes that form. */
function likeWritten(before: IsoDate, date: IsoDate, written: string): string {
  const forms = [
    ...findForms(written, 0, written.length),
    ...findForms(written, 0, written.length, short),
  ].flat();
  const form = forms.find(({ value, format }) => value === before && format !== undefined);
  const source = form?.format ?? daysOfMonth(written, 0, written.length)[0]?.format;
  const read = source === undefined ? undefined : readDateFormat(source);
  if (read?.kind === 'format') return formatDay(read.format, date);
  // Several days, or a spelling of its own: only the year is another.
  const [start, end, ...more] = written.split(before.slice(0, 4));
  const isYear = before.slice(4) === date.slice(4) && end !== undefined && more.length === 0;
  return isYear ? `${start}${date.slice(0, 4)}${end}` : date;
}

const short = { shortYears: true };

function renaming(fileName: string, date: IsoDate, { definition, fileDate }: CheckContext): Fix[] {
  const pattern = fileDate === undefined ? undefined : definition?.file;
  if (pattern && fileDate && movesFolder(pattern, fileDate, date)) return [];
  const renameTo = (pattern && byPattern(pattern, fileName, date)) ?? likeNamed(fileName, date);
  if (renameTo === undefined || renameTo === fileName) return [];
  return [{ title: t('Rename File to {0}', renameTo), edits: [], renameTo, safe: false }];
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
