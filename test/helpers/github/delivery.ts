/** Answers as bytes, and how they get to whoever asked. */

import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { LoggedRequest } from './log.ts';

/** An answer as bytes. */
export interface Delivery {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Stage {
  readonly entry: LoggedRequest;
  readonly response: ServerResponse;
  /** The right answer; asking for it costs what it costs. */
  honest(): Promise<Delivery>;
  /** An answer with the headers that every one has. `remaining: 0` is told with the time of the reset. */
  dress(answer: Answer, limit?: { readonly resetIn: number }): Delivery;
  /** How often this fault was played before. */
  readonly turn: number;
}

export async function deliver(
  { entry, response }: Pick<Stage, 'entry' | 'response'>,
  delivery: Delivery,
): Promise<void> {
  const { status, headers, body } = delivery;
  entry.status = status;
  // A 304 and a 204 have no body, and say no length of one.
  const bodiless = status === 304 || status === 204;
  response.writeHead(status, bodiless ? headers : { ...headers, 'content-length': String(body.length) });
  if (!bodiless) entry.bytes += body.length;
  response.end(bodiless ? undefined : body);
}
