/** Headings that are one section under several names. */

import { similarity } from '../note/similarHeadings.ts';
import type { DatedNote } from './evidence.ts';
import type { Occurrence, Variant } from './headings.ts';

/** Headings from here on may be one section, when no note has both. */
const alike = 0.6;
/** Those that are more alike than this may stand anywhere. */
const nearlySame = 0.85;
/** With a line of text in common less will do. */
const alikeWithLines = 0.35;
const nearby = 0.35;
const shortestSharedLine = 20;
const mostGroups = 40;

/** One section under all its headings, the commonest first. */
export interface Group {
  readonly variants: readonly Variant[];
  /** By the note's index, in document order. */
  readonly places: ReadonlyMap<number, readonly Occurrence[]>;
}

/** Each heading that recurs takes in the rarer ones that are the same section under another name. */
export function groupAlike(variants: readonly Variant[], notes: readonly DatedNote[]): Group[] {
  const fewest = Math.min(2, notes.length);
  const groups: Variant[][] = variants
    .filter((variant) => variant.places.size >= fewest)
    .slice(0, mostGroups)
    .map((variant) => [variant]);
  const pairs = variants.flatMap((variant) =>
    groups.flatMap(([head]) => {
      const likeness = head === variant ? 0 : likenessOf(head!, variant, notes);
      return likeness > 0 ? [{ head: head!, variant, likeness }] : [];
    }),
  );
  pairs.sort((a, b) => b.likeness - a.likeness);
  for (const { head, variant } of pairs) {
    const target = groups.find((group) => group.includes(head))!;
    const source = groups.find((group) => group.includes(variant)) ?? [variant];
    if (target === source || meet(target, source)) continue;
    target.push(...source);
    const at = groups.indexOf(source);
    if (at >= 0) groups.splice(at, 1);
  }
  return groups.map((group) => ({ variants: group, places: placesOf(group) }));
}

/** 0: not one section. */
function likenessOf(head: Variant, other: Variant, notes: readonly DatedNote[]): number {
  if (head.level !== other.level) return 0;
  const likeness = similarity(head.words, other.words);
  if (likeness < alikeWithLines) return 0;
  if (likeness >= nearlySame) return likeness;
  if (Math.abs(positionOf(head) - positionOf(other)) > nearby) return 0;
  if (likeness >= alike) return likeness;
  return shareLines(head, other, notes) ? likeness : 0;
}

function positionOf({ places }: Variant): number {
  const positions = [...places.values()].map(([first]) => first!.position);
  return positions.reduce((sum, position) => sum + position, 0) / positions.length;
}

function shareLines(one: Variant, other: Variant, notes: readonly DatedNote[]): boolean {
  const lines = new Set(longLines(one, notes));
  return longLines(other, notes).some((line) => lines.has(line));
}

/** Of the newest notes that have it. */
function longLines({ places }: Variant, notes: readonly DatedNote[]): string[] {
  return [...places].slice(0, 3).flatMap(([index, [place]]) => {
    const { text } = notes[index]!.note;
    const { range } = place!.section;
    const body = text
      .slice(range.from, Math.min(range.to, range.from + 2_000))
      .split('\n')
      .slice(1);
    return body.map((line) => line.trim()).filter((line) => line.length >= shortestSharedLine);
  });
}

/** Some note has headings of both. */
function meet(one: readonly Variant[], other: readonly Variant[]): boolean {
  const indexes = new Set(one.flatMap(({ places }) => [...places.keys()]));
  return other.some(({ places }) => [...places.keys()].some((index) => indexes.has(index)));
}

export function placesOf(variants: readonly Variant[]): Map<number, readonly Occurrence[]> {
  return new Map(variants.flatMap(({ places }) => [...places]));
}
