/** Runs mocha over files: `node mocha.mjs RESULTS.json FILE...`. The environment holds GREP to run just some. */

import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { followRun } from './mochaReport.mjs';
import { onInterrupt } from './processes.mjs';

// What the tests started runs in process groups of its own and would outlive us.
onInterrupt(() => 130);
const [resultsFile, ...files] = process.argv.slice(2);
if (!resultsFile) throw new Error('mocha.mjs: the file for the results is missing');

const mocha = new Mocha({
  // A safety net that a busy machine does not reach: what a test waits for has limits of its own. More runs take their time.
  timeout: process.env.OFFICE_HOURS_RUNS ? 0 : Number(process.env.OFFICE_HOURS_TIMEOUT ?? 120_000),
  forbidOnly: Boolean(process.env.CI),
  reporter: Mocha.reporters.Base,
  ...(process.env.GREP ? { grep: process.env.GREP } : {}),
});
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();
/** @type {import('./mochaReport.mjs').Results | undefined} */
let results;
const runner = mocha.run(() => {
  // What tests have counted: see test/helpers/measures.ts.
  const measures = Reflect.get(globalThis, 'officeHoursMeasures');
  writeFileSync(resultsFile, JSON.stringify({ ...results, ...(measures && { measures }) }));
  // What a test left open must not keep the run alive.
  process.exit(results && results.failed === 0 ? 0 : 1);
});
results = followRun(runner, (line, failed) => console.log(failed ? `office-hours-test ${line}` : line));
