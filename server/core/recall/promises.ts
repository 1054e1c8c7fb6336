/** What was promised in the notes of a series, done or not, each promise once. */

import type { ItemFact } from '../archive/facts.ts';
import type { NoteSummary } from '../archive/noteSummary.ts';
import { itemKey } from './itemKey.ts';

export interface Promised {
  /** As the newest note has it. */
  readonly item: ItemFact;
  /** The newest note with it. */
  readonly note: NoteSummary;
  /** The oldest one. */
  readonly first: NoteSummary;
}

/**
 * `notes`: newest first. An item that a later note has again is that of the later note. What was done before it was promised again is
 * another promise. Those of the newest note first, in each as it has them.
 */
export function promisesIn(notes: readonly NoteSummary[]): Promised[] {
  const found: { item: ItemFact; note: NoteSummary; first: NoteSummary }[] = [];
  const latest = new Map<string, { first: NoteSummary }>();
  for (const note of notes) {
    for (const item of note.facts?.items ?? []) {
      const key = itemKey(item);
      const known = key === '' ? undefined : latest.get(key);
      if (known && item.state !== 'done') {
        known.first = note;
        continue;
      }
      const each = { item, note, first: note };
      found.push(each);
      if (key !== '') latest.set(key, each);
    }
  }
  return found;
}
