/** Unit and wire tests: no editor needed. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { runForResults } from './run.mjs';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function unit() {
  const files = await bundleTests(['unit', 'wire']);
  const args = (/** @type {string} */ results) => [results, ...files];
  // Thousands of tests: only what fails is worth a line, the log has them all.
  return runForResults('unit', join(root, 'scripts', 'mocha.mjs'), args, {
    quiet: true,
    env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim() },
  });
}
