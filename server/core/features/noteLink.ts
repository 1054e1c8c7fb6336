import { spokenDay } from '../../../shared/dates/spokenNames.ts';
import type { Message } from '../../../shared/l10n.ts';
import { verbatim } from '../../../shared/l10n.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { noteDate } from '../archive/summary.ts';
import type { Piece } from './hoverText.ts';

/** A link to a line of a note, 0-based, by its day. Absent: to the note, or to its meeting in a file with several. */
export function linkToLine(note: NoteSummary, line = note.meeting?.line): Piece {
  const { uri } = note;
  return { text: spokenNote(note), target: line === undefined ? uri : `${uri}#L${line + 1}` };
}

/** A note by its day, else by its file name. */
export function spokenNote(note: NoteSummary): Message {
  const date = noteDate(note);
  return date === undefined ? verbatim(note.fileName) : spokenDay(date);
}
