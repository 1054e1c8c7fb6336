/** Waiting for what is to come about, with no fixed time. */

/** A safety net, in milliseconds: nothing that comes at all takes so long, however busy the machine is. */
const limit = 60_000;

/** Waits until `condition` holds, looking again each turn of the event loop; fails after a minute, saying `what`. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  await eventually(what, condition, (holds) => holds);
}

/** Asks again until the answer is accepted, and gives it; fails after a minute with the last one. */
export async function eventually<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  accept: (value: T) => boolean,
): Promise<T> {
  for (const end = performance.now() + limit; ; await new Promise((resolve) => setTimeout(resolve, 1))) {
    const value = await read();
    if (accept(value)) return value;
    if (performance.now() > end)
      throw new Error(`waited in vain for ${what}; the last answer was ${JSON.stringify(value)}`);
  }
}
