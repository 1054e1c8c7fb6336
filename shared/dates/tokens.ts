/** The words and numbers of a text that may be parts of a day. */

import { isDigit, isWord, skipDigits } from '../characters.ts';
import { isOrdinalEnd, namedPart } from './words.ts';

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
  /** A month or a weekday in letters, or an ordinal. */
  readonly isName: boolean;
}

/**
 * The tokens wholly between the offsets, in the text's order; those without readings part what stands beside them. `of` and
 * `the` are none: they belong to what is between. `compact`: `20260304` is three tokens. Linear.
 */
export function readTokens(text: string, from: number, to: number, compact: boolean): Token[] {
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
    const token = isNumber ? numberToken(text, at, end, compact) : nameToken(text, at, end);
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
  if (/^(?:of|the)$/i.test(word)) return undefined;
  const glued = { gluedBefore: isWord(text.charCodeAt(from - 1)), gluedAfter: isWord(text.charCodeAt(to)) };
  const named = glued.gluedBefore || glued.gluedAfter ? undefined : namedPart(word);
  const readings = named?.lengths.map((length): Reading => {
    const { part, value } = named;
    const tokens = part === 'month' ? { whole: 'MMMM', short: 'MMM' } : { whole: 'dddd', short: 'ddd' };
    return { part, value, isName: true, ...(length !== 'other' && { token: tokens[length] }) };
  });
  return { from, to, readings: readings ?? [], ...glued };
}

const longestName = 9;

function numberToken(text: string, from: number, digitsTo: number, compact: boolean): Token {
  const isOrdinal =
    isWord(text.charCodeAt(digitsTo)) &&
    isOrdinalEnd(text.slice(digitsTo, digitsTo + 2)) &&
    !isWord(text.charCodeAt(digitsTo + 2));
  const to = isOrdinal ? digitsTo + 2 : digitsTo;
  const digits = digitsTo - from > 8 ? '' : text.slice(from, digitsTo);
  const readings = isOrdinal ? ordinalReadings(digits) : numberReadings(digits, compact);
  return {
    from,
    to,
    readings,
    gluedBefore: isWord(text.charCodeAt(from - 1)),
    gluedAfter: isWord(text.charCodeAt(to)),
  };
}

function ordinalReadings(digits: string): Reading[] {
  const isDay = digits.length === 1 || digits.length === 2;
  return isDay ? [{ token: 'Do', part: 'day', value: Number(digits), isName: true }] : [];
}

function numberReadings(digits: string, compact: boolean): Reading[] {
  const value = Number(digits);
  const reading = (token: string, part: Reading['part']): Reading => ({ token, part, value, isName: false });
  // Other numbers of eight digits pass for a date in a distant century far too easily.
  if (digits.length === 8 && compact && value >= 19_000_000 && value < 22_000_000)
    return [reading('YYYYMMDD', 'year')];
  if (digits.length === 4) return [reading('YYYY', 'year')];
  if (digits.length > 2 || digits === '') return [];
  const isPadded = digits.length === 2;
  return [
    ...(value <= 12 ? [reading(isPadded ? 'MM' : 'M', 'month')] : []),
    ...(value <= 31 ? [reading(isPadded ? 'DD' : 'D', 'day')] : []),
    // `D` writes 19 as well as 9; which of the two the series means, its other days tell.
    ...(isPadded && value >= 10 && value <= 12 ? [reading('M', 'month')] : []),
    ...(isPadded && value >= 10 && value <= 31 ? [reading('D', 'day')] : []),
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
