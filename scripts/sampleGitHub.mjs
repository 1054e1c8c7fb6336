/** Titles for the samples where GitHub cannot be reached: the tests' stand-in, named as what it is. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache.mjs';
import { start } from './processes.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Always the same if it is free, so that what is remembered of it is of use the next time. */
const usualPort = 18_722;
const probeMs = 2_500;
const setting = 'officeHours.github.apiUrl';

/**
 * Makes the editor's settings fit: GitHub itself where it answers, else sample data from this machine.
 * @param {string} settingsFile the user settings of the profile
 */
export async function chooseGitHub(settingsFile) {
  const kept = readSettings(settingsFile);
  if (kept === undefined) return;
  const isOurs = typeof kept[setting] !== 'string' || kept[setting].startsWith('http://127.0.0.1:');
  if (!isOurs) return;
  if (await isReachable()) {
    delete kept[setting];
  } else {
    const address = await serveSamples();
    if (address === undefined) return;
    kept[setting] = address;
    allowApi(settingsFile, address);
    console.log(`GitHub cannot be reached. Titles are sample data from ${address}.`);
  }
  mkdirSync(dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, `${JSON.stringify(kept, null, 2)}\n`);
}

/**
 * Allows an API in a profile, as its user would when asked: in the extension's global storage (client/host/consent.ts).
 * @param {string} settingsFile the user settings of the profile
 * @param {string} address without a path
 */
export function allowApi(settingsFile, address) {
  const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(dirname(settingsFile), 'globalStorage', `${publisher}.${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'api-origins.json'), JSON.stringify({ [address]: 'allowed' }));
}

/**
 * @param {string} file
 * @returns {Record<string, unknown> | undefined} undefined when somebody wrote into it by hand and it is no plain JSON
 */
function readSettings(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log(`${file} is left as it is; ${setting} may be set there.`);
    return undefined;
  }
}

/** Asking for the limits is free (docs.github.com, "Get rate limit status for the authenticated user"). */
async function isReachable() {
  try {
    const response = await fetch('https://api.github.com/rate_limit', {
      signal: AbortSignal.timeout(probeMs),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Starts the stand-in; it ends with this process.
 * @param {number} [port] if it is free, else any
 * @returns {Promise<string | undefined>} its address
 */
export async function serveSamples(port = usualPort) {
  return (await startSamples(port))?.address;
}

/**
 * The same, to change what it serves.
 * @param {number} port
 * @returns {Promise<{ address: string, addIssue(repository: string, title: string): void } | undefined>}
 */
export async function startSamples(port) {
  // A folder of its own: another stage may be starting one, too.
  const outfile = join(temporaryFolder('github'), 'serve.cjs');
  await build({
    entryPoints: [join(root, 'test', 'helpers', 'github', 'serve.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return (await serveAt(outfile, port)) ?? (await serveAt(outfile, 0));
}

/**
 * @param {string} bundle
 * @param {number} port
 * @returns {ReturnType<typeof startSamples>} undefined when it did not start
 */
function serveAt(bundle, port) {
  const child = start(process.execPath, [bundle], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, PORT: String(port) },
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const end = output.indexOf('\n');
      if (end < 0) return;
      const addIssue = (/** @type {string} */ repository, /** @type {string} */ title) => {
        child.stdin?.write(`${repository} ${title}\n`);
      };
      resolve({ address: output.slice(0, end).trim(), addIssue });
    });
    child.on('close', () => resolve(undefined));
  });
}
