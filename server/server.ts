/** Builds the server's state on a connection and registers its handlers. */

import {
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { InitializationOptions } from '../shared/protocol.ts';
import { findProblems } from './core/checks/findProblems.ts';
import type { CheckContext } from './core/checks/problem.ts';
import { codeActions, type EditSupport, fixAllKind } from './core/features/codeActions.ts';
import { toSpan } from './core/features/range.ts';
import type { Clock, Files, Logger } from './core/ports.ts';
import { builtinTemplate } from './core/template/builtin.ts';
import { filesByClient, filesByScheme, noFiles } from './host/byClient.ts';
import { Checks } from './lsp/checks.ts';
import { Configuration } from './lsp/configuration.ts';
import { canPull, type Diagnostics, pullOptions, serveDiagnostics } from './lsp/diagnostics.ts';
import { type OpenDocument, openDocuments } from './lsp/documents.ts';
import { contain, documentHandler, type HandlerState } from './lsp/handler.ts';
import { answerRefused } from './lsp/lifecycle.ts';

/** What the machine around the server offers. */
export interface Host {
  readonly clock: Clock;
  /** For `file:` URIs; absent where there is no file system, e.g. in a browser. */
  readonly files?: Files;
}

/** Registers everything; the caller then listens. The connection is to have a `lifecycleStrategy`. */
export function startServer(connection: Connection, host: Host): void {
  answerRefused(connection);
  const documents = openDocuments();
  documents.listen(connection);
  const log: Logger = {
    error: (message) => connection.console.error(message),
    info: (message) => connection.console.info(message),
  };
  const state: HandlerState = { log, document: (uri) => documents.get(uri) };

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    const options = initializationOptions(params);
    const files = filesByScheme(host.files, options.filesByClient ? filesByClient(connection) : noFiles);
    void files;
    let diagnostics: Diagnostics | undefined;
    const changed = () => {
      checks.changed();
      diagnostics?.allChanged();
    };
    const configuration = new Configuration(connection, capabilities, log, options.settings, changed);
    let settingsKnown = () => {};
    const ready = new Promise<void>((resolve) => {
      settingsKnown = resolve;
    });
    const checks = new Checks(
      {
        contextOf,
        settingsFor: (uri) => configuration.settingsFor(uri),
        find: findProblems,
        today: host.clock.today,
      },
      ready,
    );
    diagnostics = serveDiagnostics(
      { ...state, connection, checks, openDocuments: () => documents.all() },
      capabilities,
      host.clock.now(),
    );
    documents.onDidChangeContent(({ document }) => diagnostics.changed(document));
    documents.onDidClose(({ document }) => diagnostics.closed(document.uri));
    serveCodeActions(connection, state, checks, editSupport(params));

    connection.onInitialized(() => {
      const folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
      void contain(log, 'initialized', () => configuration.start(folders)).then(settingsKnown);
    });
    connection.onShutdown(() => diagnostics.dispose());
    function contextOf(document: OpenDocument): CheckContext | undefined {
      if (document.note.title?.date === undefined) return undefined;
      return { note: document.note, template: builtinTemplate, today: host.clock.today(), roster: [] };
    }
    return {
      serverInfo: { name: 'office-hours' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(canPull(capabilities) ? { diagnosticProvider: pullOptions } : {}),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      },
    };
  });
}

function initializationOptions(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

function editSupport({ capabilities }: InitializeParams): EditSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges === true,
    rename: edit?.resourceOperations?.includes('rename') === true,
  };
}

function serveCodeActions(
  connection: Connection,
  state: HandlerState,
  checks: Checks,
  support: EditSupport,
): void {
  connection.onCodeAction(
    documentHandler<CodeActionParams, CodeAction[] | null>(
      state,
      'textDocument/codeAction',
      null,
      async (document, { range, context }) => {
        await checks.ready;
        const problems = checks.problemsOf(document);
        if (problems.length === 0) return [];
        const span = toSpan(range, document.document);
        const { only, diagnostics } = context;
        const request = { range: span, diagnostics, ...(only === undefined ? {} : { only }) };
        return codeActions(document.document, document.note, problems, request, support);
      },
    ),
  );
}
