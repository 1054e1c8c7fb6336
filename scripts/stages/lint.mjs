/** The linter, the imports between folders, and the compiler, which checks each zone by itself. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { checkImports } from '../imports/check.mjs';
import { problemsOfTranslations } from '../l10n/check.mjs';
import { typecheck, zones } from '../typecheck.mjs';
import { checks } from './run.mjs';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function lint() {
  /** @type {string[]} */
  const passed = [];
  /** @type {{ title: string, error: string }[]} */
  const failures = [];
  const note = (/** @type {string} */ title, /** @type {string} */ error) => {
    console.log(`  ${error ? '✘' : '✔'} ${title}`);
    if (error) failures.push({ title, error });
    else passed.push(title);
  };
  note('biome check', await complaints('@biomejs/biome/bin/biome', 'check', '--colors=off', '.'));
  note('knip: unused files, exports, dependencies', await complaints('knip/bin/knip.js', '--no-progress'));
  for (const zone of zones) note(`types of ${zone}`, await typecheck(zone));
  note('imports between folders', checkImports().join('\n'));
  note('translations', problemsOfTranslations().join('\n'));
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
