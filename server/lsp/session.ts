/** All that the handlers of one session share, made in the order in which one part needs another. */

import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver';
import { type Bundle, type Say, sayIn } from '../../shared/l10n.ts';
import type { Settings } from '../../shared/settings.ts';
import { contain } from '../core/contain.ts';
import { Emitter } from '../core/emitter.ts';
import { TemplateDocuments } from '../core/features/template/documents.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import type { IssueStore } from '../core/github/sync/issueStore.ts';
import type { Repository } from '../core/note/note.ts';
import type { Clock, Files, Logger, Timers } from '../core/ports.ts';
import type { Remote } from '../core/references/remote.ts';
import { DocumentContexts } from '../core/workspace/documentContext.ts';
import { DocumentReader } from '../core/workspace/documentReader.ts';
import { Archive } from '../core/workspace/noteIndex.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';
import { ProblemCache } from '../core/workspace/problemCache.ts';
import { Remotes } from '../core/workspace/remotes.ts';
import { SummaryCache } from '../core/workspace/summaryCache.ts';
import { isTemplateUri } from '../core/workspace/templates.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { filesByClient, filesByScheme, noFiles, remotesByClient } from '../host/byClient.ts';
import {
  type ClientKind,
  clientKindOf,
  initializationOptions,
  type Notify,
  notifierFor,
} from './clientKind.ts';
import { enterpriseHostOf, initialSettings, portsToGitHub, translationsFor } from './clientOptions.ts';
import { Configuration } from './configuration.ts';
import { type OpenDocuments, openDocuments } from './documents.ts';
import { type GitHubPorts, GitHubSession } from './github.ts';
import { followGitHubSettings, githubBySettings, type TransportTo } from './githubBySettings.ts';
import type { HandlerState } from './handler.ts';
import { type NoteInputs, Notes } from './notes.ts';
import { Recall } from './recall.ts';
import { SessionFolders } from './workspaceFolders.ts';

/** What the machine around the server offers. */
export interface Host {
  readonly clock: Clock;
  readonly timers: Timers;
  /** The translations for a language tag such as `de` or `pt-br`; absent or undefined: English. */
  readonly translations?: (locale: string) => Bundle | undefined;
  /** For `file:` URIs; absent where there is no file system, e.g. in a browser. */
  readonly files?: Files;
  /** The remotes of the clone around a folder, a URI; for a client that knows none. */
  readonly remotes?: (folder: string) => Promise<readonly Remote[]>;
  /** For a client that does not reach GitHub itself; absent: GitHub is not asked. */
  readonly github?: GitHubPorts;
  /** The same at the API of `officeHours.github.apiUrl`. */
  readonly githubAt?: TransportTo;
  /** Tells the server's code from every other; absent: what the notes say is not kept for the next session. */
  readonly build?: string | undefined;
  /** The GitHub Enterprise server of the environment, in lower case. */
  readonly enterpriseHost?: string | undefined;
  /** Memory is to be spared from now on, at the price of some time; or no longer. */
  readonly spareMemory?: (isOn: boolean) => void;
}

export interface Session extends HandlerState {
  readonly capabilities: ClientCapabilities;
  readonly clientKind: ClientKind;
  readonly notify: Notify;
  /** In the user's language. Logs and what goes into notes do not pass through it. */
  readonly say: Say;
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
  readonly reader: DocumentReader;
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
  /** The same, or settled when that takes long: what is known so far is shown then. */
  archiveReadSoon(): Promise<void>;
  readonly recall: Recall;
  isNote(document: OpenDocument): boolean;
  /** What `#1` means in a document. */
  repositoryOf(document: Pick<OpenDocument, 'uri' | 'note'>): Repository | undefined;
  settingsFor(uri: string): Settings;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): NoteInputs | undefined;
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
}

/** A writer waits so long for what all notes say. */
const longestWaitMs = 1_000;

export function createSession(connection: Connection, host: Host, params: InitializeParams): Session {
  const { clock } = host;
  const { capabilities } = params;
  const options = initializationOptions(params);
  const clientKind = clientKindOf(options);
  const notify = notifierFor(connection, clientKind);
  const say = sayIn(translationsFor(params, options, host.translations));
  const log: Logger = {
    error: (message) => connection.console.error(message),
    info: (message) => connection.console.info(message),
  };
  // Nobody waits for what a timer runs, and what it throws would end the process.
  const timers: Timers = {
    after: (milliseconds, run) => host.timers.after(milliseconds, () => void contain(log, 'timer', run)),
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
  const { build, githubAt, github: byHost } = host;
  const bySettings = byHost && githubBySettings(byHost, githubAt, configuration, log);
  const ports = clientKind === 'plain' ? bySettings : portsToGitHub(connection, byHost, options);
  // In the storage of the titles, and by the same rules: none in Restricted Mode.
  const summaries = ports && build !== undefined ? new SummaryCache(ports.storage, build, log) : undefined;
  const reader = new DocumentReader({
    clock,
    timers,
    isOpen: (document) => documents.get(document.uri) === document,
  });
  const workspace = new Workspace({
    summaries,
    spareMemory: host.spareMemory,
    reader,
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
  const generation = (uri: string) => problems.generationFor(uri);
  const notes = new Notes({ log, say, workspace, contexts, generation });
  const isNote = (document: OpenDocument) => notes.isNote(document);
  const repositoryOf = (document: Pick<OpenDocument, 'uri' | 'note'>) => notes.repositoryOf(document);

  const changed = titlesChanged.emit;
  const clearNotes = async () => summaries?.clear();
  const github =
    ports &&
    new GitHubSession({
      ...ports,
      connection,
      notify,
      clock,
      timers,
      log,
      read: (document) => reader.read(document),
      say,
      isNote,
      repositoryOf,
      changed,
      clearNotes,
    });
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

  const archiveRead = () => folders.ready.then(() => workspace.settled());
  return {
    capabilities,
    clientKind,
    notify,
    log,
    say,
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
    archiveRead,
    archiveReadSoon: () => settledSoon(archiveRead(), timers),
    recall: new Recall(
      // A long document is as the index has it until it has been read.
      { archive, openDocuments: () => documents.all().filter(({ isRead }) => isRead), isNote },
      contexts,
    ),
    document: (uri) => documents.get(uri),
    async documentRead(uri) {
      const document = documents.get(uri);
      // A template file is not read as a note.
      if (document !== undefined && !isTemplateUri(document.canonicalUri)) await reader.read(document);
      return documents.get(uri);
    },
    reader,
    isNote,
    repositoryOf,
    settingsFor,
    inputsFor: (document) => notes.inputsFor(document, settingsFor(document.uri), currentStore()),
    templateOf: (document) => templateDocuments.inputsFor(document),
  };
}

/** Settled with the promise, or before. */
async function settledSoon(promise: Promise<void>, timers: Timers): Promise<void> {
  let cancel = () => {};
  const waited = new Promise<void>((resolve) => {
    cancel = timers.after(longestWaitMs, resolve);
  });
  await Promise.race([promise, waited]).finally(() => cancel());
}
