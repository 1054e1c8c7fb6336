/** Waiting for an answer without sleeping for a fixed time. */

/**
 * How long to wait for something to appear, in milliseconds: a safety net. Nothing that comes at all takes so long, however
 * busy the machine is.
 */
export const longest = 90_000;

/**
 * How long one try may take that is made again, in milliseconds: where a key or a movement of the mouse came before
 * somebody listened to it.
 */
export const oneTry = 4_000;

/**
 * Asks again until the answer is the one waited for.
 * @template T
 * @param {string} what names it in the error
 * @param {() => Promise<T>} read
 * @param {(value: T) => boolean} accept
 * @param {number} [limit] milliseconds
 * @returns {Promise<T>} the accepted answer; rejects with the last one
 */
export async function eventually(what, read, accept, limit = longest) {
  const end = performance.now() + limit;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (performance.now() > end)
      throw new Error(`${what}: the last answer was ${JSON.stringify(value, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @param {Promise<unknown>} coming
 * @returns {Promise<boolean>} whether it came
 */
export function comes(coming) {
  return coming.then(
    () => true,
    () => false,
  );
}
