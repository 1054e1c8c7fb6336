/** The linter, the imports between folders, and the compiler, which checks each zone by itself. */

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { checkImports } from '../imports/check.mjs';
import { problemsOfTranslations } from '../l10n/check.mjs';
import { typecheck, zones } from '../typecheck.mjs';
import { checks } from './run.mjs';

/** @type {readonly (readonly [title: string, find: () => string | Promise<string>])[]} */
const looks = [
  ['biome check', () => complaints('@biomejs/biome/bin/biome', 'check', '--colors=off', '.')],
  ['knip: unused files, exports, dependencies', () => complaints('knip/bin/knip.js', '--no-progress')],
  ...zones.map((zone) => /** @type {const} */ ([`types of ${zone}`, () => typecheck(zone)])),
  ['imports between folders', () => checkImports().join('\n')],
  ['translations', () => problemsOfTranslations().join('\n')],
];

/** @returns {Promise<import('./run.mjs').Results>} */
export async function lint() {
  /** @type {string[]} */
  const errors = [];
  const waiting = [...looks.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) errors[next[0]] = await next[1][1]();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  /** @type {string[]} */
  const passed = [];
  /** @type {{ title: string, error: string }[]} */
  const failures = [];
  for (const [at, [title]] of looks.entries()) {
    const error = errors[at] ?? '';
    console.log(`  ${error ? '✘' : '✔'} ${title}`);
    if (error) failures.push({ title, error });
    else passed.push(title);
  }
  return checks(passed, failures);
}

/**
 * Runs a tool of the dependencies.
 * @param {string} program below node_modules
 * @param {...string} args
 * @returns {Promise<string>} its complaints
 */
function complaints(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : output || `${program} ended with ${code}`));
  });
}
