/** What of a day the words and numbers of a text may be. */

import { dateParts, monthNames, weekday, weekdayNames } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';

const compact = ['YYYYMMDD', 'DDMMYYYY', 'MMDDYYYY', 'YYYYMM', 'YYMMDD', 'DDMMYY', 'YYYY'] as const;
const short = ['MM', 'DD', 'M', 'D', 'YY'] as const;
const words = ['MMMM', 'MMM', 'dddd', 'ddd'] as const;

export type Token = (typeof compact | typeof short | typeof words)[number] | 'quarter' | 'half' | 'ordinal';

/** Digits, letters, and what stands between them, in turn. Linear. */
export function runsOf(text: string): string[] {
  return text.match(/[0-9]+|\p{L}+|[^0-9\p{L}]+/gu) ?? [];
}

/** What of the day a run may be. */
export function readingsOf(runs: readonly string[], index: number, date: IsoDate): Token[] {
  const run = runs[index]!;
  const before = runs[index - 1] ?? '';
  const isSo = (token: Token): boolean => tokenText(token, date).toLowerCase() === run.toLowerCase();
  if (!isNumber(run)) {
    if (isNumber(before)) return isSo('ordinal') ? ['ordinal'] : [];
    return words.filter(isSo);
  }
  if (run.length > 2) return compact.filter(isSo);
  if (!isLetters(before)) return short.filter(isSo);
  const period: Token | undefined = { q: 'quarter' as const, h: 'half' as const }[before.toLowerCase()];
  return period !== undefined && isSo(period) ? [period] : [];
}

export function tokenText(token: Token, date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  const name = { MMMM: monthNames[month - 1]!, dddd: weekdayNames[weekday(date)]! };
  if (token === 'MMMM' || token === 'dddd') return name[token];
  if (token === 'MMM') return name.MMMM.slice(0, 3);
  if (token === 'ddd') return name.dddd.slice(0, 3);
  if (token === 'quarter') return String(Math.ceil(month / 3));
  if (token === 'half') return String(Math.ceil(month / 6));
  if (token === 'ordinal') {
    const isTeen = day > 10 && day < 14;
    return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th';
  }
  if (token === 'M') return String(month);
  if (token === 'D') return String(day);
  const [years, months, days] = date.split('-') as [string, string, string];
  return token
    .replace('YYYY', years)
    .replace('YY', String(year % 100).padStart(2, '0'))
    .replace('MM', months)
    .replace('DD', days);
}

/** Which part of the day a token says alone. */
export function partOf(token: Token): 'year' | 'month' | 'day' | undefined {
  if (token === 'YYYY' || token === 'YY') return 'year';
  if (token === 'M' || token === 'MM' || token === 'MMM' || token === 'MMMM') return 'month';
  return token === 'D' || token === 'DD' ? 'day' : undefined;
}

export function isNumber(run: string): boolean {
  return run >= '0' && run[0]! <= '9' && run[0]! >= '0';
}

function isLetters(run: string): boolean {
  return /^\p{L}/u.test(run);
}
