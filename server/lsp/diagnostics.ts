/** Diagnostics, pulled by a client that can (LSP 3.17 and later), else pushed; never both. */

import type {
  ClientCapabilities,
  Connection,
  Diagnostic,
  DiagnosticRegistrationOptions,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type DiagnosticSupport, source, toDiagnostics } from '../core/features/diagnostics.ts';
import { templateDiagnostics } from '../core/features/template/diagnostics.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import type { Checks } from './checks.ts';
import type { OpenDocument } from './documents.ts';
import { contain, documentHandler, type HandlerState } from './handler.ts';
import { Later } from './later.ts';

/** What the server does about diagnostics, whichever way they travel. */
export interface Diagnostics {
  /** The document was opened or changed. */
  changed(document: OpenDocument): void;
  closed(uri: string): void;
  /** Something all documents depend on changed: settings, the archive. */
  allChanged(): void;
  /** Drops what is still waiting; for the end of a session. */
  dispose(): void;
}

/** A client that pulls but cannot be told to pull again would not hear of what the network or the archive taught. */
export function canPull({ textDocument, workspace }: ClientCapabilities): boolean {
  if (textDocument?.diagnostic === undefined) return false;
  return workspace?.diagnostics?.refreshSupport === true || textDocument.publishDiagnostics === undefined;
}

/** The server capability for a client that pulls. */
export const pullOptions: Omit<DiagnosticRegistrationOptions, 'documentSelector'> = {
  identifier: source,
  // One note's text is nothing to another's problems; what the archive teaches arrives with a refresh.
  interFileDependencies: false,
  workspaceDiagnostics: false,
};

interface State extends HandlerState {
  readonly connection: Connection;
  readonly checks: Checks;
  openDocuments(): readonly OpenDocument[];
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
}

export function serveDiagnostics(
  state: State,
  capabilities: ClientCapabilities,
  session: number,
): Diagnostics {
  return canPull(capabilities) ? pull(state, capabilities, session) : push(state, capabilities);
}

function pull(state: State, capabilities: ClientCapabilities, session: number): Diagnostics {
  const { connection, checks, log } = state;
  const given = capabilities.textDocument?.diagnostic;
  const support: DiagnosticSupport = {
    relatedInformation: given?.relatedInformation ?? true,
    codeDescription: given?.codeDescriptionSupport ?? true,
  };
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  // A document that is opened again may have another text by the same version.
  const openings = new WeakMap<OpenDocument, number>();
  let opened = 0;
  const openingOf = (document: OpenDocument): number => {
    const opening = openings.get(document) ?? ++opened;
    openings.set(document, opening);
    return opening;
  };

  connection.languages.diagnostics.on(
    documentHandler<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      state,
      'textDocument/diagnostic',
      nothing,
      async (document, params) => {
        await checks.ready;
        const text = `${openingOf(document)}.${document.version}`;
        const resultId = `${session}.${text}.${checks.generationFor(document.uri)}`;
        if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
        const items = diagnosticsOf(document, state, support);
        return { kind: 'full', resultId, items };
      },
    ),
  );

  const refresh = new Later(() => {
    void contain(log, 'workspace/diagnostic/refresh', async () => {
      await connection.languages.diagnostics.refresh();
    });
  });
  return {
    changed() {},
    closed() {},
    allChanged() {
      if (canRefresh) refresh.in(refreshDelayMs);
    },
    dispose: () => refresh.cancel(),
  };
}

function push(state: State, capabilities: ClientCapabilities): Diagnostics {
  const { connection, checks, log } = state;
  const given = capabilities.textDocument?.publishDiagnostics;
  const support: DiagnosticSupport = {
    relatedInformation: given?.relatedInformation ?? false,
    codeDescription: given?.codeDescriptionSupport ?? false,
  };
  const waiting = new Map<string, Later>();
  /** Documents whose last published list was not empty. */
  const shown = new Set<string>();

  function publish(uri: string): void {
    void contain(log, 'textDocument/publishDiagnostics', async () => {
      await checks.ready;
      const document = state.document(uri);
      if (document === undefined) return;
      const diagnostics = diagnosticsOf(document, state, support);
      if (diagnostics.length === 0 && !shown.has(uri)) return;
      if (diagnostics.length > 0) shown.add(uri);
      else shown.delete(uri);
      await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    });
  }

  function schedule(uri: string): void {
    let later = waiting.get(uri);
    if (later === undefined) {
      later = new Later(() => publish(uri));
      waiting.set(uri, later);
    }
    later.in(0);
  }

  return {
    changed: (document) => schedule(document.uri),
    closed(uri) {
      waiting.get(uri)?.cancel();
      waiting.delete(uri);
      if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
    },
    allChanged() {
      for (const document of state.openDocuments()) schedule(document.uri);
    },
    dispose() {
      for (const later of waiting.values()) later.cancel();
    },
  };
}

function diagnosticsOf(
  document: OpenDocument,
  { checks, templateOf }: State,
  support: DiagnosticSupport,
): Diagnostic[] {
  const template = templateOf(document);
  if (template !== undefined) {
    return templateDiagnostics(document.document, template, support.codeDescription);
  }
  return toDiagnostics(checks.problemsOf(document), document.document, support);
}

/** Settings of several folders and a burst of file events make one refresh. */
const refreshDelayMs = 50;
