/** The built-in extensions that a test's editor starts with: without those that cost time and have nothing to do with notes. */

import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Each starts by itself, or is read at every start, for languages, tasks, debuggers and services that no test uses. */
const leftOut = new Set([
  'copilot',
  'css-language-features',
  'debug-auto-launch',
  'debug-server-ready',
  'emmet',
  'github',
  'grunt',
  'gulp',
  'html-language-features',
  'ipynb',
  'jake',
  'merge-conflict',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'notebook-renderers',
  'npm',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
  'typescript-language-features',
]);

/**
 * Fills a folder with links to the editor's own extensions.
 * @param {import('./installServer.mjs').Server} server
 * @param {string} folder does not exist yet
 * @param {{ name: string, by: string }} [replaced] one of them, and the folder of one to take its place
 * @returns {string} `folder`
 */
export function linkBuiltin(server, folder, replaced) {
  const own = join(server.home, 'extensions');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(own)) {
    if (leftOut.has(name)) continue;
    symlinkSync(name === replaced?.name ? replaced.by : join(own, name), join(folder, name), 'junction');
  }
  return folder;
}
