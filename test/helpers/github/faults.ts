/** All that can go wrong between a client and GitHub, by name. */

export type Fault =
  /** The connection is accepted, and nothing ever comes. */
  | { readonly kind: 'silence' }
  /** The right answer, one byte after the other. */
  | { readonly kind: 'drip'; readonly everyMilliseconds: number }
  /** The beginning of an answer, and then more and more of it, for as long as somebody reads. */
  | { readonly kind: 'endless' }
  /** A kilobyte for every megabyte that it unpacks to, so many times. */
  | { readonly kind: 'gzip-bomb'; readonly megabytes: number }
  /** 200, and a page for people. */
  | { readonly kind: 'html' }
  /** 200, and JSON that ends in the middle, properly delivered. */
  | { readonly kind: 'truncated' }
  /** The connection breaks in the middle of the answer. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'status'; readonly status: 401 | 404 | 410 | 500 | 502 | 503 }
  /** Every other request, beginning with the first, gets 500. */
  | { readonly kind: 'alternating' }
  /** The primary limit is used up; it is reset in so many seconds. */
  | { readonly kind: 'limit-reached'; readonly status: 403 | 429; readonly resetIn: number }
  /** The same in GraphQL, which answers 200. GitHub has been seen to use either word. */
  | { readonly kind: 'graphql-limit'; readonly type: 'RATE_LIMITED' | 'RATE_LIMIT'; readonly resetIn: number }
  /** A secondary limit; `retryAfter` in seconds, undefined when it is not told. */
  | { readonly kind: 'secondary'; readonly status: 403 | 429; readonly retryAfter: number | undefined }
  /** Every title in the right answer becomes this; `__proto__` moves it into an object of that name. */
  | { readonly kind: 'title'; readonly value: 'null' | 'number' | 'array' | '__proto__' }
  /** 301 to any address: what a token must not follow. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** Connections are refused; the address stays the same. */
  | { readonly kind: 'offline' };

/** The faults that the project promises to survive. A transfer is no fault but `transfer`, 410 also comes of `remove`. */
export const faults = {
  silence: { kind: 'silence' },
  drip: { kind: 'drip', everyMilliseconds: 1_000 },
  endless: { kind: 'endless' },
  gzipBomb: { kind: 'gzip-bomb', megabytes: 100_000 },
  html: { kind: 'html' },
  truncated: { kind: 'truncated' },
  cutOff: { kind: 'cut-off' },
  unauthorized: { kind: 'status', status: 401 },
  notFound: { kind: 'status', status: 404 },
  gone: { kind: 'status', status: 410 },
  serverError: { kind: 'status', status: 500 },
  badGateway: { kind: 'status', status: 502 },
  alternating: { kind: 'alternating' },
  limitReached: { kind: 'limit-reached', status: 403, resetIn: 600 },
  graphqlLimit: { kind: 'graphql-limit', type: 'RATE_LIMITED', resetIn: 600 },
  graphqlLimitOtherWord: { kind: 'graphql-limit', type: 'RATE_LIMIT', resetIn: 600 },
  secondary: { kind: 'secondary', status: 403, retryAfter: 60 },
  secondaryHidden: { kind: 'secondary', status: 403, retryAfter: undefined },
  tooMany: { kind: 'secondary', status: 429, retryAfter: 5 },
  titleNull: { kind: 'title', value: 'null' },
  titleNumber: { kind: 'title', value: 'number' },
  titleArray: { kind: 'title', value: 'array' },
  titleProto: { kind: 'title', value: '__proto__' },
  offline: { kind: 'offline' },
} as const satisfies Record<string, Fault>;
