/** When the next meeting is: the rhythm of the earlier notes, learned and carried on. */

import type { DateProposal } from '../../../shared/protocol.ts';
import { addDays, daysBetween, isValidDate, weekday, weekdayNames } from '../note/dates.ts';
import type { IsoDate } from '../note/note.ts';
import { dayRhythms, type Rhythm } from './rhythm.ts';

/** How many of the latest meetings tell the rhythm; older ones weigh less and less. */
const recentMeetings = 13;
const olderWeight = 0.75;
/** What a gap is worth that the rhythm explains only by cancelled meetings. */
const cancelledWorth = 0.4;
const mostCancelled = 2;
/** After a break as long as this the gap says nothing of the rhythm. */
const breakDays = 92;
/** A rhythm must explain this share of the gaps. */
const clearShare = 0.42;
/** Notes are prepared ahead; a date beyond that is a slip of the pen. */
const preparedAheadDays = 92;
const mostPrepared = 20;

/**
 * The dates to offer for a new note, the likeliest first: the first day of the meetings' rhythm that is not past and
 * has no note, then today. `dates` are the existing notes' days, in any order, repeated or not; invalid ones count
 * for nothing. Without any note there is only today.
 */
export function proposeDates(dates: readonly IsoDate[], today: IsoDate): DateProposal[] {
  const known = [...new Set(dates.filter(isValidDate))].sort();
  const next = nextMeeting(known, today);
  const proposals: DateProposal[] = [];
  if (next !== undefined) proposals.push({ ...next, kind: 'next', exists: false });
  if (next?.date !== today) {
    const reason = known.length === 0 ? 'today; there are no earlier notes' : 'today';
    proposals.push({ date: today, reason, kind: 'today', exists: known.includes(today) });
  }
  return proposals;
}

interface Next {
  readonly date: IsoDate;
  readonly reason: string;
}

function nextMeeting(known: readonly IsoDate[], today: IsoDate): Next | undefined {
  const plausible = known.filter((date) => daysBetween(today, date) <= preparedAheadDays);
  const last = plausible.at(-1);
  if (last === undefined) return undefined;
  const rhythm = learnRhythm(plausible.slice(-recentMeetings));
  if (rhythm === undefined) return twoWeeksLater(last, known, today);

  const regular = plausible.filter((date) => rhythm.fits(date));
  const anchor = regular.filter((date) => date <= today).at(-1) ?? regular[0] ?? last;
  // A meeting that was moved by a few days has taken the place of the regular one.
  const apart = Math.ceil(rhythm.shortestDays / 2);
  let date = rhythm.from(anchor, today);
  for (let tries = 0; tries < mostPrepared && isTaken(date, known, apart); tries++) date = rhythm.next(date);
  return { date, reason: rhythm.words };
}

function isTaken(date: IsoDate, known: readonly IsoDate[], apart: number): boolean {
  return known.some((other) => Math.abs(daysBetween(other, date)) < apart);
}

function twoWeeksLater(last: IsoDate, known: readonly IsoDate[], today: IsoDate): Next {
  const behind = Math.max(0, daysBetween(last, today));
  const steps = Math.max(1, Math.ceil(behind / 14));
  let date = addDays(last, steps * 14);
  for (let tries = 0; tries < mostPrepared && known.includes(date); tries++) date = addDays(date, 14);
  const day = weekdayNames[weekday(last)];
  const reason =
    date === addDays(last, 14) ? `two weeks after ${last}` : `${day}, in steps of two weeks from ${last}`;
  return { date, reason };
}

/** The rhythm that explains the gaps between the meetings best; undefined when none explains enough of them. */
function learnRhythm(recent: readonly IsoDate[]): Rhythm | undefined {
  let best: { readonly rhythm: Rhythm; readonly score: number } | undefined;
  for (const rhythm of dayRhythms(recent)) {
    const score = explained(recent, rhythm);
    if (score >= clearShare && score > (best?.score ?? 0)) best = { rhythm, score };
  }
  return best?.rhythm;
}

/** 0 to 1: how much of the gaps is as the rhythm has it. */
function explained(recent: readonly IsoDate[], rhythm: Rhythm): number {
  let sum = 0;
  let total = 0;
  let weight = 1;
  for (let index = recent.length - 1; index > 0; index--) {
    const from = recent[index - 1]!;
    const to = recent[index]!;
    if (daysBetween(from, to) > breakDays) continue;
    total += weight;
    sum += weight * worth(from, to, rhythm);
    weight *= olderWeight;
  }
  return total === 0 ? 0 : sum / total;
}

function worth(from: IsoDate, to: IsoDate, rhythm: Rhythm): number {
  let expected = rhythm.next(from);
  if (expected === to) return 1;
  for (let cancelled = 1; cancelled <= mostCancelled; cancelled++) {
    expected = rhythm.next(expected);
    if (expected === to) return cancelledWorth;
  }
  return 0;
}
