/** Action items without an owner. */

import type { ActionItem, Span } from '../note/note.ts';
import { knownNames, ownersOf } from '../people/knownNames.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import type { CheckContext } from './problem.ts';

/** In document order. An item whose task is still a placeholder of the template is no action item yet. */
export function itemsWithoutOwner(context: CheckContext): ActionItem[] {
  const { note, template } = context;
  const isKnown = knownNames(context, true);
  const placeholders = placeholdersIn(note, template);
  let first = 0;
  return note.actionItems.filter((item) => {
    while ((placeholders[first]?.to ?? Number.POSITIVE_INFINITY) <= item.range.from) first++;
    if (item.done || item.quoted || ownersOf(item, isKnown).length > 0) return false;
    for (let at = first; (placeholders[at]?.from ?? Number.POSITIVE_INFINITY) < item.range.to; at++) {
      if (!isSame(placeholders[at]!, item.ownerSlot.range)) return false;
    }
    return true;
  });
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}
