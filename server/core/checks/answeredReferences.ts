/** The note's references and GitHub's answers for them. */

import type { CachedAnswer } from '../github/answer.ts';
import type { Reference } from '../note/note.ts';
import { type IssueKey, resolveReference } from '../references/issueKey.ts';
import type { CheckContext } from './problem.ts';

export interface AnsweredReference {
  readonly reference: Reference;
  readonly key: IssueKey;
  readonly answer: CachedAnswer;
}

/** In document order, without references that have no cached answer. Sends no request. */
export function answeredReferences({ note, own, issues }: CheckContext): AnsweredReference[] {
  if (issues === undefined) return [];
  return note.references.flatMap((reference) => {
    const key = resolveReference(reference, own);
    const answer = key && issues.peek(key);
    return answer ? [{ reference, key, answer }] : [];
  });
}
