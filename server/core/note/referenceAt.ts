/** References by place. */

import type { ExternalReference, Note, Reference, Span } from './note.ts';

/**
 * The reference around `offset`, or the one before it when the offset is its end. Anywhere else in a link, the reference
 * that the link's text is, or else its target. Undefined when there is none. Logarithmic.
 */
export function referenceAt(note: Note, offset: number): Reference | undefined {
  const { references } = note;
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle]!.range.from <= offset) low = middle + 1;
    else high = middle;
  }
  const before = references[low - 1];
  if (before && offset <= before.range.to) return before;
  // A link holds at most one reference before the offset; the one behind it may be the target.
  return [before, references[low]].find(
    (reference) =>
      reference?.link && reference.link.range.from <= offset && offset <= reference.link.range.to,
  );
}

/** What has an address of its own around `offset`, or before it when the offset is its end; else the target of the link there. */
export function externalReferenceAt({ external }: Note, offset: number): ExternalReference | undefined {
  const isAt = ({ from, to }: Span) => from <= offset && offset <= to;
  return (
    external.find(({ range }) => isAt(range)) ??
    external.find((each) => 'link' in each && each.link !== undefined && isAt(each.link.range))
  );
}
