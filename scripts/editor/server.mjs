/**
 * The server-hosted VS Code: the same workbench and the same extension host code as the desktop's, from npm packages
 * alone. For machines without a display, or where no desktop VS Code can be downloaded.
 */

import { randomBytes } from 'node:crypto';
import { start, stop } from '../processes.mjs';

/** @typedef {import('./installServer.mjs').Server} Server */

/**
 * @typedef {object} RunningServer
 * @property {number} port
 * @property {string} token without it nobody, not even another page in the same browser, may connect
 * @property {(query: Record<string, string>) => string} address where to open the workbench
 * @property {() => Promise<void>} stop
 * @property {Promise<number | null>} ended the exit code
 */

/**
 * Installs a package for every later {@link startServer} with the same `dataFolder`.
 * @param {Server} server
 * @param {string} vsix
 * @param {string} dataFolder
 * @returns {Promise<void>}
 */
export async function installInServer(server, vsix, dataFolder) {
  const child = start(
    server.node,
    [
      ...server.main,
      '--install-extension',
      vsix,
      '--force',
      '--accept-server-license-terms',
      '--server-data-dir',
      dataFolder,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: environment({}) },
  );
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  // The exit code is 0 for a package it refused, too.
  if (code !== 0 || !output.includes('was successfully installed')) {
    throw new Error(`The editor did not install ${vsix} (exit ${code}):\n${output.trim()}`);
  }
}

/**
 * Starts the server on this machine's loopback address.
 * @param {Server} server
 * @param {object} options
 * @param {string} options.dataFolder settings, logs and installed extensions
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {boolean} [options.automation] lets the page's address start tests
 * @param {string} [options.builtin] the folder of the built-in extensions, instead of its own
 * @param {boolean} [options.trust] false asks for workspace trust
 * @param {Record<string, string>} [options.env] what the extension host finds in its environment besides ours
 * @param {(line: string) => void} [options.log] gets what the server prints
 * @returns {Promise<RunningServer>}
 */
export async function startServer(
  server,
  { dataFolder, port = 0, automation, builtin, trust = true, env = {}, log },
) {
  const token = randomBytes(16).toString('hex');
  const args = [...server.main, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  args.push('--accept-server-license-terms', '--server-data-dir', dataFolder, '--telemetry-level', 'off');
  if (trust) args.push('--disable-workspace-trust');
  if (builtin) args.push('--builtin-extensions-dir', builtin);
  if (automation) args.push('--enable-smoke-test-driver');
  const child = start(server.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Started from a command line: it takes its environment from us. Otherwise it asks a login shell for one, at each start.
    env: environment({ VSCODE_CLI: '1', ...env }),
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.on('close', resolve));
  const listening = await waitForPort(child, log);
  return {
    port: listening,
    token,
    address: (query) => `http://127.0.0.1:${listening}/?${new URLSearchParams({ tkn: token, ...query })}`,
    stop: () => stop(child),
    ended,
  };
}

/**
 * Ours without what another VS Code, whose terminal this may be, tells its children.
 * @param {Record<string, string>} more
 */
function environment(more) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...more };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {((line: string) => void) | undefined} log
 * @returns {Promise<number>}
 */
function waitForPort(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    let found = false;
    const read = (/** @type {Buffer} */ chunk) => {
      log?.(String(chunk));
      if (found) return;
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      found = true;
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', reject);
    child.on('close', (code) => {
      const inUse = /EADDRINUSE/.test(output) ? ' The port is taken: choose another one with PORT.' : '';
      reject(
        new Error(`The server-hosted VS Code ended while starting (exit ${code}).${inUse}\n${output.trim()}`),
      );
    });
  });
}
