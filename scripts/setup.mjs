/**
 * Makes a fresh clone ready to run: the right Node, and the dependencies that package-lock.json names. Imports
 * nothing but Node itself and must run before anything that does.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, seconds } from './cache.mjs';
import { npm } from './npm.mjs';

const oldestNode = [20, 19];

/**
 * Installs the dependencies where they are missing or no longer what package-lock.json says.
 * @returns {Promise<void>} rejects with words that say what to do
 */
export async function setUp() {
  checkNode();
  if (isInstalled()) return;
  const started = Date.now();
  console.log('Installing the dependencies (npm ci) ...');
  // The caller's NODE_ENV=production must not leave the development tools out, and what install scripts would
  // compile (an optional keychain of the packaging tool) nobody here needs.
  await npm(root, ['ci', '--include=dev', '--ignore-scripts']);
  console.log(`Installed the dependencies in ${seconds(started)}.`);
}

/**
 * npm writes what it installed into `node_modules/.package-lock.json` as its last step, so an interrupted install
 * has none. Packages for other platforms are optional and missing there.
 */
function isInstalled() {
  const file = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return false;
  const installed = readPackages(file);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (optional && !installed[path]) ||
      (installed[path]?.version === version && installed[path]?.integrity === integrity),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} by path in node_modules
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new Error(
    `Node ${process.versions.node} is too old: this project needs Node ${oldestNode.join('.')} or newer. Install a current Node, then run the same command again.`,
  );
}
