/** Problems and fixes with their texts in English, as the command line prints them. */

import type { Fix, FoundProblem, RelatedPlace } from '../../server/core/checks/problem.ts';
import { inEnglish } from '../../shared/l10n.ts';

type SaidFix = Omit<Fix, 'title'> & { readonly title: string };
type SaidPlace = { readonly message: string } & (
  | Omit<Extract<RelatedPlace, { range: unknown }>, 'message'>
  | Omit<Extract<RelatedPlace, { uri: string }>, 'message'>
);
export interface SaidProblem extends Omit<FoundProblem, 'message' | 'related' | 'fixes'> {
  readonly message: string;
  readonly related?: readonly SaidPlace[];
  readonly fixes: readonly SaidFix[];
}

/** Fixes are asked for only when they are looked at. */
export function said(problem: FoundProblem): SaidProblem {
  const { code, range, severity, message, related } = problem;
  return {
    code,
    range,
    severity,
    message: inEnglish(message),
    ...(related && { related: related.map((each) => ({ ...each, message: inEnglish(each.message) })) }),
    get fixes() {
      return problem.fixes.map(saidFix);
    },
  };
}

function saidFix(fix: Fix): SaidFix {
  return { ...fix, title: inEnglish(fix.title) };
}
