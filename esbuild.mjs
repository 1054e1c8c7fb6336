/** Builds every bundle into dist/. `--watch` rebuilds on change; `--dev` leaves them readable. */

import { writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { thirdPartyLicences } from './scripts/licences.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20' };

/**
 * For the workers of a browser, where a Node built-in does not even build: esbuild finds none for this platform.
 * @type {import('esbuild').BuildOptions}
 */
const browser = { ...common, platform: 'browser' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ['client/main.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/main.node.ts'], outfile: 'dist/server.node.js' },
  {
    ...browser,
    entryPoints: ['client/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external: ['vscode'],
  },
  // A worker's script is no module and must not leave names behind for others.
  { ...browser, entryPoints: ['server/main.browser.ts'], outfile: 'dist/server.browser.js', format: 'iife' },
  {
    ...node,
    entryPoints: ['server/main.cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  // The launch configuration waits for these two lines; an error is printed by esbuild and the next save tries again.
  console.log('building');
  await Promise.allSettled(contexts.map((each) => each.rebuild()));
  console.log('built');
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/third-party-licences.txt', thirdPartyLicences(inputs));
}
