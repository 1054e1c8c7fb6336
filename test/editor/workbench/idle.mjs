/**
 * Whether the processes that a test started have anything left to do: editor, extension host, language server and browser.
 * A process that waits for a busy machine is not at rest, so a quiet moment is not taken for the end of the work.
 */

import { readdirSync, readFileSync } from 'node:fs';

/** Looks in a row at which nothing is to want to run. */
const looks = 10;

/** Between two looks, in milliseconds. */
const pause = 25;

/** How long something may go on for ever, such as an animation, in milliseconds. */
const longest = 20_000;

/**
 * Waits until no process below this one runs or wants to.
 * @param {() => boolean} [isBusy] what else keeps from being at rest
 * @returns {Promise<boolean>} whether it came to that
 */
export async function idle(isBusy = () => false) {
  const end = performance.now() + longest;
  let quiet = 0;
  /** @type {Set<string>} */
  const foreign = new Set();
  while (quiet < looks && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    quiet = isBusy() || wantsToRun(foreign) ? 0 : quiet + 1;
  }
  return quiet >= looks;
}

/**
 * @param {Set<string>} foreign processes that an earlier look has found above or beside this one: they stay there, so they are not read
 *   again, as reading those of a whole machine takes a while
 * @returns {boolean} whether the main thread of a process below this one is running, ready to run, or waits for a disk
 */
function wantsToRun(foreign) {
  const there = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const processes = there.filter((id) => !foreign.has(id)).flatMap(statusOf);
  const ours = new Set([process.pid]);
  // Mostly a process has a higher id than its parent's; where ids began anew, it is found in another round.
  for (let before = 0; before < ours.size; ) {
    before = ours.size;
    for (const { id, parent } of processes) if (ours.has(parent)) ours.add(id);
  }
  foreign.clear();
  for (const id of there) if (!ours.has(Number(id))) foreign.add(id);
  return processes.some(({ id, state }) => id !== process.pid && ours.has(id) && 'RD'.includes(state));
}

/**
 * @param {string} id of a process
 * @returns {{ id: number, state: string, parent: number }[]} none when it has ended
 */
function statusOf(id) {
  try {
    // "pid (name) state parent …"; the name may hold blanks and parentheses.
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    const [state = '', parent] = text.slice(text.lastIndexOf(')') + 2).split(' ', 2);
    return [{ id: Number(id), state, parent: Number(parent) }];
  } catch {
    return [];
  }
}
