/** The editor suite in the browser's extension host, where there is no Node: in the newest VS Code and in the oldest. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { findChromium } from '../editor/chromium.mjs';
import { installServer } from '../editor/installServer.mjs';
import { installWeb } from '../editor/web.mjs';
import { removeTemporary, temporaryFolder } from '../temporary.mjs';
import { buildExtension, bundleBrowserSuite, leftOutOfBrowsers } from './build.mjs';
import { startEditorGitHub } from './editorGitHub.mjs';
import { checks, runForResults } from './run.mjs';

/** The editors are put together for Linux only, and so is the browser. */
const possible = process.platform === 'linux';

/** Installs what is missing. */
export async function prepareWeb() {
  if (!possible) return;
  await installServer();
  await installWeb();
  await findChromium();
}

/** @returns {Promise<import('./run.mjs').Results>} */
export function newestWeb() {
  return runIn('web', async (workspace, tests, folder) => {
    const { version } = await installServer();
    console.log(`  in VS Code ${version} (server-hosted), the extension in a worker of the browser`);
    const args = [
      workspace,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${tests}`,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--extensionDevelopmentKind=web',
    ];
    return { script: 'adapter.mjs', args };
  });
}

/** @returns {Promise<import('./run.mjs').Results>} */
export function oldestWeb() {
  return runIn('web-oldest', async (workspace, tests) => {
    const { version } = await installWeb();
    console.log(`  in VS Code ${version} for the web, on a virtual file system`);
    const options = { extension: root, tests, folder: workspace };
    return { script: 'runWebSuite.mjs', args: [JSON.stringify(options)] };
  });
}

/**
 * Runs the suite on a throw-away copy of the samples.
 * @param {string} name
 * @param {(workspace: string, tests: string, folder: string) => Promise<{ script: string, args: string[] }>} start
 */
async function runIn(name, start) {
  if (!possible) {
    console.log('  skipped: the editors are put together for Linux only');
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  const folder = temporaryFolder(name);
  const github = await startEditorGitHub(name);
  try {
    const error = await buildExtension();
    if (error) throw new Error(error);
    for (const { file, reason } of leftOutOfBrowsers()) {
      if (reason === undefined)
        throw new Error(`${file} does not begin with the reason: /** Needs Node: …. */`);
      console.log(`  left out: ${file}, ${reason}`);
    }
    const workspace = join(folder, 'samples');
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    const { GREP = '', CI = '' } = process.env;
    const tests = await bundleBrowserSuite(name, {
      GREP,
      CI,
      OFFICE_HOURS_GITHUB: github.addresses,
      OFFICE_HOURS_HOST: 'worker',
      OFFICE_HOURS_UNDER_TEST: 'folder',
    });
    const { script, args } = await start(workspace, tests, folder);
    return await runForResults(name, join(root, 'scripts', 'editor', script), () => args, { quiet: true });
  } catch (error) {
    return checks([], [{ title: name, error: error instanceof Error ? error.message : String(error) }]);
  } finally {
    await github.stop();
    removeTemporary(folder);
  }
}
