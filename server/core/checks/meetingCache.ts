/** What was found in the meetings of a file, kept for those that a key did not touch. */

import type { RuleCode, Severity } from '../../../shared/settings.ts';
import type { Note } from '../note/note.ts';
import type { CheckContext, FoundProblem } from './problem.ts';

type Severities = Readonly<Record<RuleCode, Severity>>;

interface Entry {
  readonly context: CheckContext;
  readonly severities: string;
  readonly problems: readonly FoundProblem[];
}

/** By the meeting's note, which stays the same object as long as its text does. */
const known = new WeakMap<Note, Entry>();

/**
 * The result of `find`, which may depend on everything in the context but what is remembered of GitHub. `starts`: the notes of
 * the file's meetings as they are now; places in others are out of date.
 */
export function cachedProblems(
  context: CheckContext,
  severities: Severities,
  starts: ReadonlyMap<Note, number>,
  find: (context: CheckContext, severities: Severities) => readonly FoundProblem[],
): readonly FoundProblem[] {
  const key = JSON.stringify([severities, context.own]);
  const kept = known.get(context.note);
  const isCurrent =
    kept?.severities === key &&
    isSame(kept.context, context) &&
    kept.problems.every(({ related = [] }) =>
      related.every((place) => !('sibling' in place) || !place.sibling || starts.has(place.sibling)),
    );
  if (kept && isCurrent) return kept.problems;
  const problems = find(context, severities);
  known.set(context.note, { context, severities: key, problems });
  return problems;
}

const compared = ['uri', 'today', 'template', 'definition', 'learnedFrom', 'series'] as const;

function isSame(one: CheckContext, other: CheckContext): boolean {
  return compared.every((part) => one[part] === other[part]);
}
