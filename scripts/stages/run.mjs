/** What all stages of the tests share: running a program and adding up what came of it. */

import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../cache.mjs';
import { start } from '../processes.mjs';
import { inSources } from './sources.mjs';

/** @typedef {import('../mochaReport.mjs').Results} Results */

/**
 * @typedef {object} Stage
 * @property {string} name what to type after `npm test --` to run it alone
 * @property {string} title
 * @property {() => Promise<unknown>} [prepare] installs what is missing
 * @property {() => Promise<Results>} run
 * @property {number} [usualSeconds] how long it takes beside others, roughly; set for what runs side by side
 * @property {number} [parts] it can be run in so many parts: `OFFICE_HOURS_PART` is `1/2` for the first of two
 */

/**
 * @typedef {Results & { stages: import('../mochaReport.mjs').Duration[], editor?: string }} Report of one stage or several,
 *   with the name of the editor where one was needed
 */

/**
 * @param {string[]} passed titles
 * @param {{ title: string, error: string }[]} failures
 * @returns {Results}
 */
export function checks(passed, failures) {
  return { passed: passed.length, failed: failures.length, skipped: 0, failures };
}

/** Lines that a test run means for people start with this; a quiet run shows no others. */
const spoken = 'office-hours-test ';

/** What is said of a run that found none. */
export const noTest = 'no test was found';

/** A line with this start is the results themselves: an editor's console is the one way out of every extension host. */
const resultsLine = 'office-hours-results ';

/**
 * Runs a Node program that writes its {@link Results} into a file, and never takes its silence for success.
 * @param {string} name names the log and the results in `out/logs`
 * @param {string} script
 * @param {(resultsFile: string) => string[]} args
 * @param {object} [options]
 * @param {Record<string, string>} [options.env]
 * @param {boolean} [options.quiet] show only the lines meant for people
 * @returns {Promise<Results>}
 */
export async function runForResults(name, script, args, { env = {}, quiet = false } = {}) {
  const logFile = join(root, 'out', 'logs', `${name}.log`);
  const resultsFile = join(root, 'out', 'logs', `${name}.json`);
  mkdirSync(dirname(logFile), { recursive: true });
  rmSync(resultsFile, { force: true });
  const log = createWriteStream(logFile);
  // Most of what tests make is soon dropped: with more room for it, they take a tenth less processor time.
  const nodeArgs = ['--max-semi-space-size=64'];
  const child = start(process.execPath, [...nodeArgs, script, ...args(resultsFile)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      if (line.startsWith(resultsLine)) writeFileSync(resultsFile, line.slice(resultsLine.length));
      else if (line.startsWith(spoken)) console.log(line.slice(spoken.length));
      else if (!quiet) console.log(line);
    });
  }
  /** @type {number | null} */
  const code = await new Promise((resolve) => child.on('close', resolve));
  await new Promise((resolve) => log.end(resolve));
  const results = readResults(resultsFile);
  const where = relative(root, logFile);
  if (!results) {
    const last = quiet ? `\n${tail(logFile)}` : '';
    const error = `ended with ${code} and without results; its log is ${where}${last}`;
    return checks([], [{ title: name, error }]);
  }
  if (results.passed + results.failed + results.skipped === 0) {
    results.failed++;
    results.failures.push({ title: name, error: `${noTest}; its log is ${where}` });
  } else if (code !== 0 && results.failed === 0) {
    results.failed++;
    results.failures.push({
      title: name,
      error: `every test passed, yet it ended with ${code}; its log is ${where}`,
    });
  }
  for (const failure of results.failures) failure.error = inSources(failure.error);
  return results;
}

/**
 * @param {string} file
 * @returns {Results | undefined}
 */
function readResults(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {string} its last lines
 */
function tail(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
