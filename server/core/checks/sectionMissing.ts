import { headingKey } from '../note/headingKey.ts';
import type { Note, Section } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { headingKeys } from '../template/headings.ts';
import { parseSnippet } from '../template/parseSnippet.ts';
import { snippetText } from '../template/snippet.ts';
import type { TemplateSection } from '../template/template.ts';
import type { CheckContext, Edit, Fix, Problem, Rule } from './problem.ts';
import { sectionsLike } from './templateSections.ts';

export const sectionMissing: Rule = {
  code: 'section-missing',
  summary: 'A section that every note of the series has is not there.',
  find(context) {
    const { note, template } = context;
    // What was not read may hold any section.
    if (note.truncated) return [];
    return template.sections
      .filter((wanted) => wanted.required && sectionsLike(note, wanted).length === 0)
      .map((wanted) => problemFor(wanted, context));
  },
};

function problemFor(wanted: TemplateSection, context: CheckContext): Problem {
  const { note } = context;
  const place = placeOf(wanted, context);
  const heading = wording(wanted, context);
  const near = nearlyNamed(wanted, context);
  const range = (place.before ?? place.after)?.headingRange ?? note.title?.range ?? { from: 0, to: 0 };
  const where = place.before
    ? `It belongs before "${place.before.heading}".`
    : place.after
      ? `It belongs after "${place.after.heading}".`
      : 'It belongs after the title.';
  return {
    code: 'section-missing',
    range,
    message: `The section "${heading}" is missing. ${where}`,
    fixes: [
      ...(near ? [renaming(near, heading)] : []),
      {
        title: `Insert the section "${heading}"`,
        edits: [insertion(note, place, textOf(wanted, heading))],
        // Beside "Highlights", which is probably the same section, it would stand twice.
        safe: near === undefined,
      },
    ],
  };
}

/** A section of the same level whose heading is the beginning or the end of the wanted one: `Highlights`. */
function nearlyNamed(wanted: TemplateSection, { note, template }: CheckContext): Section | undefined {
  const keys = headingKeys(wanted);
  const taken = new Set(template.sections.flatMap(headingKeys));
  return allSections(note.sections).find(({ key, level }) => {
    if (level !== wanted.level || key.length < 4 || taken.has(key)) return false;
    return keys.some((each) => isPart(key, each) || isPart(each, key));
  });
}

/** True for whole words at either end of `whole`. */
function isPart(part: string, whole: string): boolean {
  return part.length > 3 && (whole.startsWith(`${part} `) || whole.endsWith(` ${part}`));
}

function renaming(section: Section, heading: string): Fix {
  return {
    title: `Rename "${section.heading}" to "${heading}"`,
    edits: [{ range: section.headingTextRange, text: heading }],
    safe: false,
  };
}

/** The wording the latest notes use, when the section has more than one. */
function wording(wanted: TemplateSection, { series }: CheckContext): string {
  if (wanted.aliases.length === 0) return wanted.heading;
  const spellings = [wanted.heading, ...wanted.aliases];
  for (const note of series?.notes.slice(0, 5) ?? []) {
    const keys = note.headings.map(({ text }) => headingKey(text));
    const used = spellings.find((spelling) => keys.includes(headingKey(spelling)));
    if (used !== undefined) return used;
  }
  return wanted.heading;
}

function textOf(wanted: TemplateSection, heading: string): string {
  const text = snippetText(parseSnippet(wanted.snippet));
  const bodyFrom = text.indexOf('\n');
  return `${'#'.repeat(wanted.level)} ${heading}${bodyFrom < 0 ? '' : text.slice(bodyFrom)}`;
}

interface Place {
  readonly after?: Section;
  readonly before?: Section;
}

/** After the nearest section that precedes it in the template, else before the nearest that follows, else first. */
function placeOf(wanted: TemplateSection, { note, template }: CheckContext): Place {
  const index = template.sections.indexOf(wanted);
  const peers = template.sections.map((section) => (section.level === wanted.level ? section : undefined));
  for (const earlier of peers.slice(0, index).reverse()) {
    const after = earlier && sectionsLike(note, earlier).at(-1);
    if (after) return { after };
  }
  for (const later of peers.slice(index + 1)) {
    const before = later && sectionsLike(note, later)[0];
    // Topics of the writer's own stand before what the template puts last; the first section comes before them.
    if (before && !hasOpenPlaceBetween(template.sections, index, later)) return { before };
  }
  const [first] = note.sections;
  return first ? { before: first } : {};
}

/** A heading that is a tab stop lies between: any section may stand there. */
function hasOpenPlaceBetween(
  sections: readonly TemplateSection[],
  from: number,
  later: TemplateSection,
): boolean {
  return sections.slice(from + 1, sections.indexOf(later)).some((section) => section.heading === '');
}

function insertion(note: Note, { after, before }: Place, section: string): Edit {
  const { text } = note;
  if (before) {
    const at = before.range.from;
    return { range: { from: at, to: at }, text: `${blankLinesBefore(text, at)}${section}\n\n` };
  }
  const at = after ? endOfBody(text, after.range.to) : endOfBody(text, text.length);
  const rest = text.slice(at).trim() === '' ? '' : '\n';
  return { range: { from: at, to: at }, text: `${at === 0 ? '' : '\n\n'}${section}${rest}` };
}

/** What is missing of the blank line that a heading wants above it. */
function blankLinesBefore(text: string, at: number): string {
  if (at === 0) return '';
  const above = text.slice(Math.max(0, at - 4), at);
  const ends = above.split('\n').length - 1;
  return ends >= 2 ? '' : ends === 1 ? '\n' : '\n\n';
}

/** Back over blanks, so that the section follows the last line with something on it. */
function endOfBody(text: string, at: number): number {
  while (at > 0 && text[at - 1]?.trim() === '') at--;
  return at;
}
