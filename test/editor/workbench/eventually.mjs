/** Waiting for an answer without sleeping for a fixed time. */

/** How long to wait for something to appear, in milliseconds. */
const patience = 10_000;

/**
 * Asks again until the answer is the one waited for.
 * @template T
 * @param {string} what names it in the error
 * @param {() => Promise<T>} read
 * @param {(value: T) => boolean} accept
 * @param {number} [limit] milliseconds
 * @returns {Promise<T>} the accepted answer; rejects with the last one
 */
export async function eventually(what, read, accept, limit = patience) {
  const end = Date.now() + limit;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: the last answer was ${JSON.stringify(value, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
