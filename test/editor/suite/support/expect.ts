/**
 * Assertions over plain data, and waiting for it. Every kind of extension host has these; a browser's has no
 * `node:assert`.
 */

/**
 * How long something may take to come about, in milliseconds: a safety net that a busy machine does not reach. Below mocha's own
 * limit, so that the words get out.
 */
const longest = 60_000;

/** How long one try may take that is made again, in milliseconds. */
export const oneTry = 4_000;

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Values are the same when they are written the same in JSON; the order of keys counts. */
export function same<T>(actual: T, expected: T, what = 'The value'): void {
  if (write(actual) === write(expected)) return;
  throw new Error(`${what} is\n${write(actual)}\nand should be\n${write(expected)}`);
}

export function matches(actual: string, pattern: RegExp): void {
  ok(pattern.test(actual), `${JSON.stringify(actual)} does not match ${pattern}`);
}

/** Asks again until the answer is accepted; rejects with the last one. `limit` is in milliseconds. */
export async function eventually<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  accept: (value: T) => unknown,
  limit = longest,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (performance.now() > end)
      throw new Error(`Waited in vain for ${what}. The last answer was ${write(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asks again until the answer is `expected`; rejects with both. `limit` is in milliseconds. */
export async function becomes<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  expected: T,
  limit = longest,
): Promise<void> {
  let last: T | undefined;
  const look = async () => {
    last = await read();
    return last;
  };
  await eventually(what, look, (value) => write(value) === write(expected), limit).catch((error: unknown) => {
    same(last, expected, `${error instanceof Error ? error.message : String(error)}\n${what}`);
  });
}

function write(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? 'undefined';
}
