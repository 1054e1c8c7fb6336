/** The state of one session on its connection, and all that is answered in it. */

import type { Connection, InitializeParams } from 'vscode-languageserver';
import { serveCodeActions } from './lsp/codeActions.ts';
import { serveCodeLens } from './lsp/codeLens.ts';
import { serveCompletion } from './lsp/completion.ts';
import { serveActionItems } from './lsp/custom/actionItems.ts';
import { serveAsk } from './lsp/custom/ask.ts';
import { commandRuns } from './lsp/custom/commands.ts';
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
import { followFiles } from './lsp/fileEvents.ts';
import { serveFindReferences } from './lsp/findReferences.ts';
import { serveHover } from './lsp/hover.ts';
import { serveInlayHints } from './lsp/inlayHints.ts';
import { lookUpOpenNotes } from './lsp/noteLookUps.ts';
import { serveRename } from './lsp/rename.ts';
import { serveSemanticTokens } from './lsp/semanticTokens.ts';
import { createSession, type Host, type Session } from './lsp/session.ts';
import { serveWorkspaceSymbols } from './lsp/workspaceSymbols.ts';

/** Answers requests of the protocol, or of our own. `capabilitiesFor` tells the client of the former. */
type Feature = (connection: Connection, session: Session) => void;

const features: readonly Feature[] = [
  serveDiagnostics,
  serveHover,
  (connection, session) =>
    serveCompletion(connection, { ...session, store: session.github?.store }, session.capabilities),
  serveCodeActions,
  (connection, session) => serveExecuteCommand(connection, session, commandRuns(connection, session)),
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
  serveNewNote,
  (_, session) => serveTemplates(session),
  serveLearnTemplate,
  serveDescribeNote,
  serveNotesFolders,
  serveNeighbours,
  serveActionItems,
  serveDrafts,
  serveAsk,
  serveFinishNote,
  serveImportNotes,
];

export function startSession(connection: Connection, host: Host, params: InitializeParams): void {
  const session = createSession(connection, host, params);
  const { answersChanged, configuration, documents, ended, folders, github, titlesChanged, workspace } =
    session;

  for (const serve of features) serve(connection, session);
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
}
