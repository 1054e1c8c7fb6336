/** Notes that were moved to a folder such as `old`, below the series that goes on. */

import { isBelow } from '../uri.ts';
import type { Series } from './noteSummary.ts';
import { noteDate } from './summary.ts';

/** All notes of the first are older, and its folder lies in that of the other. */
export function isContinuedBy({ folder, notes }: Series, other: Series): boolean {
  if (folder === other.folder || !isBelow(folder, other.folder)) return false;
  const newest = notes[0] && noteDate(notes[0]);
  const oldest = other.notes.flatMap((note) => noteDate(note) ?? []).at(-1);
  return newest !== undefined && oldest !== undefined && newest < oldest;
}

/** The series with the notes of those among `all` that it continues. */
export function continued(series: Series, all: readonly Series[]): Series {
  const older = all.filter((each) => isContinuedBy(each, series));
  if (older.length === 0) return series;
  return { ...series, notes: [...series.notes, ...older.flatMap(({ notes }) => notes)] };
}
