/** Notes that have nothing to do with what their series has: of a cancelled meeting, of another meeting, in a new form. */

import { cancelledWords } from '../note/lexicon/meetings.ts';
import type { Note } from '../note/note.ts';
import { allSections } from '../note/sections.ts';
import { isAlike } from '../note/similarHeadings.ts';
import { headingKeys } from '../template/headings.ts';
import { isOfForm, titleForm } from '../template/render/titleForm.ts';
import type { TemplateSection } from '../template/template.ts';
import type { CheckContext } from './problem.ts';
import { sectionInOtherForm } from './sectionInOtherForm.ts';
import { scopesOf } from './templateSections.ts';

/** A longer note is of a meeting that took place. UTF-16 code units. */
const longestCancelled = 500;

/**
 * True where nothing is asked of the note, because it has none of the required sections and is of a cancelled meeting; or,
 * where the schema was learned from other notes, because it has a title and sections of another form: a series that holds
 * two kinds of meetings, or one that has just changed.
 */
export function isOfOtherForm(context: CheckContext): boolean {
  const known = decided.get(context) ?? decide(context);
  decided.set(context, known);
  return known;
}

/** Several rules ask. */
const decided = new WeakMap<CheckContext, boolean>();

function decide(context: CheckContext): boolean {
  const { note, template, definition, learnedFrom } = context;
  const required = template.sections.filter((section) => section.required && section.heading !== '');
  // The first costs little and is true of nearly every note.
  if (required.some((wanted) => isSection(wanted, note))) return false;
  if (required.some((wanted) => isLikeSection(wanted, note))) return false;
  if (required.some((wanted) => isInOtherForm(wanted, context))) return false;
  if (isCancelled(note)) return true;
  if (learnedFrom === undefined || required.length === 0) return false;
  const own = allSections(note.sections).length;
  const form = definition && titleForm(definition);
  const isTitleOff = form !== undefined && note.title !== undefined && !isOfForm(form, note.title.text);
  return isTitleOff ? own > 0 : own > 1 && required.length > 1;
}

/** At whatever level. */
function isSection(wanted: TemplateSection, note: Note): boolean {
  const keys = headingKeys(wanted);
  return allSections(note.sections).some(({ key }) => keys.includes(key));
}

function isLikeSection({ heading: wanted }: TemplateSection, note: Note): boolean {
  return allSections(note.sections).some(({ heading }) => isAlike(heading, wanted));
}

function isInOtherForm(wanted: TemplateSection, { note, template }: CheckContext): boolean {
  const taken = new Set(template.sections.flatMap(headingKeys));
  return scopesOf(note, template, wanted).some(
    (scope) => sectionInOtherForm(wanted, scope, note, taken) !== undefined,
  );
}

function isCancelled({ text, title }: Note): boolean {
  if (text.length - (title?.range.to ?? 0) > longestCancelled) return false;
  const words = text.toLowerCase();
  return cancelledWords.some((word) => words.includes(word));
}
