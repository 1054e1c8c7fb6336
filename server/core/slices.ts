/** Runs long work without stalling the server. */

import type { Steps } from '../../shared/steps.ts';
import type { Clock, Timers } from './ports.ts';
import { turn } from './turn.ts';

/** With a step that is longer than most, and the collection of garbage, an answer still comes within 50. */
export const longestSliceMs = 12;

/**
 * Runs steps, and lets messages be handled whenever they have taken a while. Gives undefined once `isWanted` says no: it is asked before
 * each slice but the first.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { clock, timers }: { readonly clock: Pick<Clock, 'now'>; readonly timers: Timers },
  isWanted: () => boolean = () => true,
): Promise<Result | undefined> {
  for (let started = clock.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    const took = clock.now() - started;
    // A clock that was set back ends a slice, too.
    if (took >= 0 && took < longestSliceMs) continue;
    await turn(timers);
    if (!isWanted()) return undefined;
    started = clock.now();
  }
}
