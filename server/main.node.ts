/** The desktop language server: started by the client over IPC, by other editors over stdio. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesByNode } from './host/byNode.ts';
import { systemClock } from './host/clock.ts';
import { githubAt } from './host/githubAt.ts';
import { enterpriseHostByNode, githubByNode } from './host/githubByNode.ts';
import { remotesByNode } from './host/gitRemotes.ts';
import { lifecycleStrategy } from './lsp/lifecycle.ts';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all, { messageStrategy: lifecycleStrategy() });
// For clients that do not reach GitHub themselves. A variable that is wrong is said once, and nothing is asked.
const github = githubByNode(process.env);
if (github.kind === 'refused') process.stderr.write(`office-hours: ${github.message}\n`);
startServer(connection, {
  clock: systemClock,
  files: filesByNode,
  remotes: remotesByNode,
  enterpriseHost: enterpriseHostByNode(process.env),
  ...(github.kind === 'ready' && { github: github.github }),
  githubAt: (apiUrl) => githubAt(process.env, apiUrl),
});
connection.listen();
// Over IPC nothing else tells that the editor is gone.
process.on('disconnect', () => process.exit(1));
