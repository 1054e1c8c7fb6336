/** What of a day the words and numbers of a text may be. */

import { addDays, dateParts, daysBetween, formatDate, weekday } from '../../../shared/calendar.ts';
import { formatDay, readDateFormat } from '../../../shared/dates/format.ts';
import { dateUnits } from '../../../shared/dates/languages.ts';
import { namedPart } from '../../../shared/dates/words.ts';
import type { IsoDate } from '../note/note.ts';

const compact = [
  'YYYYMMDD',
  'DDMMYYYY',
  'MMDDYYYY',
  'YYYYMM',
  'YYMMDD',
  'DDMMYY',
  'YYYY',
  'MMDD',
  'DDMM',
] as const;
const short = ['MM', 'DD', 'M', 'D', 'YY'] as const;

/** Weeks and their year by ISO 8601. */
const weeks = ['WW', 'W'] as const;
const weekWords = new Set(['w', 'wk', 'week', 'kw', 'cw']);

/** A month's or a weekday's, with its language: `MMMM:de`. */
type Name = `MMM${string}` | `ddd${string}`;

export type Token =
  | (typeof compact | typeof short | typeof weeks)[number]
  | Name
  | 'weekYear'
  | 'quarter'
  | 'half'
  | 'ordinal';

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
    return isNumber(before) && isSo('ordinal') ? ['ordinal'] : namesOf(run, date);
  }
  if (run.length > 2) {
    const isOfWeek = [runs[index + 1], runs[index + 2]].some((word) => isWeekWord(word));
    return isOfWeek && isSo('weekYear') ? ['weekYear', ...compact.filter(isSo)] : compact.filter(isSo);
  }
  // `W03`, `week 3`.
  if (isWeekWord(before) || (/^[ _-]$/.test(before) && isWeekWord(runs[index - 2]))) {
    const found = weeks.filter(isSo);
    if (found.length > 0 || isWeekWord(before)) return found;
  }
  const unit = unitBehind(runs, index);
  if (unit !== undefined) return short.filter((token) => isSo(token) && partOf(token) === unit);
  const prefix = periodPrefix(runs, index);
  if (prefix !== undefined) return short.filter((token) => isSo(token) && partOf(token) === prefix);
  // `4Q25`
  if (/^[qh]$/i.test(runs[index + 1] ?? '')) {
    const half = runs[index + 1]!.toLowerCase() === 'h' ? 'half' : 'quarter';
    return opens(runs, index) && isSo(half) ? [half] : [];
  }
  if (/^[qh]$/i.test(before) && /^[1-4]$/.test(runs[index - 2] ?? '')) return isSo('YY') ? ['YY'] : [];
  // `2026Jan06`
  if (!isLetters(before) || namesOf(before, date).length > 0) return short.filter(isSo);
  const period: Token | undefined = { q: 'quarter' as const, h: 'half' as const }[before.toLowerCase()];
  return period !== undefined && isSo(period) ? [period] : [];
}

/** Which part of a day the number is by the letter that its folder begins with: `m12`, `M1`, `FY25`, `y26`. */
export function periodPrefix(runs: readonly string[], index: number): 'year' | 'month' | undefined {
  const letters = runs[index - 1]?.toLowerCase() ?? '';
  if (!opens(runs, index - 1)) return undefined;
  if (letters === 'm') return 'month';
  return ['y', 'fy', 'cy'].includes(letters) ? 'year' : undefined;
}

/** Begins a component of a path. */
function opens(runs: readonly string[], index: number): boolean {
  return index === 0 || (index > 0 && runs[index - 1]!.endsWith('/'));
}

/** Which part of a day the number is by its unit: `1月`. */
export function unitBehind(runs: readonly string[], index: number): 'year' | 'month' | 'day' | undefined {
  return dateUnits.get(runs[index + 1]?.[0] ?? '');
}

/** The day's month or weekday in letters. */
function namesOf(run: string, date: IsoDate): Name[] {
  const named = namedPart(run);
  if (named === undefined) return [];
  const value = named.part === 'month' ? dateParts(date).month : weekday(date);
  return named.value === value ? (named.tokens as Name[]) : [];
}

function isName(token: Token): token is Name {
  return token.startsWith('MMM') || token.startsWith('ddd');
}

export function tokenText(token: Token, date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  if (isName(token)) {
    const read = readDateFormat(token);
    return read.kind === 'format' ? formatDay(read.format, date) : token;
  }
  if (token === 'quarter') return String(Math.ceil(month / 3));
  if (token === 'WW' || token === 'W') return String(isoWeek(date).week).padStart(token.length, '0');
  if (token === 'weekYear') return String(isoWeek(date).year);
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
  if (token === 'YYYY' || token === 'YY' || token === 'weekYear') return 'year';
  if (token === 'M' || token === 'MM' || token.startsWith('MMM')) return 'month';
  return token === 'D' || token === 'DD' ? 'day' : undefined;
}

/** The week that the Thursday of the day's week lies in. */
function isoWeek(date: IsoDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 3 - ((weekday(date) + 6) % 7));
  const { year } = dateParts(thursday);
  return { year, week: Math.floor(daysBetween(formatDate(year, 1, 1), thursday) / 7) + 1 };
}

function isWeekWord(run: string | undefined): boolean {
  return run !== undefined && weekWords.has(run.toLowerCase());
}

export function isNumber(run: string): boolean {
  return run >= '0' && run[0]! <= '9' && run[0]! >= '0';
}

function isLetters(run: string): boolean {
  return /^\p{L}/u.test(run);
}
