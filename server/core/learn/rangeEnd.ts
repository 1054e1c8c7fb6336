/** The last day of meetings of several days: `2026-01-06/07`, `2026-01-06 to 2026-01-08`, `January 6–8, 2026`. */

import { addDays, dateParts } from '../../../shared/calendar.ts';
import type { IsoDate } from '../note/note.ts';
import { isNumber, type Token } from './dayReadings.ts';

/** The runs of a text, and its day. */
interface Dated {
  readonly runs: readonly string[];
  readonly date?: IsoDate;
}

/** A run of the last day. */
export interface EndRun {
  readonly token: Token;
  /** Days behind the first one. */
  readonly offset: number;
}

/** Meetings are not longer. */
const mostDays = 6;
const between = /^\s?(?:[-–—/_&+~]|\.\.|to|bis|au|al|and)\s?$/i;

/** The runs of the last day by their index, where each of the texts has one, at least two; as long as the newest. */
export function rangeEnd(group: readonly Dated[]): ReadonlyMap<number, EndRun> {
  const { runs } = group[0]!;
  for (let index = 2; index < runs.length && group.length > 1; index++) {
    const found = isNumber(runs[index]!) ? endAt(group, index) : undefined;
    if (found !== undefined) return found;
  }
  return new Map();
}

function endAt(group: readonly Dated[], index: number): ReadonlyMap<number, EndRun> | undefined {
  const before = group[0]!.runs.slice(0, index).map(isNumber).lastIndexOf(true);
  const isBehind = group.every(
    ({ runs, date }) =>
      date !== undefined &&
      between.test(runs.slice(before + 1, index).join('')) &&
      isDay(runs[before], dateParts(date).day),
  );
  if (before < 0 || !isBehind) return undefined;
  const day = offsetOf(group, ({ runs }, last) => isDay(runs[index], dateParts(last).day));
  if (day !== undefined) {
    const isWide = group.every(({ runs }) => runs[index]!.length === 2);
    return new Map([[index, { token: isWide ? 'DD' : 'D', offset: day }]]);
  }
  const whole = offsetOf(
    group,
    ({ runs }, last) => [runs[index], runs[index + 2], runs[index + 4]].join('-') === last,
  );
  if (whole === undefined) return undefined;
  return new Map([
    [index, { token: 'YYYY', offset: whole }],
    [index + 2, { token: 'MM', offset: whole }],
    [index + 4, { token: 'DD', offset: whole }],
  ]);
}

/** Of the newest text, where all have a last day. */
function offsetOf(
  group: readonly Dated[],
  isLast: (each: Dated, last: IsoDate) => boolean,
): number | undefined {
  const offsets = group.map((each) => {
    for (let offset = 1; offset <= mostDays; offset++)
      if (each.date !== undefined && isLast(each, addDays(each.date, offset))) return offset;
    return undefined;
  });
  return offsets.includes(undefined) ? undefined : offsets[0];
}

function isDay(run: string | undefined, day: number): boolean {
  return run !== undefined && run.length < 3 && Number(run) === day;
}
