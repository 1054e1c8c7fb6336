/** Initials at a task's edge that may be an owner's. */

import { initialsAt } from './initials.ts';
import { skipMarkup } from './leadingOwner.ts';
import type { Owner } from './note.ts';
import { isTail } from './ownerTail.ts';

/** `NA to …`, `NA: …`, `[NA] …`, `(NA) …` at `start`, and `… (NA)`, `… -- NA`, `… — NA` at the end of the task. */
export function initialsAround(task: string, start: number): Owner | undefined {
  return (
    initialsAt(task, skipMarkup(task, start + ('[('.includes(task[start] ?? ' ') ? 1 : 0))) ??
    atEnd(task, start)
  );
}

/** With the markup around them. */
const reach = 24;

function atEnd(task: string, start: number): Owner | undefined {
  for (let at = task.length - 1; at > start && at > task.length - reach; at--) {
    const char = task[at]!;
    if (!'([-–—>|'.includes(char) || !' \t\n'.includes(task[at - 1]!.replace('-', ' '))) continue;
    const initials = initialsAt(task, skipMarkup(task, at + 1));
    if (initials && isTail(task, initials.range.to)) return initials;
  }
  return undefined;
}
