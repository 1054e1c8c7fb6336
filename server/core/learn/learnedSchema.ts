/** What the notes of one time have in common, as a template that was never written down. */

import { type ComparedNotes, mostCompared } from '../archive/comparedNotes.ts';
import type { HeadingMention, NoteSummary } from '../archive/noteSummary.ts';
import { usualRecordingLabel } from '../archive/recordingLabel.ts';
import { noteDate } from '../archive/summary.ts';
import { usualConventions } from '../note/conventions.ts';
import { headingKey } from '../note/headingKey.ts';
import { sectionKey, withoutBrackets } from '../note/similarHeadings.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { builtinTemplate } from '../template/file/builtin.ts';
import { parseTemplate } from '../template/file/parseTemplate.ts';
import { parsePattern } from '../template/patterns/pattern.ts';
import { isOfForm } from '../template/render/titleForm.ts';
import { escapeSnippet } from '../template/snippet/snippet.ts';
import type { Template } from '../template/template.ts';
import { readDateForms } from './dateForm.ts';
import { learnPattern, type PatternInput } from './patterns.ts';
import { isFullName } from './repositories.ts';

export interface LearnedSchema {
  readonly definition: TemplateDefinition;
  readonly learnedFrom: ComparedNotes;
}

/** True when all notes but at most one have it; of three, each. What two notes have in common is no habit. */
function isHabit(count: number, total: number): boolean {
  return count >= Math.max(3, total - 1);
}

/** A subject that three or four meetings in a row talk about is no habit yet: then the next notes tell. */
function isSure(notes: readonly NoteSummary[], has: (note: NoteSummary) => boolean): boolean {
  return notes.length >= mostCompared || (notes.length > 4 && notes.every(has));
}

/** Pure; linear in the number of headings of the compared notes. */
export function learnSchema(compared: ComparedNotes): LearnedSchema {
  const { notes, next } = compared;
  const gaveUp = (has: (note: NoteSummary) => boolean): boolean => next.length > 1 && !next.some(has);
  const required = requiredSections(notes).filter(({ id }) => {
    const has = (note: NoteSummary): boolean => pathsOf(note).some((path) => path.id === id);
    return !gaveUp(has) && (isSure(notes, has) || next.length < 2 || next.every(has));
  });
  const topics = behindTopics(notes, required);
  const hasRecording = (note: NoteSummary): boolean => note.recordingLabel !== undefined;
  const recorded = isHabit(notes.filter(hasRecording).length, notes.length) && !gaveUp(hasRecording);
  const label = recorded ? usualRecordingLabel(notes) : undefined;
  const pattern = titlePattern(notes);
  const isOfPattern = ({ titleText }: NoteSummary): boolean =>
    pattern !== undefined && titleText !== undefined && isOfForm(pattern, titleText);
  const title = gaveUp(isOfPattern) ? undefined : pattern;
  const hasDate = (note: NoteSummary): boolean => note.titleDate !== undefined;
  const dated = isHabit(notes.filter(hasDate).length, notes.length) && !gaveUp(hasDate);
  const day = dated ? ' $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE' : '';
  const body = [
    `# ${escapeSnippet(notes[0]?.titleText?.replace(/[0-9]/g, '') ?? 'Meeting')}${day}`,
    ...(label ? ['', `${escapeSnippet(label)} `] : []),
    ...required.flatMap(({ heading, level, id }) => [
      ...(topics.has(id) ? ['', `${'#'.repeat(level)} \${1:Topic}`] : []),
      '',
      `${'#'.repeat(level)} ${escapeSnippet(heading)}`,
    ]),
    '',
  ].join('\n');
  const aliases = Object.fromEntries(required.map((each) => [each.heading, each.aliases]));
  return {
    learnedFrom: compared,
    definition: {
      template: templateOf(body, recorded, aliases),
      notes: [],
      severity: {},
      conventions: usualConventions,
      ...(title && { title }),
    },
  };
}

/** The latest ones: a note and the next one have much the same notes before them. */
const templates = new Map<string, Template>();
const mostTemplates = 8;

function templateOf(
  body: string,
  recordingRequired: boolean,
  aliases: Readonly<Record<string, string[]>>,
): Template {
  const key = JSON.stringify([body, recordingRequired, aliases]);
  const template = templates.get(key) ?? {
    ...parseTemplate(body, { required: () => true, recordingRequired, aliases }),
    // The snippets that the extension ships are for every note.
    placeholderLines: builtinTemplate.placeholderLines,
  };
  if (templates.size >= mostTemplates) templates.clear();
  templates.set(key, template);
  return template;
}

interface PathOfHeading extends HeadingMention {
  /** Level, the keys of the headings above, and its own. */
  readonly id: string;
  readonly parent: string;
  /** Of the text. */
  readonly key: string;
}

const pathsOfNotes = new WeakMap<NoteSummary, readonly PathOfHeading[]>();

/** The headings below the title, each once. */
function pathsOf(note: NoteSummary): readonly PathOfHeading[] {
  const kept = pathsOfNotes.get(note);
  if (kept) return kept;
  const paths = new Map<string, PathOfHeading>();
  const above: { readonly level: number; readonly id: string }[] = [];
  for (const heading of note.headings) {
    const { text, level } = heading;
    while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
    const key = sectionKey(text);
    const parent = above.at(-1)?.id ?? '';
    const id = `${parent}\n${level} ${key}`;
    above.push({ level, id });
    if (level > 1 && !paths.has(id)) paths.set(id, { ...heading, id, parent, key });
  }
  const result = [...paths.values()];
  pathsOfNotes.set(note, result);
  return result;
}

/** A template could ask for it: it is no date, number or name of a repository. */
function isAskable({ text, key }: PathOfHeading): boolean {
  // A number is that of a version, a room or a year: the matter of one meeting.
  return /\p{L}/u.test(key) && !/\p{Nd}/u.test(key) && readDateForms(text).length === 0 && !isFullName(text);
}

interface RequiredSection {
  readonly id: string;
  /** Its other spellings. */
  readonly aliases: string[];
  readonly heading: string;
  readonly level: number;
}

/** In the order and the words of the note that is nearest; those that it lacks follow the one before them elsewhere. */
function requiredSections(notes: readonly NoteSummary[]): RequiredSection[] {
  const counts = new Map<string, number>();
  for (const note of notes) for (const { id } of pathsOf(note)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isRequired = (id: string): boolean => isHabit(counts.get(id) ?? 0, notes.length);
  const result: RequiredSection[] = [];
  for (const note of notes) {
    let previous = -1;
    for (const path of pathsOf(note)) {
      const { id, text, level, parent } = path;
      if (!isRequired(id)) continue;
      const known = result.findIndex((each) => each.id === id);
      if (known >= 0) {
        previous = known;
        const { heading, aliases } = result[known]!;
        const isNew = [heading, ...aliases].every((each) => headingKey(each) !== headingKey(text));
        if (isNew && isAskable(path)) aliases.push(text);
        continue;
      }
      if (!isAskable(path)) continue;
      // Below a section that not all notes have, a sub-section is not required.
      if (parent !== '' && !result.some((each) => each.id === parent)) continue;
      previous++;
      result.splice(previous, 0, { id, heading: text, level, aliases: [] });
    }
  }
  return result.map((each) => {
    const plain = withoutBrackets(each.heading);
    const has = (note: NoteSummary): boolean =>
      pathsOf(note).some(({ id, text }) => id === each.id && text === each.heading);
    // What stands in brackets now is the matter of one meeting: a number of issues, who led it.
    if (plain === each.heading || isHabit(notes.filter(has).length, notes.length)) return each;
    return { ...each, heading: plain, aliases: [each.heading, ...each.aliases] };
  });
}

/** The required sections before which most notes have topics of their meeting: what is inserted goes before these, not behind. */
function behindTopics(notes: readonly NoteSummary[], required: readonly RequiredSection[]): Set<string> {
  const counts = new Map<string, number>();
  for (const note of notes) {
    /** By their parents: there is a topic since the last required section. */
    const topics = new Set<string>();
    for (const { id, parent } of pathsOf(note)) {
      if (!required.some((each) => each.id === id)) topics.add(parent);
      else if (topics.delete(parent)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => 2 * count > notes.length).map(([id]) => id));
}

function titlePattern(notes: readonly NoteSummary[]) {
  // `January 6th` is no form that the next month's meetings have.
  if (notes.some(({ meeting, titleText = '' }) => meeting && readDateForms(titleText).length === 0))
    return undefined;
  const titles = notes.flatMap((note) => titleOf(note) ?? []);
  if (!isHabit(titles.length, notes.length)) return undefined;
  const learned = learnPattern(titles);
  if (learned === undefined || !isHabit(learned.count, notes.length)) return undefined;
  // A day in words that are not read, such as `6 février 2024`, is another one in the next title.
  const isDayless = learned.format === undefined && learned.period === undefined;
  if (isDayless && notes.some(namesItsYear)) return undefined;
  const result = parsePattern(learned.source);
  return result.kind === 'pattern' ? result.pattern : undefined;
}

function namesItsYear(note: NoteSummary): boolean {
  const year = noteDate(note)?.slice(0, 4);
  return year !== undefined && note.titleText?.includes(year) === true;
}

const titles = new WeakMap<NoteSummary, PatternInput>();

/** Always the same object for the same note, so that its dates are read once. */
function titleOf(note: NoteSummary): PatternInput | undefined {
  if (!note.titleText) return undefined;
  const date = noteDate(note);
  const title = titles.get(note) ?? { text: note.titleText, ...(date && { date }) };
  titles.set(note, title);
  return title;
}
