/** Headings to a tree of sections. */

import { isEach, type Steps } from '../../../shared/steps.ts';
import type { Repository, Section, Span } from './note.ts';

export interface Heading {
  readonly level: number;
  readonly range: Span;
  readonly textRange: Span;
  readonly text: string;
  readonly key: string;
  /** No block but comments stands between this heading and the next. */
  readonly empty: boolean;
  readonly repository?: Repository;
}

type Changed<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Open = Omit<Changed<Section>, 'range' | 'children'> & {
  readonly range: Changed<Span>;
  children: readonly Open[];
};

/** Most sections have no others below. */
const none: readonly Open[] = [];

/** `headings` in document order, without the title; `end` is the note's length. */
export function* sectionSteps(headings: readonly Heading[], end: number): Steps<Section[]> {
  const roots: Open[] = [];
  const open: Open[] = [];
  const closeFrom = (level: number, at: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      last.range.to = at;
      open.pop();
    }
  };
  for (let index = 0; index < headings.length; index++) {
    if (isEach(1_000, index)) yield;
    const heading = headings[index]!;
    closeFrom(heading.level, heading.range.from);
    const section: Open = {
      level: heading.level,
      heading: heading.text,
      key: heading.key,
      headingRange: heading.range,
      headingTextRange: heading.textRange,
      range: { from: heading.range.from, to: end },
      empty: heading.empty,
      children: none,
    };
    if (heading.repository) section.repository = heading.repository;
    const parent = open.at(-1);
    if (parent === undefined) roots.push(section);
    else if (parent.children === none) parent.children = [section];
    else (parent.children as Open[]).push(section);
    open.push(section);
  }
  return roots;
}

const flat = new WeakMap<readonly Section[], readonly Section[]>();

/** Every section, parents before their children, in document order; made once for each tree. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  const kept = flat.get(sections);
  if (kept) return kept;
  const all: Section[] = [];
  const pending = [...sections].reverse();
  for (let section = pending.pop(); section; section = pending.pop()) {
    all.push(section);
    for (let index = section.children.length - 1; index >= 0; index--)
      pending.push(section.children[index] as Section);
  }
  flat.set(sections, all);
  return all;
}

/** The innermost section around `offset`. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  const around = sections.find((section) => section.range.from <= offset && offset < section.range.to);
  return around && (sectionAt(around.children, offset) ?? around);
}
