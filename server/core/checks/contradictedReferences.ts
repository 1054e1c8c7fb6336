/** The note's references that GitHub's answers contradict. */

import { isEach, type Steps } from '../../../shared/steps.ts';
import type { CachedAnswer } from '../github/answer.ts';
import { byPart, newSlot } from '../note/assemble.ts';
import type { Reference, Repository } from '../note/note.ts';
import { type IssueKey, resolveReference } from '../references/issueKey.ts';
import type { CheckContext, IssueMemory } from './problem.ts';

export interface AnsweredReference {
  readonly reference: Reference;
  readonly key: IssueKey;
  readonly answer: CachedAnswer;
}

/** Which references of a part GitHub contradicts, by what was known then. */
interface Contradicted {
  readonly issues: IssueMemory;
  readonly generation: number | undefined;
  readonly own: string;
  readonly indexes: readonly number[];
}

const slot = newSlot();

/**
 * In document order, the references of what is missing, and of what is of another kind than they say. Sends no request. Where no answer
 * changed, an edit costs the parts of the note that it touched.
 */
export function* contradictedReferences({
  note,
  own,
  issues,
}: CheckContext): Steps<readonly AnsweredReference[]> {
  if (issues === undefined) return [];
  const { generation } = issues;
  const ownText = textOf(own);
  const all: AnsweredReference[] = [];
  const parts = byPart(note, 'references');
  for (let part = 0; part < parts.length; part++) {
    if (isEach(100, part)) yield;
    const each = parts[part]!;
    const known = each.results[slot] as Contradicted | undefined;
    const isKnown =
      generation !== undefined &&
      known?.issues === issues &&
      known.generation === generation &&
      known.own === ownText;
    if (isKnown && known.indexes.length === 0) continue;
    const indexes = isKnown ? known.indexes : [...each.values.keys()];
    const contradicted: number[] = [];
    for (const index of indexes) {
      if (isEach(100, index)) yield;
      const reference = each.values[index]!;
      const key = resolveReference(reference, own);
      const answer = key && issues.peek(key);
      if (!answer || !contradicts(reference, answer)) continue;
      contradicted.push(index);
      all.push({ reference, key, answer });
    }
    if (!isKnown) {
      const now: Contradicted = { issues, generation, own: ownText, indexes: contradicted };
      each.results[slot] = now;
    }
  }
  return all;
}

function contradicts({ kind }: Reference, answer: CachedAnswer): boolean {
  return answer.kind === 'missing' || (kind !== 'unknown' && kind !== answer.issue.kind);
}

function textOf(own: Repository | undefined): string {
  return own ? `${own.host}/${own.owner}/${own.name}` : '';
}
