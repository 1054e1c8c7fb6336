/** What a document is checked by, for the language server and for the command line. */

import type { Settings } from '../../../shared/settings.ts';
import type { Series } from '../archive/noteSummary.ts';
import { ownRepository } from '../archive/ownRepository.ts';
import { monthInFileName } from '../archive/periodFolders.ts';
import { dateInPath } from '../archive/summary.ts';
import { findProblems } from '../checks/findProblems.ts';
import type { CheckContext, FoundProblem } from '../checks/problem.ts';
import { effectiveSeverity } from '../checks/severity.ts';
import type { IsoDate, Note, Repository } from '../note/note.ts';
import type { Clock } from '../ports.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { fileDateBy } from '../template/fileDate.ts';
import { canonicalUri, componentsBelow } from '../uri.ts';
import { schemaOf } from './schema.ts';
import type { Templates } from './templates.ts';

/** What surrounds the documents. All URIs in any spelling. */
export interface DocumentHost {
  readonly templates: Pick<Templates, 'of'>;
  readonly clock: Pick<Clock, 'today'>;
  /** Undefined: there are no notes that it could belong to. */
  seriesOf(uri: string): Series | undefined;
  settingsFor(uri: string): Pick<Settings, 'repository' | 'severity'>;
  /** The repository that the document lies in a clone of. */
  remoteOf(uri: string): Repository | undefined;
}

export class DocumentContexts {
  readonly #host: DocumentHost;

  constructor(host: DocumentHost) {
    this.#host = host;
  }

  /** The repository of `#1` in a document: from its template, else the settings, the git remote and the notes. */
  repositoryOf(uri: string, note: Note): Repository | undefined {
    const { templates, settingsFor, seriesOf, remoteOf } = this.#host;
    const named = templates.of(uri)?.definition.repository ?? settingsFor(uri).repository;
    return ownRepository(named, seriesOf(uri), note, remoteOf(uri));
  }

  /** Without what is remembered of GitHub. */
  contextOf(uri: string, note: Note): CheckContext {
    const { templates, clock, seriesOf } = this.#host;
    const own = this.repositoryOf(uri, note);
    return {
      ...contextOf(uri, note, seriesOf(uri), clock.today(), templates.of(uri)?.definition),
      ...(own && { own }),
    };
  }

  /** In the order of their places. */
  problemsOf(uri: string, context: CheckContext): readonly FoundProblem[] {
    const { severity } = this.#host.settingsFor(uri);
    return findProblems(context, effectiveSeverity(severity, context.definition));
  }
}

/**
 * All that the rules may look at but what GitHub and the clone say. `uri` in any spelling; `today` is the writer's local
 * day; `fromFile` is what the note's template file says, when it has one. An untitled document has no file name.
 */
export function contextOf(
  uri: string,
  note: Note,
  series: Series | undefined,
  today: IsoDate,
  fromFile?: TemplateDefinition,
): CheckContext {
  const file = uri.startsWith('untitled:') ? undefined : canonicalUri(uri);
  const components = file === undefined ? [] : componentsBelow(file, '');
  const fileName = components.at(-1);
  // A file that is not called as the series calls them may still have its day in its name.
  const fileDate =
    file === undefined ? undefined : ((fromFile && fileDateBy(fromFile, components)) ?? dateInPath(file));
  const date =
    fileDate ??
    note.title?.date?.value ??
    note.dateLine?.date?.value ??
    (fileName === undefined ? undefined : monthInFileName(fileName));
  return {
    note,
    today,
    ...schemaOf(file, date, series, fromFile),
    ...(file === undefined ? {} : { uri: file }),
    ...(fileName === undefined ? {} : { fileName }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(series === undefined ? {} : { series }),
  };
}
