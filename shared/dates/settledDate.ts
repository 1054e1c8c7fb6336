/** Days that only another one can settle, such as the day in a file's name: `03/04/2026`, `March 4th`. */

import { isDigit } from '../characters.ts';
import type { DatedText, IsoDate } from '../span.ts';
import { findForms } from './forms.ts';
import { readTokens } from './tokens.ts';

/**
 * The day wholly between the offsets that is `day` in one of the forms it may have; else the first that is so in another
 * year, which is a slip; else undefined. Linear.
 */
export function settledDate(text: string, from: number, to: number, day: IsoDate): DatedText | undefined {
  let inOtherYear: DatedText | undefined;
  for (const forms of findForms(text, from, to)) {
    for (const form of forms) {
      const dated = { range: { from: form.from, to: form.to }, value: form.value };
      if (form.value === day) return dated;
      if (form.value.slice(4) === day.slice(4)) inOtherYear ??= dated;
    }
  }
  return inOtherYear;
}

/** Whether any day is named between the offsets, be it that it may be two, `03/04/2026`, or has no year, `March 4th`. Linear. */
export function namesSomeDay(text: string, from: number, to: number): boolean {
  return !findForms(text, from, to).next().done || namesDayOfMonth(text, from, to);
}

const longestBetween = 4;

/** A month in letters beside a number that may be its day: `January 6th`, `6 Jan`, `6th of January`. */
function namesDayOfMonth(text: string, from: number, to: number): boolean {
  const tokens = readTokens(text, from, to, false);
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    if (next === undefined || next.from - token.to > longestBetween + ' of '.length) return false;
    const months = [token, next].filter(({ readings }) =>
      readings.some(({ part, isName }) => part === 'month' && isName),
    );
    const days = [token, next].filter(({ readings }) => readings.some(({ part }) => part === 'day'));
    const between = text.slice(token.to, next.from).toLowerCase().replace(/\s/g, ' ');
    const joins = [' ', '-', '.', '. ', ' of ', ' the ', '\u00a0'].includes(between);
    return months.length === 1 && days.length === 1 && joins && !isDigit(text.charCodeAt(token.from - 1));
  });
}
