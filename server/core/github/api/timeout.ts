/** Waiting no longer than one has to. */

import type { Cancellation, Timers } from '../../ports.ts';

export interface WaitOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly cancellation?: Cancellation;
}

export type WaitResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'timeout' | 'cancelled' };

/**
 * The promise's value, or that time ran out, or that the request was cancelled; whatever comes first. The work behind the
 * promise goes on for those who share it. Rejects only when the promise does before.
 */
export function waitFor<T>(
  work: Promise<T>,
  { timeout, cancellation }: WaitOptions,
  timers: Timers,
): Promise<WaitResult<T>> {
  if (cancellation?.isCancellationRequested) return Promise.resolve({ kind: 'cancelled' });
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => (): void => {
      stop();
      listening?.dispose();
      settle();
    };
    const stop = timers.after(timeout, () => {
      listening?.dispose();
      resolve({ kind: 'timeout' });
    });
    const listening = cancellation?.onCancellationRequested(end(() => resolve({ kind: 'cancelled' })));
    work.then(
      (value) => end(() => resolve({ kind: 'done', value }))(),
      (error: unknown) => end(() => reject(error))(),
    );
  });
}

/** Resolves to false when it was cancelled before the time was over. */
export async function pause(
  milliseconds: number,
  timers: Timers,
  cancellation?: Cancellation,
): Promise<boolean> {
  const forever = new Promise<never>(() => {});
  const options = { timeout: milliseconds, ...(cancellation && { cancellation }) };
  return (await waitFor(forever, options, timers)).kind === 'timeout';
}
