/**
 * Who may still ask how much, as GitHub keeps it. Primary limits: docs.github.com, "Rate limits for the REST API" and
 * "… for the GraphQL API"; without a token they count per address, and all of ours is one address. Secondary limits:
 * the same pages, as far as they are published: 100 requests at once, 900 points a minute in REST and 2,000 in GraphQL,
 * where reading costs one.
 */

export type Resource = 'core' | 'search' | 'graphql';

/** The one whom requests without a token are counted for. */
export const anonymous = 'anonymous';

export interface Allowance {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** When everything is allowed again, in whole seconds since 1970. */
  readonly reset: number;
}

export type SecondaryLimit = 'too many at once' | 'too many a minute';

export type Limits = Readonly<Record<'anonymous' | 'signedIn', Readonly<Record<Resource, number>>>>;

const publishedLimits: Limits = {
  anonymous: { core: 60, search: 10, graphql: 0 },
  signedIn: { core: 5_000, search: 30, graphql: 5_000 },
};

const windows: Readonly<Record<Resource, number>> = { core: 3_600, search: 60, graphql: 3_600 };
const atOnce = 100;
const perMinute: Readonly<Record<'rest' | 'graphql', number>> = { rest: 900, graphql: 2_000 };
/** So many wrong tokens in five minutes, and for a while none is read at all. */
const wrongTokens = 10;

interface Account {
  readonly start: number;
  used: number;
}

export class Ledger {
  readonly #now: () => number;
  readonly #limits: Limits;
  readonly #accounts = new Map<string, Account>();
  readonly #running = new Map<string, number>();
  readonly #recent = new Map<string, number[]>();
  #mostAtOnce = 0;

  /** `now` gives seconds since 1970. */
  constructor(now: () => number, limits: Limits = publishedLimits) {
    this.#now = now;
    this.#limits = limits;
  }

  /** The most requests that were under way at the same time, of anybody. */
  get mostAtOnce(): number {
    return this.#mostAtOnce;
  }

  /** `who` is a login or `anonymous`. */
  of(who: string, resource: Resource): Allowance {
    const limit = this.#limits[who === anonymous ? 'anonymous' : 'signedIn'][resource];
    const { start, used } = this.#account(who, resource);
    return {
      limit,
      used: Math.min(used, limit),
      remaining: Math.max(0, limit - used),
      reset: Math.ceil(start + windows[resource]),
    };
  }

  spend(who: string, resource: Resource, points: number): void {
    this.#account(who, resource).used += points;
  }

  /** Spends all but so much, as if it had been asked for. */
  leave(who: string, resource: Resource, remaining: number): void {
    this.spend(who, resource, this.of(who, resource).remaining - remaining);
  }

  /** A request begins; says which secondary limit forbids it. `end` must follow in any case. */
  begin(who: string, resource: Resource): SecondaryLimit | undefined {
    const api = resource === 'graphql' ? 'graphql' : 'rest';
    const running = (this.#running.get(who) ?? 0) + 1;
    this.#running.set(who, running);
    this.#mostAtOnce = Math.max(this.#mostAtOnce, running);
    if (running > atOnce) return 'too many at once';
    return this.#happens(`${api} ${who}`, 60) > perMinute[api] ? 'too many a minute' : undefined;
  }

  end(who: string): void {
    this.#running.set(who, (this.#running.get(who) ?? 1) - 1);
  }

  /** A wrong token was sent; true when it was one too many. */
  wrongToken(): boolean {
    return this.#happens('wrong token', 300) > wrongTokens;
  }

  /** Notes that it happened now, and gives how often it did within the last so many seconds. */
  #happens(what: string, within: number): number {
    const now = this.#now();
    const recent = (this.#recent.get(what) ?? []).filter((at) => at > now - within);
    recent.push(now);
    this.#recent.set(what, recent);
    return recent.length;
  }

  #account(who: string, resource: Resource): Account {
    const name = `${resource} ${who}`;
    const now = this.#now();
    let account = this.#accounts.get(name);
    if (account === undefined || now >= account.start + windows[resource]) {
      account = { start: now, used: 0 };
      this.#accounts.set(name, account);
    }
    return account;
  }
}
