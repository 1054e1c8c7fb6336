/** The language server as a worker of a browser's extension host, which reads files and reaches GitHub for it. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { systemClock, systemTimers } from './host/clock.ts';
import { lifecycleStrategy } from './lsp/lifecycle.ts';
import { startServer } from './server.ts';

const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
const lifecycle = lifecycleStrategy();
const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy: lifecycle });
startServer(connection, { clock: systemClock, timers: systemTimers }, lifecycle);
connection.listen();
