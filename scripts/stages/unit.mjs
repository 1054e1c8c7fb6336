/** Unit and wire tests, and those of random and of large inputs: no editor needed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { sum } from './report.mjs';
import { noTest, runForResults } from './run.mjs';

/**
 * @typedef {object} Part
 * @property {string} name of the bundle and the log
 * @property {string} folder below test/
 * @property {(file: string, index: number) => boolean} wanted gets a path below the folder, and which of its files it is
 */

/**
 * @param {string} folder below test/
 * @param {string} file below the folder
 * @returns {boolean} whether the number of its runs can be set, or its name says that its inputs are large
 */
function isLong(folder, file) {
  if (file.endsWith('.large.test.ts')) return true;
  return readFileSync(join(root, 'test', folder, file), 'utf8').includes('OFFICE_HOURS_RUNS');
}

/** @returns {Promise<import('./run.mjs').Results>} */
export function unit() {
  return runParts(
    // Halves of about the same length, side by side: many tests wait.
    ['unit', 'wire'].flatMap((folder) =>
      [0, 1].map((half) => ({
        name: `${folder}-${half + 1}`,
        folder,
        wanted: (/** @type {string} */ file, /** @type {number} */ index) =>
          index % 2 === half && !isLong(folder, file),
      })),
    ),
  );
}

/** @returns {Promise<import('./run.mjs').Results>} */
export function randomInputs() {
  return runParts(
    ['unit', 'wire'].map((folder) => ({
      name: `random-${folder}`,
      folder,
      wanted: (/** @type {string} */ file) => isLong(folder, file),
    })),
  );
}

/**
 * @param {readonly Part[]} parts
 * @returns {Promise<import('./run.mjs').Results>}
 */
async function runParts(parts) {
  const all = await Promise.all(parts.map(runPart));
  // A search for some tests need not find any in each part.
  const found = all.filter(
    ({ passed, failures }) => passed > 0 || !failures.some(({ error }) => error.startsWith(noTest)),
  );
  const results = process.env.GREP && found.length > 0 ? found : all;
  return sum(results.map((each) => ({ ...each, stages: [] })));
}

/** @param {Part} part */
async function runPart({ name, folder, wanted }) {
  const bundle = await bundleTests(name, folder, wanted);
  // Thousands of tests: only what fails is worth a line, the log has them all.
  return runForResults(name, join(root, 'scripts', 'mocha.mjs'), (results) => [results, bundle], {
    quiet: true,
  });
}
