/** The real server, driven by the official protocol library over streams in memory. */

import { ok } from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { systemClock, systemTimers } from '../../server/host/clock.ts';
import { lifecycleStrategy } from '../../server/lsp/lifecycle.ts';
import { type Host, startServer } from '../../server/server.ts';
import { isFreeOfTokens } from './measures.ts';

export { until } from './until.ts';

/** What the editor's own client can do, as far as this server asks. */
export const pullClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
};

/** A client that can do nothing but show what it is sent. */
export const plainClient: ClientCapabilities = {};

export interface Session {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What was pushed, newest last. */
  readonly published: PublishDiagnosticsParams[];
  /** Lines the server logged. */
  readonly log: string[];
  /** Those of them that are errors. */
  readonly errors: string[];
  /** How often the server asked for a refresh of the diagnostics. */
  refreshes: number;
  /** What `workspace/configuration` answers for the section, by scope; '' is no scope. */
  readonly settings: Map<string, unknown>;
  open(uri: string, text: string, version?: number): Promise<void>;
  /** Ends the session as an editor does, without the `exit` that would end this process. */
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly host?: Partial<Host>;
  readonly params?: Partial<InitializeParams>;
  /** `never`: the client never answers. */
  readonly settings?: ReadonlyMap<string, unknown> | 'never';
  /** Adds to what the client answers, before the server is initialized. */
  readonly onConnect?: (client: ProtocolConnection) => void;
}

/** A server that has not been initialized yet, as two streams of bytes. */
export function startOnStreams(host: Partial<Host> = {}): { toServer: PassThrough; toClient: PassThrough } {
  const toServer = new PassThrough();
  const toClient = watched(new PassThrough());
  const lifecycle = lifecycleStrategy();
  // Given readers instead of streams, the library does not end the process when they end.
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    { messageStrategy: lifecycle },
  );
  startServer(server, { clock: systemClock, timers: systemTimers, ...host }, lifecycle);
  server.listen();
  return { toServer, toClient };
}

/** Nothing that a server says has a token in it. */
function watched(stream: PassThrough): PassThrough {
  const write = stream.write.bind(stream);
  const look = (chunk: unknown, ...more: never[]): boolean => {
    ok(isFreeOfTokens(String(chunk)), 'the server has told a token');
    return write(chunk, ...more);
  };
  stream.write = look as typeof stream.write;
  return stream;
}

/** The same with a client for it. */
export function connect(host: Partial<Host> = {}): ProtocolConnection {
  const { toServer, toClient } = startOnStreams(host);
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client.listen();
  return client;
}

/** An initialized session with a client of the given capabilities. */
export async function startSession(
  capabilities: ClientCapabilities,
  options: SessionOptions = {},
): Promise<Session> {
  return initialize(connect(options.host), capabilities, options);
}

/** Does what an editor does at the start. The connection is to be listening. */
export async function initialize(
  client: ProtocolConnection,
  capabilities: ClientCapabilities,
  options: SessionOptions = {},
): Promise<Session> {
  const published: PublishDiagnosticsParams[] = [];
  const log: string[] = [];
  const errors: string[] = [];
  const silent = options.settings === 'never';
  const settings = new Map(options.settings === 'never' ? [] : options.settings);
  client.onNotification('textDocument/publishDiagnostics', (params) => {
    published.push(params);
  });
  client.onNotification('window/logMessage', ({ message, type }) => {
    log.push(message);
    if (type === MessageType.Error) errors.push(message);
  });
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    silent ? new Promise(() => {}) : items.map(({ scopeUri }) => settings.get(scopeUri ?? '') ?? null),
  );
  client.onRequest('workspace/diagnostic/refresh', () => {
    session.refreshes++;
    return null;
  });
  options.onConnect?.(client);
  const params: InitializeParams = {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: null,
    ...options.params,
  };
  const initialized = await client.sendRequest<InitializeResult>('initialize', params);
  await client.sendNotification('initialized', {});
  const session: Session = {
    client,
    initialized,
    published,
    log,
    errors,
    refreshes: 0,
    settings,
    async open(uri, text, version = 1) {
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      });
    },
    async close() {
      await client.sendRequest('shutdown');
      client.dispose();
    },
  };
  return session;
}
