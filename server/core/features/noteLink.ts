import type { NoteSummary } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { Piece } from './hoverText.ts';

/** A link to a line of a note, 0-based, by its day. Absent: to the note, or to its meeting in a file with several. */
export function linkToLine(note: NoteSummary, line = note.meeting?.line): Piece {
  const { uri, fileName } = note;
  return { text: noteDate(note) ?? fileName, target: line === undefined ? uri : `${uri}#L${line + 1}` };
}
