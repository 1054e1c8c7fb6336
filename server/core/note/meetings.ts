/** The meetings of a file, each as a note of its own: an ordinary note is the only one of its file. */

import type { Conventions } from './conventions.ts';
import { type FileHints, type MeetingHeading, meetingHeadings } from './meetingHeadings.ts';
import type { DatedText, IsoDate, Note } from './note.ts';
import { parseMeeting, type TextChange, withTitleDate } from './parse.ts';

/** One of several meetings in a file. */
export interface Meeting {
  /** Where it begins, an offset into the file's text; offsets of `note` count from here. */
  readonly from: number;
  readonly date: IsoDate;
  /** The level of its heading in the file. */
  readonly level: number;
  /** Of its part of the text alone; its heading is the title. The same object as long as that part stays the same. */
  readonly note: Note;
}

interface Parts {
  readonly hints: FileHints;
  readonly meetings: readonly Meeting[];
}

const known = new WeakMap<Note, Parts>();
/** The meetings of the text before an edit, by the note after it. */
const earlier = new WeakMap<Note, readonly Meeting[]>();

/** Makes what `meetingsOf` has read of a note before an edit usable for the note after it. */
export function keepMeetings(before: Note, after: Note): void {
  const meetings = known.get(before)?.meetings ?? earlier.get(before);
  if (meetings !== undefined && meetings.length > 0) earlier.set(after, meetings);
}

/**
 * The meetings of a file in the text's order where headings say their days; see `meetingHeadings`. None: the file is that of
 * one meeting. The result for a note is cached, and an edit costs the meeting that it is in.
 */
export function meetingsOf(note: Note, hints: FileHints = {}): readonly Meeting[] {
  const parts = known.get(note);
  if (parts && isSame(parts.hints, hints)) return parts.meetings;
  const meetings = cut(note, meetingHeadings(note, hints), earlier.get(note) ?? []);
  known.set(note, { hints, meetings });
  earlier.delete(note);
  return meetings;
}

function isSame(one: FileHints, other: FileHints): boolean {
  return one.year === other.year && (one.isOfOneDay ?? false) === (other.isOfOneDay ?? false);
}

/** Meetings are added and taken out anywhere, but the others keep their order. */
function cut(
  note: Note,
  headings: readonly MeetingHeading[],
  before: readonly Meeting[],
): readonly Meeting[] {
  const { conventions } = note;
  const [first] = headings;
  // Read as a meeting it would be the same note.
  if (first && first.range.to - first.range.from === note.written.length && isTitleFirst(note)) {
    const { range, date, dateRange, level } = first;
    return [{ from: range.from, date, level, note: dated(note, { range: dateRange, value: date }) }];
  }
  const texts = headings.map(({ range }) => note.text.slice(range.from, range.to));
  const shorter = Math.min(texts.length, before.length);
  const isKept = (index: number, old: number): boolean =>
    texts[index] === before[old]!.note.text && before[old]!.note.conventions === conventions;
  let top = 0;
  while (top < shorter && isKept(top, top)) top++;
  let bottom = 0;
  while (bottom < shorter - top && isKept(texts.length - 1 - bottom, before.length - 1 - bottom)) bottom++;
  return headings.map(({ range, date, dateRange, level }, index) => {
    const fromEnd = texts.length - index;
    const isBelow = fromEnd <= bottom;
    const old = isBelow ? before[before.length - fromEnd] : before[index];
    const isUnchanged = isBelow || index < top;
    const inside = { from: dateRange.from - range.from, to: dateRange.to - range.from };
    const note =
      isUnchanged && old && old.date === date
        ? old.note
        : dated(parsed(texts[index]!, old?.note, conventions), { range: inside, value: date });
    return { from: range.from, date, level, note };
  });
}

function isTitleFirst({ title }: Note): boolean {
  return title?.form === 'heading' && title.range.from === 0;
}

function parsed(text: string, before: Note | undefined, conventions: Conventions): Note {
  const previous = before && { note: before, changes: [difference(before.text, text)] };
  return parseMeeting(text, previous, conventions);
}

function dated(note: Note, date: DatedText): Note {
  return note.title?.date?.value === date.value ? note : withTitleDate(note, date);
}

/** What differs between two texts, as one change. */
function difference(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { fromA: from, toA: before.length - same, fromB: from, toB: after.length - same };
}
