/** Where the next meeting goes in a file whose meetings are below years and months: `## 2026`, `### January`. */

import { nextText } from '../learn/nextText.ts';
import { lineStart } from '../note/lines.ts';
import { isPeriodText } from '../note/meetingHeadings.ts';
import type { Meeting } from '../note/meetings.ts';
import type { IsoDate, Note, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';

export interface MeetingPlace {
  /** An offset at the start of a heading, or the end of the text. */
  readonly at: number;
  /** The headings of years and months that the file does not have yet, with their marks, the highest first. */
  readonly headings: readonly string[];
}

/** In the order of the others, and below the year and the month of its day, if the others are. */
export function placeOf(
  meetings: readonly Meeting[],
  date: IsoDate,
  newestFirst: boolean,
  note: Note,
): MeetingPlace {
  const placed = meetings.map((meeting) => ({ meeting, periods: periodsAbove(meeting, note) }));
  const newest = [...placed].sort((a, b) => (a.meeting.date < b.meeting.date ? 1 : -1));
  const wanted = (newest[0]?.periods ?? []).map((period, index) =>
    periodAt(
      index,
      newest.filter(({ periods }) => periods[index]?.level === period.level),
      date,
    ),
  );
  let inPeriod = placed;
  for (const [index, text] of wanted.entries()) {
    const same = inPeriod.filter(({ periods }) => periods[index]?.heading === text);
    if (same.length === 0) {
      const { neighbour, isNext } = neighbourOf(inPeriod, date, newestFirst);
      const above = neighbour.periods[index];
      const at =
        isNext && above ? lineStart(note.text, above.headingRange.from) : endOf(neighbour.meeting, note);
      const levels = newest[0]!.periods.slice(index).map(({ level }) => level);
      return { at, headings: levels.map((level, next) => `${'#'.repeat(level)} ${wanted[index + next]}`) };
    }
    inPeriod = same;
  }
  const { neighbour, isNext } = neighbourOf(inPeriod, date, newestFirst);
  return { at: isNext ? neighbour.meeting.from : endOf(neighbour.meeting, note), headings: [] };
}

interface PlacedMeeting {
  readonly meeting: Meeting;
  /** The highest first. */
  readonly periods: readonly Section[];
}

function periodsAbove({ from }: Meeting, { sections }: Note): readonly Section[] {
  return allSections(sections).filter(
    ({ range, headingRange, heading }) =>
      headingRange.from < from && from < range.to && isPeriodText(heading),
  );
}

/** What the heading says that the day belongs below. */
function periodAt(index: number, newestFirst: readonly PlacedMeeting[], date: IsoDate): string {
  const texts = newestFirst.map(({ meeting, periods }) => ({
    text: periods[index]!.heading,
    date: meeting.date,
  }));
  return nextText(texts.slice(0, mostTexts), date).texts[0]!;
}

const mostTexts = 8;

/** The meeting that it goes before; else the last one, which it goes behind. */
function neighbourOf(
  placed: readonly PlacedMeeting[],
  date: IsoDate,
  newestFirst: boolean,
): { readonly neighbour: PlacedMeeting; readonly isNext: boolean } {
  const next = placed.find(({ meeting }) => (newestFirst ? meeting.date < date : meeting.date > date));
  return { neighbour: next ?? placed.at(-1)!, isNext: next !== undefined };
}

function endOf({ from, note: { text } }: Meeting, note: Note): number {
  return Math.min(note.text.length, from + text.length);
}
