/** Runs npm, the one tool a contributor needs besides Node. */

import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { start } from './processes.mjs';

/**
 * How to start the npm that came with this Node: `npm_execpath` when npm started us, else the one beside Node,
 * else whichever is on the PATH. npm's entry is started with Node itself, because on Windows `npm` is a shell script.
 * @returns {{ command: string, args: string[] }}
 */
function npmCommand() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const windows = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [process.env.npm_execpath, beside, windows].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  return script ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] };
}

/**
 * Runs npm quietly and shows what it said only when it fails.
 * @param {string} folder the working folder
 * @param {string[]} args
 * @param {Record<string, string>} [env] besides ours
 * @returns {Promise<void>} rejects with npm's own words and what to do about them
 */
export function npm(folder, args, env = {}) {
  const { command, args: prefix } = npmCommand();
  const all = [...prefix, ...args, '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = start(command, all, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), ...env },
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', () =>
      reject(new Error('npm was not found. Install Node.js together with npm, then try again.')),
    );
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`npm ${args.join(' ')} failed (exit ${code}).\n${output.trim()}\n${advice(output)}`),
        );
    });
  });
}

/**
 * Installs packages into a folder that belongs to no project, without running their scripts.
 * @param {string} folder
 * @param {string[]} packages as `name@version`
 */
export async function npmInstall(folder, packages) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  await npm(folder, ['install', '--ignore-scripts', ...packages]);
}

/** What npm tells its children about this project, or about an install of it, must not steer another one. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|command|execpath|config_local_prefix|config_prefix|config_global|config_location)/i.test(
        name,
      ),
  );
  return Object.fromEntries(kept);
}

/** @param {string} output */
function advice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return 'The package registry cannot be reached: check the network connection or npm’s proxy settings, then run the same command again.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: free about 2 GB, then run the same command again.';
  if (/EACCES|EPERM/.test(output)) return 'npm may not write there: check who owns the folder.';
  return 'Run the same command again; what is already installed is kept.';
}
