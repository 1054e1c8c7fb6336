/** The words and numbers of a text that may be parts of a day. */

import { monthNames, weekdayNames } from '../../../shared/calendar.ts';
import { isDigit, isWord } from '../note/characters.ts';

export interface Token {
  readonly from: number;
  readonly to: number;
  /** What it may be, with its number: a day `DD`, a month `MM`, both for `03`. */
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly token: string;
  readonly part: 'year' | 'month' | 'day' | 'weekday';
  readonly value: number;
}

/** In the text's order; those without readings part what stands beside them. `compact`: `20260304` is three. Linear. */
export function readTokens(text: string, compact: boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isWord(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    const number = isDigit(text.charCodeAt(at));
    while (at < text.length && isWord(text.charCodeAt(at)) && isDigit(text.charCodeAt(at)) === number) at++;
    const digits = number ? text.slice(from, at) : '';
    if (number && isOrdinalEnd(text.slice(at, at + 2)) && !isWord(text.charCodeAt(at + 2))) at += 2;
    const whole = digits === '' || at - from > digits.length || !isWord(text.charCodeAt(at));
    const before = from > 0 && isWord(text.charCodeAt(from - 1));
    const token = { from, to: at };
    const readings = number
      ? readNumber(digits, at - from > digits.length, compact)
      : readName(text.slice(from, at));
    // The `of` of `19th of August` belongs to what is between.
    if (readings.length === 0 && text.slice(from, at).toLowerCase() === 'of') continue;
    tokens.push({ ...token, readings: whole && !before ? readings : [] });
  }
  return tokens.flatMap(splitCompact);
}

function readNumber(digits: string, ordinal: boolean, compact: boolean): Reading[] {
  const value = Number(digits);
  if (ordinal) return digits.length < 3 ? [{ token: 'Do', part: 'day', value }] : [];
  if (digits.length === 8 && compact && value > 19_000_000 && value < 22_000_000) {
    return [{ token: 'YYYYMMDD', part: 'year', value }];
  }
  if (digits.length === 4) return [{ token: 'YYYY', part: 'year', value }];
  if (digits.length > 2) return [];
  const padded = digits.length === 2;
  const readings: Reading[] = [];
  if (value <= 12) readings.push({ token: padded ? 'MM' : 'M', part: 'month', value });
  if (value <= 31) readings.push({ token: padded ? 'DD' : 'D', part: 'day', value });
  // `D` writes 19 as well as 9; which of the two the series means, its other days tell.
  if (padded && value >= 10) {
    if (value <= 12) readings.push({ token: 'M', part: 'month', value });
    if (value <= 31) readings.push({ token: 'D', part: 'day', value });
  }
  return readings;
}

/** `20260304` as three tokens without anything between. */
function splitCompact(token: Token): Token[] {
  const [only] = token.readings;
  if (only?.token !== 'YYYYMMDD') return [token];
  const { from } = token;
  const part = (at: number, to: number, name: string, kind: Reading['part'], value: number): Token => ({
    from: from + at,
    to: from + to,
    readings: [{ token: name, part: kind, value }],
  });
  return [
    part(0, 4, 'YYYY', 'year', Math.floor(only.value / 10_000)),
    part(4, 6, 'MM', 'month', Math.floor(only.value / 100) % 100),
    part(6, 8, 'DD', 'day', only.value % 100),
  ];
}

function readName(word: string): Reading[] {
  const lower = word.toLowerCase();
  for (const [names, part, long, short] of [
    [monthNames, 'month', 'MMMM', 'MMM'],
    [weekdayNames, 'weekday', 'dddd', 'ddd'],
  ] as const) {
    for (const [index, name] of names.entries()) {
      const full = name.toLowerCase();
      const value = part === 'month' ? index + 1 : index;
      // `May` is both; the other months tell.
      if (lower === full && full.length === 3) {
        return [
          { token: long, part, value },
          { token: short, part, value },
        ];
      }
      if (lower === full) return [{ token: long, part, value }];
      if (lower === full.slice(0, 3)) return [{ token: short, part, value }];
    }
  }
  return [];
}

function isOrdinalEnd(text: string): boolean {
  return ['st', 'nd', 'rd', 'th'].includes(text.toLowerCase());
}
