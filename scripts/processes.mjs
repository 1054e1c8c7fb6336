/** Starting programs so that none outlives us. */

import { spawn } from 'node:child_process';

/** Process groups that are still running. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

const grouped = process.platform !== 'win32';

/**
 * Starts a program in a process group of its own, which ends with us however we end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options) {
  const child = spawn(command, args, { ...options, detached: grouped });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/**
 * Ends a program started with {@link start} and everything it started: politely, then after `grace` for good.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [grace] milliseconds
 * @returns {Promise<void>} when it is gone
 */
export function stop(child, grace = 3000) {
  signal(child, 'SIGTERM');
  if (child.exitCode !== null || child.signalCode !== null) {
    signal(child, 'SIGKILL');
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => signal(child, 'SIGKILL'), grace);
    child.on('exit', () => {
      clearTimeout(timer);
      // The leader is gone; its group may hold stragglers.
      signal(child, 'SIGKILL');
      resolve();
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(grouped ? -child.pid : child.pid, name);
  } catch {
    // It is gone already.
  }
}

/** Ends everything still running. */
export async function stopAll() {
  await Promise.all([...running].map((child) => stop(child)));
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/**
 * When someone presses Ctrl+C or ends us from outside, ends what we started, then exits.
 * @param {() => number} code
 */
export function onInterrupt(code) {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    stopAll().finally(() => process.exit(code()));
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, end);
}
