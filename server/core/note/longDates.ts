/** Dates in words, as English writes them: `Thursday 19th August 2021`, `August 19, 2021`, `19 Aug 2021`. */

import { formatDate, isCalendarDay, monthNames } from '../../../shared/calendar.ts';
import { isAsciiLetter, isDigit, isWord, skipDigits, skipSpaces } from './characters.ts';
import type { DatedText } from './note.ts';

const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((name, index): [string, number][] => {
    const key = name.toLowerCase();
    return [
      [key, index + 1],
      [key.slice(0, 3), index + 1],
      [key.slice(0, 4), index + 1],
    ];
  }),
);

const weekdays = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'tues', 'thur', 'thurs']);

interface DayNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The first day that exists, wholly between the offsets `from` and `to`; a weekday before it belongs to it, whether or not
 * it is that day's. Linear: a month's name is looked for, and a few characters around it.
 */
export function findLongDate(text: string, from = 0, to = text.length): DatedText | undefined {
  for (let at = from; at < to; ) {
    if (!isAsciiLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at;
    while (end < to && isAsciiLetter(text.charCodeAt(end))) end++;
    const whole = at === 0 || !isWord(text.charCodeAt(at - 1));
    const month = whole && end - at <= 9 ? months.get(text.slice(at, end).toLowerCase()) : undefined;
    const found = month === undefined ? undefined : dateAround(text, { from: at, to: end, month }, from, to);
    if (found) return found;
    at = end;
  }
  return undefined;
}

interface Month {
  readonly from: number;
  readonly to: number;
  /** 1 to 12 */
  readonly month: number;
}

function dateAround(text: string, name: Month, from: number, to: number): DatedText | undefined {
  const after = text[name.to] === '.' ? name.to + 1 : name.to;
  const before = dayBefore(text, name.from, from);
  const day = before ?? dayAfter(text, after, to);
  const year = day && yearAt(text, before ? after : day.to, to);
  if (!day || !year || !isCalendarDay(year.value, name.month, day.value)) return undefined;
  const start = withWeekday(text, before ? before.from : name.from, from);
  return { range: { from: start, to: year.to }, value: formatDate(year.value, name.month, day.value) };
}

/** `19th `, `19 of `, `the 19th of ` before a month. */
function dayBefore(text: string, month: number, from: number): DayNumber | undefined {
  let to = back(text, month, from);
  if (to === month) return undefined;
  if (text.slice(to - 3, to).toLowerCase() === ' of') to = back(text, to - 2, from);
  let digitsTo = to;
  if (isOrdinalEnd(text.slice(to - 2, to))) digitsTo = to - 2;
  let start = digitsTo;
  while (start > from && digitsTo - start < 3 && isDigit(text.charCodeAt(start - 1))) start--;
  if (start === digitsTo || digitsTo - start > 2 || (start > 0 && isWord(text.charCodeAt(start - 1))))
    return undefined;
  return { value: Number(text.slice(start, digitsTo)), from: start, to };
}

/** ` 19th`, ` 19` after a month. */
function dayAfter(text: string, month: number, to: number): DayNumber | undefined {
  const from = skipSpaces(text, month);
  const digitsTo = skipDigits(text, from);
  if (from === month || digitsTo === from || digitsTo - from > 2) return undefined;
  const end = isOrdinalEnd(text.slice(digitsTo, digitsTo + 2)) ? digitsTo + 2 : digitsTo;
  if (end > to || isWord(text.charCodeAt(end))) return undefined;
  return { value: Number(text.slice(from, digitsTo)), from, to: end };
}

/** `, 2021`, ` 2021` */
function yearAt(
  text: string,
  at: number,
  to: number,
): { readonly value: number; readonly to: number } | undefined {
  const from = skipSpaces(text, text[at] === ',' ? at + 1 : at);
  const end = skipDigits(text, from);
  if (from === at || end - from !== 4 || end > to || isWord(text.charCodeAt(end))) return undefined;
  return { value: Number(text.slice(from, end)), to: end };
}

/** Back over `Thursday `, `Thu, `, `Thursday the `. */
function withWeekday(text: string, start: number, from: number): number {
  let to = back(text, start, from);
  if (text.slice(to - 4, to).toLowerCase() === ' the') to = back(text, to - 3, from);
  if (to === start) return start;
  if (text[to - 1] === ',' || text[to - 1] === '.') to--;
  if (text[to - 1] === '.') to--;
  let at = to;
  while (at > from && to - at <= 9 && isAsciiLetter(text.charCodeAt(at - 1))) at--;
  const word = text.slice(at, to).toLowerCase();
  const isWeekday = weekdays.has(word) || (word.endsWith('day') && weekdays.has(word.slice(0, 3)));
  return isWeekday && !(at > 0 && isWord(text.charCodeAt(at - 1))) ? at : start;
}

function back(text: string, at: number, from: number): number {
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function isOrdinalEnd(text: string): boolean {
  return ['st', 'nd', 'rd', 'th'].includes(text.toLowerCase());
}
