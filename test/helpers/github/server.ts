/** Who asks, what for, and what it costs. */

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, apiVersions, badCredentials, refusal, secondaryLimit } from './answer.ts';
import type { Backend, Charged, Incoming } from './backend.ts';
import type { Delivery } from './delivery.ts';
import { answerGraphqlRequest } from './graphql/endpoint.ts';
import { checkHeaders, dress } from './headers.ts';
import { anonymous, type Resource, type SecondaryLimit } from './ledger.ts';
import type { LoggedRequest } from './log.ts';
import { answerRest } from './rest/endpoint.ts';
import type { Account, World } from './world.ts';

const mostBody = 1_000_000;

/** Whose token it is; `anonymous` without one, `unknown` when it is nobody's. */
export type Caller = Account | typeof anonymous | 'unknown';

export function identify(world: World, authorization: string | undefined): Caller {
  if (authorization === undefined) return anonymous;
  const token = /^(?:bearer|token) (\S{1,255})$/i.exec(authorization)?.[1];
  return world.accounts.find((account) => account.token === token) ?? 'unknown';
}

/** The name that the log and the ledger know a caller by. */
export function nameOf(caller: Caller): string {
  return typeof caller === 'string' ? caller : caller.login;
}

/** Which limit a request counts against, by its path without the query. */
export function resourceOf(path: string): Resource {
  if (/^(\/api)?\/graphql$/.test(path)) return 'graphql';
  return /^(\/api\/v3)?\/search\//.test(path) ? 'search' : 'core';
}

/** Answers properly; `limit` is the secondary one that forbids it. */
export async function answerHonestly(
  backend: Backend,
  entry: LoggedRequest,
  asked: { readonly caller: Caller; readonly body: string; readonly limit: SecondaryLimit | undefined },
): Promise<Delivery> {
  const { world, log, ledger } = backend;
  const { caller, body, limit } = asked;
  const complain = (violation: string): void => log.complain(entry, violation);
  const url = new URL(entry.path, world.address);
  checkHeaders(entry, url, complain);
  const resource = resourceOf(url.pathname);
  const account = typeof caller === 'string' ? undefined : caller;
  const refuse = (answer: Answer): Delivery => dress(backend, entry, answer, { resource, account });
  if (caller === 'unknown') {
    const tooOften = 'Maximum number of login attempts exceeded. Please try again later.';
    return refuse(ledger.wrongToken() ? refusal(403, tooOften) : badCredentials);
  }
  const wanted = entry.headers['x-github-api-version'];
  const version = wanted === undefined ? apiVersions[0] : apiVersions.find((known) => known === wanted);
  if (version === undefined) {
    complain(`there is no API version "${wanted}"`);
    return refuse(
      refusal(400, `The version "${wanted}" is not supported.`, '/about-the-rest-api/api-versions'),
    );
  }
  if (limit) return refuse(secondaryLimit(60));
  const incoming: Incoming = { backend, entry, url, body, account, version, complain };
  return finish(
    incoming,
    resource === 'graphql' ? await answerGraphqlRequest(incoming) : answerRest(incoming),
  );
}

function finish({ backend, entry, account }: Incoming, { answer, resource, points }: Charged): Delivery {
  const who = account?.login ?? anonymous;
  const isRead = answer.status === 200 && entry.method === 'GET';
  // Whom it is for is part of it: the same answer has another tag for another token.
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const digest = (): string => createHash('sha256').update(`${who}\n${text}`).digest('hex');
  const tag = isRead ? `W/"${digest()}"` : undefined;
  const known = (entry.headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  const unchanged = tag !== undefined && known.includes(tag);
  // docs.github.com, "Best practices for using the REST API": free when the request was authorized.
  const cost = unchanged && account ? 0 : points;
  backend.ledger.spend(who, resource, cost);
  entry.points += cost;
  const visibility = account ? 'private' : 'public';
  const caching = tag ? { etag: tag, 'cache-control': `${visibility}, max-age=60, s-maxage=60` } : {};
  const result: Answer = {
    status: unchanged ? 304 : answer.status,
    headers: { ...caching, ...answer.headers },
    body: unchanged ? undefined : answer.body,
    text: unchanged ? '' : text,
  };
  return dress(backend, entry, result, { resource, account });
}

/** The body as text; undefined when it is longer than GitHub would read. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= mostBody) chunks.push(chunk);
  }
  return length > mostBody ? undefined : Buffer.concat(chunks).toString();
}
