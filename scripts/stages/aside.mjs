/**
 * The longest of the stages that need an editor, side by side with the others: each waits for its editor to start again and
 * again, and leaves a processor idle. It runs in a process of its own, and its output follows when the others have ended.
 */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { buildExtension } from './build.mjs';
import { checks } from './run.mjs';

const name = 'workbench';

/** The first of the stages beside which it runs. What comes before builds and installs what all of them use. */
const first = 'editor';

/** What two editors with their browsers need, in bytes. */
const memory = 4 * 2 ** 30;

/**
 * Starts the stage when it is time to.
 * @param {string} next the stage that is about to run
 * @param {readonly import('./run.mjs').Stage[]} stages of this run
 * @returns {Promise<{ name: string, results: () => Promise<import('./run.mjs').Results> } | undefined>} the results come with
 *   the end
 */
export async function startAside(next, stages) {
  const isUseful = next === first && stages.some((stage) => stage.name === name);
  if (!isUseful || availableParallelism() < 2 || freemem() < memory) return undefined;
  // It is told that this has been done. Who builds says what went wrong.
  await buildExtension();
  const resultsFile = join(root, 'out', 'logs', 'aside.json');
  rmSync(resultsFile, { force: true });
  console.log('\n(In the workbench, as a writer: begins now, and is told of at the end)');
  const child = spawn(process.execPath, [join(root, 'scripts', 'test.mjs'), name], {
    cwd: root,
    env: { ...process.env, OFFICE_HOURS_BUILT: '1', OFFICE_HOURS_RESULTS: resultsFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.on('exit', () => child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.on('close', resolve));
  return {
    name,
    async results() {
      const code = await ended;
      // Its failures and sums are told with those of the others.
      const end = output.search(/\n\n(?:1\) |The editor was |\d+ passed, )/);
      console.log(end < 0 ? output : output.slice(0, end));
      if (existsSync(resultsFile)) return JSON.parse(readFileSync(resultsFile, 'utf8'));
      return checks([], [{ title: name, error: `ended with ${code} and without results` }]);
    },
  };
}
