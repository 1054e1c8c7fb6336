/** A meeting's day as somebody types it. */

import {
  dateParts,
  daysInMonth,
  formatDate,
  isCalendarDay,
  monthNames,
  weekday,
  weekdayNames,
} from '../../shared/calendar.ts';

export type TypedDate =
  /** `date` is `YYYY-MM-DD`; `words` say it at length: `Tuesday, 17 March 2026`. */
  | { readonly kind: 'date'; readonly date: string; readonly words: string }
  | { readonly kind: 'wrong'; readonly message: string };

const form = 'Write the date as YYYY-MM-DD, for example 2026-03-17.';

/** Reads `2026-03-17`, also with `/`, `.`, `_` or blanks, without leading zeros, or as `20260317`. */
export function readTypedDate(text: string): TypedDate {
  const typed = text.trim();
  const parts =
    /^([0-9]{4})([-/._ ])([0-9]{1,2})\2([0-9]{1,2})$/.exec(typed) ??
    /^([0-9]{4})()([0-9]{2})([0-9]{2})$/.exec(typed);
  if (parts === null) return { kind: 'wrong', message: form };
  const [year, month, day] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (isCalendarDay(year, month, day)) {
    const date = formatDate(year, month, day);
    return { kind: 'date', date, words: dayInWords(date) };
  }
  const name = monthNames[month - 1];
  if (year < 1000) return { kind: 'wrong', message: form };
  if (name === undefined) return { kind: 'wrong', message: `There is no month ${month}. ${form}` };
  const days = daysInMonth(year, month);
  return { kind: 'wrong', message: `${name} ${year} has ${days} days. ${form}` };
}

/** `Tuesday, 17 March 2026` */
export function dayInWords(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${weekdayNames[weekday(date)]}, ${day} ${monthNames[month - 1]} ${year}`;
}
