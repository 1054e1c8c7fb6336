/** Which notes a note is judged by: those of its own time. */

import type { IsoDate } from '../note/note.ts';
import type { NoteSummary } from './noteSummary.ts';
import { noteDate } from './summary.ts';

export interface ComparedNotes {
  /** Nearest first. */
  readonly notes: readonly NoteSummary[];
  /** Where they stand in time. */
  readonly side: 'before' | 'after' | 'around';
  /** The notes on the other side of an older note, nearest first: they tell a habit that ended with it. */
  readonly next: readonly NoteSummary[];
}

/** How many notes teach. */
export const mostCompared = 8;
/** With fewer notes than this, the note itself among them, a series has no habits yet. */
export const fewestNotes = 3;
/** So many later notes without something show that the series gave it up. */
const laterNotes = 2;

/**
 * The eight notes just before a note; for the first ones of a series those just after; in a series of a few all others. `newestFirst` as in `Series`, undated
 * notes last; `uri` is the note's own, canonical, and left out; without a date it is the next note to come. Undefined:
 * there are too few to learn from. With `until`, no later note is compared. Logarithmic in the number of notes. `self`: one
 * of several meetings in a file, which is left out in place of all that is at `uri`.
 */
export function comparedNotes(
  newestFirst: readonly NoteSummary[],
  uri: string | undefined,
  date: IsoDate | undefined,
  until?: IsoDate,
  self?: NoteSummary,
): ComparedNotes | undefined {
  const isOther = (note: NoteSummary): boolean => (self ? note !== self : note.uri !== uri);
  const start = date === undefined ? 0 : firstOlder(newestFirst, date);
  const before: NoteSummary[] = [];
  for (let at = start; at < newestFirst.length && before.length < mostCompared; at++) {
    const note = newestFirst[at]!;
    if (noteDate(note) === undefined) break;
    if (isOther(note)) before.push(note);
  }
  const after: NoteSummary[] = [];
  for (let at = start - 1; at >= 0 && after.length < mostCompared; at--) {
    const note = newestFirst[at]!;
    if (isOther(note) && noteDate(note) !== date) after.push(note);
  }
  if (before.length >= fewestNotes)
    return { notes: before, side: 'before', next: after.slice(0, laterNotes) };
  const later = until === undefined ? after : after.filter((note) => (noteDate(note) ?? until) < until);
  if (later.length >= fewestNotes) return { notes: later, side: 'after', next: [] };
  // A dated note is itself one of the three.
  const others = [...before, ...later];
  if (date !== undefined && others.length >= fewestNotes - 1)
    return { notes: others, side: 'around', next: [] };
  return undefined;
}

/** The index of the first note that is older than the day; binary search. */
function firstOlder(newestFirst: readonly NoteSummary[], date: IsoDate): number {
  let low = 0;
  let high = newestFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((noteDate(newestFirst[middle]!) ?? '') < date) high = middle;
    else low = middle + 1;
  }
  return low;
}
