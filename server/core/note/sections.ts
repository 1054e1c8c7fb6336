/** Headings to a tree of sections. */

import type { Section, Span } from './note.ts';

export interface Heading {
  readonly level: number;
  readonly range: Span;
  readonly textRange: Span;
  readonly text: string;
  /** No block but comments stands between this heading and the next. */
  readonly empty: boolean;
}

type Open = { -readonly [Key in keyof Section]: Section[Key] } & { children: Open[] };

/** `headings` in document order, without the title; `end` is the note's length. */
export function sectionTree(headings: readonly Heading[], end: number): Section[] {
  const roots: Open[] = [];
  const open: Open[] = [];
  const closeFrom = (level: number, at: number) => {
    for (let last = open.at(-1); last && last.level >= level; last = open.at(-1)) {
      last.range = { from: last.range.from, to: at };
      open.pop();
    }
  };
  for (const heading of headings) {
    closeFrom(heading.level, heading.range.from);
    const section: Open = {
      level: heading.level,
      heading: heading.text,
      headingRange: heading.range,
      headingTextRange: heading.textRange,
      range: { from: heading.range.from, to: end },
      empty: heading.empty,
      children: [],
    };
    (open.at(-1)?.children ?? roots).push(section);
    open.push(section);
  }
  return roots;
}

/** Every section, parents before their children, in document order. */
export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.children)]);
}

/** The innermost section around `offset`. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  const around = sections.find((section) => section.range.from <= offset && offset < section.range.to);
  return around && (sectionAt(around.children, offset) ?? around);
}
