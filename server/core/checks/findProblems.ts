/** All rules over one note. */

import type { RuleCode, Severity } from '../../../shared/settings.ts';
import { isSuppressed } from '../note/directives.ts';
import type { CheckContext, FoundProblem, Problem, Rule } from './problem.ts';
import { rules } from './rules.ts';

/** What is wrong with a note, in document order, without what is off or suppressed. Asks nothing of any port. */
export function findProblems(
  context: CheckContext,
  severities: Readonly<Record<RuleCode, Severity>>,
): FoundProblem[] {
  const { text, directives } = context.note;
  const found: FoundProblem[] = [];
  for (const rule of rules) {
    const { code, splitFrom } = rule;
    const severity = severities[code];
    if (severity === 'off') continue;
    for (const problem of rule.find(context)) {
      const { from } = problem.range;
      if (isSuppressed(text, directives, code, from)) continue;
      if (splitFrom !== undefined && isSuppressed(text, directives, splitFrom, from)) continue;
      found.push(foundBy(rule, problem, severity));
    }
  }
  return found.sort((a, b) => a.range.from - b.range.from);
}

/** A rule gives costly fixes by a getter, as nobody asks for them while typing: the getter is kept. */
function foundBy({ code }: Rule, problem: Problem, severity: FoundProblem['severity']): FoundProblem {
  const { range, message, related } = problem;
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
