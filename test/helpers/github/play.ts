/** Plays a fault: see faults.ts. */

import { type Answer, badCredentials, notFound, primaryLimit, refusal, secondaryLimit } from './answer.ts';
import { type Delivery, deliver, type Stage } from './delivery.ts';
import type { Fault } from './faults.ts';
import { closed, cutOff, drip, endless, explode } from './streams.ts';

/** Answers a request wrongly; ends when the answer is complete or nobody listens any more. */
export async function playFault(fault: Exclude<Fault, { kind: 'offline' }>, stage: Stage): Promise<void> {
  const { response, dress } = stage;
  switch (fault.kind) {
    case 'silence':
      return closed(response);
    case 'drip':
      return drip(stage, await stage.honest(), fault.everyMilliseconds);
    case 'endless':
      return endless(stage);
    case 'gzip-bomb':
      return explode(stage, fault.megabytes);
    case 'html': {
      const page = Buffer.from('<!DOCTYPE html><html><title>Sign in</title><body>Welcome</body></html>');
      return deliver(stage, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: page,
      });
    }
    case 'truncated': {
      const { body, ...rest } = await stage.honest();
      return deliver(stage, { ...rest, body: body.subarray(0, Math.floor(body.length / 2)) });
    }
    case 'cut-off':
      return cutOff(stage, await stage.honest());
    case 'status':
      return deliver(stage, dress(statusAnswer(fault.status)));
    case 'alternating':
      return deliver(stage, stage.turn % 2 === 0 ? dress(statusAnswer(500)) : await stage.honest());
    case 'limit-reached':
      return deliver(stage, dress(primaryLimit(stage.entry.account, fault.status), fault));
    case 'graphql-limit': {
      const message = `API rate limit exceeded for user ID ${stage.entry.account}.`;
      return deliver(stage, dress({ status: 200, body: { errors: [{ type: fault.type, message }] } }, fault));
    }
    case 'secondary':
      return deliver(stage, dress(secondaryLimit(fault.retryAfter, fault.status)));
    case 'title':
      return deliver(stage, retitle(await stage.honest(), fault.value));
    case 'redirect':
      return deliver(
        stage,
        dress({ status: 301, headers: { location: fault.to }, body: { message: 'Moved' } }),
      );
  }
}

function statusAnswer(status: 401 | 404 | 410 | 500 | 502 | 503): Answer {
  if (status === 401) return badCredentials;
  if (status === 404) return notFound();
  if (status === 410) return refusal(410, 'This issue was deleted', '/issues/issues#get-an-issue');
  return refusal(status, 'Server Error');
}

function retitle(delivery: Delivery, value: 'null' | 'number' | 'array' | '__proto__'): Delivery {
  if (delivery.body.length === 0) return delivery;
  const text = JSON.stringify(withTitles(JSON.parse(delivery.body.toString()), value));
  return { ...delivery, body: Buffer.from(text) };
}

function withTitles(part: unknown, value: 'null' | 'number' | 'array' | '__proto__'): unknown {
  if (Array.isArray(part)) return part.map((each) => withTitles(each, value));
  if (typeof part !== 'object' || part === null) return part;
  const plain = { null: null, number: 42, array: ['a', 'b'] };
  const result: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(part)) {
    if (key !== 'title') result[key] = withTitles(each, value);
    else if (value !== '__proto__') result[key] = plain[value];
    // As a key of its own, which an assignment would take for the prototype.
    else Object.defineProperty(result, '__proto__', { value: { title: each }, enumerable: true });
  }
  return result;
}
