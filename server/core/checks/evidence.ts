/** Without a template file, a message names the notes that a problem is derived from. */

import type { NoteSummary } from '../archive/noteSummary.ts';
import type { CheckContext, RelatedPlace } from './problem.ts';

export interface Evidence {
  /** Goes on after a semicolon: `the 8 notes before this one have it`. */
  readonly words: string;
  readonly related: readonly RelatedPlace[];
}

/**
 * The notes that the schema was learned from and that have what this one lacks. `lineOf` gives the 0-based line it is on,
 * undefined for a note without it. Undefined where a template file says what is asked for, or the built-in template.
 */
export function evidenceFrom(
  { learnedFrom }: CheckContext,
  lineOf: (note: NoteSummary) => number | undefined,
): Evidence | undefined {
  if (learnedFrom === undefined) return undefined;
  const { notes, side } = learnedFrom;
  const having = notes.flatMap((note) => {
    const line = lineOf(note);
    return line === undefined ? [] : [{ note, line }];
  });
  const [nearest] = having;
  if (nearest === undefined) return undefined;
  const share = having.length === notes.length ? '' : `${having.length} of `;
  const which = side === 'around' ? 'other notes' : `notes ${side} this one`;
  const { uri } = nearest.note;
  return {
    words: `${share}the ${notes.length} ${which} have it`,
    related: [{ uri, line: nearest.line, message: 'The nearest of these notes' }],
  };
}
