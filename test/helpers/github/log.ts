/** What came in, and what of it GitHub would not have understood. */

import type { IncomingMessage } from 'node:http';
import { isFreeOfTokens } from '../measures.ts';

export interface LoggedRequest {
  /** From 1, in the order they came. */
  readonly number: number;
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Without `authorization`: `account` says what it led to. */
  readonly headers: Readonly<Record<string, string>>;
  /** A login; `anonymous` without a token; `unknown` when the token is nobody's. */
  account: string;
  /** The route in GitHub's description, `/repos/{owner}/{repo}`, or `graphql`; absent for what is neither. */
  route?: string;
  /** The name of the GraphQL operation. */
  operation?: string;
  query?: string;
  variables?: unknown;
  /** GraphQL: how many issues and pull requests were asked for by number. */
  references?: number;
  /** What it cost of the primary limit: nothing when it was refused or not modified. */
  points: number;
  /** Absent until an answer began. */
  status?: number;
  /** The fault that was played instead of, or on, the answer. */
  fault?: string;
  /** Of the body, as sent. */
  bytes: number;
  /** `abandoned`: whoever asked closed the connection before the answer was complete. */
  state: 'open' | 'answered' | 'abandoned';
}

export class Log {
  readonly requests: LoggedRequest[] = [];
  readonly violations: string[] = [];
  #count = 0;

  begin(request: IncomingMessage, at: number): LoggedRequest {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) {
      if (name !== 'authorization' && value !== undefined) headers[name] = String(value);
    }
    const entry: LoggedRequest = {
      number: ++this.#count,
      at,
      method: request.method ?? '',
      path: request.url ?? '',
      headers,
      account: 'anonymous',
      points: 0,
      bytes: 0,
      state: 'open',
    };
    this.requests.push(entry);
    if (!isFreeOfTokens(`${entry.path} ${JSON.stringify(headers)}`))
      this.complain(entry, 'a token outside of its header');
    return entry;
  }

  complain(entry: LoggedRequest, violation: string): void {
    this.violations.push(`${entry.method} ${entry.path}: ${violation}`);
  }
}
