/** The headers around requests and answers: limits, versions, and what browsers are allowed. */

import { type Answer, apiVersions } from './answer.ts';
import type { Backend } from './backend.ts';
import { type Delivery, deliver, type Stage } from './delivery.ts';
import { anonymous, type Resource } from './ledger.ts';
import type { LoggedRequest } from './log.ts';
import type { Account } from './world.ts';

/** What a browser may read and send: as api.github.com answers it (asked in 2026). */
const exposed =
  'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset, Warning';
const sendable =
  'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-Github-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-Nonce, Copilot-Integration-Id, DD-CLIENT-TOKEN, X-Client-Application';

/** Complains of what a request's headers should not say. */
export function checkHeaders(entry: LoggedRequest, url: URL, complain: (violation: string) => void): void {
  const { headers } = entry;
  if (!headers['user-agent']) complain('GitHub refuses requests without a user-agent');
  // With `pragma` it is fetch itself that added it, for a request with `if-none-match` (fetch.spec.whatwg.org).
  if (headers['cache-control'] && !headers.pragma) complain('a browser may not send cache-control to GitHub');
  if (url.searchParams.has('access_token')) complain('a token in an address ends up in logs');
}

/** Adds what every answer has; `limit` says the primary limit is used up, whatever the ledger says. */
export function dress(
  backend: Backend,
  entry: LoggedRequest,
  answer: Answer,
  about: {
    readonly resource: Resource;
    readonly account: Account | undefined;
    readonly limit?: { readonly resetIn: number } | undefined;
  },
): Delivery {
  const { world, ledger } = backend;
  const allowance = ledger.of(about.account?.login ?? anonymous, about.resource);
  const remaining = about.limit ? 0 : allowance.remaining;
  const reset = about.limit ? Math.ceil(world.now() + about.limit.resetIn) : allowance.reset;
  const headers: Record<string, string> = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed,
    date: new Date(world.now() * 1000).toUTCString(),
    server: 'github.com',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With',
    'x-github-api-version-selected': entry.headers['x-github-api-version'] ?? apiVersions[0]!,
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `SAMPLE:${entry.number}`,
    'x-ratelimit-limit': String(allowance.limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(allowance.limit - remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': about.resource,
    ...(about.account ? { 'x-oauth-scopes': (about.account.scopes ?? []).join(', ') } : {}),
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  };
  const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  return { status: answer.status, headers, body: Buffer.from(text) };
}

/** Answers a browser's question beforehand; true when it was one. */
export async function answerPreflight(
  backend: Backend,
  entry: LoggedRequest,
  response: Stage['response'],
): Promise<boolean> {
  if (entry.method !== 'OPTIONS') return false;
  const allowed = new Set(sendable.toLowerCase().split(', '));
  const wanted = (entry.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((each) => each.trim());
  for (const name of wanted) {
    // A browser then does not even send the request.
    if (name !== '' && !allowed.has(name.toLowerCase()))
      backend.log.complain(entry, `GitHub lets no browser send ${name}`);
  }
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': sendable,
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
    'access-control-max-age': '86400',
  };
  await deliver({ entry, response }, { status: 204, headers, body: Buffer.alloc(0) });
  return true;
}
