/** In which format the notes' titles, names and lines write days, months and years. */

import { formatDate } from '../../../shared/calendar.ts';
import { type DateForm, findForms } from '../../../shared/dates/forms.ts';
import { readTokens } from '../../../shared/dates/tokens.ts';

/** A date in a text that a template can be written with: it has a format. */
export interface LearnedForm extends Pick<DateForm, 'from' | 'to' | 'value'> {
  readonly format: string;
}

/** A title or a name is not longer; what follows is not looked at. */
const longestText = 300;

/**
 * The days in a text with all formats each may be in, in the text's order: `03/04/2026` has two. `compact`: `20260304` is
 * a day as well, which only a file's name can mean. Linear.
 */
export function readDateForms(text: string, compact = false): LearnedForm[] {
  return [...findForms(text, 0, Math.min(text.length, longestText), { compact })].flatMap((forms) =>
    forms.flatMap(({ format, from, to, value }) =>
      format === undefined ? [] : [{ from, to, format, value }],
    ),
  );
}

/** The months in a text that says no day: `2026-01`, `January 2026`. Their value is the first day. Linear. */
export function readMonthForms(text: string): LearnedForm[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((first, index) => {
    const second = tokens[index + 1];
    const between = second && text.slice(first.to, second.from);
    if (second === undefined || between === undefined || !['-', '_', '.', '/', ' ', ', '].includes(between))
      return [];
    return first.readings.flatMap((one) =>
      second.readings.flatMap((other): LearnedForm[] => {
        const year = [one, other].find(({ part }) => part === 'year');
        const month = [one, other].find(({ part }) => part === 'month');
        if (year === undefined || month?.token === undefined) return [];
        // Of numbers the year comes first, and a month of one digit may be anything.
        if (!month.isName && (year !== one || month.token !== 'MM' || between.includes(' '))) return [];
        const value = formatDate(year.value, month.value, 1);
        return [{ from: first.from, to: second.to, format: `${one.token}${between}${other.token}`, value }];
      }),
    );
  });
}

/** The years of four digits in a text. Linear. */
export function readYearForms(text: string): LearnedForm[] {
  return tokensOf(text).flatMap(({ from, to, readings }) =>
    readings
      .filter(({ token }) => token === 'YYYY')
      .map(({ value }) => ({ from, to, format: 'YYYY', value: formatDate(value, 1, 1) })),
  );
}

function tokensOf(text: string) {
  const tokens = readTokens(text, 0, Math.min(text.length, longestText));
  return tokens.map((each) => (each.gluedBefore || each.gluedAfter ? { ...each, readings: [] } : each));
}
