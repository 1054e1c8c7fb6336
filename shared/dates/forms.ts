/** The days in a text, each with the format it is written in: `Thursday 19th August 2021` is `dddd Do MMMM YYYY`. */

import { formatDate, isCalendarDay } from '../calendar.ts';
import type { IsoDate } from '../span.ts';
import { withRanges } from './ranges.ts';
import { type Reading, readTokens, type Token, type TokenOptions } from './tokens.ts';

/** A day in a text. Offsets into the text, end exclusive. */
export interface DateForm {
  /** Of the weekday, where it begins with one. */
  readonly from: number;
  readonly to: number;
  /** Where it begins without its weekday. */
  readonly dayFrom: number;
  /** As `parseDateFormat` reads it; undefined where no format writes this, such as `1 Sept 2021`. */
  readonly format: string | undefined;
  /** The first of several days. With `impossible`, a day that does not exist. */
  readonly value: IsoDate;
  /** The last of several days in a row: `6–8 January 2026`. */
  readonly last?: IsoDate;
  /** Numbers alone, the weekday aside: in the order of `YYYY-MM-DD` or in another. */
  readonly kind: 'words' | 'numbers' | 'year first';
  /** Its numbers have a leading zero where they are below 10. */
  readonly isPadded: boolean;
}

const fewestParts = 3;
const longestSeparator = 4;

/**
 * The days wholly between the offsets in the text's order, each with all forms that it may have: `03/04/2026` has two.
 * `compact`: `20260304` is a day as well, which only a file's name can mean. Linear.
 */
export function* findForms(
  text: string,
  from: number,
  to: number,
  options: TokenOptions = {},
): Generator<DateForm[]> {
  const tokens = withRanges(text, readTokens(text, from, to, options));
  for (let index = 0; index < tokens.length; ) {
    const forms = formsAt(text, tokens, index, options.impossible);
    if (forms.length > 0) yield forms;
    const end = Math.max(0, ...forms.map((form) => form.to));
    do index++;
    while (index < tokens.length && tokens[index]!.from < end);
  }
}

/** The forms that begin at a token: those with the most parts. */
export function formsAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  impossible = false,
): DateForm[] {
  const start = tokens[first]!;
  let unfinished: Unfinished[] = start.readings.map((reading) => begin(start, reading));
  let best: DateForm[] = [];
  for (let index = first; unfinished.length > 0; ) {
    const whole =
      index - first + 1 < fewestParts ? [] : unfinished.flatMap((each) => finished(each, impossible));
    if (whole.length > 0) best = whole;
    const before = tokens[index]!;
    const next = tokens[++index];
    const separator = next && separatorFormat(text, before.to, next.from);
    if (next === undefined || separator === undefined) break;
    const extended: Unfinished[] = [];
    for (const each of unfinished)
      for (const reading of next.readings)
        if (mayFollow(each, reading, separator)) extended.push(extend(each, next, reading, separator));
    unfinished = extended;
  }
  return best.length > 1 ? best.sort(likelierFirst) : best;
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
  const language = languageOf(next);
  if (language && readings.some((each) => (languageOf(each) ?? language) !== language)) return false;
  // Nobody writes the day between the year and the month.
  if (last?.part === 'year' && next.part === 'day') return false;
  // `Meeting 12, March 2021` is the twelfth meeting.
  if (last?.part === 'day' && !last.isName && next.part === 'month' && next.isName && between.includes(','))
    return false;
  if (next.isName || readings.some(({ isName }) => isName)) return between !== '' || next.hasUnit === true;
  // Between numbers alone one sign stands twice, or nothing, and the year is not in the middle.
  if ((between.length > 1 && between !== '. ') || between === ' ' || between === ',') return false;
  return (separator ?? between) === between && (next.part !== 'year' || readings.length === 2);
}

/** Of a name or an ordinal that a format writes: the names of one day are of one language. */
function languageOf({ isName, hasUnit, token }: Reading): string | undefined {
  return isName && !hasUnit ? (token?.split(':')[1] ?? (token && 'en')) : undefined;
}

function finished({ tokens, format, readings }: Unfinished, impossible: boolean): DateForm[] {
  const values: { year?: number; month?: number; day?: number; weekday?: number } = {};
  let isPadded = true;
  let isBare = true;
  let lastDay: number | undefined;
  for (const { part, value, token, ...reading } of readings) {
    lastDay = reading.lastDay ?? lastDay;
    values[part] = value;
    if (token === 'M' || token === 'D') isPadded = false;
    if (token === 'MM' || token === 'DD') isBare = false;
  }
  const { year, month, day } = values;
  if (year === undefined || month === undefined || day === undefined) return [];
  if (isCalendarDay(year, month, day) === impossible) return [];
  const first = readings[0]!.part === 'weekday' ? 1 : 0;
  const kind = kindOf(readings, first);
  const start = tokens[0]!;
  const end = tokens[tokens.length - 1]!;
  // Beside letters only `2026-03-04` is sure to be a day: `2026-03-04T10:00`, `tsc20260304`.
  if ((start.gluedBefore || end.gluedAfter) && !(kind === 'year first' && isPadded)) return [];
  return [
    {
      from: start.from,
      to: end.to,
      dayFrom: tokens[first]!.from,
      // No series writes one number with a leading zero and the other without.
      format: isPadded || isBare ? format : undefined,
      value: formatDate(year, month, day),
      ...(lastDay !== undefined && { last: formatDate(year, month, lastDay) }),
      kind,
      isPadded,
    },
  ];
}

/** `first`: where the weekday is left behind. */
function kindOf(readings: readonly Reading[], first: number): DateForm['kind'] {
  for (let index = first; index < readings.length; index++) if (readings[index]!.isName) return 'words';
  return readings[first]?.part === 'year' ? 'year first' : 'numbers';
}

/** What is between two tokens as a format has it; undefined when what it joins is not one date. */
function separatorFormat(text: string, from: number, to: number): string | undefined {
  if (to - from > longestSeparator + longestWord) return undefined;
  if (to - from < 2 && separators.includes(text.slice(from, to))) return text.slice(from, to);
  const between = text.slice(from, to).replace(/[\t\u00a0\u2007\u202f]/g, ' ');
  const word = /^([ ,.]{1,3})(of|the|del?)( {1,2})$/.exec(between.toLowerCase());
  if (word !== null) return `${word[1]}[${word[2]}]${word[3]}`;
  if (between.length > longestSeparator) return undefined;
  for (const char of between) if (!separators.includes(char)) return undefined;
  return between;
}

const longestWord = 3;
/** Word processors make dashes of hyphens. */
const separators = ' ,.-/_\u2010\u2011\u2013';
