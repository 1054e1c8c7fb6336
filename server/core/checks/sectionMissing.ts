import { t } from '../../../shared/l10n.ts';
import { headingKey } from '../note/headingKey.ts';
import type { Note, Section } from '../note/note.ts';
import { parseNote } from '../note/parse.ts';
import { allSections } from '../note/sections.ts';
import { isAlike } from '../note/similarHeadings.ts';
import { headingKeys, isHeadingOf, wordingIn, writtenHeading } from '../template/headings.ts';
import { renderFixedText } from '../template/render/render.ts';
import type { TemplateSection } from '../template/template.ts';
import { evidenceFrom } from './evidence.ts';
import { type InsertionPoint, insertion, insertionPointOf, inWords } from './insertionPoint.ts';
import { freshNote } from './noteDays.ts';
import { isOfOtherForm } from './otherForm.ts';
import type { CheckContext, Edit, Fix, Problem, Rule } from './problem.ts';
import { quote } from './quote.ts';
import { asHeading, sectionInOtherForm } from './sectionInOtherForm.ts';
import { childrenOf, parentOf, type Scope, scopesOf, sectionsIn, sectionsLike } from './templateSections.ts';
import { meetingDate, projectOf } from './titleText.ts';

export const sectionMissing: Rule = {
  code: 'section-missing',
  summary: 'A required section is missing.',
  severity: 'warning',
  *find(context) {
    const { note, template } = context;
    // What was not read may hold any section.
    if (note.truncated) return [];
    const missing: { readonly wanted: TemplateSection; readonly scope: Scope }[] = [];
    for (const wanted of template.sections) {
      if (!wanted.required || wanted.heading === '') continue;
      for (const scope of scopesWithout(wanted, context)) missing.push({ wanted, scope });
      yield;
    }
    if (missing.length === 0 || isOfOtherForm(context)) return [];
    const problems: Problem[] = [];
    for (const { wanted, scope } of missing) {
      yield;
      problems.push(problemFor(wanted, scope, context));
    }
    return problems;
  },
};

type Asked = 'in each' | 'in one' | 'nowhere';

const asked = new WeakMap<Note, Map<TemplateSection, Asked>>();

/**
 * In which sections of its parent the section is asked for: in each where the parent may stand many times, else in one.
 * A section that a new note of the series does not have, such as one in a comment of the body, is not required.
 */
function whereAsked(wanted: TemplateSection, context: CheckContext): Asked {
  const note = freshNote(context);
  const known = asked.get(note) ?? new Map<TemplateSection, Asked>();
  asked.set(note, known);
  let where = known.get(wanted);
  if (where === undefined) {
    const { template } = context;
    const scopes = scopesOf(note, template, wanted);
    const having = scopes.filter((scope) => sectionsIn(scope, wanted).length > 0).length;
    const each = having === scopes.length && parentOf(template, wanted)?.many === true;
    where = having === 0 ? 'nowhere' : each ? 'in each' : 'in one';
    known.set(wanted, where);
  }
  return where;
}

function scopesWithout(wanted: TemplateSection, context: CheckContext): Scope[] {
  const { note, template, learnedFrom } = context;
  const scopes = scopesOf(note, template, wanted);
  const without = scopes.filter((scope) => sectionsIn(scope, wanted).length === 0);
  if (without.length === 0) return [];
  // Only now: what a new note has is written and read for it.
  const where = whereAsked(wanted, context);
  if (where === 'nowhere' || (where === 'in one' && without.length < scopes.length)) return [];
  // What was never written down is there under another spelling as well.
  if (learnedFrom && ofOtherSpelling(wanted, context)) return [];
  return where === 'in each' ? without : without.slice(0, 1);
}

function problemFor(wanted: TemplateSection, scope: Scope, context: CheckContext): Problem {
  const { note, template } = context;
  const point = insertionPointOf(wanted, childrenOf(template, parentOf(template, wanted)), scope);
  const named = wording(wanted, context);
  const heading = writtenHeading(named);
  const near = nearlyNamed(wanted, scope, context);
  const other = ofOtherLevel(wanted, scope, context);
  const taken = new Set(template.sections.flatMap(headingKeys));
  const form = other ? undefined : sectionInOtherForm(wanted, scope, note, taken);
  const range = form?.range ??
    (other ?? near ?? neighbour(point, scope))?.headingRange ??
    note.title?.range ?? { from: 0, to: 0 };
  const evidence = evidenceFrom(
    context,
    ({ headings }) =>
      headings.find(
        ({ text, level }) => level === wanted.level && isHeadingOf(wanted, text, headingKey(text)),
      )?.line,
  );
  const where = other
    ? t('this heading has level {0} instead of {1}', other.level, wanted.level)
    : (form?.words ??
      (near && t('{0} is probably meant', quote(near.heading))) ??
      evidence?.words ??
      t('expected {0}', inWords(point, scope)));
  return {
    range,
    message: t('Section {0} is missing; {1}', quote(named), where),
    ...(evidence && { related: evidence.related }),
    get fixes() {
      // The section is there: another one would say it twice.
      if (form) return [asHeading(form, heading, wanted.level)];
      const edit = insertion(note, point, scope, textOf(wanted, heading, context));
      return [
        ...(other ? levelling(other, wanted, context) : []),
        ...(near ? [renaming(near, heading, wanted.level, note)] : []),
        {
          title: t('Insert Section {0}', quote(heading)),
          edits: [edit],
          // Beside "Highlights", which is probably the same section, or "Attendees: Ann", it would stand twice.
          safe:
            near === undefined &&
            other === undefined &&
            heading === named &&
            !isMentioned(heading, note) &&
            !isNumberTaken(heading, note) &&
            mends(edit, wanted, context),
        },
      ];
    },
  };
}

/** False inside an unclosed code block or comment: no heading is read there, and each "fix all" would insert another. */
function mends({ range, text }: Edit, wanted: TemplateSection, context: CheckContext): boolean {
  const { note } = context;
  const inserted = note.text.slice(0, range.from) + text + note.text.slice(range.to);
  const change = {
    fromA: range.from,
    toA: range.to,
    fromB: range.from,
    toB: range.from + text.length,
  };
  const after = parseNote(inserted, { note, changes: [change] }, note.conventions);
  return scopesWithout(wanted, { ...context, note: after }).length < scopesWithout(wanted, context).length;
}

/** The heading to point at. */
function neighbour(point: InsertionPoint, scope: Scope): Section | undefined {
  if (point.kind !== 'end') return point.section;
  return scope.section ?? scope.sections.at(-1);
}

function ofOtherSpelling(wanted: TemplateSection, { note, template }: CheckContext): Section | undefined {
  const taken = new Set(template.sections.flatMap(headingKeys));
  return allSections(note.sections).find(
    ({ key, heading }) => !taken.has(key) && isAlike(heading, wanted.heading),
  );
}

/** The section whose heading is probably the wanted one, one of its level first: `Highlights`, `Higlights since the last meeting`. */
function nearlyNamed(
  wanted: TemplateSection,
  { sections }: Scope,
  { template }: CheckContext,
): Section | undefined {
  const keys = headingKeys(wanted);
  const taken = new Set(template.sections.flatMap(headingKeys));
  const near = sections.filter(
    ({ key }) => key.length > 3 && !taken.has(key) && keys.some((each) => isAlike(key, each)),
  );
  return near.find(({ level }) => level === wanted.level) ?? near[0];
}

/** The heading itself at a level that is not the template's, when it is none of the template's other sections. */
function ofOtherLevel(
  wanted: TemplateSection,
  { sections }: Scope,
  { note, template }: CheckContext,
): Section | undefined {
  const candidates = sections.filter(
    ({ key, heading, level }) => level !== wanted.level && isHeadingOf(wanted, heading, key),
  );
  return candidates.find(
    (section) => !template.sections.some((each) => sectionsLike(note, template, each).includes(section)),
  );
}

function levelling(section: Section, { level }: TemplateSection, { note }: CheckContext): Fix[] {
  const { from } = section.headingRange;
  // An underlined heading has no marks to count.
  if (!note.text.startsWith('#'.repeat(section.level), from)) return [];
  return [
    {
      title: t('Change Heading Level to {0}', level),
      edits: [{ range: { from, to: from + section.level }, text: '#'.repeat(level) }],
      safe: false,
    },
  ];
}

/** `2. Questions` where another section is the second. */
function isNumberTaken(heading: string, { sections }: Note): boolean {
  const number = /^\d+[.)]/.exec(heading)?.[0];
  return number !== undefined && sections.some((section) => section.heading.startsWith(number));
}

/** Whether a line of the note begins with the words of the heading, whatever marks are before them: `- **Attendees**: Ann`. */
function isMentioned(heading: string, { text }: Note): boolean {
  const key = headingKey(heading);
  return text
    .split('\n')
    .some((line) => headingKey(withoutMarks(line.slice(0, longestLabel))).startsWith(key));
}

/** UTF-16 code units. */
const longestLabel = 200;

function withoutMarks(line: string): string {
  let from = 0;
  while (from < line.length && !/[\p{L}\p{N}]/u.test(line[from]!)) from++;
  return line.slice(from);
}

function renaming(section: Section, heading: string, level: number, { text }: Note): Fix {
  const { from } = section.headingRange;
  const isMarked = level !== section.level && text.startsWith('#'.repeat(section.level), from);
  const marks = { range: { from, to: from + section.level }, text: '#'.repeat(level) };
  return {
    title: t('Rename Section {0} to {1}', quote(section.heading), quote(heading)),
    edits: [...(isMarked ? [marks] : []), { range: section.headingTextRange, text: heading }],
    safe: false,
  };
}

/** The template file's own wording; without one that of the latest notes. */
function wording(wanted: TemplateSection, { series, definition }: CheckContext): string {
  if (definition !== undefined) return wanted.heading;
  const latest = series?.notes.slice(0, 5) ?? [];
  return wordingIn(
    wanted,
    latest.map(({ headings }) => headings.map(({ text }) => ({ key: headingKey(text) }))),
  );
}

function textOf(wanted: TemplateSection, heading: string, context: CheckContext): string {
  const project = projectOf(context);
  const date = meetingDate(context) ?? context.today;
  const text = renderFixedText(wanted.snippet, { date, ...(project && { project }) });
  const bodyFrom = text.indexOf('\n');
  return `${'#'.repeat(wanted.level)} ${heading}${bodyFrom < 0 ? '' : text.slice(bodyFrom)}`;
}
