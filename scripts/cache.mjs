/** The cache folder: editors and browsers live here, outside the repository, and later runs reuse them. */

import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The folder that keeps what was installed: `$XDG_CACHE_HOME` or `~/.cache`, and the ignored `.cache/` of the
 * repository where neither can be written. It exists when this returns.
 * @returns {string} an absolute path
 */
export function cacheFolder() {
  const candidates = [];
  if (process.env.XDG_CACHE_HOME) candidates.push(join(process.env.XDG_CACHE_HOME, 'office-hours-notes'));
  else if (homedir()) candidates.push(join(homedir(), '.cache', 'office-hours-notes'));
  candidates.push(join(root, '.cache'));
  for (const folder of candidates) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // Read-only home folders are common in containers: try the next place.
    }
  }
  throw new Error(`No cache folder can be written. Tried: ${candidates.join(', ')}. Set XDG_CACHE_HOME.`);
}

/**
 * Installs something under `name` in the cache unless an earlier run did. It is built in a folder of its own and
 * renamed when complete, so an interrupted install is never taken for a finished one.
 * @param {string} name the folder's name, with every version that matters in it
 * @param {string} title what to call it while it installs
 * @param {(folder: string) => Promise<void>} build fills the empty folder it is given; nothing in there may
 *   depend on the folder's own path
 * @returns {Promise<string>} the absolute path of the finished folder
 */
export async function installOnce(name, title, build) {
  const cache = cacheFolder();
  const finished = join(cache, name);
  if (existsSync(finished)) return finished;
  removeAbandoned(cache, name);
  const unfinished = join(cache, `${name}.tmp-${process.pid}-${Date.now()}`);
  mkdirSync(unfinished);
  const started = Date.now();
  console.log(`Installing ${title} into ${finished} (once) ...`);
  try {
    await build(unfinished);
    try {
      renameSync(unfinished, finished);
    } catch (error) {
      // Another run may have finished the same install in the meantime; its result is as good.
      if (!existsSync(finished)) throw error;
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  console.log(`Installed ${title} in ${seconds(started)}.`);
  return finished;
}

/**
 * Removes what interrupted installs of `name` left behind, but nothing of a run still at work.
 * @param {string} cache
 * @param {string} name
 */
function removeAbandoned(cache, name) {
  for (const entry of readdirSync(cache)) {
    if (!entry.startsWith(`${name}.tmp-`)) continue;
    const pid = Number(entry.slice(`${name}.tmp-`.length).split('-')[0]);
    if (!isRunning(pid)) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The time since `started` in words.
 * @param {number} started milliseconds, as of `Date.now()`
 */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
