import type { Timers } from './ports.ts';

/** Whoever waits for a turn, by the timers that give it; absent: nobody does. */
const waiting = new WeakMap<Timers, (() => void)[]>();

/**
 * Lets messages be handled. A message takes several turns of the event loop from its arrival to its answer; a timer
 * leaves room for all of them, where `setImmediate` would put a slice of work into each. Of several that wait one goes on at a
 * time: timers that are due all run before the next message, and those that are due by then, too.
 */
export function turn(timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const queue = waiting.get(timers);
    if (queue) {
      queue.push(resolve);
      return;
    }
    waiting.set(timers, [resolve]);
    give(timers);
  });
}

function give(timers: Timers): void {
  timers.after(1, () => {
    waiting.get(timers)?.shift()?.();
    // Due when the work of this turn is done; from there on the next is waited for.
    timers.after(1, () => {
      if (waiting.get(timers)?.length) give(timers);
      else waiting.delete(timers);
    });
  });
}
