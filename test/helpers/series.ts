/** A series of notes out of their texts, as the index would have read them. */

import type { Series } from '../../server/core/archive/noteSummary.ts';
import { seriesOf } from '../../server/core/archive/series.ts';
import { summarize } from '../../server/core/archive/summary.ts';
import { parseNote } from '../../server/core/note/parse.ts';

const folder = 'file:///repo/docs/office-hours';

export function noteUri(date: string): string {
  return `${folder}/${date.replaceAll('-', '')}_meeting_notes.md`;
}

/** `texts`: by date, `YYYY-MM-DD`; their titles are put before them. */
export function seriesFrom(texts: Readonly<Record<string, string>>): Series {
  const notes = Object.entries(texts).map(([date, text]) =>
    summarize(noteUri(date), parseNote(`# lantern office hours ${date}\n\n${text}`)),
  );
  return seriesOf(folder, notes);
}

/** `texts`: whole files, by name. */
export function seriesOfFiles(texts: Readonly<Record<string, string>>): Series {
  const notes = Object.entries(texts).flatMap(([name, text]) => {
    const summary = summarize(`${folder}/${name}`, parseNote(text));
    return (summary.meetings?.length ?? 0) > 1 ? (summary.meetings ?? []) : [summary];
  });
  return seriesOf(folder, notes);
}
