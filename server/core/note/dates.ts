/** Dates as writers put them into titles and file names. */

import { formatDate, isCalendarDay } from '../../../shared/calendar.ts';
import { isDigit, skipDigits } from './characters.ts';
import type { DatedText, IsoDate } from './note.ts';

export {
  addDays,
  dateParts,
  daysBetween,
  formatDate,
  isValidDate,
  weekday,
  weekdayNames,
} from '../../../shared/calendar.ts';

/**
 * The first day that exists, written `YYYY-MM-DD` or with `/`, `.` or `_` instead of both hyphens, wholly between the
 * offsets `from` and `to`. A date inside a longer run of digits is none. Linear.
 */
export function findDate(text: string, from = 0, to = text.length): DatedText | undefined {
  return firstDate(text, from, to, false);
}

/** As `findDate`, but accepts `YYYYMMDD` as well, which only a file name can mean as a date. */
export function findDateInFileName(fileName: string): DatedText | undefined {
  return firstDate(fileName, 0, fileName.length, true);
}

/** The day in a file name: `20191015_meeting_notes.md`, `2019-10-15.md`, `notes 2019.10.15.md`. */
export function dateInFileName(fileName: string): IsoDate | undefined {
  return findDateInFileName(fileName)?.value;
}

function firstDate(text: string, from: number, to: number, compact: boolean): DatedText | undefined {
  for (let at = from; at < to; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = skipDigits(text, at);
    const whole = at === 0 || !isDigit(text.charCodeAt(at - 1));
    const found = whole
      ? end - at === 4
        ? separatedDate(text, at, to)
        : compact && end - at === 8 && end <= to
          ? compactDate(text, at)
          : undefined
      : undefined;
    if (found !== undefined) return found;
    at = end;
  }
  return undefined;
}

function separatedDate(text: string, at: number, to: number): DatedText | undefined {
  const end = at + 10;
  if (end > to || isDigit(text.charCodeAt(end))) return undefined;
  const separator = text[at + 4];
  if (separator === undefined || !'-/._'.includes(separator) || text[at + 7] !== separator) return undefined;
  return dated(text, at, end, at + 5, at + 8);
}

function compactDate(text: string, at: number): DatedText | undefined {
  // Other numbers of eight digits pass for a date in a distant century far too easily.
  const year = Number(text.slice(at, at + 4));
  return year >= 1900 && year < 2200 ? dated(text, at, at + 8, at + 4, at + 6) : undefined;
}

function dated(text: string, at: number, end: number, monthAt: number, dayAt: number): DatedText | undefined {
  for (const digit of [monthAt, monthAt + 1, dayAt, dayAt + 1]) {
    if (!isDigit(text.charCodeAt(digit))) return undefined;
  }
  const year = Number(text.slice(at, at + 4));
  const month = Number(text.slice(monthAt, monthAt + 2));
  const day = Number(text.slice(dayAt, dayAt + 2));
  if (!isCalendarDay(year, month, day)) return undefined;
  return { range: { from: at, to: end }, value: formatDate(year, month, day) };
}
