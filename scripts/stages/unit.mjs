/** Unit and wire tests: no editor needed. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { runForResults } from './run.mjs';

/** @returns {Promise<import('./run.mjs').Results>} */
export async function unit() {
  const files = await bundleTests(['unit', 'wire']);
  const args = (/** @type {string} */ results) => [results, ...files];
  return runForResults('unit', join(root, 'scripts', 'mocha.mjs'), args, {
    env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim() },
  });
}
