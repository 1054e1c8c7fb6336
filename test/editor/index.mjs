/** What the editor loads to run the suite: one mocha run over every file of `suite/`. */

import { runSuite } from './runSuite.mjs';

/**
 * @returns {Promise<void>} rejects when a test failed, which the editor turns into its exit code
 */
export async function run() {
  const { default: Mocha } = await import('mocha');
  const suite = './suite.js';
  await runSuite(Mocha, () => import(suite));
}
