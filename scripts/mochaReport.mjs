/** What became of a mocha run, as data. Used by every mocha run, also inside an editor, so it imports nothing. */

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {{ title: string, error: string }[]} failures
 * @property {Duration[]} [durations] of the tests and hooks that take longer than {@link fast}
 * @property {Acceptance} [acceptance]
 * @property {Measures} [measures]
 */

/** @typedef {'failed' | 'passed' | 'skipped'} Outcome */

/** @typedef {Record<number, Outcome>} Acceptance what became of the inputs that titles name: "… (acceptance 1 to 5, 7)" */

/**
 * @typedef {object} Measures what tests count: see test/helpers/measures.ts
 * @property {number} inputs
 * @property {number} bytes
 * @property {number} lost
 * @property {number} sightings
 * @property {number} stallMs
 */

/**
 * @typedef {object} Duration
 * @property {string} title of a test or a hook
 * @property {number} ms
 */

/** Too short to be worth a line in a list of durations, in milliseconds. */
const fast = 20;

/**
 * Follows a run and says each test's outcome.
 * @param {import('mocha').Runner} runner
 * @param {(line: string, failed: boolean) => void} say
 * @returns {Results} complete when the run has ended
 */
export function followRun(runner, say) {
  /** @type {Results} */
  const results = { passed: 0, failed: 0, skipped: 0, failures: [] };
  /** @type {Duration[]} */
  const durations = [];
  results.durations = durations;
  /** @type {Acceptance} */
  const acceptance = {};
  results.acceptance = acceptance;
  const count = (/** @type {string} */ title, /** @type {Outcome} */ outcome) => {
    for (const number of acceptanceNumbers(title)) acceptance[number] = worse(acceptance[number], outcome);
  };
  for (const event of ['test end', 'hook end'])
    runner.on(event, (/** @type {import('mocha').Runnable} */ ended) => {
      const { duration: ms = 0 } = ended;
      if (ms > fast) durations.push({ title: ended.fullTitle(), ms });
    });
  runner.on('pass', (test) => {
    results.passed++;
    count(test.fullTitle(), 'passed');
    say(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`, false);
  });
  runner.on('pending', (test) => {
    results.skipped++;
    count(test.fullTitle(), 'skipped');
    say(`  - ${test.fullTitle()} (skipped)`, false);
  });
  runner.on('fail', (test, error) => {
    results.failed++;
    count(test.fullTitle(), 'failed');
    results.failures.push({ title: test.fullTitle(), error: describeError(error) });
    say(`  ✘ ${test.fullTitle()}`, true);
  });
  return results;
}

/**
 * @param {string} title
 * @returns {number[]} of "… (acceptance 1 to 5, 7)"
 */
export function acceptanceNumbers(title) {
  return [...title.matchAll(/\(acceptance ([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(', ').flatMap((each) => {
      const [from = 0, to = from] = each.split(' to ').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
}

/**
 * @param {Outcome | undefined} one
 * @param {Outcome} other
 * @returns {Outcome} a test that failed counts more than those that passed, and these more than what was left out
 */
export function worse(one, other) {
  const order = /** @type {const} */ (['failed', 'passed', 'skipped']);
  return order.find((each) => each === one || each === other) ?? other;
}

/**
 * @param {unknown} error
 * @returns {string} with what was expected where an assertion knows it, and with its cause
 */
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  const words = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
  return error.cause === undefined ? words : `${words}\nbecause of ${describeError(error.cause)}`;
}
