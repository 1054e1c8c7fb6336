/** The days in a text, each with the format it is written in: `Thursday 19th August 2021` is `dddd Do MMMM YYYY`. */

import { formatDate, isCalendarDay } from '../calendar.ts';
import type { IsoDate } from '../span.ts';
import { type Reading, readTokens, type Token } from './tokens.ts';

/** A day in a text. Offsets into the text, end exclusive. */
export interface DateForm {
  /** Of the weekday, where it begins with one. */
  readonly from: number;
  readonly to: number;
  /** Where it begins without its weekday. */
  readonly dayFrom: number;
  /** As `parseDateFormat` reads it; undefined where no format writes this, such as `1 Sept 2021`. */
  readonly format: string | undefined;
  readonly value: IsoDate;
  /** Numbers alone, the weekday aside: in the order of `YYYY-MM-DD` or in another. */
  readonly kind: 'words' | 'numbers' | 'year first';
  /** Its numbers have a leading zero where they are below 10. */
  readonly isPadded: boolean;
}

/** A weekday, a day, a month and a year. */
const mostParts = 4;
const longestSeparator = 4;

/**
 * The days wholly between the offsets in the text's order, each with all forms that it may have: `03/04/2026` has two.
 * `compact`: `20260304` is a day as well, which only a file's name can mean. Linear.
 */
export function* findForms(text: string, from: number, to: number, compact = false): Generator<DateForm[]> {
  const tokens = readTokens(text, from, to, compact);
  const ahead: Token[] = [];
  for (let hasMore = true; hasMore || ahead.length > 0; ) {
    while (hasMore && ahead.length < mostParts) {
      const next = tokens.next();
      if (next.done) hasMore = false;
      else ahead.push(next.value);
    }
    const forms = formsOf(text, ahead);
    if (forms.length > 0) yield forms;
    const end = Math.max(0, ...forms.map((form) => form.to));
    do ahead.shift();
    while (ahead.length > 0 && ahead[0]!.from < end);
  }
}

/** The forms that begin at the first of the tokens: those with the most parts. */
function formsOf(text: string, tokens: readonly Token[]): DateForm[] {
  const [start] = tokens;
  let unfinished: Unfinished[] = start?.readings.map((reading) => begin(start, reading)) ?? [];
  let best: DateForm[] = [];
  for (let index = 0; unfinished.length > 0; ) {
    const whole = unfinished.flatMap(finished);
    if (whole.length > 0) best = [...whole].sort(likelierFirst);
    const before = tokens[index]!;
    const next = tokens[++index];
    const separator = next && separatorFormat(text, before.to, next.from);
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
  const unlikely = ({ kind, format = '' }: DateForm): number =>
    kind === 'words' && format.includes('DD') ? 1 : 0;
  return unlikely(one) - unlikely(other);
}

/** A day of which not all has been read yet. */
interface Unfinished {
  readonly tokens: readonly Token[];
  readonly readings: readonly Reading[];
  readonly format: string | undefined;
  /** What stands between the numbers. */
  readonly separator?: string;
}

function begin(token: Token, reading: Reading): Unfinished {
  return { tokens: [token], readings: [reading], format: reading.token };
}

function extend(one: Unfinished, token: Token, reading: Reading, separator: string): Unfinished {
  const isWhole = one.format !== undefined && reading.token !== undefined;
  const format = isWhole ? `${one.format}${separator}${reading.token}` : undefined;
  return { tokens: [...one.tokens, token], readings: [...one.readings, reading], format, separator };
}

function mayFollow({ readings, separator }: Unfinished, next: Reading, between: string): boolean {
  const last = readings.at(-1);
  if (readings.some(({ part }) => part === next.part)) return false;
  // Nobody writes the day between the year and the month.
  if (last?.part === 'year' && next.part === 'day') return false;
  // `Meeting 12, March 2021` is the twelfth meeting.
  if (last?.part === 'day' && !last.isName && next.part === 'month' && next.isName && between.includes(','))
    return false;
  if (next.isName || readings.some(({ isName }) => isName)) return between !== '';
  // Between numbers alone one sign stands twice, or nothing, and the year is not in the middle.
  if (between.length > 1 || between === ' ' || between === ',') return false;
  return (separator ?? between) === between && (next.part !== 'year' || readings.length === 2);
}

function finished({ tokens, format, readings }: Unfinished): DateForm[] {
  const of = (part: Reading['part']): number | undefined =>
    readings.find((reading) => reading.part === part)?.value;
  const [year, month, day] = [of('year'), of('month'), of('day')];
  if (year === undefined || month === undefined || day === undefined) return [];
  if (!isCalendarDay(year, month, day)) return [];
  const lengths = readings.flatMap(({ token = '' }) => (/^(?:MM?|DD?)$/.test(token) ? [token.length] : []));
  // No series writes one number with a leading zero and the other without.
  const isUniform = new Set(lengths).size < 2;
  const first = readings[0]!.part === 'weekday' ? 1 : 0;
  const kind = kindOf(readings.slice(first));
  const [start, end] = [tokens[0]!, tokens.at(-1)!];
  // Beside letters only `2026-03-04` is sure to be a day: `2026-03-04T10:00`, `tsc20260304`.
  const isPadded = lengths.every((length) => length === 2);
  const isSure = kind === 'year first' && isPadded;
  if ((start.gluedBefore || end.gluedAfter) && !isSure) return [];
  const dayFrom = tokens[first]!.from;
  const value = formatDate(year, month, day);
  return [
    { from: start.from, to: end.to, dayFrom, format: isUniform ? format : undefined, value, kind, isPadded },
  ];
}

function kindOf(readings: readonly Reading[]): DateForm['kind'] {
  if (readings.some(({ isName }) => isName)) return 'words';
  return readings[0]?.part === 'year' ? 'year first' : 'numbers';
}

/** What is between two tokens as a format has it; undefined when what it joins is not one date. */
function separatorFormat(text: string, from: number, to: number): string | undefined {
  if (to - from > longestSeparator + longestWord) return undefined;
  const between = text.slice(from, to).replace(/[\t\u00a0]/g, ' ');
  const word = /^([ ,.]{1,3})(of|the)( {1,2})$/.exec(between.toLowerCase());
  if (word !== null) return `${word[1]}[${word[2]}]${word[3]}`;
  if (between.length > longestSeparator) return undefined;
  for (const char of between) if (!' ,.-/_'.includes(char)) return undefined;
  return between;
}

const longestWord = 3;
