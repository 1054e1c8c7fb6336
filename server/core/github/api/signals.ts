/** What an answer of GitHub's means for the next request. Pure; waits are in milliseconds. */

import { type Message, t } from '../../../../shared/l10n.ts';
import type { ApiResponse } from '../../ports.ts';
import { member, text } from '../json.ts';
import { readErrors } from './graphqlAnswers.ts';

/** GitHub counts these apart. */
export type Resource = 'core' | 'graphql' | 'search';

export type TroubleKind =
  | 'offline'
  | 'timeout'
  /** GitHub failed, or something between did. */
  | 'server'
  /** No JSON, not all of it, or far too much. */
  | 'unreadable'
  | 'refused';

interface BudgetReport {
  readonly resource: Resource;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
}

interface WithBudget {
  readonly budget?: BudgetReport;
}

export type Signal = WithBudget &
  (
    | { readonly kind: 'ok' }
    /** `all`: a secondary limit. Without `wait` GitHub did not say for how long. */
    | { readonly kind: 'limited'; readonly resource: Resource | 'all'; readonly wait?: number }
    | { readonly kind: 'rejected' }
    | {
        readonly kind: 'trouble';
        readonly trouble: TroubleKind;
        readonly message: Message;
        readonly wait?: number;
      }
  );

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** No budget lasts longer than an hour; the rest is for clocks that differ. */
const longestReset = hour + 5 * minute;
const longestRetryAfter = 24 * hour;

/**
 * Reads a response to a request of `asked`; `value` is its body as JSON, or undefined when it is none. `now` in
 * milliseconds since 1970.
 */
export function readSignal(
  response: ApiResponse,
  value: { readonly value: unknown } | undefined,
  asked: Resource,
  now: number,
): Signal {
  if (response.kind === 'failed') return failure(response.reason, response.message);
  const { status, headers } = response;
  const budget = readBudget(headers, asked, now);
  const withBudget: WithBudget = budget === undefined ? {} : { budget };
  if (status === 401) return { ...withBudget, kind: 'rejected' };
  if (status === 403 || status === 429)
    return { ...withBudget, ...refusal(status, headers, value?.value, asked, now) };
  if (status >= 500) {
    const wait = retryAfter(headers, now);
    const message = t('GitHub answered {0}.', status);
    return {
      ...withBudget,
      kind: 'trouble',
      trouble: 'server',
      message,
      ...(wait !== undefined && { wait }),
    };
  }
  if (status === 200 && value === undefined)
    return {
      ...withBudget,
      kind: 'trouble',
      trouble: 'unreadable',
      message: t('The response is not from GitHub.'),
    };
  if (asked === 'graphql' && status === 200) {
    const errors = readErrors(value?.value);
    if (errors.some(({ type }) => type === 'RATE_LIMITED' || type === 'RATE_LIMIT')) {
      const wait = retryAfter(headers, now) ?? resetWait(headers, now);
      return { ...withBudget, kind: 'limited', resource: 'graphql', ...(wait !== undefined && { wait }) };
    }
    // An error without a type or a path is GitHub's own: it gave up halfway.
    const hasData = member(value?.value, 'data') !== null && member(value?.value, 'data') !== undefined;
    if (!hasData && errors.some(({ type }) => type === ''))
      return {
        ...withBudget,
        kind: 'trouble',
        trouble: 'server',
        message: t('GitHub could not process the query.'),
      };
  }
  return { ...withBudget, kind: 'ok' };
}

function failure(reason: Extract<ApiResponse, { kind: 'failed' }>['reason'], message: Message): Signal {
  switch (reason) {
    case 'cancelled':
      return { kind: 'ok' };
    case 'too-large':
      return { kind: 'trouble', trouble: 'unreadable', message };
    default:
      return { kind: 'trouble', trouble: reason, message };
  }
}

/** 403 and 429: a limit, unless it is plain that something else is meant, such as a missing permission. */
function refusal(
  status: number,
  headers: Readonly<Record<string, string>>,
  value: unknown,
  asked: Resource,
  now: number,
): Signal {
  const named = retryAfter(headers, now);
  if (named !== undefined) return { kind: 'limited', resource: 'all', wait: named };
  const remaining = headers['x-ratelimit-remaining'];
  if (remaining === '0') {
    const wait = resetWait(headers, now);
    return { kind: 'limited', resource: asked, ...(wait !== undefined && { wait }) };
  }
  const message = (text(member(value, 'message')) ?? '').slice(0, 1_000).toLowerCase();
  const isPermission =
    status === 403 &&
    !message.includes('rate limit') &&
    !message.includes('abuse') &&
    !message.includes('login attempts') &&
    (headers['x-github-sso'] !== undefined || remaining !== undefined || isAboutPermission(message));
  return isPermission ? { kind: 'ok' } : { kind: 'limited', resource: 'all' };
}

/** GitHub's words for it; in a browser there may be nothing else to go by. */
function isAboutPermission(message: string): boolean {
  return [
    'saml',
    'not accessible',
    'must have',
    'forbids',
    'access blocked',
    'ip allow list',
    'permission',
  ].some((words) => message.includes(words));
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); at least a second. */
function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  // However long the number is: at worst it is infinite.
  const wait = /^\d+$/.test(value) ? Number(value) * second : Date.parse(value) - serverTime(headers, now);
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, second), longestRetryAfter);
}

/** How long until the budget is full again, by GitHub's own clock where it shows; undefined when that is over already. */
function resetWait(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const reset = count(headers['x-ratelimit-reset']);
  if (reset === undefined) return undefined;
  const wait = reset * second - serverTime(headers, now);
  // Counted in whole seconds, either side may be one off.
  return wait <= 0 ? undefined : Math.min(wait + second, longestReset);
}

function readBudget(
  headers: Readonly<Record<string, string>>,
  asked: Resource,
  now: number,
): BudgetReport | undefined {
  const limit = count(headers['x-ratelimit-limit']);
  const remaining = count(headers['x-ratelimit-remaining']);
  const wait = resetWait(headers, now);
  const named = headers['x-ratelimit-resource'] ?? asked;
  if (named !== 'core' && named !== 'graphql' && named !== 'search') return undefined;
  if (limit === undefined || remaining === undefined || wait === undefined) return undefined;
  return { resource: named, limit, remaining, resetAt: now + wait };
}

/** The writer's clock may be wrong by hours; the difference of two of GitHub's times is not. */
function serverTime(headers: Readonly<Record<string, string>>, now: number): number {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? now : date;
}

function count(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
