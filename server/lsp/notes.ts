/** The open documents as notes: which of them are, and what their features go by. */

import type { Say } from '../../shared/l10n.ts';
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
  readonly say: Say;
  readonly workspace: Pick<Workspace, 'isNote'>;
  readonly contexts: DocumentContexts;
  /** What else a document's context depends on. */
  generation(uri: string): string;
}

export type NoteInputs = CheckContext & CompletionInputs & HoverInputs & RewriteInputs;

export class Notes {
  /** A document was found to be a note. */
  readonly found = new Emitter<OpenDocument>();
  readonly #host: NotesHost;
  /** Of each document, by its version and what else it depends on: a hover asks for the same as the diagnostics before it. */
  readonly #known = new WeakMap<
    OpenDocument,
    { readonly version: number; readonly generation: string; readonly context: CheckContext | undefined }
  >();
  readonly #reported = { truncated: new WeakSet<OpenDocument>(), shortened: new WeakSet<OpenDocument>() };

  constructor(host: NotesHost) {
    this.#host = host;
  }

  isNote(document: OpenDocument): boolean {
    const { workspace, log } = this.#host;
    if (!workspace.isNote(document)) return false;
    this.found.emit(document);
    const { uri } = document;
    this.#reportOnce(document, 'truncated', (line) => {
      log.info(`${uri} is too large to be read in full; nothing is checked from line ${line} on.`);
    });
    this.#reportOnce(document, 'shortened', (line) => {
      log.info(`${uri}: line ${line} is too long to be read in full; the rest of the line is not checked.`);
    });
    return true;
  }

  #reportOnce(document: OpenDocument, what: 'truncated' | 'shortened', report: (line: number) => void): void {
    const place = document.note[what];
    if (!place || this.#reported[what].has(document)) return;
    this.#reported[what].add(document);
    report(document.document.positionAt(place.at).line + 1);
  }

  /** What `#1` means in a document. */
  repositoryOf({ uri, note }: Pick<OpenDocument, 'uri' | 'note'>): Repository | undefined {
    return this.#host.contexts.repositoryOf(uri, note);
  }

  /** Undefined: the document is no note. `issues`: what is remembered of GitHub; absent: it is not asked. */
  contextOf(document: OpenDocument, issues: IssueMemory | undefined): CheckContext | undefined {
    const context = this.#contextOf(document);
    return issues === undefined ? context : context && { ...context, issues };
  }

  #contextOf(document: OpenDocument): CheckContext | undefined {
    const { uri, version } = document;
    const generation = this.#host.generation(uri);
    const known = this.#known.get(document);
    if (known?.version === version && known.generation === generation) {
      if (known.context) this.found.emit(document);
      return known.context;
    }
    const context = this.isNote(document) ? this.#host.contexts.contextOf(uri, document.note) : undefined;
    this.#known.set(document, { version, generation, context });
    return context;
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
    const { say } = this.#host;
    return { ...context, uri: document.uri, own: context.own, ownIsSettled, style: referenceStyle, say };
  }
}
