/** `Transport` and `Storage` answered by the client, which has the token, the proxy and the place for our files. */

import type { Connection } from 'vscode-languageserver';
import { t } from '../../shared/l10n.ts';
import {
  githubAccount,
  githubSend,
  storageList,
  storageRead,
  storageRemove,
  storageWrite,
} from '../../shared/protocol.ts';
import type { Account, ApiResponse, Storage, Transport } from '../core/ports.ts';

export function transportByClient(connection: Connection): Transport {
  return {
    // Rejects when the editor does not answer: that is no sign-out, which would forget what is known.
    account: (host) => connection.sendRequest<Account>(githubAccount, { host }),
    send: (request) =>
      connection.sendRequest<ApiResponse>(githubSend, request).catch(() => ({
        kind: 'failed',
        reason: 'offline',
        message: t('The editor did not answer.'),
      })),
  };
}

export function storageByClient(connection: Connection): Storage {
  return {
    async read(name) {
      const text = await connection.sendRequest<unknown>(storageRead, { name }).catch(() => null);
      return typeof text === 'string' ? text : undefined;
    },
    write: (name, text) =>
      connection.sendRequest<unknown>(storageWrite, { name, text }).then(
        (kept) => kept === true,
        () => false,
      ),
    async list(prefix) {
      const names = await connection.sendRequest<unknown>(storageList, { prefix }).catch(() => []);
      return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
    },
    async remove(name) {
      await connection.sendRequest(storageRemove, { name }).catch(() => null);
    },
  };
}
