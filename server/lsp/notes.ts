/** The open documents as notes: which of them are, and what their features go by. */

import type { Settings } from '../../shared/settings.ts';
import type { CheckContext, IssueMemory } from '../core/checks/problem.ts';
import { Emitter } from '../core/emitter.ts';
import type { CompletionInputs } from '../core/features/completion/completion.ts';
import type { HoverInputs } from '../core/features/hover.ts';
import type { RewriteInputs } from '../core/features/referenceRewrites.ts';
import type { Repository } from '../core/note/note.ts';
import type { Logger } from '../core/ports.ts';
import type { DocumentContexts } from '../core/workspace/documentContext.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import type { Workspace } from '../core/workspace/workspace.ts';

export interface NotesHost {
  readonly log: Logger;
  readonly workspace: Pick<Workspace, 'isNote'>;
  readonly contexts: DocumentContexts;
}

export type NoteInputs = CheckContext & CompletionInputs & HoverInputs & RewriteInputs;

export class Notes {
  /** A document was found to be a note. */
  readonly found = new Emitter<OpenDocument>();
  readonly #host: NotesHost;
  readonly #truncated = new WeakSet<OpenDocument>();

  constructor(host: NotesHost) {
    this.#host = host;
  }

  isNote(document: OpenDocument): boolean {
    const { workspace, log } = this.#host;
    if (!workspace.isNote(document)) return false;
    this.found.emit(document);
    const { uri, note } = document;
    if (note.truncated !== undefined && !this.#truncated.has(document)) {
      this.#truncated.add(document);
      const line = document.document.positionAt(note.truncated.at).line + 1;
      log.info(`${uri} is too large to be read in full; nothing is checked from line ${line} on.`);
    }
    return true;
  }

  /** What `#1` means in a document. */
  repositoryOf({ uri, note }: Pick<OpenDocument, 'uri' | 'note'>): Repository | undefined {
    return this.#host.contexts.repositoryOf(uri, note);
  }

  /** Undefined: the document is no note. `issues`: what is remembered of GitHub; absent: it is not asked. */
  contextOf(document: OpenDocument, issues: IssueMemory | undefined): CheckContext | undefined {
    if (!this.isNote(document)) return undefined;
    const context = this.#host.contexts.contextOf(document.uri, document.note);
    return issues === undefined ? context : { ...context, issues };
  }

  /** Undefined: the document is no note. */
  inputsFor(
    document: OpenDocument,
    { repository, referenceStyle }: Settings,
    issues: IssueMemory | undefined,
  ): NoteInputs | undefined {
    const context = this.contextOf(document, issues);
    if (context === undefined) return undefined;
    const others = (context.series?.notes.length ?? 0) > 1;
    const ownIsSettled = others || repository !== '' || context.definition?.repository !== undefined;
    return { ...context, uri: document.uri, own: context.own, ownIsSettled, style: referenceStyle };
  }
}
