/** On which days the meetings are: in the words of a template's `every`. */

import { daysBetween } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';
import { learnRhythm } from '../template/rhythm/cadence.ts';
import { afterEvery, parseRhythm } from '../template/rhythm/parseRhythm.ts';
import { dayRhythms } from '../template/rhythm/rhythm.ts';
import type { Evidence } from './evidence.ts';

/** The evidence: the meetings that are on a day of the rhythm. */
export interface LearnedMeetings extends Evidence {
  /** `2 weeks on Tuesday`; `parseRhythm` reads it. */
  readonly every: string;
  /** Set where no meeting follows another: all are this many weeks apart, or a multiple of it. */
  readonly weeksApart?: number;
}

/** How many of the latest meetings tell the rhythm. */
const recentMeetings = 13;
/** So many single meetings that are whole weeks apart did not come so by chance. */
const fewestApart = 4;

/** `dates`: in any order, repeated or not. Undefined when the days keep no rhythm. */
export function learnMeetings(dates: readonly IsoDate[]): LearnedMeetings | undefined {
  const days = [...new Set(dates)].sort();
  const rhythm = learnRhythm(days.slice(-recentMeetings));
  if (rhythm === undefined) return scattered(days);
  const every = afterEvery(rhythm);
  if (parseRhythm(every)?.words !== rhythm.words) return undefined;
  const fitting = days.filter((date) => rhythm.fits(date)).length;
  return { every, count: fitting, total: days.length };
}

/** Too few of the notes are there to see one meeting follow another: all of them a multiple of so many weeks apart. */
function scattered(days: readonly IsoDate[]): LearnedMeetings | undefined {
  const [first] = days;
  if (first === undefined || days.length < fewestApart) return undefined;
  const gaps = days.slice(1).map((date, index) => daysBetween(days[index]!, date));
  const apart = gaps.reduce(commonDivisor, 0);
  const weeks = apart / 7;
  if (!Number.isInteger(weeks) || weeks < 2 || weeks > 4) return undefined;
  const rhythm = dayRhythms([first]).find(
    ({ words, shortestDays }) => shortestDays === apart && words.startsWith('every'),
  );
  if (rhythm === undefined) return undefined;
  return { every: afterEvery(rhythm), count: days.length, total: days.length, weeksApart: weeks };
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
