/** Answers `initialize` at once, and loads what answers everything else behind that answer. */

import type { Connection } from 'vscode-languageserver';
import { capabilitiesFor } from './lsp/capabilities.ts';
import { clientKindOf, initializationOptions } from './lsp/clientKind.ts';
import { answerRefused, type Lifecycle } from './lsp/lifecycle.ts';
import type { Host } from './lsp/session.ts';

export type { Host } from './lsp/session.ts';

/** The caller then listens. `lifecycle` is the connection's message strategy. */
export function startServer(connection: Connection, host: Host, lifecycle: Lifecycle): void {
  answerRefused(connection);
  connection.onInitialize((params) => {
    const clientKind = clientKindOf(initializationOptions(params));
    const capabilities = capabilitiesFor(params.capabilities, clientKind);
    lifecycle.holdUntil(async () => {
      const { startSession } = await import('./startSession.ts');
      startSession(connection, host, params);
    });
    return { serverInfo: { name: 'office-hours' }, capabilities };
  });
}
