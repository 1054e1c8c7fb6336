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

export const systemTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
