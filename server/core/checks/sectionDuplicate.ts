import type { Note, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import type { Fix, Problem, Rule } from './problem.ts';
import { sectionsLike } from './templateSections.ts';

export const sectionDuplicate: Rule = {
  code: 'section-duplicate',
  summary: 'Two headings at one level say the same, or two sections are the same one of the template.',
  find({ note, template }) {
    const firstOf = new Map<Section, Section>();
    for (const siblings of families(note)) {
      const seen = new Map<string, Section>();
      for (const section of siblings) {
        const { key } = section;
        const first = seen.get(key);
        if (key !== '' && first) firstOf.set(section, first);
        else seen.set(key, section);
      }
    }
    for (const wanted of template.sections) {
      if (wanted.many) continue;
      const [first, ...others] = sectionsLike(note, wanted).filter(
        (section) => section.level === wanted.level,
      );
      for (const section of others) if (first) firstOf.set(section, first);
    }
    return [...firstOf].map(([section, first]) => problemFor(note, section, first));
  },
};

/** Sections that stand beside one another. */
function families(note: Note): (readonly Section[])[] {
  const byLevel = (sections: readonly Section[]) => {
    const levels = new Map<number, Section[]>();
    for (const section of sections)
      levels.set(section.level, [...(levels.get(section.level) ?? []), section]);
    return [...levels.values()];
  };
  const parents = allSections(note.sections);
  return [note.sections, ...parents.map((parent) => parent.children)].flatMap(byLevel);
}

function problemFor(note: Note, section: Section, first: Section): Problem {
  return {
    code: 'section-duplicate',
    range: section.headingRange,
    message: `There is a section "${first.heading}" already. Readers will find only one of the two.`,
    related: [{ range: first.headingRange, message: 'The first one is here.' }],
    fixes: fixesFor(note, section, first),
  };
}

function fixesFor(note: Note, section: Section, first: Section): Fix[] {
  const body = bodyOf(note, section);
  const firstBody = bodyOf(note, first);
  const remove = { range: removal(note.text, section), text: '' };
  if (body === '' || body === firstBody) {
    return [{ title: `Remove this ${body === '' ? 'empty ' : ''}duplicate`, edits: [remove], safe: true }];
  }
  // A section inside the other cannot be moved to the other's end: it is there.
  if (first.range.to > section.range.from) return [];
  const merge: Fix = {
    title: 'Merge it into the first one',
    edits: [
      {
        range: { from: trimmedEnd(note.text, first), to: trimmedEnd(note.text, first) },
        text: `\n\n${body}`,
      },
      remove,
    ],
    safe: false,
  };
  return firstBody === '' ? [{ ...merge, title: 'Move its text into the first, empty one' }] : [merge];
}

function bodyOf(note: Note, section: Section): string {
  return note.text.slice(section.headingRange.to, section.range.to).trim();
}

function trimmedEnd(text: string, { range }: Section): number {
  let to = range.to;
  while (to > range.from && text[to - 1]?.trim() === '') to--;
  return to;
}

/** The section and the blank lines on one side of it. */
function removal(text: string, { range }: Section) {
  if (range.to < text.length) return range;
  let from = range.from;
  while (from > 0 && text[from - 1]?.trim() === '') from--;
  return { from, to: trimmedEndOfText(text) };
}

function trimmedEndOfText(text: string): number {
  let to = text.length;
  while (to > 0 && text[to - 1]?.trim() === '') to--;
  return to;
}
