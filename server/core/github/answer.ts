/** The three answers about an issue or a pull request: found, missing, unavailable. */

import type { Message } from '../../../shared/l10n.ts';
import { hasDetails, type Issue } from '../references/issue.ts';
import type { IssueKey } from '../references/issueKey.ts';

export interface Found {
  readonly kind: 'found';
  readonly issue: Issue;
  /** When GitHub said so; milliseconds since 1970. */
  readonly fetchedAt: number;
  /** Asked for under this key, but moved since: `issue` names its new place. */
  readonly movedFrom?: IssueKey;
}

export type MissingReason =
  /** The repository can be seen and has no such number. */
  | 'not-found'
  /** It was deleted. */
  | 'gone'
  /** No issue and no pull request has this number, but it may have moved, or be a discussion: nothing to complain about. */
  | 'unconfirmed'
  /** The repository is not there or may not be seen, which look alike. */
  | 'hidden';

export interface Missing {
  readonly kind: 'missing';
  readonly reason: MissingReason;
  readonly fetchedAt: number;
  /** When it was first found to be missing. */
  readonly since: number;
}

type UnavailableReason =
  | 'offline'
  /** GitHub did not respond in time. */
  | 'timeout'
  /** GitHub answered with an error of its own, or with something that is no answer. */
  | 'trouble'
  /** A limit was reached. */
  | 'limited'
  /** GitHub rejected the sign-in, and this takes one. */
  | 'signed-out'
  /** Seeing it takes more than the sign-in that there is: SAML, a permission. */
  | 'forbidden'
  /** Not asked: not an allowed host, or no secure connection. */
  | 'refused'
  /** Whoever asked did not wait. */
  | 'cancelled';

export interface Unavailable {
  readonly kind: 'unavailable';
  readonly reason: UnavailableReason;
  /** A sentence for the writer. */
  readonly message: Message;
  /** When asking again may help; milliseconds since 1970. */
  readonly retryAt?: number;
}

export type CachedAnswer = Found | Missing;
export type Answer = CachedAnswer | Unavailable;

/** With `outdated`: the old answer, and why there is no newer one. */
export type IssueResult = Answer | (Found & { readonly outdated: Unavailable });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const foundFor = 10 * minute;
const closedFor = 12 * hour;
const missingFor = minute;
/** Something missing for long is asked about less often, unless the writer points at it. */
const longMissingFor = 15 * minute;
/** Nothing much happens to an issue that was closed, and left alone, for so long. */
const longClosed = 30 * day;

/** Whether an answer is still to be taken as it is. `now` in milliseconds since 1970. */
export function isFresh(known: CachedAnswer, now: number): boolean {
  const age = now - known.fetchedAt;
  // A clock that was set back must not make an answer fresh for years.
  if (age < -minute) return false;
  if (known.kind === 'missing') return age < missingFor;
  const { closedAt, updatedAt } = known.issue;
  const quietSince = closedAt === undefined ? Infinity : Math.max(closedAt, updatedAt);
  return age < (known.fetchedAt - quietSince > longClosed ? closedFor : foundFor);
}

/** Whether to ask again of our own accord. What has been missing for hours is asked about ever less often. */
export function isWorthAsking(known: CachedAnswer, now: number): boolean {
  if (known.kind === 'found') return !isFresh(known, now);
  const pause = Math.min(Math.max(known.fetchedAt - known.since, missingFor), longMissingFor);
  const age = now - known.fetchedAt;
  return age >= pause || age < -minute;
}

/**
 * What is known and what was fetched after it, taken together: the later state, with the details of the other if it has none.
 * GitHub's copies may lag, so `updatedAt` decides, not the order of arrival.
 */
export function newer(known: Found | undefined, found: Found): Found {
  if (known === undefined) return found;
  const { fetchedAt } = found;
  const old = known.issue;
  if (found.issue.updatedAt < old.updatedAt) {
    // Fetched just now, so that asking again would bring no more.
    const latest = found.issue.details && { ...found.issue.details, asOf: old.updatedAt };
    const details = hasDetails(old) ? old.details : (latest ?? old.details);
    return { ...known, issue: { ...old, ...(details && { details }) }, fetchedAt };
  }
  const { details } = old;
  const issue = found.issue.details || !details ? found.issue : { ...found.issue, details };
  return { ...found, issue };
}
