/** The template's sections met with the note's. */

import type { Note, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { headingKeys } from '../template/headings.ts';
import type { TemplateSection } from '../template/template.ts';

/** The note's sections that are this one of the template, in document order. */
export function sectionsLike(note: Note, wanted: TemplateSection): Section[] {
  if (wanted.heading === '') return [];
  const keys = headingKeys(wanted);
  return allSections(note.sections).filter((section) => keys.includes(section.key));
}
