/** Answers that take their time, never end, or are more than they seem. */

import type { ServerResponse } from 'node:http';
import { constants, createGzip } from 'node:zlib';
import type { Delivery, Stage } from './delivery.ts';

/** Resolves when the connection is closed or the answer is complete. */
export function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => (response.closed ? resolve() : response.once('close', () => resolve())));
}

export async function drip(
  { entry, response }: Stage,
  { status, headers, body }: Delivery,
  pause: number,
): Promise<void> {
  entry.status = status;
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.flushHeaders();
  const timer = setInterval(() => {
    response.write(body.subarray(entry.bytes, entry.bytes + 1));
    if (++entry.bytes >= body.length) response.end();
  }, pause);
  await closed(response);
  clearInterval(timer);
}

export async function endless(stage: Stage): Promise<void> {
  const { entry, response } = stage;
  entry.status = 200;
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  await pour(
    stage,
    Buffer.from('[{"number":1,"title":"'),
    Number.POSITIVE_INFINITY,
    Buffer.alloc(65_536, 'endless '),
  );
}

/**
 * A stream of blocks that do not depend on one another (a full flush after each), so that one block of a megabyte,
 * packed once, can be sent again and again.
 */
export async function explode(stage: Stage, megabytes: number): Promise<void> {
  const { entry, response } = stage;
  const { head, block } = await packedMegabyte();
  entry.status = 200;
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' };
  response.writeHead(200, headers);
  await pour(stage, head, megabytes, block);
}

async function pour({ entry, response }: Stage, head: Buffer, times: number, block: Buffer): Promise<void> {
  const write = (chunk: Buffer): boolean => {
    entry.bytes += chunk.length;
    return response.write(chunk);
  };
  const gone = closed(response);
  write(head);
  for (let count = 0; count < times && !response.closed; count++) {
    if (!write(block)) await Promise.race([gone, drained(response)]);
    // Whoever reads lives in the same process, as a rule.
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => response.once('drain', () => resolve()));

let packed: { readonly head: Buffer; readonly block: Buffer } | undefined;

async function packedMegabyte(): Promise<{ readonly head: Buffer; readonly block: Buffer }> {
  if (packed) return packed;
  const gzip = createGzip({ level: 9, flush: constants.Z_FULL_FLUSH });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = (text: string): Promise<Buffer> =>
    new Promise((resolve) =>
      gzip.write(text, () =>
        gzip.flush(constants.Z_FULL_FLUSH, () => resolve(Buffer.concat(chunks.splice(0)))),
      ),
    );
  packed = { head: await written('[{"number":1,"title":"'), block: await written(' '.repeat(2 ** 20)) };
  gzip.destroy();
  return packed;
}

export async function cutOff({ entry, response }: Stage, { status, headers, body }: Delivery): Promise<void> {
  entry.status = status;
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  const half = body.subarray(0, Math.floor(body.length / 2));
  entry.bytes += half.length;
  response.write(half, () => response.destroy());
  await closed(response);
}
