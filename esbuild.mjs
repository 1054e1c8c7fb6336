/** Builds every bundle into dist/. `--watch` rebuilds on change; `--dev` leaves them readable. */

import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, context } from 'esbuild';
import { thirdPartyLicences } from './scripts/licences.mjs';
import { buildShared } from './scripts/sharedBundles.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: /** @type {const} */ ('cjs'),
  target: 'es2022',
  minify: !dev,
  sourcemap: dev ? /** @type {const} */ ('linked') : false,
  legalComments: /** @type {const} */ ('none'),
  alias: {
    // The server's library pins a version of its own, so that npm installs two, which are the same but for a mended check.
    'vscode-languageserver-types': './node_modules/vscode-languageserver-types/lib/esm/main.js',
    '@lezer/highlight': './server/core/note/noHighlighting.ts',
  },
  logLevel: /** @type {const} */ ('warning'),
};

/** @satisfies {import('esbuild').BuildOptions} */
const node = { ...common, platform: /** @type {const} */ ('node'), target: 'node20' };

/**
 * For the workers of a browser, where a Node built-in does not even build: esbuild finds none for this platform.
 * @satisfies {import('esbuild').BuildOptions}
 */
const browser = { ...common, platform: /** @type {const} */ ('browser') };

/** @typedef {import('./scripts/sharedBundles.mjs').Bundle} Bundle */

/** @type {Record<'clientNode' | 'clientBrowser' | 'serverNode' | 'serverBrowser' | 'cli' | 'mcp', Bundle>} */
const bundles = {
  clientNode: {
    ...node,
    entryPoints: ['client/main.node.ts'],
    outfile: 'dist/client.node.js',
    external: ['vscode'],
  },
  clientBrowser: {
    ...browser,
    entryPoints: ['client/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external: ['vscode'],
  },
  serverNode: { ...node, entryPoints: ['server/main.node.ts'], outfile: 'dist/server.node.js' },
  serverBrowser: { ...browser, entryPoints: ['server/main.browser.ts'], outfile: 'dist/server.browser.js' },
  cli: {
    ...node,
    entryPoints: ['server/main.cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  // In the package on npm alone: .vscodeignore lets no folder of dist/ through.
  mcp: { ...node, entryPoints: ['server/main.mcp.ts'], outfile: 'dist/npm/mcp.js' },
};

/**
 * Minifies a bundle once more, in a process of its own: esbuild looks at a statement at a time, and what terser finds
 * beyond that is one twentieth of the package. V8 reads text of ASCII alone twice as fast.
 * @param {string} file
 */
async function shrink(file) {
  const terser = fileURLToPath(import.meta.resolve('terser/bin/terser'));
  await promisify(execFile)(process.execPath, [
    terser,
    file,
    '--compress',
    'passes=2',
    '--mangle',
    '--format',
    'ascii_only=true',
    '--output',
    file,
  ]);
}

/** On demand: in Node the entry for browsers is never evaluated. */
const clientExports = `module.exports = {
  shared, activate: (context) => ENTRY.activate(context), deactivate: () => ENTRY.deactivate()
};`;
const serverExports = 'if (isWorker) ENTRY; else module.exports = { shared };';

if (watch) {
  // Each by itself: then every change is seen, whichever modules it adds.
  const contexts = await Promise.all(Object.values(bundles).map((options) => context(options)));
  // The launch configuration waits for these two lines; an error is printed by esbuild and the next save tries again.
  console.log('building');
  await Promise.allSettled(contexts.map((each) => each.rebuild()));
  console.log('built');
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const { clientBrowser, clientNode, serverBrowser, serverNode, cli, mcp } = bundles;
  const inputs = await Promise.all([
    buildShared(clientBrowser, clientExports, [clientNode]),
    buildShared(serverBrowser, serverExports, [serverNode, cli], {
      'server/main.node.ts': './server.node.js',
      'server/main.mcp.ts': './npm/mcp.js',
    }),
  ]);
  const { metafile } = await build({ ...mcp, metafile: true });
  if (!dev) {
    // A readable build before this one may have left them, and they would get into the packages.
    for (const { outfile } of Object.values(bundles)) rmSync(`${outfile}.map`, { force: true });
    await Promise.all(Object.values(bundles).map(({ outfile }) => shrink(outfile)));
  }
  writeFileSync('dist/npm/third-party-licences.txt', thirdPartyLicences(Object.keys(metafile.inputs)));
  writeFileSync('dist/third-party-licences.txt', thirdPartyLicences(inputs.flat()));
}
