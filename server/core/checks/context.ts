/** All that the rules may look at, for one note. */

import type { Series } from '../archive/noteSummary.ts';
import { canonicalUri, fileNameOf } from '../archive/uri.ts';
import { dateInFileName } from '../note/dates.ts';
import type { IsoDate, Note } from '../note/note.ts';
import { builtinTemplate } from '../template/builtin.ts';
import type { SeriesTemplate } from '../template/seriesTemplate.ts';
import type { CheckContext } from './problem.ts';

/**
 * `uri` in any spelling; `today` is the writer's local day; `definition` is what the note's template file says, when it
 * has one. An untitled document has no file name.
 */
export function contextOf(
  uri: string,
  note: Note,
  series: Series | undefined,
  today: IsoDate,
  definition?: SeriesTemplate,
): CheckContext {
  const fileName = uri.startsWith('untitled:') ? undefined : fileNameOf(canonicalUri(uri));
  const fileDate = fileName === undefined ? undefined : dateInFileName(fileName);
  return {
    note,
    template: definition?.template ?? builtinTemplate,
    today,
    roster: definition?.conventions.people.map(({ name }) => name) ?? [],
    ...(fileName === undefined ? {} : { fileName }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(series === undefined ? {} : { series }),
    ...(definition === undefined ? {} : { definition }),
  };
}
