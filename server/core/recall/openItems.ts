/** What was promised in the notes of a series and is not done, each promise once. */

import type { ItemFact } from '../archive/facts.ts';
import type { NoteSummary, ReferenceMention } from '../archive/noteSummary.ts';
import { itemKey } from './itemKey.ts';

export interface OpenItem {
  readonly item: ItemFact;
  /** The newest note with it. */
  readonly note: NoteSummary;
  /** The oldest one. */
  readonly first: NoteSummary;
  /** How many meetings there were since the first. */
  readonly age: number;
  /** It was last promised before the latest meetings. */
  readonly isOlder: boolean;
  readonly references: readonly ReferenceMention[];
}

/** As in the setting `officeHours.actionItems.meetings`. */
const defaultMeetings = 12;

/**
 * `notes`: newest first. An item that a later note has again is that of the later note; where that says it is done, it is. `meetings`:
 * in how many of the latest an item counts as promised lately. Those of the newest note first, in each as it has them.
 */
export function openItems(notes: readonly NoteSummary[], meetings = defaultMeetings): OpenItem[] {
  const latest = new Map<string, { readonly isOpen: boolean; readonly at: number }>();
  const found: { -readonly [Key in keyof OpenItem]: OpenItem[Key] }[] = [];
  notes.forEach((note, age) => {
    for (const item of note.facts?.items ?? []) {
      const key = itemKey(item);
      const known = key === '' ? undefined : latest.get(key);
      const isOpen = item.state !== 'done';
      if (known) {
        // What was done before it was promised again is another promise.
        if (!isOpen) latest.set(key, { ...known, isOpen: false });
        else if (known.isOpen) Object.assign(found[known.at]!, { first: note, age });
        continue;
      }
      if (key !== '') latest.set(key, { isOpen, at: found.length });
      if (!isOpen) continue;
      const references = (item.references ?? []).flatMap((index) => note.references[index] ?? []);
      found.push({ item, note, first: note, age, isOlder: age >= meetings, references });
    }
  });
  return found;
}
