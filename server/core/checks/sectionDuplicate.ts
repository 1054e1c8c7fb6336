import { t } from '../../../shared/l10n.ts';
import { atOnce, isEach, type Steps } from '../../../shared/steps.ts';
import type { Note, Section } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { allSections } from '../note/sections.ts';
import { headingKeys } from '../template/headings.ts';
import { placeholdersIn } from '../template/placeholders.ts';
import { endOfBody, removalOf } from './insertionPoint.ts';
import type { CheckContext, Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';
import { scopesOf, sectionsLike } from './templateSections.ts';
import { newNote } from './titleText.ts';

export const sectionDuplicate: Rule = {
  code: 'section-duplicate',
  summary:
    'A section appears twice: two headings at one level have the same text, or are the same section of the template.',
  severity: 'warning',
  *find(context) {
    const { note } = context;
    const firstOf = yield* duplicates(context);
    if (firstOf.size === 0) return [];
    const allowed = repeatable(context);
    const placeholders = new Set(placeholdersIn(note, context.template).map(({ from }) => from));
    const problems: Problem[] = [];
    for (const [section, first] of firstOf) {
      if (allowed(section) || placeholders.has(section.headingTextRange.from)) continue;
      problems.push(problemFor(note, section, first));
      if (isEach(100, problems.length)) yield;
    }
    return problems;
  },
};

/** Each section that is there already, with the first one. */
function* duplicates(context: Pick<CheckContext, 'note' | 'template'>): Steps<Map<Section, Section>> {
  const firstOf = yield* sameHeading(context.note.sections);
  for (const [section, first] of yield* ofTheTemplate(context)) firstOf.set(section, first);
  return firstOf;
}

/** Sections that say the same as one of their siblings before, and that one. */
function* sameHeading(sections: readonly Section[]): Steps<Map<Section, Section>> {
  let looked = 0;
  const firstOf = new Map<Section, Section>();
  for (const siblings of [sections, ...allSections(sections).map(({ children }) => children)]) {
    if (siblings.length < 2) continue;
    const byName = new Map<string, Section>();
    for (const section of siblings) {
      if (isEach(500, looked++)) yield;
      // Nearly all are of one level, and a text put together for each costs more than all else here.
      let name = section.key;
      let first = byName.get(name);
      if (first && first.level !== section.level) {
        name = `\n${nameOf(section)}`;
        first = byName.get(name);
      }
      if (section.key !== '' && first) firstOf.set(section, first);
      else byName.set(name, section);
    }
  }
  return firstOf;
}

/** Siblings that are the same section of the template under two names. */
function* ofTheTemplate({
  note,
  template,
}: Pick<CheckContext, 'note' | 'template'>): Steps<Map<Section, Section>> {
  const firstOf = new Map<Section, Section>();
  let parents: ReadonlyMap<Section, Section> | undefined;
  for (const wanted of template.sections) {
    if (wanted.heading === '' || wanted.many) continue;
    const keys = headingKeys(wanted);
    for (const { sections } of scopesOf(note, template, wanted)) {
      const firsts = new Map<Section | undefined, Section>();
      for (let index = 0; index < sections.length; index++) {
        if (isEach(500, index)) yield;
        const section = sections[index]!;
        // `Updates (Ada)` and `Updates (Tove)` are two.
        if (section.level !== wanted.level || !keys.includes(section.key)) continue;
        parents ??= parentsIn(note);
        const parent = parents.get(section);
        const first = firsts.get(parent);
        if (first) firstOf.set(section, first);
        else firsts.set(parent, section);
      }
    }
  }
  return firstOf;
}

function parentsIn(note: Note): Map<Section, Section> {
  const parents = new Map<Section, Section>();
  for (const section of allSections(note.sections))
    for (const child of section.children) parents.set(child, section);
  return parents;
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
  const ofTemplate = new Set([...atOnce(duplicates({ note: fresh, template })).keys()].map(nameOf));
  return (section) => many.has(section) || ofTemplate.has(nameOf(section));
}

function nameOf({ level, key }: Section): string {
  return `${level} ${key}`;
}

function problemFor(note: Note, section: Section, first: Section): Problem {
  return {
    range: section.headingRange,
    message: t('Duplicate section {0}', quote(section.heading)),
    related: [{ range: first.headingRange, message: t('First section') }],
    fixes: fixesFor(note, section, first),
  };
}

function fixesFor(note: Note, section: Section, first: Section): Fix[] {
  const body = bodyOf(note, section);
  const firstBody = bodyOf(note, first);
  const remove = { range: removalOf(note.text, section), text: '' };
  if (body === '' || body === firstBody) {
    const title = body === '' ? t('Remove Empty Duplicate Section') : t('Remove Duplicate Section');
    return [{ title, edits: [remove], safe: true }];
  }
  // A section inside the other cannot be moved to the other's end: it is there.
  if (first.range.to > section.range.from) return [];
  const at = endOfBody(note.text, first.range.to);
  const merge: Fix = {
    title: t('Merge into First Section'),
    edits: [{ range: { from: at, to: at }, text: `\n\n${body}` }, remove],
    safe: false,
  };
  return firstBody === '' ? [{ ...merge, title: t('Move Text to First Section') }] : [merge];
}

function bodyOf(note: Note, section: Section): string {
  return note.text.slice(section.headingRange.to, section.range.to).trim();
}
