/** Requests to GitHub as they pass between core, server and client: plain data, never a token. */

import type { Message } from './l10n.ts';

/** One request to a GitHub API. The core never knows a token or an origin; whoever sends it adds both. */
export interface ApiRequest {
  /** `github.com` or an Enterprise host; it decides the API's origin. */
  readonly host: string;
  /** The id of the account that asks. Where it is another's turn meanwhile, nothing is sent: `cancelled`. */
  readonly account: string;
  readonly method: 'GET' | 'POST';
  /** Below the API's root, with a leading slash and its query: `/repos/o/r/issues?state=all`, `/graphql`. */
  readonly path: string;
  /** Lower-case names; `if-none-match` and the like, never `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** Without the sign-in, which the host has rejected. */
  readonly anonymous?: true;
  /** Milliseconds for the whole exchange, the body included. */
  readonly timeout: number;
}

export type ApiResponse =
  | {
      readonly kind: 'response';
      readonly status: number;
      /** Lower-case names; in a browser only those that CORS exposes. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Nothing came, or not all of it. `offline`: no connection; `refused`: not an allowed origin or no secure one. */
  | {
      readonly kind: 'failed';
      readonly reason: 'offline' | 'timeout' | 'too-large' | 'refused' | 'cancelled';
      /** A sentence fit for a log and a status; no token, no body. */
      readonly message: Message;
    };

/** Who requests are made as. */
export interface Account {
  /** Names the account among others of the same host; `anonymous` when signed out. Never a token or part of one. */
  readonly id: string;
  readonly signedIn: boolean;
  /** How to give this host a sign-in that it accepts, in this client's words: a sentence. */
  readonly signInHint?: Message;
  /** The user does not work with this host, and nothing is sent to it; why, in a sentence. */
  readonly unused?: Message;
}
