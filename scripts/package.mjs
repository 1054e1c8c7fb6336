/** Builds the extension and packs what a user installs: `npm run package` writes the `.vsix` into the root folder. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';

/**
 * @param {string} folder where the package goes
 * @param {(said: string) => void} [tell] gets what the packaging tool says: what is in the package, and its warnings
 * @returns {Promise<string>} its path
 */
export async function packageExtension(folder, tell) {
  const { buildExtension } = await import('./stages/build.mjs');
  const error = await buildExtension();
  if (error) throw new Error(error);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = join(folder, `${name}-${version}.vsix`);
  mkdirSync(folder, { recursive: true });
  const said = vsce(['package', '--out', packagePath]);
  tell?.(said);
  return packagePath;
}

/** @returns {string[]} what the package would hold, below the root folder; the build must be there */
export function packagedFiles() {
  return vsce(['ls']).trim().split(/\r?\n/).sort();
}

/**
 * Everything we import is in the bundles, so no dependency goes along.
 * @param {string[]} args
 */
function vsce(args) {
  const script = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const all = [script, ...args, '--no-dependencies'];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The package could not be made:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { setUp } = await import('./setup.mjs');
  try {
    await setUp();
    console.log(`Wrote ${relative(process.cwd(), await packageExtension(root, console.log))}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
