/** The title of a note: by the template file, else as in the latest note, else by the built-in template. */

import { noteDate } from '../archive/summary.ts';
import type { IsoDate } from '../note/note.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { nextNumber } from '../template/meetingNumber.ts';
import { matchPattern } from '../template/patterns/matchPattern.ts';
import { earlierTitle } from '../template/render/earlierTitle.ts';
import { type RenderedNote, renderSeries, renderTemplate } from '../template/render/render.ts';
import { matchTitle, titleFor, titleForm } from '../template/render/titleForm.ts';
import { parseSnippet } from '../template/snippet/parseSnippet.ts';
import { atLastSlash } from './namePattern.ts';
import { writtenDays } from './noteDays.ts';
import type { CheckContext } from './problem.ts';

/** The day of the meeting. The file name comes first: it is right more often than the note. */
export function meetingDate(context: CheckContext): IsoDate | undefined {
  return context.fileDate ?? writtenDays(context)[0]?.date.value;
}

/** Whether the note is of a meeting whose day is not over. A note without a date is of none. */
export function isUpcoming(context: CheckContext): boolean {
  const date = meetingDate(context);
  return date !== undefined && date >= context.today;
}

/** The project's name, when it is certain. */
export function projectOf({ definition, series }: CheckContext): string | undefined {
  return definition?.project ?? series?.project;
}

export interface TitleLine {
  /** With its `#`. */
  readonly line: string;
  /** Nothing in it is left to be filled in. */
  readonly complete: boolean;
}

export function titleLine(context: CheckContext, date: IsoDate): TitleLine {
  const { definition, series, template } = context;
  const project = projectOf(context);
  if (definition) return byDefinition(definition, context, date);
  const latest = series?.notes.find((each) => each.titleText && each.titleDate);
  const complete = project !== undefined;
  if (latest?.titleText && latest.titleDate) {
    const written = latest.titleText.split(latest.titleDate);
    // Only a title that names its day as the template does can be carried over by exchanging it.
    if (written.length === 2) return { line: `# ${written.join(date)}`, complete };
  }
  const { text } = renderTemplate(template, { date, ...(project && { project }) });
  const line = text.split('\n').find((each) => each.startsWith('# ')) ?? `# Office hours ${date}`;
  return { line, complete };
}

function byDefinition(definition: TemplateDefinition, context: CheckContext, date: IsoDate): TitleLine {
  const form = titleForm(definition);
  if (form) {
    const complete = form.parts.every(({ kind }) => kind === 'literal' || kind === 'date');
    const number = numberOf(context) ?? numberOn(date, definition, context);
    return { line: `# ${titleFor(definition, date, number)}`, complete };
  }
  if (context.learnedFrom) {
    // Where the titles have no form in common, the first line of what was learned is none.
    const title = earlierTitle(context.series?.notes ?? [], date);
    return { line: title === undefined ? `# Meeting ${date}` : `# ${title}`, complete: false };
  }
  const { text, snippet } = newNote(context, date);
  const isTitle = (line: string): boolean => line.startsWith('# ');
  const asked = parseSnippet(snippet.split('\n').find(isTitle) ?? '');
  return {
    line: text.split('\n').find(isTitle) ?? `# Office hours ${date}`,
    complete: asked.every(({ kind }) => kind === 'text'),
  };
}

/** What the note was when it was new: the template for its day, project and number. */
export function newNote(context: CheckContext, date = meetingDate(context) ?? context.today): RenderedNote {
  const project = projectOf(context);
  const number = numberOf(context);
  const title = earlierTitle(context.series?.notes ?? [], date);
  const options = {
    date,
    ...(project && { project }),
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
  };
  const { definition, template } = context;
  return definition ? renderSeries(definition, options) : renderTemplate(template, options);
}

/** The meeting's number, by the title or the file's name. */
function numberOf({ note, definition, fileName }: CheckContext): number | undefined {
  const form = definition && titleForm(definition);
  const inTitle = form && note.title && matchTitle(form, note.title.text)?.number;
  const inName =
    definition?.file && fileName && matchPattern(atLastSlash(definition.file).name, fileName)?.number;
  return (inTitle || inName || undefined)?.value;
}

/** One more than the highest number before that day. */
function numberOn(
  date: IsoDate,
  definition: TemplateDefinition,
  { series }: CheckContext,
): number | undefined {
  return nextNumber(definition, series?.notes.filter((note) => (noteDate(note) ?? date) < date) ?? []);
}
