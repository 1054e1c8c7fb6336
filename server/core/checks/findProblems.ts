/** All rules over one note. */

import type { Settings } from '../../../shared/settings.ts';
import { isSilenced } from '../note/directives.ts';
import { ownerUnknown } from './ownerUnknown.ts';
import { placeholderLeft } from './placeholderLeft.ts';
import type { CheckContext, FoundProblem, Problem, Rule } from './problem.ts';
import { recordingMissing } from './recordingMissing.ts';
import { referenceKind } from './referenceKind.ts';
import { referenceLabel } from './referenceLabel.ts';
import { referenceMissing } from './referenceMissing.ts';
import { sectionDuplicate } from './sectionDuplicate.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMissing } from './sectionMissing.ts';
import { titleDateMismatch } from './titleDateMismatch.ts';
import { titleMissing } from './titleMissing.ts';
import { todoOwnerMissing } from './todoOwnerMissing.ts';

/** In the order in which problems at one place are told. */
export const rules: readonly Rule[] = [
  titleMissing,
  titleDateMismatch,
  recordingMissing,
  sectionMissing,
  sectionDuplicate,
  sectionEmpty,
  todoOwnerMissing,
  ownerUnknown,
  referenceMissing,
  referenceKind,
  referenceLabel,
  placeholderLeft,
];

/** What is wrong with a note, in document order, without what is off or silenced. Asks nothing of any port. */
export function findProblems(context: CheckContext, severity: Settings['severity']): FoundProblem[] {
  const { text, directives } = context.note;
  const found: FoundProblem[] = [];
  for (const rule of rules) {
    const level = severity[rule.code];
    if (level === 'off') continue;
    for (const problem of rule.find(context)) {
      if (isSilenced(text, directives, problem.code, problem.range.from)) continue;
      found.push(withSeverity(problem, level));
    }
  }
  return found.sort((a, b) => a.range.from - b.range.from);
}

/** Fixes may be costly and nobody asks for them while typing, so a rule may give them by a getter, kept one here. */
function withSeverity(problem: Problem, severity: FoundProblem['severity']): FoundProblem {
  const { code, range, message, related } = problem;
  return {
    code,
    range,
    message,
    ...(related && { related }),
    severity,
    get fixes() {
      return problem.fixes;
    },
  };
}
