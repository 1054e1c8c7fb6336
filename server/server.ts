/** Builds the server's state on a connection and registers its handlers. */

import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { serveCodeActions } from './lsp/codeActions.ts';
import { serveCodeLens } from './lsp/codeLens.ts';
import { serveCompletion } from './lsp/completion.ts';
import { serveActionItems } from './lsp/custom/actionItems.ts';
import { serveAsk } from './lsp/custom/ask.ts';
import { plainClientCommands } from './lsp/custom/commands.ts';
import { serveDescribeNote, serveNotesFolders } from './lsp/custom/describeNote.ts';
import { serveDrafts } from './lsp/custom/drafts.ts';
import { serveFinishNote } from './lsp/custom/finishNote.ts';
import { serveImportNotes } from './lsp/custom/importNotes.ts';
import { serveLearnTemplate } from './lsp/custom/learnTemplate.ts';
import { serveNeighbours } from './lsp/custom/neighbours.ts';
import { serveNewNote } from './lsp/custom/newNote.ts';
import { serveReferences } from './lsp/custom/references.ts';
import { serveTemplates } from './lsp/custom/templates.ts';
import { serveDefinition } from './lsp/definition.ts';
import { serveDiagnostics } from './lsp/diagnostics.ts';
import { serveDocumentColor } from './lsp/documentColor.ts';
import { serveDocumentLinks } from './lsp/documentLinks.ts';
import { serveDocumentSymbols } from './lsp/documentSymbols.ts';
import { serveExecuteCommand } from './lsp/executeCommand.ts';
import { followFiles, workspaceCapabilities } from './lsp/fileEvents.ts';
import { serveFindReferences } from './lsp/findReferences.ts';
import { serveHover } from './lsp/hover.ts';
import { serveInlayHints } from './lsp/inlayHints.ts';
import { answerRefused } from './lsp/lifecycle.ts';
import { lookUpOpenNotes } from './lsp/noteLookUps.ts';
import { serveRename } from './lsp/rename.ts';
import { selectCommandFor } from './lsp/selectCommand.ts';
import { serveSemanticTokens } from './lsp/semanticTokens.ts';
import { createSession, type Host, type Session } from './lsp/session.ts';
import { serveWorkspaceSymbols } from './lsp/workspaceSymbols.ts';

export type { Host } from './lsp/session.ts';

/** Answers one request of the protocol. Gives what the server tells the client of it. */
type Feature = (connection: Connection, session: Session) => ServerCapabilities;

const features: readonly Feature[] = [
  serveDiagnostics,
  serveHover,
  (connection, session) =>
    serveCompletion(connection, { ...session, store: session.github?.store }, session.capabilities),
  serveCodeActions,
  (connection, session) =>
    serveExecuteCommand(connection, session, [
      ...plainClientCommands(connection, session),
      ...selectCommandFor(connection, session.capabilities),
    ]),
  serveDocumentLinks,
  serveInlayHints,
  serveSemanticTokens,
  serveDefinition,
  serveFindReferences,
  serveRename,
  serveCodeLens,
  serveDocumentColor,
  serveDocumentSymbols,
  serveWorkspaceSymbols,
];

/** Registers everything; the caller then listens. The connection is to have a `lifecycleStrategy`. */
export function startServer(connection: Connection, host: Host): void {
  answerRefused(connection);
  connection.onInitialize((params) => startSession(connection, host, params));
}

function startSession(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const session = createSession(connection, host, params);
  const { answersChanged, configuration, documents, ended, folders, github, titlesChanged, workspace } =
    session;

  const capabilities: ServerCapabilities = Object.assign(
    {},
    ...features.map((serve) => serve(connection, session)),
  );
  serveNewNote(connection, session);
  serveTemplates(session);
  serveLearnTemplate(connection, session);
  serveDescribeNote(connection, session);
  serveNotesFolders(connection, session);
  serveNeighbours(connection, session);
  serveActionItems(connection, session);
  serveDrafts(connection, session);
  serveAsk(connection, session);
  serveFinishNote(connection, session);
  serveImportNotes(connection, session);
  const notifyReferences = serveReferences(connection, session);
  answersChanged.on(notifyReferences);
  titlesChanged.on(notifyReferences);

  if (github) lookUpOpenNotes(github, session);
  documents.onDidOpen(({ document }) => workspace.documentOpened(document));
  documents.onDidChangeContent(({ document }) => workspace.documentChanged(document));
  documents.onDidClose(({ document }) => workspace.documentClosed(document));
  documents.listen(connection);

  connection.onInitialized(() => {
    configuration.start();
    followFiles(connection, session);
    folders.start(connection);
  });
  connection.onShutdown(() => {
    ended.emit();
    return github?.dispose();
  });
  return {
    serverInfo: { name: 'office-hours' },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...capabilities,
      workspace: workspaceCapabilities,
    },
  };
}
