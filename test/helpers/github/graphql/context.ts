/** What the answering of one query knows. */

import type { Ledger } from '../ledger.ts';
import type { Account, World } from '../world.ts';
import type { Cost } from './cost.ts';

export interface Context {
  readonly world: World;
  readonly account: Account;
  readonly ledger: Ledger;
  readonly cost: Cost;
  /** Single issues and pull requests answered so far. */
  answered: number;
  /** The organisation that wanted single sign-on. */
  sso: string | undefined;
  /** Says loudly that the stand-in was asked for what it does not play. */
  readonly complain: (violation: string) => void;
}
