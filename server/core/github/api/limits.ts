/**
 * What may be asked of GitHub, and when: a state per host and account, changed by what is sent and by what comes back.
 * Pure; all times are milliseconds since 1970.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */

import type { Message } from '../../../../shared/l10n.ts';
import type { Resource, Signal, TroubleKind } from './signals.ts';

/** `interactive`: a writer waits for it; `background`: it can wait, and leaves a reserve for what cannot. */
export type Priority = 'interactive' | 'background';

interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
}

export interface Trouble {
  readonly kind: TroubleKind;
  readonly message: Message;
  readonly since: number;
  /** How often in a row. */
  readonly count: number;
  /** Before then nothing is sent of our own accord… */
  readonly until: number;
  /** …nor, before then, for a request that a user waits for. */
  readonly interactiveUntil: number;
}

export interface Limits {
  readonly signedIn: boolean;
  readonly budgets: Readonly<Partial<Record<Resource, Budget>>>;
  /** Until when a resource, or everything, rests because GitHub said so. */
  readonly pauses: Readonly<Partial<Record<Resource | 'all', number>>>;
  /** How many limits in a row came without a time. */
  readonly strikes: number;
  readonly trouble?: Trouble;
  /** GitHub rejected the sign-in: until then requests go without it. `anonymousToo`: those are rejected as well. */
  readonly rejected?: { readonly since: number; readonly until: number; readonly anonymousToo: boolean };
}

export type Permission =
  | { readonly kind: 'granted' }
  | { readonly kind: 'limited'; readonly until: number }
  /** Enough for those who wait, not for the background. */
  | { readonly kind: 'reserved'; readonly until: number }
  | { readonly kind: 'rejected'; readonly until: number }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly until: number };

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** GitHub asks for at least this much silence when it does not say how long. */
const shortestPause = minute;
const longestPause = hour;
const longestTrouble = 5 * minute;
/** A writer who points at something may find out sooner that the network is back. */
const longestTroubleInteractive = 10 * second;
/** A sign-in that was refused is tried again once in a while: GitHub's own failures look the same. */
const rejectedFor = 15 * minute;

export function newLimits(signedIn: boolean): Limits {
  return { signedIn, budgets: {}, pauses: {}, strikes: 0 };
}

/** Whether a request that is sent at `now` carries the sign-in. */
export function usesSignIn({ signedIn, rejected }: Limits, now: number): boolean {
  return signedIn && (rejected === undefined || now >= rejected.until);
}

/** GitHub's published budgets, until its answers say more. Search counts by the minute. */
function initialBudget(limits: Limits, resource: Resource, now: number): Budget {
  const signedIn = usesSignIn(limits, now);
  const limit = resource === 'search' ? (signedIn ? 30 : 10) : signedIn ? 5_000 : 60;
  return { limit, remaining: limit, resetAt: now + (resource === 'search' ? minute : hour) };
}

function budgetOf(limits: Limits, resource: Resource, now: number): Budget {
  const known = limits.budgets[resource];
  if (known === undefined || now >= known.resetAt) return initialBudget(limits, resource, now);
  return known;
}

/** What the background leaves: half of a small budget, a tenth of a large one. */
function reserveOf({ limit }: Budget): number {
  return Math.ceil(limit / (limit <= 100 ? 2 : 10));
}

/** Whether `cost` requests (points of GraphQL) may be sent now. */
export function maySend(
  limits: Limits,
  resource: Resource,
  priority: Priority,
  now: number,
  cost = 1,
): Permission {
  const paused = Math.max(limits.pauses.all ?? 0, limits.pauses[resource] ?? 0);
  if (now < paused) return { kind: 'limited', until: paused };
  const { rejected, trouble } = limits;
  if (rejected && now < rejected.until && (rejected.anonymousToo || resource === 'graphql'))
    return { kind: 'rejected', until: rejected.until };
  const troubled = priority === 'interactive' ? trouble?.interactiveUntil : trouble?.until;
  if (trouble && troubled !== undefined && now < troubled)
    return { kind: 'trouble', trouble, until: troubled };
  const budget = budgetOf(limits, resource, now);
  if (budget.remaining < cost) return { kind: 'limited', until: budget.resetAt };
  if (priority === 'background' && budget.remaining - cost < reserveOf(budget))
    return { kind: 'reserved', until: budget.resetAt };
  return { kind: 'granted' };
}

/** Something is on its way: it counts at once, so that requests side by side cannot overdraw. */
export function sent(limits: Limits, resource: Resource, now: number, cost = 1): Limits {
  const budget = budgetOf(limits, resource, now);
  return withBudget(limits, resource, { ...budget, remaining: Math.max(0, budget.remaining - cost) });
}

/**
 * What came back. `random` is a number from 0 to 1 (exclusive) that spreads the windows of many writers. `anonymous`: the
 * request went without the sign-in.
 */
export function received(
  before: Limits,
  signal: Signal,
  now: number,
  random: number,
  anonymous = !before.signedIn,
): Limits {
  const { budget } = signal;
  const limits = budget === undefined ? before : withBudget(before, budget.resource, budget);
  switch (signal.kind) {
    case 'ok': {
      const { trouble: _trouble, rejected, ...rest } = limits;
      // An answer without the sign-in says nothing about the sign-in.
      return { ...rest, strikes: 0, ...(rejected && anonymous && limits.signedIn && { rejected }) };
    }
    case 'limited':
      return limitedBy(limits, signal.resource, signal.wait, now, random);
    case 'rejected': {
      const since = limits.rejected?.since ?? now;
      const next = { ...limits, rejected: { since, until: now + rejectedFor, anonymousToo: anonymous } };
      // Requests with and without a sign-in have budgets of their own.
      return anonymous ? next : { ...next, budgets: {} };
    }
    case 'trouble':
      return { ...limits, trouble: troubleAfter(limits.trouble, signal, now, random) };
  }
}

function withBudget(limits: Limits, resource: Resource, { limit, remaining, resetAt }: Budget): Limits {
  return { ...limits, budgets: { ...limits.budgets, [resource]: { limit, remaining, resetAt } } };
}

function limitedBy(
  limits: Limits,
  resource: Resource | 'all',
  wait: number | undefined,
  now: number,
  random: number,
): Limits {
  // Never earlier than the given time; a little later, because all clients get the same time.
  const spread = 1 + random / 10;
  const unknown = Math.min(shortestPause * 2 ** Math.min(limits.strikes, 10), longestPause);
  const until = Math.ceil(now + (wait ?? unknown) * spread);
  const pauses = { ...limits.pauses, [resource]: Math.max(until, limits.pauses[resource] ?? 0) };
  return { ...limits, pauses, strikes: wait === undefined ? limits.strikes + 1 : limits.strikes };
}

function troubleAfter(
  before: Trouble | undefined,
  { trouble: kind, message, wait }: Extract<Signal, { readonly kind: 'trouble' }>,
  now: number,
  random: number,
): Trouble {
  const count = (before?.count ?? 0) + 1;
  const doubled = Math.min(second * 2 ** Math.min(count - 1, 20), longestTrouble);
  const jittered = doubled * (0.5 + random / 2);
  // A refused host stays refused until the permission changes.
  const pause = kind === 'refused' ? longestTrouble : Math.max(jittered, wait ?? 0);
  const seen = wait !== undefined || kind === 'refused' ? pause : Math.min(pause, longestTroubleInteractive);
  return {
    kind,
    message,
    since: before?.since ?? now,
    count,
    until: Math.ceil(now + pause),
    interactiveUntil: Math.ceil(now + seen),
  };
}

/** What stands in the way right now, the most telling first; undefined when nothing does. */
export function hindrance(limits: Limits, now: number): Exclude<Permission, { kind: 'granted' }> | undefined {
  const { rejected, trouble, ...clear } = limits;
  if (rejected) return { kind: 'rejected', until: rejected.until };
  const resources: readonly Resource[] = usesSignIn(limits, now) ? ['core', 'graphql'] : ['core'];
  const ends = resources.map((resource) => maySend(clear, resource, 'background', now));
  const limited = ends.filter((end) => end.kind === 'limited');
  if (limited.length > 0) return { kind: 'limited', until: Math.max(...limited.map(({ until }) => until)) };
  if (trouble) return { kind: 'trouble', trouble, until: trouble.until };
  return ends.find((end) => end.kind === 'reserved');
}
