/** Lines that begin something new in the middle of a paragraph: what somebody says, or what a label announces. */

import { announcesEntry } from './lexicon/entryLabels.ts';
import { ownerLabels } from './lexicon/owners.ts';
import { acronyms, isRole } from './lexicon/people.ts';
import { ownerColumns, statusColumns, taskDetails } from './lexicon/tasks.ts';
import type { Roster } from './roster.ts';
import { speakersAt } from './speakers.ts';

/** `IH: …`, `Sharvil: …`, `DECISION: …`, `Beschluss: …`; not `see also: …`, `ETA: Friday`, `OWNER: Ann`, an address or a time, which go on. */
export function startsEntry(text: string, lineStart: number, roster: Roster): boolean {
  const speakers = speakersAt(text, lineStart, roster)?.owners ?? [];
  if (speakers.some(({ person }) => person !== undefined)) return true;
  const label = labelAt(text, lineStart);
  if (label !== undefined && saysOfTask(label)) return false;
  if (speakers.some(({ name }) => !acronyms.has(name))) return true;
  return label !== undefined && (isInCapitals(label) || isRole(label) || announcesEntry(label));
}

/** In UTF-16 code units, with what numbers it or stands in parentheses behind it. */
const longestLabel = 100;

/** Up to three words, with their markup, before a colon. */
const labelForm =
  /^[ \t*_[]{0,12}(\p{L}+(?:['’-]\p{L}+){0,3}(?: \p{L}+(?:['’-]\p{L}+){0,3}){0,2})(?: ?#?\d{1,5})?[*_\]]{0,4}(?: ?\([^()\n]{0,40}\))?[*_\]]{0,4} ?(?::(?![^\s*_])|：)/u;

/** The words of the label that the line begins with. */
function labelAt(text: string, lineStart: number): string | undefined {
  return labelForm.exec(text.slice(lineStart, lineStart + longestLabel))?.[1];
}

/** `Owner: Ann`, `DUE: Friday`, `URL: …`: the line belongs to the task above. */
function saysOfTask(label: string): boolean {
  const key = label.toLowerCase();
  return (
    acronyms.has(label) ||
    taskDetails.has(key) ||
    statusColumns.has(key) ||
    ownerLabels.has(key) ||
    ownerColumns.has(key)
  );
}

/** Two letters that nobody is known by are an abbreviation. */
function isInCapitals(label: string): boolean {
  return label.length > 2 && label === label.toUpperCase() && label !== label.toLowerCase();
}
