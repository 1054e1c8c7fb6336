/** A clock for waits and ages: goes on evenly when the machine's clock is set. */

import type { Clock } from '../ports.ts';

const minute = 60_000;
/** Two looks at the clock are not so far apart, but for a machine that slept, which may count as no time at all. */
const longestStep = 30 * 24 * 60 * minute;

/**
 * The same as `clock` until that is set back, or ahead by more than a month; from then on it differs by as much. A pause that GitHub
 * asked for would last for years, or be over at once.
 */
export function steadyClock(clock: Clock): Clock {
  let latest = clock.now();
  let ahead = 0;
  return {
    now() {
      const now = clock.now() + ahead;
      const step = now - latest;
      if (step < -minute || step > longestStep) ahead -= step;
      latest = clock.now() + ahead;
      return latest;
    },
    today: () => clock.today(),
  };
}
