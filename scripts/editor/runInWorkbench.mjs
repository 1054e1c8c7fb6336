/** Runs files of mocha in the real workbench, with the package installed as a user installs it. Linux only, as the server-hosted VS Code. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { packageExtension } from '../package.mjs';
import { runForResults } from '../stages/run.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { findChromium } from './chromium.mjs';
import { installServer } from './installServer.mjs';
import { installInServer } from './server.mjs';

/** In milliseconds, for a test: a safety net. */
const longest = 300_000;

/**
 * @param {string} name of the log
 * @param {readonly string[]} files absolute paths
 */
export async function runInWorkbench(name, files) {
  const server = await installServer();
  const chromium = await findChromium();
  console.log(`  in VS Code ${server.version} (server-hosted), ${chromium.version}`);
  const profile = temporaryFolder('profile');
  try {
    await installInServer(server, await packageExtension(profile), profile);
    return await runForResults(name, join(root, 'scripts', 'mocha.mjs'), (results) => [results, ...files], {
      env: { OFFICE_HOURS_PROFILE: profile, OFFICE_HOURS_TIMEOUT: String(longest) },
    });
  } finally {
    removeTemporary(profile);
  }
}
