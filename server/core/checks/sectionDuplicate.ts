import type { Note, Section } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { allSections } from '../note/sections.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { endOfBody, removalOf } from './sectionPlace.ts';
import { scopesOf, sectionsIn, sectionsLike } from './templateSections.ts';
import { newNote } from './titleText.ts';

export const sectionDuplicate: Rule = {
  code: 'section-duplicate',
  summary: 'Two headings at one level say the same, or two sections are the same one of the template.',
  find(context) {
    const { note } = context;
    const firstOf = duplicates(context);
    if (firstOf.size === 0) return [];
    const allowed = repeatable(context);
    return [...firstOf]
      .filter(([section]) => !allowed(section))
      .map(([section, first]) => problemFor(note, section, first));
  },
};

/** Each section that is there already, with the first one. */
function duplicates(context: Pick<CheckContext, 'note' | 'template'>): Map<Section, Section> {
  return new Map([...twins(context.note.sections), ...ofTheTemplate(context)]);
}

/** Sections that say the same as one of their siblings before, and that one. */
function twins(sections: readonly Section[]): Map<Section, Section> {
  const firstOf = new Map<Section, Section>();
  for (const siblings of [sections, ...allSections(sections).map(({ children }) => children)]) {
    const seen = new Map<string, Section>();
    for (const section of siblings) {
      const name = nameOf(section);
      const first = seen.get(name);
      if (section.key !== '' && first) firstOf.set(section, first);
      else seen.set(name, section);
    }
  }
  return firstOf;
}

/** Siblings that are the same section of the template under two names. */
function ofTheTemplate({ note, template }: Pick<CheckContext, 'note' | 'template'>): Map<Section, Section> {
  const firstOf = new Map<Section, Section>();
  const parent = parentsIn(note);
  for (const wanted of template.sections) {
    if (wanted.heading === '' || wanted.many) continue;
    for (const scope of scopesOf(note, template, wanted)) {
      const firsts = new Map<Section | undefined, Section>();
      for (const section of sectionsIn(scope, wanted)) {
        if (section.level !== wanted.level) continue;
        const first = firsts.get(parent.get(section));
        if (first) firstOf.set(section, first);
        else firsts.set(parent.get(section), section);
      }
    }
  }
  return firstOf;
}

function parentsIn(note: Note): Map<Section, Section> {
  return new Map(
    allSections(note.sections).flatMap((section) => section.children.map((child) => [child, section])),
  );
}

/** What the template marks so, and what it writes more than once itself. */
function repeatable(context: CheckContext): (section: Section) => boolean {
  const { note, template } = context;
  const many = new Set(
    template.sections
      .filter((each) => each.many && each.heading !== '')
      .flatMap((each) => sectionsLike(note, template, each)),
  );
  const fresh = parseNote(newNote(context).text, undefined, note.conventions);
  const own = new Set([...duplicates({ note: fresh, template }).keys()].map(nameOf));
  return (section) => many.has(section) || own.has(nameOf(section));
}

function nameOf({ level, key }: Section): string {
  return `${level} ${key}`;
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
  const remove = { range: removalOf(note.text, section), text: '' };
  if (body === '' || body === firstBody) {
    return [{ title: `Remove this ${body === '' ? 'empty ' : ''}duplicate`, edits: [remove], safe: true }];
  }
  // A section inside the other cannot be moved to the other's end: it is there.
  if (first.range.to > section.range.from) return [];
  const at = endOfBody(note.text, first.range.to);
  const merge: Fix = {
    title: 'Merge it into the first one',
    edits: [{ range: { from: at, to: at }, text: `\n\n${body}` }, remove],
    safe: false,
  };
  return firstBody === '' ? [{ ...merge, title: 'Move its text into the first, empty one' }] : [merge];
}

function bodyOf(note: Note, section: Section): string {
  return note.text.slice(section.headingRange.to, section.range.to).trim();
}
