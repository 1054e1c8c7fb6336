/** What is going on between us and GitHub, in words for a status and a hover. */

import { beside, type Message, t } from '../../../../shared/l10n.ts';
import type { Unavailable } from '../answer.ts';
import { hindrance, type Limits, type Permission, type Trouble, usesSignIn } from './limits.ts';

type StatusKind =
  | 'up-to-date'
  | 'syncing'
  /** Works, for public repositories. */
  | 'signed-out'
  | 'offline'
  | 'limited'
  /** The background rests so that there is something left for what the writer points at. */
  | 'saving'
  /** GitHub does not accept the sign-in. */
  | 'rejected'
  | 'refused'
  | 'trouble';

export interface GitHubStatus {
  readonly host: string;
  readonly kind: StatusKind;
  /** A few words, to stand behind the host's name: `rate limit reached until 14:05`. */
  readonly text: Message;
  readonly signedIn: boolean;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** The writer's local time of day, `14:05`; `at` in milliseconds since 1970. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The state of one host, as it is at `now`. */
export function describeStatus(
  host: string,
  limits: Limits,
  state: { readonly syncing: boolean; readonly lastSync?: number },
  now: number,
): GitHubStatus {
  const signedIn = usesSignIn(limits, now);
  const base = { host, signedIn };
  const blocked = hindrance(limits, now);
  switch (blocked?.kind) {
    case 'rejected':
      return {
        ...base,
        kind: 'rejected',
        text: limits.signedIn ? t('sign-in rejected (public repositories only)') : t('requires a sign-in'),
      };
    case 'limited':
      return {
        ...base,
        kind: 'limited',
        text: t('rate limit reached until {0}', timeOfDay(blocked.until)),
        until: blocked.until,
      };
    case 'trouble':
      return { ...base, ...describeTrouble(blocked.trouble) };
    case 'reserved':
      return {
        ...base,
        kind: 'saving',
        text: signedIn
          ? t('few requests left until {0}', timeOfDay(blocked.until))
          : t('signed out, few requests left until {0}', timeOfDay(blocked.until)),
        until: blocked.until,
      };
  }
  if (state.syncing) return { ...base, kind: 'syncing', text: t('fetching recent titles…') };
  if (!signedIn) return { ...base, kind: 'signed-out', text: t('signed out (public repositories only)') };
  const { lastSync } = state;
  const text = lastSync === undefined ? t('ready') : t('up to date at {0}', timeOfDay(lastSync));
  return { ...base, kind: 'up-to-date', text, ...(lastSync !== undefined && { since: lastSync }) };
}

function describeTrouble({ kind, since, message }: Trouble): Pick<GitHubStatus, 'kind' | 'text' | 'since'> {
  switch (kind) {
    case 'offline':
      return { kind: 'offline', text: t('offline since {0}', timeOfDay(since)), since };
    case 'timeout':
      return { kind: 'offline', text: t('no response since {0}', timeOfDay(since)), since };
    case 'refused':
      return { kind: 'refused', text: message, since };
    case 'server':
    case 'unreadable':
      return { kind: 'trouble', text: t('server errors since {0}', timeOfDay(since)), since };
  }
}

/** Why nothing is sent now, as an answer. `signInHint` is the account's. */
export function unavailableFor(
  permission: Exclude<Permission, { readonly kind: 'granted' }>,
  signInHint?: Message,
): Unavailable {
  const retryAt = permission.until;
  switch (permission.kind) {
    case 'limited':
    case 'reserved':
      return unavailable(
        'limited',
        t("GitHub's rate limit is reached until {0}.", timeOfDay(retryAt)),
        retryAt,
      );
    case 'rejected':
      return unavailable('signed-out', withHint(t('GitHub requires a valid sign-in.'), signInHint), retryAt);
    case 'trouble':
      return { ...unavailableAfter(permission.trouble), retryAt };
  }
}

/** What is wrong, and how to sign in where the account knows how. */
export function withHint(message: Message, signInHint: Message | undefined): Message {
  return signInHint === undefined ? message : beside(message, signInHint);
}

/** What went wrong, as an answer. */
export function unavailableAfter({ kind, message }: Pick<Trouble, 'kind' | 'message'>): Unavailable {
  switch (kind) {
    case 'offline':
      return unavailable('offline', t('GitHub cannot be reached.'));
    case 'timeout':
      return unavailable('timeout', t('GitHub does not respond.'));
    case 'refused':
      return unavailable('refused', message);
    case 'server':
      return unavailable('trouble', t('GitHub reports server errors.'));
    case 'unreadable':
      return unavailable('trouble', t('The response is not from GitHub.'));
  }
}

export function unavailable(reason: Unavailable['reason'], message: Message, retryAt?: number): Unavailable {
  return { kind: 'unavailable', reason, message, ...(retryAt !== undefined && { retryAt }) };
}
