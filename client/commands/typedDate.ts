/** A typed date of a meeting. */

import { dateParts, daysInMonth, isCalendarDay } from '../../shared/calendar.ts';
import { findForms } from '../../shared/dates/forms.ts';
import { type Message, t } from '../../shared/l10n.ts';

export type TypedDate =
  /** `date` is `YYYY-MM-DD`; `words` say it at length: `Tuesday, March 17, 2026`. */
  | { readonly kind: 'date'; readonly date: string; readonly words: string }
  | { readonly kind: 'wrong'; readonly message: Message };

const form = t('Write the date as YYYY-MM-DD, for example {0}.', '2026-03-17');

/**
 * Reads a day as notes may write it: `2026-03-17`, also without leading zeros, with blanks, or as `20260317`, and in another
 * order or in words where only one day can be meant: `17.3.2026`, `17 March 2026`. `language`: the editor's, for the words.
 */
export function readTypedDate(text: string, language: string): TypedDate {
  const typed = text.trim();
  const written = /^[0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '-') : typed;
  const forms = [...findForms(written, 0, written.length, { compact: true })].flat();
  const whole = forms.filter(({ from, to }) => from === 0 && to === written.length);
  const [date, ...others] = new Set(whole.map(({ value }) => value));
  if (date === undefined) return { kind: 'wrong', message: whyNone(written, language) };
  if (others.length === 0) return { kind: 'date', date, words: dayInWords(date, language) };
  const days = [date, ...others].map((each) => dayInWords(each, language));
  return { kind: 'wrong', message: t('Ambiguous date: {0}. {1}', alternatives(days, language), form) };
}

/** Distinguishes a day that does not exist from text that is no date. */
function whyNone(written: string, language: string): Message {
  const parts = /^([0-9]{4})[-/._]?([0-9]{1,2})[-/._]?([0-9]{1,2})$/.exec(written);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (parts === null || year < 1000 || isCalendarDay(year, month, day)) return form;
  if (month < 1 || month > 12) return t('There is no month {0}. {1}', month, form);
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const name = new Intl.DateTimeFormat(language, options).format(Date.UTC(year, month - 1, 1));
  return t('{0} has {1} days. {2}', name, daysInMonth(year, month), form);
}

/** `Tuesday, March 17, 2026`, `Dienstag, 17. März 2026` */
export function dayInWords(date: string, language: string): string {
  const { year, month, day } = dateParts(date);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1, day));
}

function alternatives(days: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(days);
}
