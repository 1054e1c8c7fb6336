/** Unit and wire tests: no editor needed. In parts of about the same length, side by side. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { bundleTests } from './build.mjs';
import { noTest, runForResults } from './run.mjs';

/** @param {string} file below test/unit */
const isAboutTemplates = (file) => /template/i.test(file);

/** @type {{ name: string, folder: string, wanted?: (file: string) => boolean }[]} */
const parts = [
  { name: 'unit', folder: 'unit', wanted: (file) => !isAboutTemplates(file) },
  { name: 'unit-templates', folder: 'unit', wanted: isAboutTemplates },
  { name: 'wire', folder: 'wire' },
];

/** @returns {Promise<import('./run.mjs').Results>} */
export async function unit() {
  const all = await Promise.all(parts.map(runPart));
  // A search for some tests need not find any in each part.
  const found = all.filter(
    ({ passed, failures }) => passed > 0 || !failures.some(({ error }) => error.startsWith(noTest)),
  );
  const results = process.env.GREP && found.length > 0 ? found : all;
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
