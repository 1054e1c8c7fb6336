import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Limits,
  maySend,
  newLimits,
  received,
  sent,
  usesSignIn,
} from '../../../../server/core/github/api/limits.ts';
import { type Resource, readSignal, type Signal } from '../../../../server/core/github/api/signals.ts';
import { describeStatus, timeOfDay } from '../../../../server/core/github/api/status.ts';
import { parseJson } from '../../../../server/core/github/json.ts';
import type { ApiResponse } from '../../../../server/core/ports.ts';
import { inEnglish, t, verbatim } from '../../../../shared/l10n.ts';
import { json, noon, offline, raw } from '../fakes.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

function signal(response: ApiResponse, asked: Resource = 'core', now = noon): Signal {
  return readSignal(
    response,
    response.kind === 'response' ? parseJson(response.body) : undefined,
    asked,
    now,
  );
}

/** A limit's end as GitHub writes it. */
function reset(at: number): string {
  return String(Math.floor(at / second));
}

const spent = {
  'x-ratelimit-limit': '60',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': reset(noon + 10 * minute),
};
const secondary = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' };

/** An answer, the resource that was asked, and what is silent for how long at least: seconds. */
const signals: readonly [what: string, response: ApiResponse, asked: Resource, expected: string][] = [
  ['200', json([]), 'core', 'ok'],
  ['304 without a body', raw('', 304), 'core', 'ok'],
  ['404', json({ message: 'Not Found' }, 404), 'core', 'ok'],
  ['401', json({ message: 'Bad credentials' }, 401), 'core', 'rejected'],
  ['403, remaining 0', json({ message: 'API rate limit exceeded' }, 403, spent), 'core', 'limited core 601'],
  ['429, remaining 0', json({}, 429, spent), 'search', 'limited search 601'],
  ['403, retry-after', json(secondary, 403, { 'retry-after': '90' }), 'core', 'limited all 90'],
  ['429, retry-after', json({}, 429, { 'retry-after': '5' }), 'core', 'limited all 5'],
  ['retry-after before reset', json({}, 403, { ...spent, 'retry-after': '7' }), 'core', 'limited all 7'],
  ['retry-after 0', json({}, 429, { 'retry-after': '0' }), 'core', 'limited all 1'],
  [
    'retry-after as a date',
    json({}, 429, { 'retry-after': new Date(noon + 30_000).toUTCString() }),
    'core',
    'limited all 30',
  ],
  ['retry-after that is nonsense', json({}, 429, { 'retry-after': 'soon' }), 'core', 'limited all ?'],
  ['403, secondary, nothing shows', json(secondary, 403), 'core', 'limited all ?'],
  [
    '403, secondary, a budget shows',
    json(secondary, 403, { 'x-ratelimit-remaining': '50' }),
    'core',
    'limited all ?',
  ],
  ['403 without a word', raw('', 403), 'core', 'limited all ?'],
  [
    '403, too many wrong tokens',
    json({ message: 'Maximum number of login attempts exceeded.' }, 403, { 'x-ratelimit-remaining': '50' }),
    'core',
    'limited all ?',
  ],
  ['403, a permission', json({ message: 'Resource not accessible by integration' }, 403), 'core', 'ok'],
  [
    '403, SAML',
    json({ message: 'Resource protected by organization SAML enforcement.' }, 403, {
      'x-github-sso': 'required',
    }),
    'core',
    'ok',
  ],
  [
    '403, with a budget left',
    json({ message: 'Forbidden' }, 403, { 'x-ratelimit-remaining': '50' }),
    'core',
    'ok',
  ],
  [
    'GraphQL, 200 and limited',
    json({ errors: [{ type: 'RATE_LIMITED' }] }, 200, spent),
    'graphql',
    'limited graphql 601',
  ],
  [
    'GraphQL, limited, nothing shows',
    json({ errors: [{ type: 'RATE_LIMITED' }] }),
    'graphql',
    'limited graphql ?',
  ],
  [
    'GraphQL, partial',
    json({ data: { r0: null }, errors: [{ type: 'NOT_FOUND', path: ['r0'] }] }),
    'graphql',
    'ok',
  ],
  [
    'GraphQL gave up',
    json({ data: null, errors: [{ message: 'Something went wrong' }] }),
    'graphql',
    'trouble server',
  ],
  ['500', json({}, 500), 'core', 'trouble server'],
  ['503, retry-after', json({}, 503, { 'retry-after': '20' }), 'core', 'trouble server 20'],
  ['HTML', raw('<!doctype html>'), 'core', 'trouble unreadable'],
  ['truncated JSON', raw('[{"number": 1, "tit'), 'core', 'trouble unreadable'],
  ['an empty 200', raw(''), 'core', 'trouble unreadable'],
  ['502 with HTML', raw('<html>', 502), 'core', 'trouble server'],
  ['no network', offline, 'core', 'trouble offline'],
  ['no answer', { kind: 'failed', reason: 'timeout', message: verbatim('') }, 'core', 'trouble timeout'],
  ['too much', { kind: 'failed', reason: 'too-large', message: verbatim('') }, 'core', 'trouble unreadable'],
  ['not allowed', { kind: 'failed', reason: 'refused', message: verbatim('') }, 'core', 'trouble refused'],
];

function spell(signal: Signal): string {
  const wait = 'wait' in signal && signal.wait !== undefined ? String(signal.wait / second) : '';
  switch (signal.kind) {
    case 'limited':
      return `limited ${signal.resource} ${wait || '?'}`;
    case 'trouble':
      return `trouble ${signal.trouble} ${wait}`.trim();
    default:
      return signal.kind;
  }
}

describe('limits: what an answer means', () => {
  for (const [what, response, asked, expected] of signals) {
    it(`${what}: ${expected}`, () => assert.equal(spell(signal(response, asked)), expected));
  }

  it('trusts the difference of GitHub’s times, not this clock', () => {
    const wrong = noon + 5 * hour;
    const headers = { ...spent, date: new Date(noon).toUTCString() };
    assert.equal(spell(signal(json({}, 403, headers), 'core', wrong)), 'limited core 601');
    // Without GitHub's time, a reset in the past says nothing.
    assert.equal(spell(signal(json({}, 403, spent), 'core', wrong)), 'limited core ?');
    // No budget lasts for years.
    const far = json({}, 403, { ...spent, 'x-ratelimit-reset': reset(noon + 10_000 * hour) });
    assert.equal(spell(signal(far)), 'limited core 3900');
  });

  it('reads the budget under the name that GitHub gives it', () => {
    const headers = { ...spent, 'x-ratelimit-remaining': '12', 'x-ratelimit-resource': 'search' };
    const { budget } = signal(json([], 200, headers));
    assert.deepEqual(budget, {
      resource: 'search',
      limit: 60,
      remaining: 12,
      resetAt: noon + 10 * minute + second,
    });
    assert.equal(signal(json([], 200, { ...headers, 'x-ratelimit-resource': 'scim' })).budget, undefined);
    assert.equal(signal(json([], 200, { ...headers, 'x-ratelimit-remaining': '-1' })).budget, undefined);
  });
});

/** How long everybody is silent after these, in seconds; `random` 0 is the least there can be. */
function silence(
  limits: Limits,
  resource: Resource,
  priority: 'interactive' | 'background',
  now = noon,
): number {
  const permission = maySend(limits, resource, priority, now);
  return permission.kind === 'granted' ? 0 : (permission.until - now) / second;
}

describe('limits: what may be sent', () => {
  const start = newLimits(true);

  it('is silent for a minute at least when GitHub does not say how long, and ever longer', () => {
    let limits = start;
    for (const expected of [60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      limits = received({ ...limits, pauses: {} }, signal(json(secondary, 403)), noon, 0);
      assert.equal(silence(limits, 'core', 'interactive'), expected);
      assert.equal(silence(limits, 'graphql', 'background'), expected);
    }
    assert.ok(
      silence(received(start, signal(json(secondary, 403)), noon, 0.999), 'core', 'interactive') > 60,
    );
    const calm = received(limits, signal(json([])), noon, 0);
    assert.equal(
      silence(
        received({ ...calm, pauses: {} }, signal(json(secondary, 403)), noon, 0),
        'core',
        'interactive',
      ),
      60,
    );
  });

  it('is silent until the reset for what is spent, and only for that', () => {
    const limits = received(start, signal(json({}, 403, spent)), noon, 0);
    assert.equal(silence(limits, 'core', 'interactive'), 601);
    assert.equal(silence(limits, 'core', 'interactive', noon + 602 * second), 0);
    assert.equal(silence(limits, 'graphql', 'interactive'), 0);
  });

  it('never shortens a silence', () => {
    const long = received(start, signal(json({}, 429, { 'retry-after': '100' })), noon, 0);
    const again = received(long, signal(json({}, 429, { 'retry-after': '5' })), noon, 0);
    assert.equal(silence(again, 'core', 'interactive'), 100);
  });

  it('backs off with jitter when there is trouble, and lets a writer look sooner', () => {
    const waits = [0, 0.5, 0.999].map((random) => {
      let limits = start;
      return Array.from({ length: 12 }, () => {
        limits = received(limits, signal(json({}, 500)), noon, random);
        return silence(limits, 'core', 'background');
      });
    });
    assert.deepEqual(waits[0]?.slice(0, 4), [0.5, 1, 2, 4]);
    assert.deepEqual(waits[1]?.slice(0, 4), [0.75, 1.5, 3, 6]);
    for (const each of waits) assert.ok(Math.max(...each) <= 300 && each.at(-1)! >= 150);
    let limits = start;
    for (let count = 0; count < 12; count++) limits = received(limits, signal(offline), noon + count, 0.5);
    assert.ok(silence(limits, 'core', 'interactive', noon + 12) <= 10);
    assert.equal(limits.trouble?.since, noon);
    assert.equal(received(limits, signal(json([])), noon, 0).trouble, undefined);
  });

  it('obeys retry-after also when GitHub is down', () => {
    const limits = received(start, signal(json({}, 503, { 'retry-after': '120' })), noon, 0);
    assert.equal(silence(limits, 'core', 'interactive'), 120);
  });

  it('does not ask a host that is refused', () => {
    const refused = received(
      start,
      signal({ kind: 'failed', reason: 'refused', message: verbatim('no') }),
      noon,
      0,
    );
    assert.equal(silence(refused, 'core', 'interactive'), 300);
  });

  it('asks without a sign-in that is rejected, within the budget of that, and with it once in a while', () => {
    const rejected = received(start, signal(json({}, 401)), noon, 0);
    assert.equal(usesSignIn(start, noon), true);
    assert.equal(usesSignIn(rejected, noon), false);
    assert.equal(maySend(rejected, 'graphql', 'interactive', noon).kind, 'rejected');
    assert.equal(maySend(rejected, 'core', 'background', noon, 30).kind, 'granted');
    assert.equal(maySend(rejected, 'core', 'background', noon, 31).kind, 'reserved');
    const read = received(rejected, signal(json([])), noon, 0, true);
    assert.equal(usesSignIn(read, noon + 899 * second), false);
    assert.equal(usesSignIn(read, noon + 900 * second), true);
    const again = received(read, signal(json([])), noon + 900 * second, 0, false);
    assert.equal(again.rejected, undefined);
  });

  it('asks nothing of a host that rejects requests without a sign-in, too', () => {
    const rejected = received(start, signal(json({}, 401)), noon, 0);
    const closed = received(rejected, signal(json({}, 401)), noon, 0, true);
    assert.equal(silence(closed, 'core', 'interactive'), 900);
    const signedOut = received(newLimits(false), signal(json({}, 401)), noon, 0);
    assert.equal(silence(signedOut, 'core', 'interactive'), 900);
    const answered = received(signedOut, signal(json([])), noon + 900 * second, 0);
    assert.equal(answered.rejected, undefined);
  });

  it('keeps a reserve for what a writer points at', () => {
    let limits = newLimits(false);
    let background = 0;
    while (maySend(limits, 'core', 'background', noon).kind === 'granted') {
      limits = sent(limits, 'core', noon);
      background++;
    }
    assert.equal(background, 30);
    let seen = 0;
    while (maySend(limits, 'core', 'interactive', noon).kind === 'granted') {
      limits = sent(limits, 'core', noon);
      seen++;
    }
    assert.equal(seen, 30);
    assert.equal(maySend(limits, 'core', 'background', noon + hour).kind, 'granted');
    assert.equal(maySend(start, 'graphql', 'background', noon, 4_600).kind, 'reserved');
    assert.equal(maySend(start, 'graphql', 'interactive', noon, 4_600).kind, 'granted');
  });

  it('counts what is on its way, and then what GitHub says', () => {
    let limits = received(start, signal(json([], 200, { ...spent, 'x-ratelimit-remaining': '1' })), noon, 0);
    limits = sent(limits, 'core', noon);
    assert.equal(maySend(limits, 'core', 'interactive', noon).kind, 'limited');
    limits = received(limits, signal(json([], 200, { ...spent, 'x-ratelimit-remaining': '40' })), noon, 0);
    assert.equal(maySend(limits, 'core', 'interactive', noon).kind, 'granted');
  });
});

describe('limits: in words', () => {
  const at = (limits: Limits, state = { syncing: false }) =>
    describeStatus('github.com', limits, state, noon);
  const after = (limits: Limits, response: ApiResponse) => received(limits, signal(response), noon, 0);

  it('says what is going on, with the time', () => {
    const soon = timeOfDay(noon + 601 * second);
    assert.equal(inEnglish(at(newLimits(false)).text), 'signed out (public repositories only)');
    assert.equal(inEnglish(at(newLimits(true)).text), 'ready');
    assert.equal(
      inEnglish(describeStatus('h', newLimits(true), { syncing: false, lastSync: noon }, noon).text),
      `up to date at ${timeOfDay(noon)}`,
    );
    assert.equal(at(newLimits(true), { syncing: true }).kind, 'syncing');
    const limited = at(after(newLimits(true), json({}, 403, spent)));
    assert.deepEqual(
      [limited.kind, inEnglish(limited.text)],
      ['limited', `rate limit reached until ${soon}`],
    );
    assert.equal(inEnglish(at(after(newLimits(true), offline)).text), `offline since ${timeOfDay(noon)}`);
    const rejected = at(after(newLimits(true), json({}, 401)));
    assert.deepEqual(rejected, {
      host: 'github.com',
      kind: 'rejected',
      text: t('sign-in rejected (public repositories only)'),
      signedIn: false,
    });
    assert.equal(inEnglish(at(after(newLimits(false), json({}, 401))).text), 'requires a sign-in');
    assert.equal(at(after(newLimits(true), json({}, 500))).kind, 'trouble');
    const saving = after(newLimits(false), json([], 200, { ...spent, 'x-ratelimit-remaining': '20' }));
    assert.equal(inEnglish(at(saving).text), `signed out, few requests left until ${soon}`);
  });

  it('writes the time of day with two digits each', () => assert.match(timeOfDay(noon), /^\d\d:\d\d$/));
});
