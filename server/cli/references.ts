/** `office-hours references`: where the notes mention an issue or a pull request. */

import { noteDate } from '../core/archive/summary.ts';
import type { Clock } from '../core/ports.ts';
import { mentionLines } from '../core/recall/mentionLines.ts';
import { plainText } from '../core/recall/plainText.ts';
import { readReference } from '../core/recall/readReference.ts';
import { filesByNode } from '../host/byNode.ts';
import type { ReferencesRequest } from './arguments.ts';
import { recallArchive } from './recallArchive.ts';
import { type Answered, noNotes } from './todos.ts';

/** A mention as outside tools read it; numbers are 1-based, columns in UTF-16 code units, the end exclusive. */
interface MentionFound {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly date: string | null;
  /** The whole line. */
  readonly text: string;
}

/** The newest note first. */
export async function references(request: ReferencesRequest, cwd: string, clock: Clock): Promise<Answered> {
  const reference = readReference(request.reference)!;
  const { lists, ownOf, pathOf } = await recallArchive(cwd, clock);
  if (lists.length === 0) return { kind: 'failed', message: noNotes };
  const series = lists.map((list) => ({ notes: list.notes, own: ownOf(list) }));
  const lines = await mentionLines(reference, series, filesByNode.read);
  const found = lines.map(
    ({ note, line, character, length, text }): MentionFound => ({
      file: pathOf(note.uri),
      line: line + 1,
      column: character + 1,
      endColumn: character + length + 1,
      date: noteDate(note) ?? null,
      text,
    }),
  );
  return { kind: 'text', text: formats[request.format](found), found: found.length > 0 };
}

const formats: Readonly<Record<ReferencesRequest['format'], (found: readonly MentionFound[]) => string>> = {
  json: (found) => `${JSON.stringify(found, null, 2)}\n`,
  text: (found) => onLines(found, ({ file, line, text }) => `${file}:${line}: ${plainText(text)}`),
  markdown: (found) =>
    onLines(found, ({ file, line, date, text }) => {
      const path = file.replace(/[<>\\]/g, encodeURIComponent);
      return `* [${date ?? 'note'}](<${path}#L${line}>): ${text.replace(/^(?:[*+-]|\d+[.)]|#+) /, '')}`;
    }),
};

/** A line with two mentions is printed once. */
function onLines(found: readonly MentionFound[], print: (each: MentionFound) => string): string {
  return [...new Set(found.map(print))].map((line) => `${line}\n`).join('');
}
