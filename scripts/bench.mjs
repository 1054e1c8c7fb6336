/** Prints the figures the README quotes, ours beside those of the tools people know, measured in one run. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installOnce, root } from './cache.mjs';
import { npmInstall } from './npm.mjs';
import { setUp } from './setup.mjs';

const peers = [
  'markdown-it@14.1.0',
  'mdast-util-from-markdown@2.0.2',
  'mdast-util-gfm@3.1.0',
  'micromark-extension-gfm@3.0.0',
];

await setUp();
const { build } = await import('esbuild');
await import('../esbuild.mjs');
const outfile = join(root, 'out', 'bench.mjs');
await build({
  entryPoints: [join(root, 'test', 'bench', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire as cr } from 'node:module'; const require = cr(import.meta.url);" },
  logLevel: 'warning',
});
/** Without a network the figures are ours alone. */
const folder = await installOnce('bench-peers-1', 'what to compare with', (place) =>
  npmInstall(place, peers),
).catch(() => '');
const env = { ...process.env, OFFICE_HOURS_PEERS: folder };
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit', cwd: root, env }).status ?? 1;
