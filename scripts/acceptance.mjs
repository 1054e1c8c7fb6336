/**
 * Runs the tests of the bad inputs and faults, and prints the scoreboard: `npm run acceptance [STAGE...]`. Without a stage, all that
 * have some of them.
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './cache.mjs';

const stages = process.argv.slice(2);
const wanted = stages.length > 0 ? stages : ['unit', 'random', 'editor', 'workspaces', 'workbench'];
const child = spawn(
  process.execPath,
  [join(root, 'scripts', 'test.mjs'), ...wanted, '--grep', '\\(acceptance |random inputs'],
  { cwd: root, stdio: 'inherit' },
);
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
