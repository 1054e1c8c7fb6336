/** The headings of all notes, one entry for each that differs, and where they stand. */

import { headingKey } from '../note/headingKey.ts';
import type { Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { headingWords, withoutBrackets, withoutPlace } from '../note/similarHeadings.ts';
import { readDateForms } from './dateForm.ts';
import { type DatedNote, isNearlyAll } from './evidence.ts';
import { isFullName } from './repositories.ts';

/** A heading at one level, in whatever notes have it. */
export interface Variant {
  readonly level: number;
  readonly key: string;
  /** As the newest note that has it spells it, on one line. */
  readonly heading: string;
  readonly words: readonly string[];
  /** By the note's index, 0 the newest: its sections in document order. */
  readonly places: ReadonlyMap<number, readonly Occurrence[]>;
}

export interface Occurrence {
  readonly section: Section;
  /** Among the sections of that note, 0-based, in document order. */
  readonly index: number;
  /** 0 to 1: where it stands among its siblings. */
  readonly position: number;
  readonly parent?: Section;
}

interface Growing extends Variant {
  readonly places: Map<number, Occurrence[]>;
}

/** A note of a thousand headings is no model for another. */
const mostSections = 300;
const longestHeading = 150;

/** `notes`: the newest first. Headings with a date in them, and those that no template can ask for, are left out. */
export function headingVariants(notes: readonly DatedNote[]): Variant[] {
  const variants = new Map<string, Growing>();
  notes.forEach(({ note }, noteIndex) => {
    const sections = allSections(note.sections).slice(0, mostSections);
    const placed = new Map<Section, Omit<Occurrence, 'section' | 'index'>>();
    placeAll(note.sections, undefined, placed);
    sections.forEach((section, index) => {
      const heading = oneLine(section.heading);
      const key = headingKey(heading);
      const about = placed.get(section);
      if (about === undefined || !isAskable(section.level, heading, key)) return;
      const id = `${section.level} ${key}`;
      const known: Growing = variants.get(id) ?? {
        level: section.level,
        key,
        heading,
        words: headingWords(withoutPlace(key)),
        places: new Map<number, Occurrence[]>(),
      };
      variants.set(id, known);
      const here = known.places.get(noteIndex) ?? [];
      here.push({ section, index, ...about });
      known.places.set(noteIndex, here);
    });
  });
  return withoutOwnBrackets([...variants.values()], notes.length);
}

/**
 * Headings that differ only in their brackets (`Issues (12)`, `Issues (9)`) become one, without the brackets: these say
 * something of one meeting. Not where a note has two of them, or nearly all notes have the same.
 */
function withoutOwnBrackets(variants: readonly Variant[], total: number): Variant[] {
  const alike = new Map<string, Variant[]>();
  for (const variant of variants) {
    const id = `${variant.level} ${withoutBrackets(variant.key)}`;
    alike.set(id, [...(alike.get(id) ?? []), variant]);
  }
  return [...alike.values()].flatMap((group) => {
    const [newest] = group;
    const places = new Map(group.flatMap((variant) => [...variant.places]));
    const count = group.reduce((sum, variant) => sum + variant.places.size, 0);
    const isUsual = group.some((variant) => isNearlyAll(variant.places.size, total));
    const key = withoutBrackets(newest!.key);
    if (group.length < 2 || isUsual || places.size < count || key === '') return group;
    const heading = withoutBrackets(newest!.heading);
    return [{ ...newest!, key, heading, words: headingWords(withoutPlace(key)), places }];
  });
}

function placeAll(
  siblings: readonly Section[],
  parent: Section | undefined,
  placed: Map<Section, Omit<Occurrence, 'section' | 'index'>>,
): void {
  const pending = [{ siblings, parent }];
  for (let next = pending.pop(); next && placed.size < 2 * mostSections; next = pending.pop()) {
    const last = Math.max(1, next.siblings.length - 1);
    for (const [index, section] of next.siblings.slice(0, mostSections).entries()) {
      placed.set(section, { position: index / last, ...(next.parent && { parent: next.parent }) });
      if (section.children.length > 0) pending.push({ siblings: section.children, parent: section });
    }
  }
}

/** Level 1 is the title's. */
function isAskable(level: number, heading: string, key: string): boolean {
  if (level < 2 || key === '' || heading.length > longestHeading) return false;
  // A repository's name is whatever the meeting had to talk about.
  return readDateForms(heading).length === 0 && !isFullName(heading);
}

/** A heading that is underlined may have several lines. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim();
}
