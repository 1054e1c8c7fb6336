/** The host's clock: the same in Node and in a browser. */

import type { Clock, Timers } from '../core/ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
      .join('-');
  },
};

/** A longer timer would run at once (nodejs.org/api/timers.html). */
const longestTimer = 2 ** 31 - 1;

export const systemTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(milliseconds, longestTimer));
    return () => clearTimeout(timer);
  },
};
