/** Builds what ships, and bundles the tests. */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build as bundle } from 'esbuild';
import { root } from '../cache.mjs';
import { checks } from './run.mjs';

/** Where the bundled tests go. */
export const testsFolder = join(root, 'out', 'test');

/** @returns {Promise<import('./run.mjs').Results>} */
export async function buildAll() {
  const started = Date.now();
  const error = await buildExtension();
  const title = 'the extension builds';
  console.log(`  ${error ? '✘' : '✔'} ${title} (${Date.now() - started} ms)`);
  return error ? checks([], [{ title, error }]) : checks([title], []);
}

/** @returns {Promise<string>} what went wrong */
export function buildExtension() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['esbuild.mjs'], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : output || `esbuild ended with ${code}`));
  });
}

/**
 * Bundles tests of a folder into one file, so that what they share is read and compiled once.
 * @param {string} name of the bundle
 * @param {string} folder below test/
 * @param {(file: string) => boolean} [wanted] all when left out; gets paths below the folder
 * @returns {Promise<string>} the bundle
 */
export async function bundleTests(name, folder, wanted = () => true) {
  const outfile = join(testsFolder, `${name}.cjs`);
  const place = join(root, 'test', folder);
  const files = testFiles(place).filter((file) => wanted(relative(place, file)));
  await bundle({
    stdin: { contents: importAll(files), resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    external: ['mocha', 'vscode', 'esbuild'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Bundles the editor suite: a module that gives `run()`, and beside it one with all the test files.
 * @returns {Promise<string>} the former
 */
export async function bundleEditorSuite() {
  const files = testFiles(join(root, 'test', 'editor', 'suite'));
  const folder = join(testsFolder, 'editor');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    external: ['mocha', 'vscode', './suite.js'],
    logLevel: 'warning',
  };
  const contents = importAll(files);
  await bundle({ ...common, stdin: { contents, resolveDir: root }, outfile: join(folder, 'suite.js') });
  const outfile = join(folder, 'index.js');
  await bundle({ ...common, entryPoints: [join(root, 'test', 'editor', 'index.mjs')], outfile });
  return outfile;
}

/** @param {string[]} files */
function importAll(files) {
  return files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
}

/**
 * @param {string} folder
 * @returns {string[]} its test files, in a fixed order
 */
function testFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => join(folder, file));
}
