/** Unit and wire tests: no editor needed. In parts of about the same length, side by side. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { runForResults } from './run.mjs';

/** @param {string} file below test/unit */
const isAboutGitHub = (file) => /github/i.test(file);

/** @type {{ name: string, folder: string, wanted?: (file: string) => boolean }[]} */
const parts = [
  { name: 'unit', folder: 'unit', wanted: (file) => !isAboutGitHub(file) },
  { name: 'unit-github', folder: 'unit', wanted: isAboutGitHub },
  { name: 'wire', folder: 'wire' },
];

/** @returns {Promise<import('./run.mjs').Results>} */
export async function unit() {
  const results = await Promise.all(parts.map(runPart));
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** @param {typeof parts[number]} part */
async function runPart({ name, folder, wanted }) {
  const bundle = await bundleTests(name, folder, wanted);
  // Thousands of tests: only what fails is worth a line, the log has them all.
  return runForResults(name, join(root, 'scripts', 'mocha.mjs'), (results) => [results, bundle], {
    quiet: true,
  });
}
