/** Days that only another one can settle, such as the day in a file's name: `03/04/2026`, `26-03-04`, `March 4th`. */

import { dateParts } from '../calendar.ts';
import type { DatedText, IsoDate } from '../span.ts';
import { daysOfMonth } from './daysOfMonth.ts';
import { type DateForm, findForms } from './forms.ts';

/**
 * What between the offsets names `day`: a form that a day may have, one of several days, a day without its year; else the
 * first that is so in another year, which is a slip; else undefined. Linear.
 */
export function settledDate(text: string, from: number, to: number, day: IsoDate): DatedText | undefined {
  const forms = allForms(text, from, to);
  const named =
    forms.find(({ value, last }) => value <= day && day <= (last ?? value)) ??
    daysOfMonth(text, from, to).find((each) => {
      const parts = dateParts(day);
      const isIn = each.day <= parts.day && parts.day <= (each.lastDay ?? each.day);
      return each.month === parts.month && isIn;
    });
  if (named !== undefined) return { range: { from: named.from, to: named.to }, value: day };
  const slip = forms.find(({ value }) => value.slice(4) === day.slice(4));
  return slip && { range: { from: slip.from, to: slip.to }, value: slip.value };
}

/** Years of two digits are looked for only where there is no whole one, and among numbers alone. */
function allForms(text: string, from: number, to: number): DateForm[] {
  const forms = [...findForms(text, from, to)].flat();
  if (forms.length > 0) return forms;
  return [...findForms(text, from, to, { shortYears: true })].flat().filter(({ kind }) => kind !== 'words');
}

/** Whether any day is named between the offsets, be it that it may be two, `03/04/2026`, or has no year, `March 4th`. Linear. */
export function namesSomeDay(text: string, from: number, to: number): boolean {
  return allForms(text, from, to).length > 0 || daysOfMonth(text, from, to).some(({ isSure }) => isSure);
}
