/** When the next meeting is: the rhythm of the earlier notes, learned and carried on. */

import { addDays, daysBetween, isValidDate, weekday } from '../../../../shared/calendar.ts';
import { spokenDay, spokenWeekdays } from '../../../../shared/dates/spokenNames.ts';
import { type Message, t, type Unsaid } from '../../../../shared/l10n.ts';
import type { DateProposal } from '../../../../shared/protocol.ts';
import type { IsoDate } from '../../note/note.ts';
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
/** One that explains less than this is weak: the next best is proposed beside it, if it explains the other share. */
const strongShare = 0.65;
const secondShare = 0.2;
/** Notes are prepared ahead; a date beyond that is a slip of the pen. */
const preparedAheadDays = 92;
const mostPrepared = 20;

/**
 * The dates to offer for a new note, the likeliest first: the first day of the meetings' rhythm that is not past and
 * has no note, then today. `dates` are the existing notes' days, in any order, repeated or not; invalid ones count
 * for nothing. `given` is the rhythm that the series' template names; without it, it is learned from the days, and without
 * any note there is only today.
 */
export function proposeDates(dates: readonly IsoDate[], today: IsoDate, given?: Rhythm): UnsaidProposal[] {
  const known = [...new Set(dates.filter(isValidDate))].sort();
  const next = given === undefined ? nextMeetings(known, today) : [nextOf(given, known, today)];
  const kind = next.length > 1 ? 'perhaps' : 'next';
  const proposals = next.map((each): UnsaidProposal => ({ ...each, kind, exists: false }));
  if (!next.some(({ date }) => date === today)) {
    const first = known.length === 0 && next.length === 0;
    const reason = first ? t('today; there are no earlier notes') : t('today');
    proposals.push({ date: today, reason, kind: 'today', exists: known.includes(today) });
  }
  return proposals;
}

export type UnsaidProposal = Unsaid<DateProposal, 'reason'>;

interface Next {
  readonly date: IsoDate;
  readonly reason: Message;
}

/** One, and a second where the rhythm is weak; none without notes. */
function nextMeetings(known: readonly IsoDate[], today: IsoDate): readonly Next[] {
  const plausible = known.filter((date) => daysBetween(today, date) <= preparedAheadDays);
  const last = plausible.at(-1);
  if (last === undefined) return [];
  const nextBy = ({ rhythm }: RankedRhythm): Next => {
    const regular = plausible.filter((date) => rhythm.fits(date));
    const anchor = lastUntil(today, regular) ?? last;
    return firstFree(rhythm, rhythm.from(anchor, today), known);
  };
  const ranked = rankedRhythms(plausible.slice(-recentMeetings));
  const best = ranked.find(({ share }) => share >= clearShare);
  if (best === undefined) return [twoWeeksLater(last, known, today)];
  const first = nextBy(best);
  if (best.share >= strongShare) return [first];
  const others = ranked.filter((each) => each !== best && each.share >= secondShare).map(nextBy);
  const second = others.find(({ date }) => date !== first.date);
  return second === undefined ? [first] : [first, second];
}

/** The next day of the series' own rhythm, counted from the latest note that keeps it. */
function nextOf(rhythm: Rhythm, known: readonly IsoDate[], today: IsoDate): Next {
  const plausible = known.filter((date) => daysBetween(today, date) <= preparedAheadDays);
  const anchor = lastUntil(
    today,
    plausible.filter((date) => rhythm.fits(date)),
  );
  if (anchor !== undefined) return firstFree(rhythm, rhythm.from(anchor, today), known);
  const last = plausible.at(-1);
  let date = last === undefined ? today : rhythm.next(last);
  if (last !== undefined && date < today) date = rhythm.from(date, today);
  // Every rhythm has a day within five weeks.
  for (let day = 0; day < 35 && !rhythm.fits(date); day++) date = addDays(date, 1);
  return firstFree(rhythm, date, known);
}

/** The last of the days that is not after today, else the first one. */
function lastUntil(today: IsoDate, days: readonly IsoDate[]): IsoDate | undefined {
  return days.filter((date) => date <= today).at(-1) ?? days[0];
}

function firstFree(rhythm: Rhythm, first: IsoDate, known: readonly IsoDate[]): Next {
  // A meeting that was moved by a few days has taken the place of the regular one.
  const apart = Math.ceil(rhythm.shortestDays / 2);
  let date = first;
  for (let tries = 0; tries < mostPrepared && isTaken(date, known, apart); tries++) date = rhythm.next(date);
  return { date, reason: rhythm.spoken };
}

function isTaken(date: IsoDate, known: readonly IsoDate[], apart: number): boolean {
  return known.some((other) => Math.abs(daysBetween(other, date)) < apart);
}

function twoWeeksLater(last: IsoDate, known: readonly IsoDate[], today: IsoDate): Next {
  const behind = Math.max(0, daysBetween(last, today));
  const steps = Math.max(1, Math.ceil(behind / 14));
  let date = addDays(last, steps * 14);
  for (let tries = 0; tries < mostPrepared && known.includes(date); tries++) date = addDays(date, 14);
  const day = spokenWeekdays[weekday(last)]!;
  const reason =
    date === addDays(last, 14)
      ? t('two weeks after {0}', spokenDay(last))
      : t('{0}, in steps of two weeks from {1}', day, spokenDay(last));
  return { date, reason };
}

/** The rhythm that explains the gaps between the meetings best; undefined when none explains enough of them. */
export function learnRhythm(recent: readonly IsoDate[]): Rhythm | undefined {
  return rankedRhythms(recent).find(({ share }) => share >= clearShare)?.rhythm;
}

interface RankedRhythm {
  readonly rhythm: Rhythm;
  /** Of the gaps that it explains, 0 to 1. */
  readonly share: number;
}

/** The best first. Of two that explain the gaps alike, the days themselves tell. */
function rankedRhythms(recent: readonly IsoDate[]): readonly RankedRhythm[] {
  return dayRhythms(recent)
    .map((rhythm) => ({
      rhythm,
      share: explained(recent, rhythm),
      fitting: recent.filter((date) => rhythm.fits(date)).length,
    }))
    .sort((a, b) => b.share - a.share || b.fitting - a.fitting);
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
