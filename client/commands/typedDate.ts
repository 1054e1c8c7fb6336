/** A typed date of a meeting. */

import {
  dateParts,
  daysInMonth,
  isCalendarDay,
  monthNames,
  weekday,
  weekdayNames,
} from '../../shared/calendar.ts';
import { findForms } from '../../shared/dates/forms.ts';

export type TypedDate =
  /** `date` is `YYYY-MM-DD`; `words` say it at length: `Tuesday, 17 March 2026`. */
  | { readonly kind: 'date'; readonly date: string; readonly words: string }
  | { readonly kind: 'wrong'; readonly message: string };

const form = 'Write the date as YYYY-MM-DD, for example 2026-03-17.';

/**
 * Reads a day as notes may write it: `2026-03-17`, also without leading zeros, with blanks, or as `20260317`, and in another
 * order or in words where only one day can be meant: `17.3.2026`, `17 March 2026`.
 */
export function readTypedDate(text: string): TypedDate {
  const typed = text.trim();
  const written = /^[0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '-') : typed;
  const forms = [...findForms(written, 0, written.length, true)].flat();
  const whole = forms.filter(({ from, to }) => from === 0 && to === written.length);
  const [date, ...others] = new Set(whole.map(({ value }) => value));
  if (date === undefined) return { kind: 'wrong', message: whyNone(written) };
  if (others.length === 0) return { kind: 'date', date, words: dayInWords(date) };
  const days = [date, ...others].map(dayInWords).join(' or ');
  return { kind: 'wrong', message: `Ambiguous date: ${days}. ${form}` };
}

/** Distinguishes a day that does not exist from text that is no date. */
function whyNone(written: string): string {
  const parts = /^([0-9]{4})[-/._]?([0-9]{1,2})[-/._]?([0-9]{1,2})$/.exec(written);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (parts === null || year < 1000 || isCalendarDay(year, month, day)) return form;
  const name = monthNames[month - 1];
  if (name === undefined) return `There is no month ${month}. ${form}`;
  return `${name} ${year} has ${daysInMonth(year, month)} days. ${form}`;
}

/** `Tuesday, 17 March 2026` */
export function dayInWords(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${weekdayNames[weekday(date)]}, ${day} ${monthNames[month - 1]} ${year}`;
}
