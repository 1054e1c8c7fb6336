/** What a document is checked by, for the language server and for the command line. */

import type { Settings } from '../../../shared/settings.ts';
import { atOnce, type Steps } from '../../../shared/steps.ts';
import type { Series } from '../archive/noteSummary.ts';
import { otherNotes } from '../archive/otherNotes.ts';
import { ownRepository } from '../archive/ownRepository.ts';
import { monthInFileName } from '../archive/periodFolders.ts';
import { dayBelowTitle } from '../archive/summary.ts';
import { problemSteps } from '../checks/findProblems.ts';
import type { CheckContext, FoundProblem } from '../checks/problem.ts';
import { effectiveSeverity } from '../checks/severity.ts';
import { namesManyDays } from '../note/meetingHeadings.ts';
import type { IsoDate, Note, Repository } from '../note/note.ts';
import type { Clock } from '../ports.ts';
import type { TemplateDefinition } from '../template/definition.ts';
import { canonicalUri, componentsBelow } from '../uri.ts';
import { fileMeetings, meetingContexts } from './meetingContexts.ts';
import { nothingLearned, schemaOf } from './schema.ts';
import { fileDayOf } from './templateStart.ts';
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
    const series = seriesOf(uri);
    return ownRepository(named, series && otherNotes(series, uri), note, remoteOf(uri));
  }

  /** Without what is remembered of GitHub. */
  contextOf(uri: string, note: Note): CheckContext {
    const { templates, clock, seriesOf } = this.#host;
    const own = this.repositoryOf(uri, note);
    return contextOf(uri, note, seriesOf(uri), clock.today(), templates.of(uri)?.definition, own);
  }

  /** In the order of their places. */
  problemsOf(uri: string, context: CheckContext): readonly FoundProblem[] {
    return atOnce(this.problemSteps(uri, context));
  }

  /** The same in steps. */
  problemSteps(uri: string, context: CheckContext): Steps<readonly FoundProblem[]> {
    const { severity } = this.#host.settingsFor(uri);
    return problemSteps(context, effectiveSeverity(severity, context.definition));
  }
}

/**
 * All that the rules may look at but what GitHub and the clone say. `uri` in any spelling; `today` is the writer's local
 * day; `fromFile` is what the note's template file says, when it has one; `own` is the repository of `#1`. An untitled
 * document has no file name.
 */
export function contextOf(
  uri: string,
  note: Note,
  series: Series | undefined,
  today: IsoDate,
  fromFile?: TemplateDefinition,
  own?: Repository,
): CheckContext {
  const file = uri.startsWith('untitled:') ? undefined : canonicalUri(uri);
  const components = file === undefined ? [] : componentsBelow(file, '');
  const fileName = components.at(-1);
  const fileDate = file === undefined ? undefined : fileDayOf(file, components, fromFile).date;
  const date =
    fileDate ??
    note.title?.date?.value ??
    dayBelowTitle(note) ??
    (fileName === undefined ? undefined : monthInFileName(fileName));
  const context: CheckContext = {
    note,
    today,
    ...schemaOf(file, date, series, fromFile, today),
    ...(file === undefined ? {} : { uri: file }),
    ...(fileName === undefined ? {} : { fileName }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(series === undefined ? {} : { series: otherNotes(series, file) }),
    ...(own && { own }),
  };
  const meetings = fileMeetings(file ?? uri, note, series, fileDate);
  if (meetings.length === 0) {
    // The built-in template is that of one meeting.
    return context.definition === undefined && namesManyDays(note)
      ? { ...context, ...nothingLearned }
      : context;
  }
  return { ...context, meetings: meetingContexts(context, meetings, fromFile) };
}
