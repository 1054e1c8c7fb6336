/** Action items without an owner. */

import { isEach, type Steps } from '../../../shared/steps.ts';
import { keptByPart } from '../note/assemble.ts';
import type { ActionItem, Note, Reference, Span } from '../note/note.ts';
import { knownNames, ownersOf } from '../people/knownNames.ts';
import { type IssueKey, resolveReference } from '../references/issueKey.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import type { CheckContext } from './problem.ts';

/** In document order, without those that are done or under way. An item whose task is still a placeholder of the template is no action item yet. */
export function* itemsWithoutOwner(context: CheckContext): Steps<ActionItem[]> {
  const { note, template } = context;
  const isKnown = knownNames(context, true);
  const placeholders = placeholdersIn(note, template);
  yield;
  const found: ActionItem[] = [];
  let first = 0;
  for (const [index, item] of openItems(context).entries()) {
    if (isEach(100, index)) yield;
    while ((placeholders[first]?.to ?? Number.POSITIVE_INFINITY) <= item.range.from) first++;
    if (ownersOf(item, isKnown).length > 0) continue;
    let isPlaceholder = false;
    for (let at = first; (placeholders[at]?.from ?? Number.POSITIVE_INFINITY) < item.range.to; at++)
      isPlaceholder ||= !isSame(placeholders[at]!, item.ownerSlot.range);
    if (!isPlaceholder) found.push(item);
  }
  return found;
}

/** The references by which GitHub knows that an item is not done, though it says `(merged)`; undefined: it may well be. */
export function notMerged(
  { saysMerged, range }: ActionItem,
  { note, own, issues }: CheckContext,
): readonly IssueKey[] | undefined {
  if (!saysMerged || issues === undefined) return undefined;
  const keys = referencesIn(note, range).map((reference) => resolveReference(reference, own));
  const isOpen = (key: IssueKey | undefined): key is IssueKey => {
    const answer = key && issues.peek(key);
    return answer?.kind === 'found' && answer.issue.kind === 'pull' && answer.issue.state !== 'merged';
  };
  return keys.length > 0 && keys.every(isOpen) ? keys : undefined;
}

function referencesIn({ references }: Note, { from, to }: Span): readonly Reference[] {
  let first = 0;
  for (let high = references.length; first < high; ) {
    const middle = (first + high) >> 1;
    if (references[middle]!.range.from < from) first = middle + 1;
    else high = middle;
  }
  let end = first;
  while (end < references.length && references[end]!.range.from < to) end++;
  return references.slice(first, end);
}

/** With `AI: …` where the series uses that for action items. */
function openItems(context: CheckContext): readonly ActionItem[] {
  const { note, series } = context;
  const items = openWithoutOwner(note);
  const statements = series?.usesAi ? (note.statements ?? []).filter(isOpenWithoutOwner) : [];
  const others = [...statements, ...mergedWithoutOwner(note).filter((item) => notMerged(item, context))];
  return others.length === 0 ? items : [...items, ...others].sort((a, b) => a.range.from - b.range.from);
}

const openWithoutOwner = keptByPart('items', (items) => items.filter(isOpenWithoutOwner));

const mergedWithoutOwner = keptByPart('items', (items) =>
  items.filter(({ saysMerged, quoted, owners }) => saysMerged && !quoted && owners.length === 0),
);

function isOpenWithoutOwner({ done, inProgress, quoted, owners }: ActionItem): boolean {
  return !done && !inProgress && !quoted && owners.length === 0;
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}
