/** The template's sections met with the note's. */

import type { Note, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { isHeadingOf } from '../template/headings.ts';
import { splitLines } from '../template/snippet/lines.ts';
import { parseSnippet } from '../template/snippet/parseSnippet.ts';
import type { Template, TemplateSection } from '../template/template.ts';

/** A part of the note in which some of the template's sections belong: the whole of it, or one section's inside. */
export interface Scope {
  /** Absent: the whole note. */
  readonly section?: Section;
  /** All sections within, in document order. */
  readonly sections: readonly Section[];
}

const parents = new WeakMap<Template, ReadonlyMap<TemplateSection, TemplateSection | undefined>>();

function parentsOf(template: Template): ReadonlyMap<TemplateSection, TemplateSection | undefined> {
  const kept = parents.get(template);
  if (kept) return kept;
  const result = new Map<TemplateSection, TemplateSection | undefined>();
  const open: TemplateSection[] = [];
  for (const section of template.sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    result.set(section, open.at(-1));
    if (!isLabelled(section)) open.push(section);
  }
  parents.set(template, result);
  return result;
}

/** `### Date: $1` is a line that looks like a heading: what follows it is no part of it. */
function isLabelled({ heading, snippet }: TemplateSection): boolean {
  if (heading !== '') return false;
  const [first] = splitLines(parseSnippet(snippet));
  const label = first?.[0];
  return label?.kind === 'text' && label.text.trimEnd().endsWith(':');
}

/** The section of the template that `section` is a sub-section of; undefined for a topmost one. */
export function parentOf(template: Template, section: TemplateSection): TemplateSection | undefined {
  return parentsOf(template).get(section);
}

/** The template's sections right below `parent`, in its order; the topmost ones without a parent. */
export function childrenOf(template: Template, parent: TemplateSection | undefined): TemplateSection[] {
  return template.sections.filter((section) => parentOf(template, section) === parent);
}

/**
 * Where in the note the section belongs: the sections of its parent, in document order. None when there is none of its
 * parent, and none below a tab stop, whose sections are the writer's own.
 */
export function scopesOf(note: Note, template: Template, wanted: TemplateSection): Scope[] {
  return scopesBelow(note, template, parentOf(template, wanted));
}

/** The insides of the note's sections that are `parent`; the whole note without one. */
export function scopesBelow(note: Note, template: Template, parent: TemplateSection | undefined): Scope[] {
  if (parent === undefined) return [{ sections: allSections(note.sections) }];
  return sectionsLike(note, template, parent).map((section) => ({
    section,
    sections: allSections(section.children),
  }));
}

/** The sections within `scope` that are this one of the template, in document order. */
export function sectionsIn({ sections }: Scope, wanted: TemplateSection): Section[] {
  return sections.filter(
    ({ key, heading, level }) =>
      (wanted.anyLevel || level === wanted.level) && isHeadingOf(wanted, heading, key),
  );
}

/** The note's sections that are this one of the template, in document order. */
export function sectionsLike(note: Note, template: Template, wanted: TemplateSection): Section[] {
  if (wanted.heading === '') return [];
  return scopesOf(note, template, wanted).flatMap((scope) => sectionsIn(scope, wanted));
}
