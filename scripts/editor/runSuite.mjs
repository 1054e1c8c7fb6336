/** Runs the editor suite once: `node runSuite.mjs OPTIONS`, OPTIONS being JSON for `runTests`. */

import { runTests, TestRunFailedError } from '@vscode/test-electron';

try {
  await runTests(JSON.parse(process.argv[2] ?? '{}'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = (error instanceof TestRunFailedError && error.code) || 1;
}
