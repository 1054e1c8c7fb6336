/** The title of a new note where only the earlier notes tell how titles of the series are. */

import type { IsoDate } from '../../note/note.ts';
import { oneLine } from './titleForm.ts';

export interface EarlierNote {
  readonly titleText?: string;
  readonly titleDate?: IsoDate;
}

/** How many of the latest titles are compared. */
const latestTitles = 5;
/** And among how many notes they are looked for: this is asked about each note of an archive. */
const latestNotes = 50;

/**
 * The latest title with `date` in the place of its day. Undefined where it writes its day in other words, or where the other
 * titles go differently: what changes with every meeting, its number or its subject, is not to be said again. `notes`: the
 * newest first.
 */
export function earlierTitle(notes: readonly EarlierNote[], date: IsoDate): string | undefined {
  const titled = notes.slice(0, latestNotes).filter(({ titleText }) => oneLine(titleText) !== '');
  const frames = titled.slice(0, latestTitles).map(frameOf);
  const [latest, ...others] = frames;
  if (latest === undefined) return undefined;
  const isUsual =
    others.length === 0 ? !/[0-9]/.test(latest.join('')) : others.some((each) => isSame(each, latest));
  return isUsual ? latest.join(date) : undefined;
}

/** What stands before the day and what stands behind it. */
function frameOf({ titleText, titleDate }: EarlierNote): readonly string[] | undefined {
  const parts = titleDate === undefined ? [] : oneLine(titleText).split(titleDate);
  return parts.length === 2 ? parts : undefined;
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one !== undefined && one[0] === other[0] && one[1] === other[1];
}
