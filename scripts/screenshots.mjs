/**
 * Takes the pictures of the README from the real editor on the samples: `npm run screenshots` writes `docs/images`. Needs
 * Linux, as the server-hosted VS Code does. `GREP=completion npm run screenshots` takes some of them.
 */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { setUp } from './setup.mjs';

await setUp();
const { runInWorkbench } = await import('./editor/runInWorkbench.mjs');
const pictures = join(root, 'test', 'editor', 'pictures', 'readme.mjs');
const { failed } = await runInWorkbench('screenshots', [pictures]);
if (failed > 0) process.exitCode = 1;
const folder = join(root, 'docs', 'images');
for (const name of readdirSync(folder).sort())
  console.log(`  ${name}  ${Math.round(statSync(join(folder, name)).size / 1024)} KB`);
