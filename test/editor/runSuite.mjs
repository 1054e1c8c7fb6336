/** One mocha run over the whole suite, inside of an editor and told by its console. */

import { followRun } from '../../scripts/mochaReport.mjs';

/**
 * @param {typeof import('mocha')} Mocha
 * @param {() => Promise<unknown>} load the tests, which find mocha's functions in place
 * @returns {Promise<void>} rejects when a test failed, which the editor turns into its exit code
 */
export async function runSuite(Mocha, load) {
  const mocha = new Mocha({
    // A safety net: what a test waits for has limits of its own.
    timeout: 180_000,
    forbidOnly: Boolean(process.env.CI),
    reporter: Mocha.reporters.Base,
    ...(process.env.GREP ? { grep: process.env.GREP } : {}),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const results = await new Promise((resolve) => {
    /** @type {import('../../scripts/mochaReport.mjs').Results | undefined} */
    let followed;
    const runner = mocha.run(() => resolve(followed));
    followed = followRun(runner, (line) => console.log(`office-hours-test ${line}`));
  });
  // The editor's console is the one way out that every kind of extension host has.
  console.log(`office-hours-results ${JSON.stringify(results)}`);
  if (results.failed > 0) throw new Error(`${results.failed} of the editor's tests failed`);
}
