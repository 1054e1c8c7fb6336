/** The desktop language server: started by the client over IPC, by other editors over stdio. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesByNode } from './host/byNode.ts';
import { systemClock } from './host/clock.ts';
import { lifecycleStrategy } from './lsp/lifecycle.ts';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all, { messageStrategy: lifecycleStrategy() });
startServer(connection, { clock: systemClock, files: filesByNode });
connection.listen();
// Over IPC nothing else tells that the editor is gone.
process.on('disconnect', () => process.exit(1));
