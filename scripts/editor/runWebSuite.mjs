/** Runs the editor suite once in VS Code for the web: `node runWebSuite.mjs OPTIONS`, OPTIONS being JSON for `startWeb`. */

import { onInterrupt, stopAll } from '../processes.mjs';
import { runInPage } from './page.mjs';
import { installWeb, startWeb } from './web.mjs';

onInterrupt(() => 1);
try {
  const { address, stop } = await startWeb(await installWeb(), JSON.parse(process.argv[2] ?? '{}'));
  // Its server lives in this very process.
  process.exitCode = await runInPage(address, new Promise(() => {}));
  stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await stopAll();
process.exit();
