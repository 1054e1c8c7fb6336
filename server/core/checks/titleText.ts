/** The title a note of this series has: what the latest note wrote, else the template. */

import type { IsoDate } from '../note/note.ts';
import { renderTemplate } from '../template/render.ts';
import type { CheckContext } from './problem.ts';

/** The note's day as far as anybody can tell: the file name is right more often than the title. */
export function meetingDate({ note, fileDate }: CheckContext): IsoDate | undefined {
  return fileDate ?? note.title?.date?.value;
}

/** The title's line with its `#`. */
export function titleLine(context: CheckContext, date: IsoDate): string {
  const latest = context.series?.notes.find((each) => each.titleText && each.titleDate);
  if (latest?.titleText && latest.titleDate) {
    const written = latest.titleText.split(latest.titleDate);
    // Only a title that names its day as the template does can be carried over by exchanging it.
    if (written.length === 2) return `# ${written.join(date)}`;
  }
  const project = context.series?.project;
  const { text } = renderTemplate(context.template, { date, ...(project && { project }) });
  return text.split('\n').find((line) => line.startsWith('# ')) ?? `# Office hours ${date}`;
}
