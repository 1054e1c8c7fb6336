/** What was read relative to a block, moved to where the block stands. */

import type { Mutable } from '../../../shared/mutable.ts';
import type {
  ActionItem,
  ExternalReference,
  OpaqueSpan,
  Owner,
  Recording,
  Reference,
  Span,
  Title,
} from './note.ts';
import type { ProseItem } from './proseItem.ts';

export function shift(span: Span, by: number): Span {
  if (by === 0) return span;
  return { from: span.from + by, to: span.to + by };
}

export function shiftOpaque({ from, to, kind }: OpaqueSpan, by: number): OpaqueSpan {
  return { from: from + by, to: to + by, kind };
}

export function moved<T extends { readonly range: Span }>(each: T, by: number): T {
  if (by === 0) return each;
  return { ...each, range: shift(each.range, by) };
}

export function shiftTitle(title: Title, by: number): Title {
  const { date, textRange } = title;
  return { ...moved(title, by), textRange: shift(textRange, by), ...(date && { date: moved(date, by) }) };
}

export function shiftRecording(recording: Recording, by: number): Recording {
  const { url } = recording;
  return { ...moved(recording, by), ...(url && { url: moved(url, by) }) };
}

/** All that a reference has: another property has to be moved along as well. */
type WholeReference = [
  Exclude<
    keyof Reference,
    'range' | 'numberRange' | 'number' | 'kind' | 'form' | 'repository' | 'repositoryFrom' | 'tail' | 'link'
  >,
] extends [never]
  ? Reference
  : never;

export function shiftReference(reference: Reference, by: number): Reference {
  if (by === 0) return reference;
  const { number, kind, form, repository, repositoryFrom, tail, link }: WholeReference = reference;
  const shifted: Mutable<Reference> = {
    range: shift(reference.range, by),
    numberRange: shift(reference.numberRange, by),
    number,
    kind,
    form,
  };
  if (repository) shifted.repository = repository;
  if (repositoryFrom) shifted.repositoryFrom = repositoryFrom;
  if (tail) shifted.tail = tail;
  if (link) shifted.link = { half: link.half, range: shift(link.range, by) };
  return shifted;
}

export function shiftExternal(reference: ExternalReference, by: number): ExternalReference {
  const link = 'link' in reference ? reference.link : undefined;
  if (link === undefined || by === 0) return moved(reference, by);
  return { ...moved(reference, by), link: { range: shift(link.range, by) } };
}

export function shiftOwners(owners: readonly Owner[], by: number): readonly Owner[] {
  return owners.map((owner) => ({ ...owner, range: shift(owner.range, by) }));
}

export function shiftItem<Item extends ActionItem | ProseItem>(item: Item, by: number): Item {
  if (by === 0) return item;
  const { range, marker, owners, possibleOwners, ownerSlot } = item;
  return {
    ...item,
    range: shift(range, by),
    ...('textRange' in item && { textRange: shift(item.textRange, by) }),
    ...(marker && { marker: shift(marker, by) }),
    owners: shiftOwners(owners, by),
    ...(possibleOwners && { possibleOwners: shiftOwners(possibleOwners, by) }),
    ownerSlot: { ...ownerSlot, range: shift(ownerSlot.range, by) },
  };
}
