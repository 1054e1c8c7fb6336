import type { CheckContext, MeetingContext } from './problem.ts';

/** The meeting around an offset of a file with several; undefined: none is, or the file is that of one meeting. */
export function meetingContextAt(
  meetings: CheckContext['meetings'],
  offset: number,
): MeetingContext | undefined {
  // Where one ends, the next may begin.
  return meetings
    ?.filter(({ from, context: { note } }) => from <= offset && offset <= from + note.text.length)
    .at(-1);
}
