/** Builds what ships, and bundles the tests. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build as bundle } from 'esbuild';
import { root } from '../cache.mjs';
import { tooLargeBundles, wrongInBrowserBundles } from './browserBundles.mjs';
import { checks } from './run.mjs';

/** Where the bundled tests go. */
const testsFolder = join(root, 'out', 'test');

/** @returns {Promise<import('./run.mjs').Results>} */
export async function buildAll() {
  const started = Date.now();
  const error = await buildExtension();
  const title = 'the extension builds';
  console.log(`  ${error ? '✘' : '✔'} ${title} (${Date.now() - started} ms)`);
  if (error) return checks([], [{ title, error }]);
  /** @type {[title: string, error: string][]} */
  const looks = [
    ['nothing of Node is in the bundles for browsers', wrongInBrowserBundles()],
    ['the bundles are small', tooLargeBundles()],
  ];
  for (const [look, wrong] of looks) console.log(`  ${wrong ? '✘' : '✔'} ${look}`);
  return checks(
    [title, ...looks.flatMap(([look, wrong]) => (wrong ? [] : [look]))],
    looks.flatMap(([look, wrong]) => (wrong ? [{ title: look, error: wrong }] : [])),
  );
}

/**
 * What came of the build. All that runs in one process uses the same; `OFFICE_HOURS_BUILT`: whoever started us has made it.
 * @type {Promise<string> | undefined}
 */
let built;

/** @returns {Promise<string>} what went wrong */
export function buildExtension() {
  built ??= process.env.OFFICE_HOURS_BUILT ? Promise.resolve('') : build();
  return built;
}

/** @returns {Promise<string>} what went wrong */
function build() {
  return new Promise((resolve, reject) => {
    // As npm does before it packs the package.
    const child = spawn(process.execPath, [join('scripts', 'prepare.mjs')], { cwd: root });
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
 * @param {(file: string, index: number) => boolean} wanted gets paths below the folder, in a fixed order
 * @returns {Promise<string>} the bundle
 */
export async function bundleTests(name, folder, wanted) {
  const outfile = join(testsFolder, `${name}.cjs`);
  const place = join(root, 'test', folder);
  const files = testFiles(place).filter((file, index) => wanted(relative(place, file), index));
  await bundle({
    stdin: { contents: importAll([join(root, 'test', 'helpers', 'seed.ts'), ...files]), resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    // Stack traces need the places alone.
    sourcesContent: false,
    external: ['mocha', 'vscode', 'esbuild', 'oxc-parser', 'jsdom'],
    logLevel: 'warning',
  });
  return outfile;
}

const suiteFolder = join(root, 'test', 'editor', 'suite');

/**
 * Bundles a suite of editor tests: a module that gives `run()`, and beside it one with all the test files.
 * @param {string} [name] of its folder in test/editor; each kind of workspace has one
 * @param {string} [stage] each has a bundle of its own, as another may be reading its one at the time
 * @returns {Promise<string>} the former
 */
export async function bundleEditorSuite(name = 'suite', stage = name) {
  const files = testFiles(join(root, 'test', 'editor', name));
  const folder = join(testsFolder, 'editor', stage);
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

/** A browser's extension host loads one script and no second one, so mocha is in it and the tests are, too. */
const browserEntry = `
import 'mocha';
import { runSuite } from './test/editor/runSuite.mjs';
export const run = () => runSuite(globalThis.Mocha, () => import('suite'));
`;

/**
 * Bundles the editor suite for a browser's extension host. What is named `….node.test.ts` stays out.
 * @param {string} stage each has a bundle of its own
 * @param {Record<string, string>} env what the tests find in `process.env`
 * @returns {Promise<string>} the script
 */
export async function bundleBrowserSuite(stage, env) {
  const files = testFiles(suiteFolder).filter((file) => !file.endsWith('.node.test.ts'));
  const outfile = join(testsFolder, 'editor', `${stage}.browser.js`);
  /** @type {import('esbuild').Plugin} */
  const suite = {
    name: 'suite',
    setup(build) {
      build.onResolve({ filter: /^(suite|mocha)$/ }, ({ path }) => ({ path, namespace: 'suite' }));
      build.onLoad({ filter: /^suite$/, namespace: 'suite' }, () => ({
        contents: importAll(files),
        resolveDir: root,
      }));
      // Its build for browsers is no module, though the package says that all in it is; so it is read as neither's.
      build.onLoad({ filter: /^mocha$/, namespace: 'suite' }, () => ({
        contents: readFileSync(join(root, 'node_modules', 'mocha', 'mocha.js')),
      }));
    },
  };
  await bundle({
    stdin: { contents: browserEntry, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'linked',
    external: ['vscode'],
    define: { 'process.env': JSON.stringify(env) },
    logLevel: 'warning',
    plugins: [suite],
  });
  return outfile;
}

/**
 * Bundles GitHub for the editor suite.
 * @param {string} stage each has a bundle of its own
 * @returns {Promise<string>} a script that prints two addresses
 */
export async function bundleEditorGitHub(stage) {
  const outfile = join(testsFolder, 'editor', `${stage}.github.cjs`);
  await bundle({
    entryPoints: [join(root, 'test', 'editor', 'github.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * What a browser's extension host does not run, and why: each such file begins with `/** Needs Node: REASON. …`.
 * @returns {{ file: string, reason: string | undefined }[]} the reason as its first comment has it
 */
export function leftOutOfBrowsers() {
  return testFiles(suiteFolder)
    .filter((file) => file.endsWith('.node.test.ts'))
    .map((file) => {
      const reason = /^\/\*\* Needs Node: ([^.]+)\./.exec(readFileSync(file, 'utf8'))?.[1];
      return { file: relative(suiteFolder, file), reason };
    });
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
