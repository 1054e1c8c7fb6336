/** Unit and wire tests, side by side: no editor needed. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { runForResults } from './run.mjs';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function unit() {
  const [one, other] = await Promise.all([runFolder('unit'), runFolder('wire')]);
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** @param {string} folder */
async function runFolder(folder) {
  const bundle = await bundleTests(folder);
  // Thousands of tests: only what fails is worth a line, the log has them all.
  return runForResults(folder, join(root, 'scripts', 'mocha.mjs'), (results) => [results, bundle], {
    quiet: true,
    env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim() },
  });
}
