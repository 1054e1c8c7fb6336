/** What is remembered of the note's references. */

import type { CachedAnswer } from '../github/answer.ts';
import type { Reference } from '../note/note.ts';
import { type IssueKey, resolveReference } from '../references/issueKey.ts';
import type { CheckContext } from './problem.ts';

export interface KnownReference {
  readonly reference: Reference;
  readonly key: IssueKey;
  readonly known: CachedAnswer;
}

/** In document order, those of which GitHub has said something. Asks memory alone. */
export function knownReferences({ note, own, issues }: CheckContext): KnownReference[] {
  if (issues === undefined) return [];
  return note.references.flatMap((reference) => {
    const key = resolveReference(reference, own);
    const known = key && issues.peek(key);
    return known ? [{ reference, key, known }] : [];
  });
}
