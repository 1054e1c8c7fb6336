/** Builds the server's state on a connection and registers its handlers. */

import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { findProblems } from './core/checks/findProblems.ts';
import type { Clock, Files, Logger } from './core/ports.ts';
import type { Remote } from './core/references/remote.ts';
import { canonicalUri } from './core/uri.ts';
import { Remotes } from './core/workspace/remotes.ts';
import { filesByClient, filesByScheme, noFiles, remotesByClient } from './host/byClient.ts';
import { systemTimers } from './host/clock.ts';
import { Checks } from './lsp/checks.ts';
import { foldersOf, initializationOptions, portsToGitHub } from './lsp/clientOptions.ts';
import { serveColours } from './lsp/colours.ts';
import { serveCompletion } from './lsp/completion.ts';
import { Configuration } from './lsp/configuration.ts';
import { serveLearnTemplate } from './lsp/custom/learnTemplate.ts';
import { serveNewNote } from './lsp/custom/newNote.ts';
import { serveReferences } from './lsp/custom/references.ts';
import { serveTemplates } from './lsp/custom/templates.ts';
import { serveDefinition } from './lsp/definition.ts';
import { canPull, pullOptions, serveDiagnostics } from './lsp/diagnostics.ts';
import { type OpenDocument, openDocuments } from './lsp/documents.ts';
import { followFiles, workspaceCapabilities } from './lsp/fileEvents.ts';
import { type GitHubPorts, GitHubSession } from './lsp/github.ts';
import { contain, type HandlerState } from './lsp/handler.ts';
import { featureCapabilities, serveLanguageFeatures } from './lsp/languageFeatures.ts';
import { Later } from './lsp/later.ts';
import { answerRefused } from './lsp/lifecycle.ts';
import { linkCapabilities, serveLinkFeatures } from './lsp/linkFeatures.ts';
import { Notes } from './lsp/notes.ts';
import { isOwnClient, tellOwnClient } from './lsp/ownClient.ts';
import { Signal } from './lsp/signal.ts';
import { TemplateDocuments } from './lsp/templateDocuments.ts';
import { Workspace } from './lsp/workspace.ts';

/** What the machine around the server offers. */
export interface Host {
  readonly clock: Clock;
  /** For `file:` URIs; absent where there is no file system, e.g. in a browser. */
  readonly files?: Files;
  /** The remotes of the clone around a folder, a URI; for a client that knows none. */
  readonly remotes?: (folder: string) => Promise<readonly Remote[]>;
  /** For a client that does not reach GitHub itself; absent: then nobody does. */
  readonly github?: GitHubPorts;
}

/** How long the first diagnostics wait for the client's settings. */
const settingsWaitMs = 1_000;
/** How long what numbers mean is left alone once it may differ: a repository's name may still be being typed. */
const meaningsWaitMs = 1_000;

/** Registers everything; the caller then listens. The connection is to have a `lifecycleStrategy`. */
export function startServer(connection: Connection, host: Host): void {
  answerRefused(connection);
  connection.onInitialize((params) => startSession(connection, host, params));
}

function startSession(connection: Connection, host: Host, params: InitializeParams) {
  const { clock, files: machine } = host;
  const { capabilities } = params;
  const options = initializationOptions(params);
  const { filesByClient: byClient, settings } = options;
  const files = filesByScheme(machine, byClient ? filesByClient(connection) : noFiles);
  const documents = openDocuments((uri) => workspace.archive.templates.conventionsOf(uri));
  const log: Logger = {
    error: (message) => connection.console.error(message),
    info: (message) => connection.console.info(message),
  };
  const own = isOwnClient(options);
  const tell = tellOwnClient(connection, options);
  const state: HandlerState = { log, document: (uri) => documents.get(uri) };

  const configuration = new Configuration(connection, capabilities, log, settings, () => {
    workspace.setFolders(workspace.folders);
    everythingChanged();
    links.settingsChanged();
  });
  const workspace = new Workspace({
    files,
    clock,
    log,
    openDocuments: () => documents.all(),
    settingsFor: (uri) => configuration.settingsFor(uri),
    changed: everythingChanged,
    templatesChanged: () => tellTemplates(),
  });
  const remotes = new Remotes({
    sources: [
      ...(options.remotesByClient ? [remotesByClient(connection)] : []),
      ...(host.remotes ? [host.remotes] : []),
    ],
    changed: everythingChanged,
  });
  const notes = new Notes({
    clock,
    log,
    workspace,
    configuration,
    remotes,
    issues: () => github?.store,
    noteSeen: (document) => colours.noteSeen(document.canonicalUri),
  });
  const isNote = (document: OpenDocument) => notes.isNote(document);
  const repositoryOf = (document: Pick<OpenDocument, 'uri' | 'note'>) => notes.repositoryOf(document);
  const inputsFor = (document: OpenDocument) => notes.inputsFor(document);
  const templateDocuments = new TemplateDocuments(workspace, clock);
  const templateOf = (document: OpenDocument) => templateDocuments.inputsFor(document);
  const settingsKnown = new Signal();
  const checks = new Checks(
    {
      contextOf: (document) => notes.contextOf(document),
      settingsFor: (uri) => configuration.settingsFor(uri),
      find: findProblems,
      generation: (uri) =>
        `${workspace.generationFor(uri)}.${clock.today()}.${github?.store.generation ?? 0}`,
    },
    settingsKnown.raised,
  );
  const diagnostics = serveDiagnostics(
    { ...state, connection, checks, templateOf, openDocuments: () => documents.all() },
    capabilities,
    clock.now(),
  );
  const githubPorts = portsToGitHub(connection, host.github, options);
  const github =
    githubPorts &&
    new GitHubSession({
      ...githubPorts,
      connection,
      tell,
      clock,
      timers: systemTimers,
      log,
      isNote,
      repositoryOf,
      changed: () => {
        diagnostics.allChanged();
        links.titlesChanged();
        referencesChanged();
      },
    });
  const referencesChanged = serveReferences(connection, {
    ...state,
    tell,
    store: github?.store,
    isNote,
    repositoryOf,
    settingsFor: (uri) => configuration.settingsFor(uri),
  });
  const colours = serveColours(connection, capabilities, log);
  serveLanguageFeatures(connection, { ...state, checks, inputsFor, templateOf }, capabilities);
  serveCompletion(
    connection,
    { ...state, clock, timers: systemTimers, own, tell, store: github?.store, inputsFor, templateOf },
    capabilities,
  );
  const links = serveLinkFeatures(
    connection,
    {
      ...state,
      ready: settingsKnown.raised,
      own,
      inputsFor,
      templateOf,
      settingsFor: (uri) => configuration.settingsFor(uri),
      github: () => github && { store: github.store, now: clock.now() },
    },
    capabilities,
  );
  if (!own) serveDefinition(connection, { ...state, files, openDocuments: () => documents.all(), isNote });
  const archiveRead = () => settingsKnown.raised.then(() => workspace.settled());
  const { templates } = workspace.archive;
  const tellTemplates = serveTemplates(connection, tell, log, archiveRead, templates, async (uri) => {
    const open = documents.all().find((document) => document.canonicalUri === uri);
    if (open !== undefined) return open.document.getText();
    const [result] = await files.read([uri]);
    return result?.kind === 'text' ? result.text : undefined;
  });
  serveNewNote(connection, log, archiveRead, {
    archive: workspace.archive,
    clock,
    files,
    settingsFor: (uri) => configuration.settingsFor(uri),
  });
  serveLearnTemplate(connection, log, archiveRead, {
    archive: workspace.archive,
    files,
    openNote: (uri) => documents.all().find((document) => document.canonicalUri === canonicalUri(uri))?.note,
    repositoryFor: async (uri, note) => {
      await remotes.settled(uri);
      return repositoryOf({ uri, note });
    },
  });

  documents.onDidOpen(
    ({ document }) =>
      // Nothing is asked about a repository that only seemed to be meant.
      void Promise.all([archiveRead(), remotes.settled(document.uri)]).then(() => {
        if (documents.get(document.uri) === document) github?.documentChanged(document, true);
      }),
  );
  documents.onDidChangeContent(({ document }) => {
    diagnostics.changed(document);
    github?.documentChanged(document, false);
    workspace.documentChanged(document);
  });
  documents.onDidClose(({ document }) => {
    diagnostics.closed(document.uri);
    github?.documentClosed(document.uri);
    workspace.documentClosed(document);
  });
  documents.listen(connection);

  let folders = foldersOf(params);
  connection.onInitialized(() => {
    configuration.start();
    followFiles(connection, capabilities, log, workspace);
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
        folders = [...folders.filter((uri) => !gone.has(canonicalUri(uri))), ...added.map(({ uri }) => uri)];
        void contain(log, 'folders', () => useFolders());
      });
    }
    void contain(log, 'initialized', () => useFolders()).then(settingsKnown.raise);
  });
  // Nothing is asked about a repository that is only learned from half of the notes.
  const meanings = new Later(() => {
    if (workspace.isReading) meanings.in(meaningsWaitMs);
    else github?.meaningsChanged(documents.all());
  });
  connection.onShutdown(() => {
    meanings.cancel();
    diagnostics.dispose();
    workspace.dispose();
    links.dispose();
    return github?.dispose();
  });

  /** The archive, the settings or what `#1` means. */
  function everythingChanged(): void {
    checks.changed();
    diagnostics.allChanged();
    referencesChanged();
    if (github) meanings.afterQuietOf(meaningsWaitMs);
  }

  /** The settings come first, as they say where the notes are; if they come. */
  async function useFolders(): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, settingsWaitMs));
    await Promise.race([configuration.setFolders(folders), late]);
    workspace.setFolders(folders);
  }

  const result: InitializeResult = {
    serverInfo: { name: 'office-hours' },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(canPull(capabilities) ? { diagnosticProvider: pullOptions } : {}),
      ...featureCapabilities(capabilities),
      ...linkCapabilities,
      ...(!own && { definitionProvider: true }),
      workspace: workspaceCapabilities,
    },
  };
  return result;
}
