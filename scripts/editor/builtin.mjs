/** The built-in extensions that a test's editor starts with: without those that cost time and have nothing to do with notes. */

import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
    if (leftOut.has(name)) leaveEmpty(join(own, name), join(folder, name));
    else symlinkSync(name === replaced?.name ? replaced.by : join(own, name), join(folder, name), 'junction');
  }
  return folder;
}

/**
 * Puts an extension of the same name that does nothing in its place. Without it the page starts its own in its worker, whose files
 * are not in the server's package, and shows a message that this failed.
 * @param {string} from the folder of the extension
 * @param {string} to does not exist yet
 */
function leaveEmpty(from, to) {
  const file = join(from, 'package.json');
  if (!existsSync(file)) return;
  const { name, publisher, version, engines, browser } = JSON.parse(readFileSync(file, 'utf8'));
  if (browser === undefined) return;
  mkdirSync(to);
  writeFileSync(join(to, 'package.json'), JSON.stringify({ name, publisher, version, engines }));
}
