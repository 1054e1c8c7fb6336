/** In which format a text writes a day: the way from `Thursday 19th August 2021` to `dddd Do MMMM YYYY`. */

import { formatDate, isCalendarDay } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';
import { type Reading, readTokens, type Token } from './dateTokens.ts';

/** A day in a text. Offsets into the text, end exclusive. */
export interface DateForm {
  readonly from: number;
  readonly to: number;
  /** As `parseDateFormat` reads it. */
  readonly format: string;
  readonly value: IsoDate;
}

/** A title or a name is not longer; what follows is not looked at. */
const longestText = 300;
const longestSeparator = 4;

/**
 * The days in a text with all formats each may be in, in the text's order: `03/04/2026` has two. `compact`: `20260304` is
 * a day as well, which only a file's name can mean. Linear.
 */
export function readDateForms(text: string, compact = false): DateForm[] {
  const tokens = readTokens(text.slice(0, longestText), compact);
  const found: DateForm[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const forms = formsAt(text, tokens, index);
    found.push(...forms);
    const end = Math.max(...forms.map(({ to }) => to));
    while (forms.length > 0 && index + 1 < tokens.length && tokens[index + 1]!.from < end) index++;
  }
  return found;
}

/** The forms that begin at a token: those with the most parts. */
function formsAt(text: string, tokens: readonly Token[], first: number): DateForm[] {
  const start = tokens[first]!;
  let unfinished: Unfinished[] = start.readings.map((reading) => begin(start, reading));
  let best: DateForm[] = [];
  for (let index = first; unfinished.length > 0; ) {
    const whole = unfinished.flatMap(finished);
    if (whole.length > 0) best = [...whole].sort(likelierFirst);
    const before = tokens[index]!;
    const next = tokens[++index];
    const between = next && text.slice(before.to, next.from);
    const separator = between === undefined ? undefined : separatorFormat(between);
    if (next === undefined || separator === undefined) break;
    unfinished = unfinished.flatMap((each) =>
      next.readings
        .filter((reading) => mayFollow(each, reading, separator))
        .map((reading) => extend(each, next, reading, separator)),
    );
  }
  return best;
}

/** Beside a month's name few write a leading zero; the order matters where no day of the series tells. */
function likelierFirst(one: DateForm, other: DateForm): number {
  const unlikely = ({ format }: DateForm): number =>
    format.includes('MMM') && format.includes('DD') ? 1 : 0;
  return unlikely(one) - unlikely(other);
}

/** A day of which not all has been read yet. */
interface Unfinished {
  readonly from: number;
  readonly to: number;
  readonly format: string;
  readonly readings: readonly Reading[];
  /** What stands between the numbers. */
  readonly separator?: string;
}

function begin({ from, to }: Token, reading: Reading): Unfinished {
  return { from, to, format: reading.token, readings: [reading] };
}

function extend(one: Unfinished, { to }: Token, reading: Reading, separator: string): Unfinished {
  const format = `${one.format}${separator}${reading.token}`;
  return { from: one.from, to, format, readings: [...one.readings, reading], separator };
}

function mayFollow({ readings, separator }: Unfinished, next: Reading, between: string): boolean {
  if (readings.some(({ part }) => part === next.part)) return false;
  // Nobody writes the day between the year and the month.
  if (readings.at(-1)?.part === 'year' && next.part === 'day') return false;
  if ([...readings, next].some(isName)) return between !== '';
  // Between numbers alone one sign stands twice, or nothing, and the year is not in the middle.
  if (between.length > 1 || between === ' ' || between === ',') return false;
  return (separator ?? between) === between && (next.part !== 'year' || readings.length === 2);
}

function isName({ token }: Reading): boolean {
  return token === 'Do' || token.startsWith('MMM') || token.startsWith('ddd');
}

function finished({ from, to, format, readings }: Unfinished): DateForm[] {
  const of = (part: Reading['part']): number | undefined =>
    readings.find((reading) => reading.part === part)?.value;
  const [year, month, day] = [of('year'), of('month'), of('day')];
  if (year === undefined || month === undefined || day === undefined) return [];
  if (!isCalendarDay(year, month, day)) return [];
  // Both numbers have a leading zero, or neither has.
  const numbers = readings.map(({ token }) => token).filter((token) => /^(?:MM?|DD?)$/.test(token));
  if (new Set(numbers.map((token) => token.length)).size > 1) return [];
  return [{ from, to, format, value: formatDate(year, month, day) }];
}

/** The separator as a format has it; undefined when what it joins is not one date. */
function separatorFormat(text: string): string | undefined {
  if (text.length > longestSeparator) return undefined;
  if (text.toLowerCase() === ' of ') return ' [of] ';
  for (const char of text) if (!' ,.-/_'.includes(char)) return undefined;
  return text;
}

/**
 * The months in a text that says no day: `2026-01`, `January 2026`. Their value is the first day. Linear.
 */
export function readMonthForms(text: string): DateForm[] {
  const tokens = readTokens(text.slice(0, longestText), false);
  return tokens.flatMap((first, index) => {
    const second = tokens[index + 1];
    const between = second && text.slice(first.to, second.from);
    if (second === undefined || between === undefined || !['-', '_', '.', '/', ' ', ', '].includes(between))
      return [];
    return first.readings.flatMap((one) =>
      second.readings.flatMap((other): DateForm[] => {
        const year = [one, other].find(({ part }) => part === 'year');
        const month = [one, other].find(({ part }) => part === 'month');
        if (year === undefined || month === undefined) return [];
        // Of numbers the year comes first, and a month of one digit may be anything.
        if (!isName(month) && (year !== one || month.token !== 'MM' || between.includes(' '))) return [];
        const value = formatDate(year.value, month.value, 1);
        return [{ from: first.from, to: second.to, format: `${one.token}${between}${other.token}`, value }];
      }),
    );
  });
}

/** The years of four digits in a text. Linear. */
export function readYearForms(text: string): DateForm[] {
  return readTokens(text.slice(0, longestText), false).flatMap(({ from, to, readings }) =>
    readings
      .filter(({ token }) => token === 'YYYY')
      .map(({ value }) => ({ from, to, format: 'YYYY', value: formatDate(value, 1, 1) })),
  );
}
