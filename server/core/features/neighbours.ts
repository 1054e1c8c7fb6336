/** The notes before and after a note in its series. */

import type { NoteSummary } from '../archive/noteSummary.ts';
import { canonicalUri } from '../uri.ts';

export interface Neighbours {
  readonly previous?: NoteSummary | undefined;
  readonly next?: NoteSummary | undefined;
}

/** `lists`: each newest first. `line`, 0-based, chooses among several meetings in a file. Undefined: it is in none of them. */
export function neighboursOf(
  lists: readonly (readonly NoteSummary[])[],
  uri: string,
  line: number,
): Neighbours | undefined {
  const canonical = canonicalUri(uri);
  for (const notes of lists) {
    let at = -1;
    notes.forEach((note, index) => {
      if (canonicalUri(note.uri) !== canonical) return;
      const start = note.meeting?.line ?? 0;
      // Of the meetings that begin above, the last in the file.
      if (
        at < 0 ||
        (start <= line && start > (notes[at]!.meeting?.line ?? 0)) ||
        (notes[at]!.meeting?.line ?? 0) > line
      )
        at = index;
    });
    if (at >= 0) return { previous: notes[at + 1], next: notes[at - 1] };
  }
  return undefined;
}
