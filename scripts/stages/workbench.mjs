/** Scenarios in the real workbench, driven as a writer would: `test/editor/workbench/*.scenario.mjs`. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { findChromium } from '../editor/chromium.mjs';
import { installServer } from '../editor/installServer.mjs';
import { installInServer } from '../editor/server.mjs';
import { packageExtension } from '../package.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { runForResults } from './run.mjs';

/** The server-hosted VS Code is put together for Linux only. */
const possible = process.platform === 'linux';

/** Installs the editor and the browser where they are missing. */
export async function prepareWorkbench() {
  if (!possible) return;
  await installServer();
  await findChromium();
}

/** @returns {Promise<import('./run.mjs').Results>} */
export async function workbench() {
  if (!possible) {
    console.log('  skipped: the server-hosted VS Code is put together for Linux only');
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  const server = await installServer();
  const chromium = await findChromium();
  console.log(`  in VS Code ${server.version} (server-hosted), ${chromium.version}`);
  const profile = temporaryFolder('profile');
  try {
    await installInServer(server, await packageExtension(profile), profile);
    rmSync(join(root, 'test', 'editor', 'screenshots'), { recursive: true, force: true });
    const folder = join(root, 'test', 'editor', 'workbench');
    const scenarios = readdirSync(folder).filter((name) => name.endsWith('.scenario.mjs'));
    const files = scenarios.sort().map((name) => join(folder, name));
    const env = { OFFICE_HOURS_PROFILE: profile, OFFICE_HOURS_TIMEOUT: '300000' };
    return await runForResults(
      'workbench',
      join(root, 'scripts', 'mocha.mjs'),
      (results) => [results, ...files],
      {
        env,
      },
    );
  } finally {
    removeTemporary(profile);
  }
}
