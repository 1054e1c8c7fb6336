/** Runs a file of mocha in the real workbench, with the package installed as a user installs it. Linux only, as the server-hosted VS Code. */

import { join } from 'node:path';
import { root } from '../cache.mjs';
import { packageExtension } from '../package.mjs';
import { runForResults } from '../stages/run.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { findChromium } from './chromium.mjs';
import { installServer } from './installServer.mjs';
import { installInServer } from './server.mjs';

/**
 * @param {string} name of the log
 * @param {string} file an absolute path
 * @param {Record<string, string>} [env] for the file
 * @returns {Promise<boolean>} whether all went well
 */
export async function runInWorkbench(name, file, env = {}) {
  const server = await installServer();
  await findChromium();
  const profile = temporaryFolder('profile');
  try {
    await installInServer(server, await packageExtension(profile), profile);
    const { failed } = await runForResults(
      name,
      join(root, 'scripts', 'mocha.mjs'),
      (results) => [results, file],
      { env: { OFFICE_HOURS_PROFILE: profile, OFFICE_HOURS_TIMEOUT: '600000', ...env } },
    );
    return failed === 0;
  } finally {
    removeTemporary(profile);
  }
}
