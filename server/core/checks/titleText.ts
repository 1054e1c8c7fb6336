/** The title a note of this series has: what its template file says, else what the latest note wrote, else the template. */

import { noteDate } from '../archive/summary.ts';
import type { IsoDate } from '../note/note.ts';
import { nextNumber } from '../template/meetingNumber.ts';
import { parseSnippet } from '../template/parseSnippet.ts';
import { renderSeries, renderTemplate } from '../template/render.ts';
import type { SeriesTemplate } from '../template/seriesTemplate.ts';
import { titleFor, titleForm } from '../template/titleForm.ts';
import { writtenDays } from './noteDays.ts';
import type { CheckContext } from './problem.ts';

/** The note's day as far as anybody can tell: the file name is right more often than the note. */
export function meetingDate(context: CheckContext): IsoDate | undefined {
  return context.fileDate ?? writtenDays(context)[0]?.date.value;
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

function byDefinition(definition: SeriesTemplate, context: CheckContext, date: IsoDate): TitleLine {
  const form = titleForm(definition);
  if (form) {
    const complete = form.parts.every(({ kind }) => kind === 'literal' || kind === 'date');
    return { line: `# ${titleFor(form, date, numberOn(date, definition, context))}`, complete };
  }
  const project = projectOf(context);
  const { text, snippet } = renderSeries(definition, { date, ...(project && { project }) });
  const isTitle = (line: string): boolean => line.startsWith('# ');
  const asked = parseSnippet(snippet.split('\n').find(isTitle) ?? '');
  return {
    line: text.split('\n').find(isTitle) ?? `# Office hours ${date}`,
    complete: asked.every(({ kind }) => kind === 'text'),
  };
}

/** One more than the highest number before that day. */
function numberOn(date: IsoDate, definition: SeriesTemplate, { series }: CheckContext): number | undefined {
  return nextNumber(definition, series?.notes.filter((note) => (noteDate(note) ?? date) < date) ?? []);
}
