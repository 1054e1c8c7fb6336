#!/usr/bin/env node
/**
 * Makes the server-hosted VS Code answer to the desktop's command line, so that `runTests` of `@vscode/test-electron`
 * runs one suite in either:
 *
 *   adapter.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --user-data-dir=DIR
 *   adapter.mjs --install-extension=FILE.vsix --user-data-dir=DIR
 *
 * `--extensionDevelopmentKind=web` chooses the browser worker extension host. Other switches are for the desktop and
 * are ignored. The suite's console becomes ours, and its exit code too.
 */

import { resolve } from 'node:path';
import { onInterrupt, stopAll } from '../processes.mjs';
import { findChromium, launchChromium } from './chromium.mjs';
import { installInServer, installServer, startServer } from './server.mjs';

/** @param {string} name */
function option(name) {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length);
}

/** @param {string} name */
function required(name) {
  const value = option(name);
  if (!value) throw new Error(`adapter: --${name}= is missing`);
  return value;
}

/** What `runSuite` gives when the suite never said how it went: the server or the page went away. */
const ended = 70;

/** @returns {Promise<number>} the exit code */
async function runSuite() {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  const server = await startServer(await installServer(), {
    dataFolder: resolve(required('user-data-dir')),
    automation: true,
    ...(process.env.OFFICE_HOURS_SERVER_LOG ? { log: (line) => process.stderr.write(line) } : {}),
  });
  const browser = await launchChromium(await findChromium());
  try {
    const page = await browser.newPage();
    /** @type {(code: number) => void} */
    let finish = () => {};
    /** @type {Promise<number>} */
    const finished = new Promise((done) => {
      finish = done;
    });
    await page.exposeFunction('codeAutomationLog', printConsole);
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => finish(code));
    /** @type {Promise<typeof ended>} */
    const crashed = new Promise((done) => page.on('crash', () => done(ended)));
    const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${resolve(path)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(required('extensionDevelopmentPath'))],
      ['extensionTestsPath', remote(required('extensionTestsPath'))],
      ['skipWelcome', 'true'],
    ];
    const kind = option('extensionDevelopmentKind');
    if (kind) payload.push(['extensionDevelopmentKind', kind]);
    await page.goto(
      server.address({
        ...(folder ? { folder: resolve(folder) } : { ew: 'true' }),
        payload: JSON.stringify(payload),
      }),
    );
    return await Promise.race([finished, server.ended.then(() => ended), crashed]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * The console of the page carries that of the extension host.
 * @param {string} type a console method's name
 * @param {unknown[]} values
 */
function printConsole(type, values) {
  const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
  if (type === 'error' || type === 'warn') console.error(text);
  else console.log(text);
}

onInterrupt(() => 1);
try {
  const vsix = option('install-extension');
  if (vsix) await installInServer(await installServer(), resolve(vsix), resolve(required('user-data-dir')));
  else process.exitCode = await runSuite();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await stopAll();
process.exit();
