/** What the answering of a request works with. */

import type { Answer, ApiVersion } from './answer.ts';
import type { Ledger, Resource } from './ledger.ts';
import type { Log, LoggedRequest } from './log.ts';
import type { Route } from './rest/route.ts';
import type { Account, World } from './world.ts';

export interface Backend {
  readonly world: World;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly routes: ReadonlyMap<string, Route>;
}

/** A request with all that is known of it. */
export interface Incoming {
  readonly backend: Backend;
  readonly entry: LoggedRequest;
  /** With the stand-in's origin. */
  readonly url: URL;
  readonly body: string;
  readonly account: Account | undefined;
  readonly version: ApiVersion;
  readonly complain: (violation: string) => void;
}

/** An answer and what limit it counts against; `free` where asking costs nothing. */
export interface Charged {
  readonly answer: Answer;
  readonly resource: Resource;
  /** REST: one is spent unless the answer turns out not modified. GraphQL spends by itself. */
  readonly points: 0 | 1;
}
