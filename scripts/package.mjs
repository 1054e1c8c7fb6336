/** Builds the extension and packs what a user installs: `npm run package` writes the `.vsix` into the root folder. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';

/**
 * @param {string} folder where the package goes
 * @param {boolean} [tell] whether to list what is in it
 * @returns {Promise<string>} its path
 */
export async function packageExtension(folder, tell = false) {
  const { buildExtension } = await import('./stages/build.mjs');
  const error = await buildExtension();
  if (error) throw new Error(error);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = join(folder, `${name}-${version}.vsix`);
  mkdirSync(folder, { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Everything we import is in the bundles, so no dependency goes along.
  const args = [vsce, 'package', '--no-dependencies', '--out', packagePath];
  const packed = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (packed.status !== 0)
    throw new Error(`The package could not be made:\n${packed.stdout}${packed.stderr}`);
  if (tell) console.log(packed.stdout);
  return packagePath;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { setUp } = await import('./setup.mjs');
  try {
    await setUp();
    console.log(`Wrote ${relative(process.cwd(), await packageExtension(root, true))}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
