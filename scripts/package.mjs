/** Builds the extension and packs what a user installs: `npm run package` writes the `.vsix` into the root folder. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';

/**
 * @param {string} folder where the package goes
 * @returns {Promise<string>} its path
 */
export async function packageExtension(folder) {
  const { buildExtension } = await import('./stages/build.mjs');
  const error = await buildExtension();
  if (error) throw new Error(error);
  const { createVSIX } = await import('@vscode/vsce');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = join(folder, `${name}-${version}.vsix`);
  mkdirSync(folder, { recursive: true });
  // Everything we import is in the bundles, so no dependency goes along.
  await createVSIX({ cwd: root, packagePath, dependencies: false });
  return packagePath;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { setUp } = await import('./setup.mjs');
  try {
    await setUp();
    console.log(`Wrote ${relative(process.cwd(), await packageExtension(root))}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
