/** A test that a host cannot run is left out, and the output says why. */

import type { Context } from 'mocha';

/** Never returns: mocha ends the test by throwing. */
export function leaveOut(context: Context, why: string): never {
  const { test } = context;
  if (test) test.title += `: left out, ${why}`;
  return context.skip();
}
