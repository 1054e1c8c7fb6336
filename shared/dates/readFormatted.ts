/** Finds a day in the form a series writes it in. */

import { formatDate, isCalendarDay } from '../calendar.ts';
import { isDigit, isWord } from '../characters.ts';
import type { DatedText, IsoDate } from '../span.ts';
import type { DateFormat, DateToken } from './format.ts';
import { type Language, languages } from './languages.ts';
import { isOrdinalEnd } from './words.ts';

/** What a text says in a format, which need not be a whole day. */
export interface ReadDay {
  /** Where it ends, exclusive. */
  readonly to: number;
  readonly year?: number;
  /** 1 to 12, unless the text has another number there. */
  readonly month?: number;
  readonly day?: number;
}

/**
 * The first day that exists, written in that format wholly between the offsets `from` and `to`, not inside a longer word
 * or number. Case does not count; months and weekdays may be cut to three letters or not; the weekday need not be that of
 * the day. Linear in the text.
 */
export function findFormattedDate(
  format: DateFormat,
  text: string,
  from = 0,
  to = text.length,
): DatedText | undefined {
  for (let at = from; at < to; at++) {
    const read = isWithinWord(text, at) ? undefined : readFormatted(format, text, at, to);
    if (read === undefined || isWithinWord(text, read.to)) continue;
    const value = wholeDay(read);
    if (value !== undefined) return { range: { from: at, to: read.to }, value };
  }
  return undefined;
}

/** The day as `YYYY-MM-DD`; undefined when a part is missing or there is no such day. */
export function wholeDay({ year, month, day }: Omit<ReadDay, 'to'>): IsoDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isCalendarDay(year, month, day) ? formatDate(year, month, day) : undefined;
}

/** Reads the format at the offset `at`, up to `to` at most; undefined when the text there has another form. */
export function readFormatted(
  format: DateFormat,
  text: string,
  at: number,
  to = text.length,
): ReadDay | undefined {
  const found: { year?: number; month?: number; day?: number } = {};
  let end = at;
  for (const part of format.parts) {
    const next =
      part.kind === 'literal'
        ? literalEnd(part.text, text, end)
        : readToken(part, text, end, (name, value) => {
            found[name] = value;
          });
    if (next === undefined || next > to) return undefined;
    end = next;
  }
  return { to: end, ...found };
}

/** True when a word or a number goes on across the offset. */
function isWithinWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (isDigit(before) || isDigit(after)) return isDigit(before) && isDigit(after);
  return isWord(before) && isWord(after);
}

type Take = (name: 'year' | 'month' | 'day', value: number) => void;

function readToken(
  { token, language = 'en' }: { readonly token: DateToken; readonly language?: Language },
  text: string,
  at: number,
  take: Take,
): number | undefined {
  const { months, shortMonths, weekdays } = languages[language];
  switch (token) {
    case 'YYYY':
      return readNumber(text, at, 4, 4, (value) => take('year', value));
    case 'YY':
      // As Unix and POSIX have it: 69 to 99 are of the last century (strptime, %y).
      return readNumber(text, at, 2, 2, (value) => take('year', value < 69 ? 2000 + value : 1900 + value));
    case 'MM':
      return readNumber(text, at, 2, 2, (value) => take('month', value));
    case 'M':
      return readNumber(text, at, 1, 2, (value) => take('month', value));
    case 'DD':
      return readNumber(text, at, 2, 2, (value) => take('day', value));
    case 'D':
      return readNumber(text, at, 1, 2, (value) => take('day', value));
    case 'Do': {
      const end = readNumber(text, at, 1, 2, (value) => take('day', value));
      const suffix = end === undefined ? '' : text.slice(end, end + 2);
      return isOrdinalEnd(suffix) ? end! + 2 : undefined;
    }
    case 'MMMM':
    case 'MMM':
      return readName([months, shortMonths], text, at, (index) => take('month', index + 1));
    case 'dddd':
    case 'ddd':
      return readName([weekdays, weekdays.map((name) => name.slice(0, 3))], text, at, () => {});
  }
}

function readNumber(
  text: string,
  at: number,
  fewest: number,
  most: number,
  take: (value: number) => void,
): number | undefined {
  let end = at;
  while (end < at + most && isDigit(text.charCodeAt(end))) end++;
  if (end - at < fewest) return undefined;
  take(Number(text.slice(at, end)));
  return end;
}

/** A whole name, else a short one, in any case. */
function readName(
  [names, shortNames]: readonly [readonly string[], readonly string[]],
  text: string,
  at: number,
  take: (index: number) => void,
): number | undefined {
  for (const spellings of [names, shortNames]) {
    for (const [index, name] of spellings.entries()) {
      const end = literalEnd(name, text, at);
      if (end === undefined) continue;
      take(index);
      return end;
    }
  }
  return undefined;
}

/** Where `literal` ends in the text when it stands at `at`; case does not count, and a blank is any blank of a line. */
export function literalEnd(literal: string, text: string, at: number): number | undefined {
  for (let index = 0; index < literal.length; index++) {
    const expected = literal[index]!;
    const found = text[at + index];
    if (found === undefined) return undefined;
    if (found === expected || found.toLowerCase() === expected.toLowerCase()) continue;
    if (expected !== ' ' || (found !== '\t' && found !== '\u00a0')) return undefined;
  }
  return at + literal.length;
}
