/** All that the handlers of one session share, made in the order in which one part needs another. */

import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import type { Settings } from '../../shared/settings.ts';
import { Emitter } from '../core/emitter.ts';
import { TemplateDocuments } from '../core/features/template/documents.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Repository } from '../core/note/note.ts';
import type { Clock, Files, Logger, Timers } from '../core/ports.ts';
import type { Remote } from '../core/references/remote.ts';
import { DocumentContexts } from '../core/workspace/documentContext.ts';
import { Archive } from '../core/workspace/noteIndex.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { ProblemCache } from '../core/workspace/problemCache.ts';
import { Remotes } from '../core/workspace/remotes.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { filesByClient, filesByScheme, noFiles, remotesByClient } from '../host/byClient.ts';
import { systemTimers } from '../host/clock.ts';
import { type ClientKind, clientKindOf, type Notify, notifierFor } from './clientKind.ts';
import { enterpriseHostOf, initializationOptions, initialSettings, portsToGitHub } from './clientOptions.ts';
import { Configuration } from './configuration.ts';
import { type OpenDocuments, openDocuments } from './documents.ts';
import { type GitHubPorts, GitHubSession } from './github.ts';
import { followGitHubSettings, githubBySettings, type TransportTo } from './githubBySettings.ts';
import type { HandlerState } from './handler.ts';
import { type NoteInputs, Notes } from './notes.ts';
import { SessionFolders } from './workspaceFolders.ts';

/** What the machine around the server offers. */
export interface Host {
  readonly clock: Clock;
  /** For `file:` URIs; absent where there is no file system, e.g. in a browser. */
  readonly files?: Files;
  /** The remotes of the clone around a folder, a URI; for a client that knows none. */
  readonly remotes?: (folder: string) => Promise<readonly Remote[]>;
  /** For a client that does not reach GitHub itself; absent: GitHub is not asked. */
  readonly github?: GitHubPorts;
  /** The same at the API of `officeHours.github.apiUrl`. */
  readonly githubAt?: TransportTo;
  /** The GitHub Enterprise server of the environment, in lower case. */
  readonly enterpriseHost?: string | undefined;
}

export interface Session extends HandlerState {
  readonly capabilities: ClientCapabilities;
  readonly clientKind: ClientKind;
  readonly notify: Notify;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly files: Files;
  readonly archive: Archive;
  readonly documents: OpenDocuments;
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  readonly folders: SessionFolders;
  readonly remotes: Remotes;
  readonly notes: Notes;
  readonly problems: ProblemCache;
  /** Absent: GitHub is not asked. */
  readonly github: GitHubSession | undefined;
  /** Absent: GitHub is not asked, or lookups are off now. */
  readonly store: IssueStore | undefined;
  /** Settled once the settings are known, or the client does not send them. */
  readonly ready: Promise<void>;
  /** The archive, the settings or what `#1` means: any answer may differ now. */
  readonly answersChanged: Emitter;
  /** What is known of GitHub has changed. */
  readonly titlesChanged: Emitter;
  /** The client has asked for the end. */
  readonly ended: Emitter;
  /** Settled when all notes of the workspace folders have been read. */
  archiveRead(): Promise<void>;
  isNote(document: OpenDocument): boolean;
  /** What `#1` means in a document. */
  repositoryOf(document: Pick<OpenDocument, 'uri' | 'note'>): Repository | undefined;
  settingsFor(uri: string): Settings;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): NoteInputs | undefined;
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
}

export function createSession(connection: Connection, host: Host, params: InitializeParams): Session {
  const { clock } = host;
  const timers = systemTimers;
  const { capabilities } = params;
  const options = initializationOptions(params);
  const clientKind = clientKindOf(options);
  const notify = notifierFor(connection, clientKind);
  const log: Logger = {
    error: (message) => connection.console.error(message),
    info: (message) => connection.console.info(message),
  };
  const files = filesByScheme(host.files, options.filesByClient ? filesByClient(connection) : noFiles);
  const answersChanged = new Emitter();
  const titlesChanged = new Emitter();
  const ended = new Emitter();

  const enterpriseHost = enterpriseHostOf(options, host.enterpriseHost);
  const archive = new Archive(enterpriseHost);
  const documents = openDocuments((uri) => archive.templates.conventionsOf(uri));
  const configuration = new Configuration(connection, capabilities, log, timers, initialSettings(options));
  const settingsFor = (uri: string): Settings => configuration.settingsFor(uri);
  const workspace = new Workspace({
    archive,
    files,
    clock,
    timers,
    log,
    openDocuments: () => documents.all(),
    notesFolderFor: (folder) => settingsFor(folder).notesFolder,
  });
  const folders = new SessionFolders(params, { configuration, workspace, timers, log });
  const remoteSources = [
    ...(options.remotesByClient ? [remotesByClient(connection)] : []),
    ...(host.remotes ? [host.remotes] : []),
  ];
  const remotes = new Remotes(remoteSources, enterpriseHost);
  const contexts = new DocumentContexts({
    templates: archive.templates,
    clock,
    seriesOf: (uri) => workspace.seriesOf(uri),
    settingsFor,
    remoteOf: (uri) => remotes.of(uri),
  });
  const notes = new Notes({ log, workspace, contexts });
  const isNote = (document: OpenDocument) => notes.isNote(document);
  const repositoryOf = (document: Pick<OpenDocument, 'uri' | 'note'>) => notes.repositoryOf(document);

  const { githubAt, github: byHost } = host;
  const bySettings = byHost && githubBySettings(byHost, githubAt, configuration, log);
  const ports = clientKind === 'plain' ? bySettings : portsToGitHub(connection, byHost, options);
  const changed = titlesChanged.emit;
  const github =
    ports &&
    new GitHubSession({ ...ports, connection, notify, clock, timers, log, isNote, repositoryOf, changed });
  const isOn = () => clientKind === 'extension' || configuration.general.githubEnabled;
  const currentStore = () => (isOn() ? github?.store : undefined);
  if (github && clientKind === 'plain') followGitHubSettings(configuration, github.store);
  const problems = new ProblemCache({
    contexts,
    contextOf: (document) => notes.contextOf(document, currentStore()),
    generation: (uri) => `${workspace.generationFor(uri)}.${clock.today()}.${github?.store.generation ?? 0}`,
  });
  const templateDocuments = new TemplateDocuments(workspace, clock);

  configuration.changed.on(() => workspace.setFolders(workspace.folders));
  answersChanged.on(() => problems.changed());
  for (const source of [configuration, workspace, remotes]) source.changed.on(answersChanged.emit);
  ended.on(() => workspace.dispose());

  return {
    capabilities,
    clientKind,
    notify,
    log,
    clock,
    timers,
    files,
    archive,
    documents,
    configuration,
    workspace,
    folders,
    remotes,
    notes,
    problems,
    github,
    get store() {
      return currentStore();
    },
    ready: folders.ready,
    answersChanged,
    titlesChanged,
    ended,
    archiveRead: () => folders.ready.then(() => workspace.settled()),
    document: (uri) => documents.get(uri),
    isNote,
    repositoryOf,
    settingsFor,
    inputsFor: (document) => notes.inputsFor(document, settingsFor(document.uri), currentStore()),
    templateOf: (document) => templateDocuments.inputsFor(document),
  };
}
