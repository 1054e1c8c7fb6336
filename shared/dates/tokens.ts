/** The words and numbers of a text that may be parts of a day. */

import { isDigit, isWord, skipDigits } from '../characters.ts';
import { dateUnits } from './languages.ts';
import { isOrdinalEnd, longestName, type NamedPart, namedPart, otherOrdinalLength } from './words.ts';

export interface Token {
  readonly from: number;
  readonly to: number;
  /** What it may be, with its number: a day `DD`, a month `MM`, both for `03`. Empty: no part of a day. */
  readonly readings: readonly Reading[];
  /** A letter stands right before it, or right behind it. */
  readonly gluedBefore: boolean;
  readonly gluedAfter: boolean;
}

export interface Reading {
  readonly part: 'year' | 'month' | 'day' | 'weekday';
  readonly value: number;
  /** As a date format has it; undefined for a spelling that no format writes, such as `Sept`. */
  readonly token?: string;
  /** A month or a weekday in letters, an ordinal, or a number with its unit. */
  readonly isName: boolean;
  /** `1月`: nothing needs to stand between it and the next. */
  readonly hasUnit?: true;
  /** The last of several days, `value` being the first: `6–8`. */
  readonly lastDay?: number;
}

export interface TokenOptions {
  /** `20260304` is three tokens. */
  readonly compact?: boolean;
  /** A number of two digits may be a year. */
  readonly shortYears?: boolean;
  /** Days that do not exist instead of those that do: any number of two digits may be a month or a day. */
  readonly impossible?: boolean;
}

/**
 * The tokens wholly between the offsets, in the text's order; those without readings part what stands beside them. `of`,
 * `the`, `de` and `del` are none: they belong to what is between. Linear.
 */
export function readTokens(text: string, from: number, to: number, options: TokenOptions = {}): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    if (!isWord(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const isNumber = isDigit(text.charCodeAt(at));
    const end = isNumber ? skipDigits(text, at) : lettersEnd(text, at);
    // A digit before it makes it the rest of a longer number, which begins before `from`.
    const isRest = isNumber && isDigit(text.charCodeAt(at - 1));
    const token = isNumber ? numberToken(text, at, end, options) : nameToken(text, at, end);
    if (token !== undefined && token.to <= to)
      tokens.push(...splitCompact(isRest ? { ...token, readings: [] } : token));
    at = Math.max(end, token?.to ?? end);
  }
  return tokens;
}

function lettersEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWord(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end))) end++;
  return end;
}

function nameToken(text: string, from: number, to: number): Token | undefined {
  const word = to - from > longestName ? '' : text.slice(from, to);
  if (/^(?:of|the|del?)$/i.test(word)) return undefined;
  const glued = { gluedBefore: isWord(text.charCodeAt(from - 1)), gluedAfter: isWord(text.charCodeAt(to)) };
  const named = glued.gluedBefore || glued.gluedAfter ? undefined : namedPart(word);
  const readings = named && readingsOfName(named);
  return { from, to, readings: readings ?? [], ...glued };
}

function readingsOfName({ part, value, tokens }: NamedPart): Reading[] {
  if (tokens.length === 0) return [{ part, value, isName: true }];
  return tokens.map((token) => ({ part, value, isName: true, token }));
}

function numberToken(text: string, from: number, digitsTo: number, options: TokenOptions): Token {
  const digits = digitsTo - from > 8 ? '' : text.slice(from, digitsTo);
  const unit = withUnit(text, from, digitsTo);
  if (unit !== undefined) return unit;
  const isOrdinal = isOrdinalEnd(text.slice(digitsTo, digitsTo + 2));
  const length = isOrdinal ? 2 : otherOrdinalLength(text, digitsTo);
  const to = isWord(text.charCodeAt(digitsTo + length)) ? digitsTo : digitsTo + length;
  return {
    from,
    to,
    readings: to > digitsTo ? ordinalReadings(digits, isOrdinal) : numberReadings(digits, options),
    gluedBefore: isWord(text.charCodeAt(from - 1)),
    gluedAfter: isWord(text.charCodeAt(to)),
  };
}

/** `2026年`, also with a blank before the unit. Letters beside it are other words: these languages write no blanks. */
function withUnit(text: string, from: number, digitsTo: number): Token | undefined {
  const blank = text[digitsTo] === ' ' ? 1 : 0;
  const part = dateUnits.get(text[digitsTo + blank] ?? '');
  const length = digitsTo - from;
  if (part === undefined || (part === 'year' ? length !== 4 : length > 2)) return undefined;
  const to = digitsTo + blank + 1;
  const value = Number(text.slice(from, digitsTo));
  const suffix = text.slice(digitsTo, to);
  const tokens = {
    year: ['YYYY'],
    month: length === 1 ? ['M'] : value < 10 ? ['MM'] : ['M', 'MM'],
    day: length === 1 ? ['D'] : value < 10 ? ['DD'] : ['D', 'DD'],
  }[part];
  return {
    from,
    to,
    readings: tokens.map((token) => ({ token: token + suffix, part, value, isName: true, hasUnit: true })),
    gluedBefore: false,
    gluedAfter: false,
  };
}

/** Another language's ordinal is written by no format. */
function ordinalReadings(digits: string, isEnglish: boolean): Reading[] {
  if (digits.length !== 1 && digits.length !== 2) return [];
  return [{ ...(isEnglish && { token: 'Do' }), part: 'day', value: Number(digits), isName: true }];
}

function numberReadings(digits: string, options: TokenOptions): Reading[] {
  const { compact = false, shortYears = false, impossible = false } = options;
  const value = Number(digits);
  const reading = (token: string, part: Reading['part']): Reading => ({ token, part, value, isName: false });
  // Other numbers of eight digits pass for a date in a distant century far too easily.
  if (digits.length === 8 && compact && value >= 19_000_000 && value < 22_000_000)
    return [reading('YYYYMMDD', 'year')];
  if (digits.length === 4) return [reading('YYYY', 'year')];
  if (digits.length > 2 || digits === '') return [];
  const isPadded = digits.length === 2;
  return [
    ...(value <= 12 || impossible ? [reading(isPadded ? 'MM' : 'M', 'month')] : []),
    ...(value <= 31 || impossible ? [reading(isPadded ? 'DD' : 'D', 'day')] : []),
    // `D` writes 19 as well as 9; which of the two the series means, its other days tell.
    ...(isPadded && value >= 10 && value <= 12 ? [reading('M', 'month')] : []),
    ...(isPadded && value >= 10 && value <= 31 ? [reading('D', 'day')] : []),
    // As Unix and POSIX have it: 69 to 99 are of the last century (strptime, %y).
    ...(isPadded && shortYears
      ? [{ ...reading('YY', 'year'), value: value < 69 ? 2000 + value : 1900 + value }]
      : []),
  ];
}

/** `20260304` as three tokens without anything between. */
function splitCompact(token: Token): Token[] {
  const [only] = token.readings;
  if (only?.token !== 'YYYYMMDD') return [token];
  const { from, gluedBefore, gluedAfter } = token;
  const part = (at: number, length: number, name: string, kind: Reading['part'], value: number): Token => ({
    from: from + at,
    to: from + at + length,
    readings: [{ token: name, part: kind, value, isName: false }],
    gluedBefore: at === 0 && gluedBefore,
    gluedAfter: at === 6 && gluedAfter,
  });
  return [
    part(0, 4, 'YYYY', 'year', Math.floor(only.value / 10_000)),
    part(4, 2, 'MM', 'month', Math.floor(only.value / 100) % 100),
    part(6, 2, 'DD', 'day', only.value % 100),
  ];
}
