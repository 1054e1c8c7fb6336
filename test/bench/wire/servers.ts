/** The servers that are measured side by side, each as an editor starts it. */

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ApiResponse } from '../../../shared/api.ts';
import { verbatim } from '../../../shared/l10n.ts';
import { WireClient } from './wireClient.ts';

export type ServerName = 'floor' | 'ours' | 'VS Code Markdown' | 'rumdl' | 'remark' | 'markdownlint';

export interface Server {
  readonly name: ServerName;
  /** A process that has not been spoken to yet. */
  start(): WireClient;
  readonly initializationOptions?: object;
  /** Waits until all notes of the folders have been read. Absent: it has no index. */
  indexed?(client: WireClient, folder: string): Promise<unknown>;
}

/** As VS Code's own client says it, as far as one of the servers asks. */
const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
  window: { workDoneProgress: true },
};

const compiled = join(tmpdir(), `office-hours-bench-compiled-${process.pid}`);
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));

/** The Node that runs what is written for Node: this one, or the one that an editor brings along. */
type Node = string;

const floor = (node: Node): Server => ({
  name: 'floor',
  start: () => new WireClient(node, ['out/benchFloor.cjs', '--stdio'], { OFFICE_HOURS_LINTER: '' }),
  indexed: (client) => client.request('bench/index', null),
});

/** The extension's storage, for servers that are started one after the other. */
export const storage = new Map<string, string>();

const ours = (node: Node): Server => ({
  name: 'ours',
  // As the extension starts it: what was compiled is kept from one start to the next, where Node can.
  start: () => {
    const client = new WireClient(node, ['dist/server.node.js', '--stdio'], { NODE_COMPILE_CACHE: compiled });
    client.on('officeHours/storage/read', ({ name }: { name: string }) => storage.get(name));
    client.on('officeHours/storage/write', ({ name, text }: { name: string; text: string }) => {
      storage.set(name, text);
      return true;
    });
    client.on('officeHours/storage/list', ({ prefix }: { prefix: string }) =>
      [...storage.keys()].filter((name) => name.startsWith(prefix)),
    );
    client.on('officeHours/github/account', () => ({ id: 'anonymous', signedIn: false }));
    const offline: ApiResponse = { kind: 'failed', reason: 'offline', message: verbatim('no network') };
    client.on('officeHours/github/send', () => offline);
    return client;
  },
  // The extension's client, without a network.
  initializationOptions: { githubByClient: true, storageByClient: true },
  // The first step of a new note waits for all notes.
  indexed: (client, folder) =>
    client.request('officeHours/newNote', { folder, target: null, date: '2031-01-07' }),
});

/** The linters in the shell of the floor. */
function linter(name: 'remark' | 'markdownlint', node: Node): Server {
  const start = () => new WireClient(node, ['out/benchFloor.cjs', '--stdio'], { OFFICE_HOURS_LINTER: name });
  return { name, start };
}

function vscodeMarkdown(peers: string, node: Node): Server {
  const require = createRequire(join(peers, 'package.json'));
  const MarkdownIt = require('markdown-it') as new (
    options: object,
  ) => { parse(text: string, env: object): object[] };
  // The editor parses for this server.
  const engine = new MarkdownIt({ html: true });
  const entry = join(peers, 'node_modules', 'vscode-markdown-languageserver', 'dist/node/workerMain.js');
  return {
    name: 'VS Code Markdown',
    start() {
      const client = new WireClient(node, [entry, '--stdio']);
      client.on('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
        engine.parse(text ?? contentOf(uri).toString(), {}),
      );
      client.on('markdown/fs/readFile', ({ uri }: { uri: string }) => [...contentOf(uri)]);
      client.on('markdown/fs/stat', ({ uri }: { uri: string }) => {
        const stat = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
        return stat && { isDirectory: stat.isDirectory() };
      });
      client.on('markdown/fs/readDirectory', ({ uri }: { uri: string }) =>
        readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
          entry.name,
          { isDirectory: entry.isDirectory() },
        ]),
      );
      client.on('markdown/findMarkdownFilesInWorkspace', () =>
        client.folders.flatMap((folder) =>
          readdirSync(fileURLToPath(folder), { withFileTypes: true, recursive: true })
            .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
            .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href),
        ),
      );
      client.on('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => markdown));
      return client;
    },
    initializationOptions: { markdownFileExtensions: ['md'] },
    indexed: (client) => client.request('workspace/symbol', { query: '' }),
  };
}

/** Notes that were typed are not on the disk. */
function contentOf(uri: string): Buffer {
  const path = fileURLToPath(uri);
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

/** VS Code's defaults, with the validation of links on: there is nothing else that this server reports. */
const markdown = {
  server: { log: 'off' },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  occurrencesHighlight: { enabled: false },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

function rumdl(peers: string): Server {
  const require = createRequire(join(peers, 'package.json'));
  const { platform, arch } = process;
  const binary = require.resolve(
    `@rumdl/cli-${platform}-${arch}/${platform === 'win32' ? 'rumdl.exe' : 'rumdl'}`,
  );
  return {
    name: 'rumdl',
    start: () => {
      const client = new WireClient(binary, ['server']);
      client.indexed = new Promise((resolve) =>
        client.on('$/progress', ({ value }: { value: { kind: string } }) => {
          if (value.kind === 'end') resolve(undefined);
        }),
      );
      return client;
    },
    indexed: (client) => client.indexed ?? Promise.resolve(),
  };
}

/** Without the folder of the peers: the floor and ours. */
export function serversWith(peers: string | undefined, node: Node = process.execPath): readonly Server[] {
  const own = [floor(node), ours(node)];
  if (!peers) return own;
  const others = [vscodeMarkdown, rumdl].flatMap((make) => {
    try {
      return [make(peers, node)];
    } catch {
      // No binary for this platform.
      return [];
    }
  });
  return [...own, ...others, linter('remark', node), linter('markdownlint', node)];
}

/** An initialized server for the folder, a URI. */
export async function startIn(server: Server, folder: string): Promise<WireClient> {
  const client = await initialized(server, folder);
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings: { markdown } });
  return client;
}

/** rumdl 0.2.75 now and then does not answer its first message: then it is started again. */
async function initialized(server: Server, folder: string): Promise<WireClient> {
  for (let attempt = 1; ; attempt++) {
    const client = server.start();
    try {
      await initialize(client, server, folder);
      return client;
    } catch (error) {
      await client.end();
      if (server.name !== 'rumdl' || attempt === 3) throw error;
    }
  }
}

/** How long rumdl may take for its first answer, in milliseconds: mostly it takes 7. */
const longestOfRumdl = 2_000;

export async function initialize(client: WireClient, server: Server, folder: string): Promise<void> {
  client.folders = [folder];
  client.on('workspace/workspaceFolders', () => [{ uri: folder, name: 'notes' }]);
  const { capabilities: given } = await client.request<{
    capabilities: { textDocumentSync?: number | { change?: number } };
  }>(
    'initialize',
    {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'notes' }],
      capabilities,
      initializationOptions: server.initializationOptions,
    },
    ...(server.name === 'rumdl' ? [longestOfRumdl] : []),
  );
  const { textDocumentSync: sync } = given;
  client.takesWholeText = (typeof sync === 'object' ? sync.change : sync) === 1;
}
