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

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { onInterrupt, stopAll } from '../processes.mjs';
import { linkBuiltin } from './builtin.mjs';
import { installServer, oldest } from './installServer.mjs';
import { runInPage } from './page.mjs';
import { quiet } from './quiet.mjs';
import { installInServer, startServer } from './server.mjs';

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

/** @returns {Promise<number>} the exit code */
async function runSuite() {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  writeSettings();
  const installation = await installServer(release());
  const dataFolder = resolve(required('user-data-dir'));
  const server = await startServer(installation, {
    dataFolder,
    automation: true,
    builtin: linkBuiltin(installation, join(dataFolder, 'builtin')),
    ...(process.env.OFFICE_HOURS_SERVER_LOG ? { log: (line) => process.stderr.write(line) } : {}),
  });
  try {
    const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${resolve(path)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(required('extensionDevelopmentPath'))],
      ['extensionTestsPath', remote(required('extensionTestsPath'))],
      ['skipWelcome', 'true'],
    ];
    const address = server.address({
      ...opened(folder),
      payload: JSON.stringify(payload),
    });
    return await runInPage(address, server.ended);
  } finally {
    await server.stop();
  }
}

/**
 * @param {string | undefined} path of a folder or of a workspace file; none: a window without a folder
 * @returns {Record<string, string>} how the workbench's address says so
 */
function opened(path) {
  if (!path) return { ew: 'true' };
  return { [path.endsWith('.code-workspace') ? 'workspace' : 'folder']: resolve(path) };
}

/**
 * The browser's workbench reads the kind from its address under one name and looks it up under another (seen in 1.139),
 * so it would go unheard. The users' own setting for the same is heard.
 */
function writeSettings() {
  /** @type {Record<string, unknown>} */
  const settings = { ...quiet };
  if (option('extensionDevelopmentKind') === 'web') {
    const manifest = join(required('extensionDevelopmentPath'), 'package.json');
    const { publisher, name } = JSON.parse(readFileSync(manifest, 'utf8'));
    settings['remote.extensionKind'] = { [`${publisher}.${name}`]: ['web'] };
  }
  const file = join(resolve(required('user-data-dir')), 'data', 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings));
}

/** The newest release, unless the environment asks for the oldest: `runTests` passes no switches of ours on. */
function release() {
  return process.env.OFFICE_HOURS_RELEASE === 'oldest' ? oldest : undefined;
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
