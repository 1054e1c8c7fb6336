/** The open documents as notes: which of them are, and all that is known of one for its checks and features. */

import { ownRepository } from '../core/archive/ownRepository.ts';
import type { CheckContext, IssueMemory } from '../core/checks/problem.ts';
import type { CompletionInputs } from '../core/features/completion/completion.ts';
import type { HoverInputs } from '../core/features/hover.ts';
import type { RewriteInputs } from '../core/features/referenceRewrites.ts';
import type { Repository } from '../core/note/note.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { contextOf } from '../core/workspace/documentContext.ts';
import type { Remotes } from '../core/workspace/remotes.ts';
import type { Configuration } from './configuration.ts';
import type { OpenDocument } from './documents.ts';
import type { Workspace } from './workspace.ts';

export interface NotesHost {
  readonly clock: Clock;
  readonly log: Logger;
  readonly workspace: Workspace;
  readonly configuration: Pick<Configuration, 'settingsFor'>;
  readonly remotes: Pick<Remotes, 'of'>;
  /** What is remembered of GitHub; undefined: it is not asked. */
  issues(): IssueMemory | undefined;
  /** A document was found to be a note. */
  noteSeen(document: OpenDocument): void;
}

export type NoteInputs = CheckContext & CompletionInputs & HoverInputs & RewriteInputs;

export class Notes {
  readonly #host: NotesHost;
  readonly #truncated = new WeakSet<OpenDocument>();

  constructor(host: NotesHost) {
    this.#host = host;
  }

  isNote(document: OpenDocument): boolean {
    const { workspace, log } = this.#host;
    if (!workspace.isNote(document)) return false;
    this.#host.noteSeen(document);
    const { uri, note } = document;
    if (note.truncated !== undefined && !this.#truncated.has(document)) {
      this.#truncated.add(document);
      const line = document.document.positionAt(note.truncated.at).line + 1;
      log.info(`${uri} is too large to be read in full; nothing is checked from line ${line} on.`);
    }
    return true;
  }

  /** What `#1` means in a document: its template says so, else the settings, the clone and the notes. */
  repositoryOf({ uri, note }: Pick<OpenDocument, 'uri' | 'note'>): Repository | undefined {
    const { workspace, configuration, remotes } = this.#host;
    const written = workspace.archive.templates.of(uri)?.definition.repository;
    const named = written ?? configuration.settingsFor(uri).repository;
    return ownRepository(named, workspace.seriesOf(uri), note, remotes.of(uri));
  }

  /** Undefined: the document is no note. */
  contextOf(document: OpenDocument): CheckContext | undefined {
    if (!this.isNote(document)) return undefined;
    const { workspace, clock, issues } = this.#host;
    const { uri, note } = document;
    const own = this.repositoryOf(document);
    const definition = workspace.archive.templates.of(uri)?.definition;
    const memory = issues();
    return {
      ...contextOf(uri, note, workspace.seriesOf(uri), clock.today(), definition),
      ...(own && { own }),
      ...(memory && { issues: memory }),
    };
  }

  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): NoteInputs | undefined {
    const context = this.contextOf(document);
    if (context === undefined) return undefined;
    const { uri } = document;
    const others = (context.series?.notes.length ?? 0) > 1;
    const { repository, referenceStyle } = this.#host.configuration.settingsFor(uri);
    const ownIsSettled = others || repository !== '' || context.definition?.repository !== undefined;
    return { ...context, uri, own: context.own, ownIsSettled, style: referenceStyle };
  }
}
