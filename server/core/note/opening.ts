/** Where a note's text begins, below its title. */

import type { Note, Section } from './note.ts';
import { sectionAt } from './sections.ts';

/**
 * The end of what a note opens with: front matter, title and a line of tags, in any order. 0 where it has none of them.
 * Nothing is inserted before it, except the title itself.
 */
export function openingEnd({ frontMatter, title, tagsLine, text }: Note): number {
  const end = Math.max(frontMatter?.to ?? 0, title?.range.to ?? 0);
  if (tagsLine === undefined || tagsLine.to <= end) return end;
  // Tags below other text are not part of the opening.
  return text.slice(end, tagsLine.from).trim() === '' ? tagsLine.to : end;
}

/** The section that the recording stands in; undefined: none, or there is no recording. */
export function recordingSection({ recording, sections }: Note): Section | undefined {
  return recording && sectionAt(sections, recording.range.from);
}
