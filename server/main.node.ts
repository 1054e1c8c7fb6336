/** The desktop language server: started by the client over IPC, by other editors over stdio. */

import { statSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesByNode } from './host/byNode.ts';
import { systemClock, systemTimers } from './host/clock.ts';
import { githubAt } from './host/githubAt.ts';
import { enterpriseHostByNode, githubByNode } from './host/githubByNode.ts';
import { remotesByNode } from './host/gitRemotes.ts';
import { spareMemory } from './host/memory.ts';
import { translationsIn } from './host/translations.ts';
import { lifecycleStrategy } from './lsp/lifecycle.ts';
import { type Host, startServer } from './server.ts';

const lifecycle = lifecycleStrategy();
const connection = createConnection(ProposedFeatures.all, { messageStrategy: lifecycle });
// For clients that do not reach GitHub themselves. A variable that is wrong is said once, and nothing is asked.
const github = githubByNode(process.env);
if (github.kind === 'refused') process.stderr.write(`office-hours: ${github.message}\n`);
const host: Host = {
  clock: systemClock,
  timers: systemTimers,
  translations: (locale) => translationsIn(join(__dirname, '..', 'l10n'), locale),
  files: filesByNode,
  remotes: remotesByNode,
  build: buildOf(__filename),
  enterpriseHost: enterpriseHostByNode(process.env),
  ...(github.kind === 'ready' && { github: github.github }),
  githubAt: (apiUrl) => githubAt(process.env, apiUrl),
  spareMemory,
};
startServer(connection, host, lifecycle);
connection.listen();
/** The bundle and the one that it shares modules with: other code makes something else of notes. */
function buildOf(file: string): string | undefined {
  try {
    const files = [file, join(dirname(file), 'server.browser.js')];
    return files
      .map((each) => statSync(each))
      .map(({ size, mtimeMs }) => `${size}.${mtimeMs}`)
      .join('.');
  } catch {
    return undefined;
  }
}

// Else Node writes what it compiled at the end, and an editor that closes may not wait for that. Node has it from 22.10 on.
const { flushCompileCache } = module as { flushCompileCache?: () => void };
if (flushCompileCache) setTimeout(flushCompileCache, 10_000).unref();
// Over IPC nothing else tells that the editor is gone.
process.on('disconnect', () => process.exit(1));
