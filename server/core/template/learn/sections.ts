/** Which sections the notes of a series have, under which headings, and in which order. */

import type { Section } from '../../note/note.ts';
import { headingVariants, type Place, type Variant } from './headings.ts';
import { counted, type DatedNote, isNearlyAll, isSome } from './learned.ts';
import { inOrder } from './order.ts';
import { recurringLines } from './recurringLines.ts';
import { similarity } from './similar.ts';

export interface LearnedSection {
  readonly level: number;
  readonly heading: string;
  /** Other headings that the section had, the latest first. */
  readonly aliases: readonly { readonly heading: string; readonly count: number }[];
  /** How many notes have it, under whatever heading; a sub-section's are among those that have its section. */
  readonly count: number;
  readonly required: boolean;
  /** Notes have it more than once. */
  readonly many: boolean;
  /** Lines that nearly all notes have right under the heading. */
  readonly lines: readonly string[];
  readonly children: readonly LearnedSection[];
}

export interface LearnedSections {
  readonly sections: readonly LearnedSection[];
  /** Headings that are left out because too few notes have them. */
  readonly rare: number;
  /** All notes have them in this order. */
  readonly ordered: boolean;
}

/** Headings from here on may be one section, when no note has both. */
const alike = 0.6;
/** Those that are more alike than this may stand anywhere. */
const nearlySame = 0.85;
/** With a line of text in common less will do. */
const alikeWithLines = 0.35;
const nearby = 0.35;
const shortestSharedLine = 20;
const mostAliases = 8;
const mostGroups = 40;

/** One section under all its headings, the commonest first. */
interface Group {
  readonly variants: readonly Variant[];
  /** By the note's index, in document order. */
  readonly places: ReadonlyMap<number, readonly Place[]>;
}

/** `notes`: the newest first. */
export function learnSections(notes: readonly DatedNote[]): LearnedSections {
  const variants = headingVariants(notes).sort(
    (a, b) => b.places.size - a.places.size || newest(a) - newest(b),
  );
  const groups = kept(uniqueKeys(groupAlike(variants, notes)), notes.length);
  const used = new Set(groups.flatMap((group) => group.variants));
  const { tops, ordered } = inTree(groups);
  return {
    sections: tops.map((top) => learned(top, notes, notes.length)),
    rare: variants.filter((variant) => !used.has(variant)).length,
    ordered,
  };
}

function newest(variant: Variant): number {
  return Math.min(...variant.places.keys());
}

/** Each heading that recurs takes in the rarer ones that are the same section under another name. */
function groupAlike(variants: readonly Variant[], notes: readonly DatedNote[]): Group[] {
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

function placesOf(variants: readonly Variant[]): Map<number, readonly Place[]> {
  return new Map(variants.flatMap(({ places }) => [...places]));
}

/** A heading is one section's, at one level: the one that most notes have. */
function uniqueKeys(groups: readonly Group[]): Group[] {
  const taken = new Set<string>();
  return [...groups]
    .sort((a, b) => b.places.size - a.places.size)
    .flatMap((group) => {
      const variants = group.variants.filter(({ key }) => !taken.has(key));
      for (const { key } of variants) taken.add(key);
      return variants.length === 0 ? [] : [{ variants, places: placesOf(variants) }];
    });
}

interface Tree {
  readonly group: Group;
  readonly children: readonly Tree[];
}

/**
 * Those that some notes have. A sub-section goes by the notes that have its section; without that one, or standing now
 * here, now there, it is left out.
 */
function kept(groups: readonly Group[], total: number): Group[] {
  const owners = ownersOf(groups);
  const isKept = (group: Group): boolean => {
    const parent = parentOf(group, owners);
    if (parent === 'top') return isSome(group.places.size, total);
    return parent !== undefined && isKept(parent) && isSome(group.places.size, parent.places.size);
  };
  return groups.filter(isKept);
}

function ownersOf(groups: readonly Group[]): Map<Section, Group> {
  return new Map(
    groups.flatMap((group) =>
      [...group.places.values()].flat().map(({ section }): [Section, Group] => [section, group]),
    ),
  );
}

/** The group that more than half of its places lie in. */
function parentOf(group: Group, owners: ReadonlyMap<Section, Group>): Group | 'top' | undefined {
  const places = [...group.places.values()].flat();
  const parents = places.map(({ parent }) => (parent === undefined ? 'top' : owners.get(parent)));
  const [best] = counted(parents);
  return best !== undefined && 2 * best.count > places.length ? best.value : undefined;
}

function inTree(groups: readonly Group[]): { readonly tops: readonly Tree[]; readonly ordered: boolean } {
  const owners = ownersOf(groups);
  let ordered = true;
  const below = (parent: Group | 'top'): Tree[] => {
    const siblings = groups.filter((group) => parentOf(group, owners) === parent);
    const sorted = inOrder(siblings.map((group) => ({ value: group, places: firstIndexes(group) })));
    if (parent === 'top') ordered = sorted.always;
    return sorted.values.map((group) => ({ group, children: below(group) }));
  };
  return { tops: below('top'), ordered };
}

function firstIndexes({ places }: Group): ReadonlyMap<number, number> {
  return new Map([...places].map(([note, [first]]) => [note, first!.index]));
}

/** `total`: how many notes could have it. */
function learned({ group, children }: Tree, notes: readonly DatedNote[], total: number): LearnedSection {
  const { variants, places } = group;
  // The newest form of those that are no single writer's.
  const usual = variants.filter((variant) => variant.places.size >= Math.min(2, notes.length));
  const byAge = [...variants].sort((a, b) => newest(a) - newest(b));
  const main = byAge.find((variant) => usual.includes(variant)) ?? byAge[0]!;
  const repeated = [...places.values()].filter((each) => each.length > 1).length;
  return {
    level: main.level,
    heading: main.heading,
    aliases: byAge
      .filter((variant) => variant !== main)
      .slice(0, mostAliases)
      .map(({ heading, places: { size } }) => ({ heading, count: size })),
    count: places.size,
    required: notes.length > 1 && isNearlyAll(places.size, total),
    many: repeated >= 2 && isSome(repeated, places.size),
    lines: recurringLines(
      [...places].map(([index, [place]]) => ({ note: notes[index]!.note, section: place!.section })),
    ),
    children: children.map((child) => learned(child, notes, places.size)),
  };
}
