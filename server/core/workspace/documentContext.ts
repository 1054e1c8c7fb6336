/** All that the rules may look at, for one note. */

import type { Series } from '../archive/noteSummary.ts';
import type { CheckContext } from '../checks/problem.ts';
import { dateInFileName } from '../note/dates.ts';
import type { IsoDate, Note } from '../note/note.ts';
import { builtinTemplate } from '../template/builtin.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { fileDateBy } from '../template/fileDate.ts';
import { canonicalUri, componentsBelow } from '../uri.ts';

/**
 * `uri` in any spelling; `today` is the writer's local day; `definition` is what the note's template file says, when it
 * has one. An untitled document has no file name.
 */
export function contextOf(
  uri: string,
  note: Note,
  series: Series | undefined,
  today: IsoDate,
  definition?: TemplateDefinition,
): CheckContext {
  const isFile = !uri.startsWith('untitled:');
  const components = isFile ? componentsBelow(canonicalUri(uri), '') : [];
  const fileName = components.at(-1);
  // A file that is not called as the series calls them may still have its day in its name.
  const fileDate =
    fileName === undefined
      ? undefined
      : ((definition && fileDateBy(definition, components)) ?? dateInFileName(fileName));
  return {
    note,
    template: definition?.template ?? builtinTemplate,
    today,
    ...(isFile ? { uri: canonicalUri(uri) } : {}),
    ...(fileName === undefined ? {} : { fileName }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(series === undefined ? {} : { series }),
    ...(definition === undefined ? {} : { definition }),
  };
}
