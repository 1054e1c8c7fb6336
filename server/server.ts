/** Builds the server's state on a connection and registers its handlers. */

import {
  type Connection,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Clock, Files } from './core/ports.ts';
import { answerRefused } from './lsp/lifecycle.ts';

/** What the machine around the server offers. */
export interface Host {
  readonly clock: Clock;
  /** For `file:` URIs; absent where there is no file system, e.g. in a browser. */
  readonly files?: Files;
}

/** Registers everything; the caller then listens. The connection is to have a `lifecycleStrategy`. */
export function startServer(connection: Connection, _host: Host): void {
  answerRefused(connection);
  connection.onInitialize((): InitializeResult => {
    return {
      serverInfo: { name: 'office-hours' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      },
    };
  });
}
