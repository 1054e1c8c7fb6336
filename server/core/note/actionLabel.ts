/** What the sub-headings and the lines in an action section say of the tasks below them. */

import { actionTitleOf, longestTitle } from './actionTitle.ts';
import { readGroupOwners } from './groupOwners.ts';
import { headingKey } from './headingKey.ts';
import { doneQualifiers, isClosing, isOtherList } from './lexicon/actionTitles.ts';
import type { Owner } from './note.ts';
import type { Reading } from './reading.ts';

/** What a sub-heading or a line above a list says in an action section. */
export type ActionLabel =
  | { readonly kind: 'owners'; readonly owners: readonly Owner[] }
  /** A group of tasks, or no label at all. */
  | { readonly kind: 'tasks' }
  | { readonly kind: 'done' }
  /** What follows are no tasks. */
  | { readonly kind: 'other' };

/** A group of tasks that says nothing more of them. */
export const tasksLabel: ActionLabel = { kind: 'tasks' };
const otherLabel: ActionLabel = { kind: 'other' };
export const doneLabel: ActionLabel = { kind: 'done' };

/** `text` is masked prose, read from the offset `from` on; the owners' offsets are relative to it. */
export function readActionLabel(text: string, from: number, reading: Reading): ActionLabel {
  const title = actionTitleOf(text.slice(from), reading);
  if (title) return title === 'done' ? doneLabel : tasksLabel;
  const owners = readGroupOwners(text, from, true, reading.roster);
  if (owners) return { kind: 'owners', owners };
  const key = headingKey(text.slice(from, from + longestTitle + 1));
  if (doneQualifiers.has(key)) return doneLabel;
  return isOtherList(key) || isClosing(key) ? otherLabel : tasksLabel;
}

/** `At the end of the meeting:`, `Meeting adjourned at 10:00.`: no list of tasks goes on behind it. */
export function isClosingLine(line: string): boolean {
  return line.length <= longestTitle && isClosing(headingKey(line));
}
