/** Days without their year: `January 6th`, `6. Januar`, `6 de enero`, `1月6日`. */

import { daysInMonth, formatDate, isCalendarDay } from '../calendar.ts';
import type { DatedText, Span } from '../span.ts';
import { findForms } from './forms.ts';
import { withRanges } from './ranges.ts';
import { readTokens, type Token } from './tokens.ts';

export interface DayOfMonth extends Span {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** The last of several days in a row. */
  readonly lastDay?: number;
  /** As `readDateFormat` reads it; undefined where no format writes this. */
  readonly format: string | undefined;
  /** The month is in letters or has its unit: `1/6` may be no day at all. */
  readonly isSure: boolean;
}

const longestBetween = 8;
/** Has all days. */
const leapYear = 2024;
const sureBetween = new Set(['', ' ', '-', '.', '. ', ', ']);
const numbersBetween = new Set(['/', '.', '-']);

/** Wholly between the offsets, in the text's order, without those that are parts of a whole day. Linear. */
export function daysOfMonth(text: string, from: number, to: number): DayOfMonth[] {
  const tokens = withRanges(text, readTokens(text, from, to));
  const found = tokens.flatMap((token, index): DayOfMonth[] => {
    const next = tokens[index + 1];
    if (next === undefined || token.gluedBefore || next.gluedAfter || next.from - token.to > longestBetween)
      return [];
    return daysAt(text, token, next);
  });
  if (found.length === 0) return found;
  const whole = [...findForms(text, from, to)].flat();
  return found.filter((each) => !whole.some((day) => each.from < day.to && day.from < each.to));
}

/** The first day of a month between the offsets that exists in that year. Linear. */
export function findDayInYear(text: string, from: number, to: number, year: number): DatedText | undefined {
  const found = daysOfMonth(text, from, to).find(({ isSure }) => isSure);
  if (found === undefined || !isCalendarDay(year, found.month, found.day)) return undefined;
  return { range: { from: found.from, to: found.to }, value: formatDate(year, found.month, found.day) };
}

function daysAt(text: string, one: Token, other: Token): DayOfMonth[] {
  const between = text.slice(one.to, other.from).replace(/[\t\u00a0\u202f]/g, ' ');
  const word = /^ (of|the|del?) $/i.exec(between)?.[1];
  const join = word === undefined ? between : ` [${word}] `;
  const found = one.readings.flatMap((first) =>
    other.readings.flatMap((second): DayOfMonth[] => {
      const month = [first, second].find(({ part }) => part === 'month');
      const day = [first, second].find(({ part }) => part === 'day');
      if (month === undefined || day === undefined) return [];
      const isSure = month.isName;
      const isJoined = isSure
        ? word !== undefined || (between === '' ? second.hasUnit === true : sureBetween.has(between))
        : numbersBetween.has(between) && isAlone(text, one.from, other.to);
      if (!isJoined || day.value < 1 || day.value > daysInMonth(leapYear, month.value)) return [];
      const isWritten = first.token !== undefined && second.token !== undefined;
      return [
        {
          from: one.from,
          to: other.to,
          month: month.value,
          day: day.value,
          ...(day.lastDay !== undefined && { lastDay: day.lastDay }),
          format: isWritten ? `${first.token}${join}${second.token}` : undefined,
          isSure,
        },
      ];
    }),
  );
  // Beside a month's name few write a leading zero.
  const isUnlikely = ({ isSure, format = '' }: DayOfMonth): number =>
    isSure && format.includes('DD') ? 1 : 0;
  return found.sort((a, b) => isUnlikely(a) - isUnlikely(b));
}

/** Two numbers of more are part of something else. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  return !/[0-9][-/._]$/.test(before) && !/^[-/._][0-9]/.test(text.slice(to, to + 2));
}
