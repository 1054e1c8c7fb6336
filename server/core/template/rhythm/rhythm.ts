/** The rhythms meetings keep: every so many weeks, or on certain weekdays of the month. */

import {
  addDays,
  dateParts,
  daysBetween,
  formatDate,
  weekday,
  weekdayNames,
} from '../../../../shared/calendar.ts';
import { spokenWeekdays } from '../../../../shared/dates/spokenNames.ts';
import { type Message, t } from '../../../../shared/l10n.ts';
import type { IsoDate } from '../../note/note.ts';

export interface Rhythm {
  /** `every 2 weeks on Tuesday`, `the second Tuesday of the month` */
  readonly words: string;
  /** The same in the user's language. */
  readonly spoken: Message;
  /** Days between two meetings, at the least. */
  readonly shortestDays: number;
  /** True when a meeting of this rhythm may be on that day. */
  fits(date: IsoDate): boolean;
  /** The first day of the rhythm after `date`. */
  next(date: IsoDate): IsoDate;
  /** The first day of the rhythm that is after `anchor`, itself such a day, and not before `earliest`. */
  from(anchor: IsoDate, earliest: IsoDate): IsoDate;
}

export const ordinals = ['', 'first', 'second', 'third', 'fourth'];
/** Among the positions 1 to 4 of a weekday in its month. */
export const lastOfMonth = -1;

/** The rhythms the days may keep, on their most frequent weekday, the commonest in life first. */
export function dayRhythms(dates: readonly IsoDate[]): Rhythm[] {
  const day = mostFrequent(dates.map(weekday))[0];
  if (day === undefined) return [];
  const onDay = dates.filter((date) => weekday(date) === day);
  const positions = mostFrequent(onDay.map(positionInMonth));
  const [one, two] = positions;
  // Meetings every second week keep two positions as well, until a month with five such weekdays comes.
  const enough = onDay.length >= 8;
  const pair =
    enough && one !== undefined && two !== undefined && Math.abs(one - two) === 2 ? [one, two] : [];
  return [
    everyWeeks(2, day),
    everyWeeks(1, day),
    everyWeeks(3, day),
    ...positions.filter((position) => position < 5).map((position) => monthly([position], day)),
    monthly([lastOfMonth], day),
    everyWeeks(4, day),
    ...(pair.length > 0 ? [monthly(pair, day)] : []),
  ];
}

/** `day` is 0 for Sunday to 6 for Saturday; `weeks` from 1 on. */
export function everyWeeks(weeks: number, day: number): Rhythm {
  const step = weeks * 7;
  // After a meeting that was moved by a day or two the others stay where they were.
  const next = (date: IsoDate): IsoDate =>
    addDays(date, step + ((((day - weekday(date) + 3) % 7) + 7) % 7) - 3);
  return {
    words: everyWords(weeks, weekdayNames[day]!),
    spoken:
      weeks === 1
        ? t('every {0}', spokenWeekdays[day]!)
        : t('every {0} weeks on {1}', weeks, spokenWeekdays[day]!),
    shortestDays: step,
    fits: (date) => weekday(date) === day,
    next,
    from(anchor, earliest) {
      const steps = Math.ceil(daysBetween(anchor, earliest) / step);
      return addDays(anchor, Math.max(1, steps) * step);
    },
  };
}

/** `positions` among 1 to 4 and `lastOfMonth`, at least one. */
export function monthly(positions: readonly number[], day: number): Rhythm {
  const inMonth = (position: number): number => (position === lastOfMonth ? 5 : position);
  const sorted = [...new Set(positions)].sort((a, b) => inMonth(a) - inMonth(b));
  const fits = (date: IsoDate): boolean =>
    weekday(date) === day &&
    sorted.some((position) =>
      position === lastOfMonth ? isLastOfMonth(date) : positionInMonth(date) === position,
    );
  const after = (date: IsoDate): IsoDate => {
    // The next such weekday, then week by week: a month and a bit at most.
    let candidate = addDays(date, ((day - weekday(date) + 6) % 7) + 1);
    for (let week = 0; week < 10 && !fits(candidate); week++) candidate = addDays(candidate, 7);
    return candidate;
  };
  const names = sorted.map((position) => (position === lastOfMonth ? 'last' : ordinals[position]!));
  const which = [names.slice(0, -1).join(', '), names.at(-1)!].filter((each) => each !== '').join(' and ');
  return {
    words: `the ${which} ${weekdayNames[day]} of the month`,
    spoken: spokenMonthly(sorted, day),
    shortestDays: 7 * shortestWeeks(sorted),
    fits,
    next: after,
    from: (anchor, earliest) => after(anchor >= earliest ? anchor : addDays(earliest, -1)),
  };
}

const spokenOrdinals: Readonly<Record<number, Message>> = {
  1: t('first'),
  2: t('second'),
  3: t('third'),
  4: t('fourth'),
  [lastOfMonth]: t('last'),
};

function spokenMonthly(positions: readonly number[], day: number): Message {
  const [first, ...others] = positions.map((position) => spokenOrdinals[position]!);
  const last = others.pop();
  const rest = others.reduce((list, each) => ({ text: '{0}, {1}', args: [list, each] }), first!);
  const which = last === undefined ? rest : t('{0} and {1}', rest, last);
  return t('the {0} {1} of the month', which, spokenWeekdays[day]!);
}

function everyWords(weeks: number, day: string): string {
  return weeks === 1 ? `every ${day}` : `every ${weeks} weeks on ${day}`;
}

/** Weeks between two of the positions, at the least; a month has four such weekdays, at the least. */
function shortestWeeks(sorted: readonly number[]): number {
  const weeks = sorted.map((position) => (position === lastOfMonth ? 4 : position));
  const gaps = weeks.map((week, index) => (weeks[index + 1] ?? weeks[0]! + 4) - week);
  return Math.max(1, Math.min(...gaps));
}

/** 1 for the first such weekday of the month, up to 5. */
function positionInMonth(date: IsoDate): number {
  return Math.ceil(dateParts(date).day / 7);
}

function isLastOfMonth(date: IsoDate): boolean {
  const { year, month } = dateParts(date);
  return addDays(date, 7) >= formatDate(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
}

/** The different values, the most frequent first, then the latest. */
function mostFrequent(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  const latest = new Map<number, number>();
  values.forEach((value, index) => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    latest.set(value, index);
  });
  return [...counts.keys()].sort(
    (a, b) => counts.get(b)! - counts.get(a)! || latest.get(b)! - latest.get(a)!,
  );
}
