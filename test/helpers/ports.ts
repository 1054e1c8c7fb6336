/** The ports of a session, so that a test knows what is under way and a busy machine changes nothing. */

import type { Timers, Transport } from '../../server/core/ports.ts';
import { systemTimers } from '../../server/host/clock.ts';

export interface StoppableTimers extends Timers {
  /** From now on nothing that was to be run later is run. */
  stop(): void;
}

export function stoppableTimers(): StoppableTimers {
  let stopped = false;
  return {
    after: (milliseconds, run) =>
      systemTimers.after(milliseconds, () => {
        if (!stopped) run();
      }),
    stop() {
      stopped = true;
    },
  };
}

export interface CountingTransport extends Transport {
  /** Requests that were sent, and those of them that have no answer yet. */
  readonly sent: number;
  readonly open: number;
}

export function countingTransport(transport: Transport): CountingTransport {
  let [sent, open] = [0, 0];
  return {
    account: (host) => transport.account(host),
    async send(request) {
      sent++;
      open++;
      try {
        return await transport.send(request);
      } finally {
        open--;
      }
    },
    get sent() {
      return sent;
    },
    get open() {
      return open;
    },
  };
}
