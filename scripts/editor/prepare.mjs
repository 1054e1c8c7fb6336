/** Makes ready what the launch configuration for the editor tests needs: bundles, and samples that may be spoilt. */

import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { setUp } from '../setup.mjs';

await setUp();
const { bundleEditorSuite } = await import('../stages/build.mjs');
const copy = join(root, 'out', 'samples');
rmSync(copy, { recursive: true, force: true });
cpSync(join(root, 'samples'), copy, { recursive: true });
await bundleEditorSuite();
const built = spawnSync(process.execPath, ['esbuild.mjs', '--dev'], { cwd: root, stdio: 'inherit' });
process.exitCode = built.status ?? 1;
