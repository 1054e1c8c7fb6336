import type { Timers } from './ports.ts';

/**
 * Lets messages be handled. A message takes several turns of the event loop from its arrival to its answer; a timer
 * leaves room for all of them, where `setImmediate` would put a slice of work into each.
 */
export function turn(timers: Timers): Promise<void> {
  return new Promise((resolve) => void timers.after(1, resolve));
}
