/** What became of a mocha run, as data. Used by every mocha run, also inside an editor, so it imports nothing. */

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {{ title: string, error: string }[]} failures
 */

/**
 * Follows a run and says each test's outcome.
 * @param {import('mocha').Runner} runner
 * @param {(line: string, failed: boolean) => void} say
 * @returns {Results} complete when the run has ended
 */
export function followRun(runner, say) {
  /** @type {Results} */
  const results = { passed: 0, failed: 0, skipped: 0, failures: [] };
  runner.on('pass', (test) => {
    results.passed++;
    say(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`, false);
  });
  runner.on('pending', (test) => {
    results.skipped++;
    say(`  - ${test.fullTitle()} (skipped)`, false);
  });
  runner.on('fail', (test, error) => {
    results.failed++;
    results.failures.push({ title: test.fullTitle(), error: describeError(error) });
    say(`  ✘ ${test.fullTitle()}`, true);
  });
  return results;
}

/**
 * @param {unknown} error
 * @returns {string} with what was expected where an assertion knows it
 */
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  return error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
}
