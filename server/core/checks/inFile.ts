/** What was found in one of several meetings, in offsets into its file. */

import type { Note } from '../note/note.ts';
import { shift } from '../note/shift.ts';
import type { Fix, FoundProblem, RelatedPlace } from './problem.ts';

/** `from`: where the meeting begins; `starts`: the same for each meeting of the file, by its note. */
export function inFile(problem: FoundProblem, from: number, starts: ReadonlyMap<Note, number>): FoundProblem {
  const { code, severity, range, message, related } = problem;
  return {
    code,
    severity,
    range: shift(range, from),
    message,
    ...(related && { related: related.map((place) => placeInFile(place, from, starts)) }),
    get fixes() {
      return problem.fixes.map((fix) => fixInFile(fix, from));
    },
  };
}

function placeInFile(place: RelatedPlace, from: number, starts: ReadonlyMap<Note, number>): RelatedPlace {
  if ('uri' in place) return place;
  const { range, message, sibling } = place;
  return { range: shift(range, (sibling && starts.get(sibling)) ?? from), message };
}

/** The fix for a meeting that begins at `from`. */
export function fixInFile({ goTo, edits, ...fix }: Fix, from: number): Fix {
  return {
    ...fix,
    edits: edits.map(({ range, text }) => ({ range: shift(range, from), text })),
    ...(goTo && { goTo: shift(goTo, from) }),
  };
}
