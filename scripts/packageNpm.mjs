/**
 * Puts together what is published on npm: `npm run package:npm` writes a folder for `npm publish`. The extension's own
 * package.json is for the editor; on npm it would name a `main` that is not there.
 */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';
import { withTexts } from './l10n/manifest.mjs';

/** What npm and its readers look at. */
const kept = ['name', 'version', 'description', 'license', 'bugs', 'homepage', 'keywords', 'bin'];

/**
 * @param {string} folder emptied first
 * @returns {Promise<string>} the folder
 */
export async function stageNpmPackage(folder) {
  const { buildExtension } = await import('./stages/build.mjs');
  const error = await buildExtension();
  if (error) throw new Error(error);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [inEditor, texts] = ['package.json', 'package.nls.json'].map((file) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')),
  );
  const manifest = withTexts(inEditor, texts);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestForNpm(manifest), null, 2)}\n`);
  for (const path of ['README.md', 'LICENSE', ...listed()])
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      // npm shows the pictures of the README from the repository.
      filter: (from) => !/[\\/](?:images|badges)$/.test(from),
    });
  return folder;
}

/** @param {Record<string, any>} manifest of the extension */
function manifestForNpm(manifest) {
  return {
    ...Object.fromEntries(kept.map((key) => [key, manifest[key]])),
    repository: { ...manifest.repository, url: `git+${manifest.repository.url}` },
    engines: { node: manifest.engines.node },
    type: 'commonjs',
    // It is a program; nothing of it is for `import`.
    exports: { './package.json': './package.json' },
    publishConfig: { access: 'public', provenance: true },
  };
}

/** @returns {string[]} the files and folders that .npmignore lets through */
function listed() {
  const lines = readFileSync(join(root, '.npmignore'), 'utf8').split('\n');
  const paths = lines.filter((line) => line.startsWith('!/')).map((line) => line.slice(2));
  return paths.filter((path) => !path.endsWith('dist/')).map((path) => path.replace(/\/\*\.md$|\/$/, ''));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { setUp } = await import('./setup.mjs');
  await setUp();
  const folder = await stageNpmPackage(join(root, 'out', 'npm'));
  console.log(`Wrote ${relative(process.cwd(), folder)}`);
}
