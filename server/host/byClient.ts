/** The `Files` port answered by the client: for `vscode-vfs:` and whatever else only the editor can read. */

import type { Connection } from 'vscode-languageserver';
import {
  type FolderParams,
  type FolderRemote,
  folderRemotes,
  type ListMarkdownParams,
  listMarkdown,
  type ReadFilesParams,
  readFiles,
} from '../../shared/protocol.ts';
import type { Files, ReadResult } from '../core/ports.ts';

export function filesByClient(connection: Connection): Files {
  return {
    async listMarkdown(folder, limit) {
      const params: ListMarkdownParams = { folder, limit };
      const answer = await connection.sendRequest<unknown>(listMarkdown, params);
      return Array.isArray(answer) ? answer.filter((uri) => typeof uri === 'string') : [];
    },
    async read(uris) {
      const params: ReadFilesParams = { uris };
      const answer = await connection.sendRequest<unknown>(readFiles, params).catch(() => []);
      const results: readonly unknown[] = Array.isArray(answer) ? answer : [];
      return uris.map((_, index) => readResult(results[index]));
    },
  };
}

/** Git's remotes as the editor knows them. */
export function remotesByClient(
  connection: Connection,
): (folder: string) => Promise<readonly FolderRemote[]> {
  return async (folder) => {
    const params: FolderParams = { folder };
    const answer = await connection.sendRequest<unknown>(folderRemotes, params).catch(() => []);
    return Array.isArray(answer) ? answer.filter(isRemote) : [];
  };
}

function isRemote(value: unknown): value is FolderRemote {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('url' in value)) return false;
  return typeof value.name === 'string' && typeof value.url === 'string';
}

/** No files, for a client that cannot give any. */
export const noFiles: Files = {
  listMarkdown: async () => [],
  read: async (uris) => uris.map(() => ({ kind: 'failed', reason: 'the editor cannot read it' })),
};

/** Each URI where it can be read: `file:` by the machine when it has files, the rest by the client. */
export function filesByScheme(machine: Files | undefined, client: Files): Files {
  const portFor = (uri: string) => (uri.startsWith('file:') ? (machine ?? client) : client);
  return {
    listMarkdown: (folder, limit) => portFor(folder).listMarkdown(folder, limit),
    async read(uris) {
      const results = new Map<string, ReadResult>();
      for (const port of new Set(uris.map(portFor))) {
        const asked = uris.filter((uri) => portFor(uri) === port);
        const answers = await port.read(asked);
        asked.forEach((uri, index) => {
          results.set(uri, answers[index] ?? { kind: 'failed', reason: 'no answer' });
        });
      }
      return uris.map((uri) => results.get(uri)!);
    },
  };
}

function readResult(value: unknown): ReadResult {
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    const { kind } = value;
    if (kind === 'text' && 'text' in value && typeof value.text === 'string')
      return { kind, text: value.text };
    if (kind === 'too-large' && 'bytes' in value && typeof value.bytes === 'number') {
      return { kind, bytes: value.bytes };
    }
    if (kind === 'binary' || kind === 'missing') return { kind };
    if (kind === 'failed' && 'reason' in value) return { kind, reason: String(value.reason) };
  }
  return { kind: 'failed', reason: 'the editor gave no answer' };
}
