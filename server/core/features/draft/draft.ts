/** A note drafted of what its series and GitHub know: each part by itself, then all that were chosen put into one text. */

import { type DraftPart, draftParts } from '../../../../shared/drafts.ts';
import type { Edit } from '../../checks/problem.ts';
import type { WaitOptions } from '../../github/api/timeout.ts';
import type { Conventions } from '../../note/conventions.ts';
import { isLineEnd, lineEnd, lineStart } from '../../note/lines.ts';
import type { Note } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { escapeSnippet } from '../../template/snippet/snippet.ts';
import { withLineEndsOf } from '../workspaceEdit.ts';
import { draftAgenda, draftOldestPulls } from './agenda.ts';
import { draftAttendance } from './attendance.ts';
import type { Drafted, Drafter, DraftSource } from './drafted.ts';
import { draftHighlights } from './highlights.ts';
import { draftRecurring } from './recurring.ts';
import { draftReleases } from './releases.ts';
import { draftDone, draftTodos } from './todos.ts';

const drafters: Readonly<Record<DraftPart, Drafter>> = {
  releases: draftReleases,
  highlights: draftHighlights,
  todos: draftTodos,
  done: draftDone,
  agenda: draftAgenda,
  recurring: draftRecurring,
  oldestPulls: draftOldestPulls,
  attendance: draftAttendance,
};

/** What the parts would bring into the note, in the order of `draftParts`. Never rejects. */
export async function draftNote(
  note: Note,
  parts: readonly DraftPart[],
  source: DraftSource,
  wait: WaitOptions,
): Promise<readonly Drafted[]> {
  const wanted = draftParts.filter((part) => parts.includes(part));
  return Promise.all(wanted.map((part) => drafters[part](note, source, wait)));
}

/** `snippet` is that of a new note, with the tab stops of its template: what was drafted is plain text there. */
export interface DraftedText {
  readonly text: string;
  readonly snippet?: string;
}

/** The text with all that was drafted, with its own line ends. */
export function withDrafts<Text extends DraftedText>(
  start: Text,
  drafts: readonly Drafted[],
  conventions: Conventions,
): Text {
  let { text, snippet } = start as DraftedText;
  for (const drafted of drafts) {
    if (drafted.kind !== 'draft') continue;
    for (const step of drafted.steps) {
      const found = step(parseNote(text, undefined, conventions));
      if (found === undefined) continue;
      const edit = { range: found.range, text: withLineEndsOf(text, found) };
      const { from, to } = edit.range;
      if (snippet !== undefined) {
        const [start, end] = [inSnippet(text, snippet, from), inSnippet(text, snippet, to)];
        snippet =
          start === undefined || end === undefined
            ? escapeSnippet(text.slice(0, from) + edit.text + text.slice(to))
            : snippet.slice(0, start) + escapeSnippet(edit.text) + snippet.slice(end);
      }
      text = text.slice(0, from) + edit.text + text.slice(to);
    }
  }
  return { ...start, text, ...(snippet !== undefined && { snippet }) };
}

/** Where in a snippet a line of its text begins or ends; undefined elsewhere, and where the two do not have the same lines. */
function inSnippet(text: string, snippet: string, at: number): number | undefined {
  const line = text.slice(0, at).split('\n').length - 1;
  const lines = snippet.split('\n');
  if (lines.length !== text.split('\n').length) return undefined;
  const from = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  if (at === lineStart(text, at)) return from;
  return at === text.length || isLineEnd(text, at) ? from + lines[line]!.length : undefined;
}

/** The replacement of whole lines that makes one text of another; undefined: they are the same. */
export function replacement(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  const shift = after.length - before.length;
  while (end > start && end + shift > start && before[end - 1] === after[end + shift - 1]) end--;
  const range = { from: lineStart(before, start), to: lineEnd(before, end) };
  return { range, text: after.slice(range.from, range.to + shift) };
}
