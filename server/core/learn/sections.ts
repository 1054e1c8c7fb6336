/** Which sections the notes of a series have, under which headings, and in which order. */

import type { Section } from '../note/note.ts';
import type { Body } from './bodyLines.ts';
import { counted, type DatedNote, type Evidence, isNearlyAll, isSome } from './evidence.ts';
import { type Group, groupAlike, placesOf } from './groupHeadings.ts';
import { headingVariants, type Variant } from './headings.ts';
import { inOrder } from './order.ts';
import { type LearnedLine, recurringLines } from './recurringLines.ts';

/** The evidence: the notes that have it, under whatever heading; a sub-section's are among those that have its section. */
export interface LearnedSection extends Evidence {
  readonly level: number;
  readonly heading: string;
  /** Other headings that the section had, the latest first. */
  readonly aliases: readonly { readonly heading: string; readonly count: number }[];
  readonly required: boolean;
  /** Notes have it more than once. */
  readonly many: boolean;
  /** Lines that nearly all notes have right under the heading. */
  readonly lines: readonly LearnedLine[];
  readonly children: readonly LearnedSection[];
}

export interface LearnedSections {
  readonly sections: readonly LearnedSection[];
  /** Headings that are left out because too few notes have them. */
  readonly rare: number;
  /** All notes have them in this order. */
  readonly ordered: boolean;
}

const mostAliases = 8;

/** `notes`: the newest first. `byDay`: of lines that say their note's day the rest counts; see `Body.date`. */
export function learnSections(notes: readonly DatedNote[], byDay = false): LearnedSections {
  const variants = headingVariants(notes).sort(
    (a, b) => b.places.size - a.places.size || newest(a) - newest(b),
  );
  const groups = kept(uniqueKeys(groupAlike(variants, notes)), notes.length);
  const used = new Set(groups.flatMap((group) => group.variants));
  const { tops, ordered } = inTree(groups);
  return {
    sections: tops.map((top) => learned(top, byDay ? notes : notes.map(withoutDay), notes.length)),
    rare: variants.filter((variant) => !used.has(variant)).length,
    ordered,
  };
}

function newest(variant: Variant): number {
  return Math.min(...variant.places.keys());
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
    total,
    required: notes.length > 1 && isNearlyAll(places.size, total),
    many: repeated >= 2 && isSome(repeated, places.size),
    lines: recurringLines([...places].map(([index, [place]]) => bodyOf(notes[index]!, place!.section))),
    children: children.map((child) => learned(child, notes, places.size)),
  };
}

function withoutDay({ date: _, ...note }: DatedNote): DatedNote {
  return note;
}

/** What stands right under a heading, or above the first section. */
export function bodyOf({ note, date }: DatedNote, section?: Section): Body {
  return { note, ...(section && { section }), ...(date !== undefined && { date }) };
}
