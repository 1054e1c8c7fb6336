/**
 * Stages side by side, one for each processor: an editor with its browser keeps more than one busy. Each runs in a process of
 * its own, and its output is printed when it has ended.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { root, seconds } from '../cache.mjs';
import { checks } from './run.mjs';

/** @typedef {import('./run.mjs').Stage} Stage */
/** @typedef {import('./run.mjs').Report} Report */

/** An editor with its browser needs so much, in bytes. */
const memory = 2 * 2 ** 30;

/** More editors than this at once are slower in all. */
const most = 4;

/** @returns {number} how many stages this machine can run at once */
export function howManyAtOnce() {
  if (availableParallelism() < 2) return 1;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / memory), most));
}

/**
 * Runs stages, the longest first, so that none is left to run alone at the end.
 * @param {readonly Stage[]} stages that need nothing of each other; the extension has been built
 * @param {number} atOnce
 * @returns {Promise<Report[]>} one for each stage, as they ended
 */
export async function runSideBySide(stages, atOnce) {
  const waiting = stages
    .flatMap((stage) => {
      const { parts = 1, usualSeconds = 0 } = stage;
      return Array.from({ length: parts }, (_, index) => ({
        ...stage,
        part: `${index + 1}/${parts}`,
        seconds: usualSeconds / parts,
      }));
    })
    .sort((one, other) => other.seconds - one.seconds);
  /** @type {Report[]} */
  const reports = [];
  const work = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) reports.push(await runInProcess(stage));
  };
  console.log(`\n(${atOnce} stages at a time from here; each one is printed when it has ended)`);
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports;
}

/**
 * @param {Stage & { part: string }} stage
 * @returns {Promise<Report>}
 */
async function runInProcess({ name, title, part }) {
  const resultsFile = join(root, 'out', 'logs', `stage-${name}-${part.replace('/', '-')}.json`);
  mkdirSync(join(root, 'out', 'logs'), { recursive: true });
  rmSync(resultsFile, { force: true });
  const started = Date.now();
  const child = spawn(process.execPath, [join(root, 'scripts', 'test.mjs'), name], {
    cwd: root,
    env: {
      ...process.env,
      OFFICE_HOURS_BUILT: '1',
      OFFICE_HOURS_RESULTS: resultsFile,
      OFFICE_HOURS_PART: part,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.on('exit', end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.off('exit', end);
  console.log(output.trimEnd());
  if (existsSync(resultsFile)) return JSON.parse(readFileSync(resultsFile, 'utf8'));
  const error = `ended with ${code} and without results after ${seconds(started)}`;
  return {
    ...checks([], [{ title: `${title}: ${name}`, error }]),
    stages: [{ title, ms: Date.now() - started }],
  };
}
