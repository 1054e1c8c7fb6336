/** What was read relative to a block, moved to where the block stands. */

import type { Reference, Span } from './note.ts';
import type { ProseItem } from './proseItem.ts';

export function shift(span: Span, by: number): Span {
  if (by === 0) return span;
  return { from: span.from + by, to: span.to + by };
}

export function shiftReference(reference: Reference, by: number): Reference {
  if (by === 0) return reference;
  const { range, numberRange, link } = reference;
  return {
    ...reference,
    range: shift(range, by),
    numberRange: shift(numberRange, by),
    ...(link && { link: { half: link.half, range: shift(link.range, by) } }),
  };
}

export function shiftItem(item: ProseItem, by: number): ProseItem {
  if (by === 0) return item;
  const { range, marker, owners, possibleOwner, ownerSlot, textRange } = item;
  return {
    ...item,
    range: shift(range, by),
    textRange: shift(textRange, by),
    ...(marker && { marker: shift(marker, by) }),
    owners: owners.map((owner) => ({ ...owner, range: shift(owner.range, by) })),
    ...(possibleOwner && { possibleOwner: { ...possibleOwner, range: shift(possibleOwner.range, by) } }),
    ownerSlot: { ...ownerSlot, range: shift(ownerSlot.range, by) },
  };
}
