/**
 * Prints the figures the README quotes: answers over the wire, ours beside a floor and the tools people know, in one run.
 * `--quick` takes two minutes; `--inside` prints what parts cost inside one process, and what GitHub costs; `--felt` prints what a writer
 * waits for in the real editor.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installOnce, root } from './cache.mjs';
import { installedServer } from './editor/installServer.mjs';
import { npmInstall } from './npm.mjs';
import { setUp } from './setup.mjs';

const peers = [
  'markdown-it@14.1.0',
  'markdownlint@0.42.1',
  'mdast-util-from-markdown@2.0.2',
  'mdast-util-gfm@3.1.0',
  'micromark-extension-gfm@3.0.0',
  'remark@15.0.1',
  'remark-gfm@4.0.1',
  'remark-preset-lint-recommended@7.0.1',
  'rumdl@0.2.75',
  'vscode-markdown-languageserver@0.5.0',
];

await setUp();
if (process.argv.includes('--felt')) {
  const { runInWorkbench } = await import('./editor/runInWorkbench.mjs');
  const { failed } = await runInWorkbench('felt', [join(root, 'test', 'bench', 'felt', 'felt.mjs')]);
  process.exit(failed > 0 ? 1 : 0);
}
const { build } = await import('esbuild');
await import('../esbuild.mjs');
const inside = process.argv.includes('--inside');
const bench = join(root, 'test', 'bench');
const outfile = join(root, 'out', 'bench.mjs');
await build({
  entryPoints: [inside ? join(bench, 'main.ts') : join(bench, 'wire', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
  logLevel: 'warning',
});
await build({
  entryPoints: [join(bench, 'wire', 'floorServer.ts')],
  outfile: join(root, 'out', 'benchFloor.cjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
/** Without a network the figures are the floor's and ours alone. */
const folder = await installOnce('bench-peers-2', 'what to compare with', (place) =>
  npmInstall(place, peers),
).catch(() => '');
const editor = await installedServer();
const env = {
  ...process.env,
  OFFICE_HOURS_PEERS: folder,
  ...(editor && { OFFICE_HOURS_EDITOR_NODE: editor.node }),
};
const args = [outfile, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root, env }).status ?? 1;
