/**
 * The grammar's tests. `test/grammar/run.mjs` exports `run()`, which gives `{ passed, failed, skipped, output }`, the
 * output telling what failed.
 */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../cache.mjs';
import { checks, runForResults } from './run.mjs';

const self = fileURLToPath(import.meta.url);

/** @returns {Promise<import('./run.mjs').Results>} */
export async function grammar() {
  const file = join(root, 'test', 'grammar', 'run.mjs');
  if (!existsSync(file)) return checks([], [{ title: 'grammar', error: 'test/grammar/run.mjs is missing' }]);
  return runForResults('grammar', self, (results) => [results, file]);
}

if (process.argv[1] === self) {
  const [, , resultsFile, file] = process.argv;
  if (!resultsFile || !file) throw new Error('grammar.mjs: RESULTS.json and the module to run are missing');
  const { run } = await import(pathToFileURL(file).href);
  const { passed, failed, skipped = 0, output = '' } = await run();
  const failures = failed > 0 ? [{ title: `${failed} failed`, error: output }] : [];
  writeFileSync(resultsFile, JSON.stringify({ passed, failed, skipped, failures }));
  process.exit(failed > 0 ? 1 : 0);
}
