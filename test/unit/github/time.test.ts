/** Clocks that are wrong, and times from GitHub of any size. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Found } from '../../../server/core/github/answer.ts';
import { maySend, newLimits, received } from '../../../server/core/github/api/limits.ts';
import { readSignal } from '../../../server/core/github/api/signals.ts';
import {
  type SavedRepository,
  serialize,
  withoutFuture,
} from '../../../server/core/github/cache/cacheFormat.ts';
import { fileName } from '../../../server/core/github/cache/fileNames.ts';
import { steadyClock } from '../../../server/core/github/steadyClock.ts';
import { budget, repository, smallGitHub } from './api/answers.ts';
import { json, noon, offline, settle } from './fakes.ts';
import { hover, key, type StoreWorld, storeWorld, tell } from './storeWorld.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const limit = { message: 'You have exceeded a secondary rate limit.' };

/** As they come over the wire. */
const sizes = ['0', '1', '60', '3600', '86400', '999999999', '99999999999', '9'.repeat(40), '9'.repeat(400)];
const odd = [
  '',
  '-1',
  '1e9',
  '0x10',
  'Infinity',
  'NaN',
  'soon',
  '1.5',
  '９',
  'Thu, 01 Jan 1970 00:00:00 GMT',
];
const far = ['Fri, 31 Dec 9999 23:59:59 GMT', '+275760-09-13T00:00:00.000Z'];

function silence(headers: Record<string, string>, status: number): number {
  const response = json(limit, status, headers);
  const signal = readSignal(response, { value: limit }, 'core', noon);
  const permission = maySend(received(newLimits(true), signal, noon, 0.999), 'core', 'background', noon);
  return permission.kind === 'granted' ? 0 : permission.until - noon;
}

describe('times from GitHub', () => {
  for (const status of [403, 429, 503]) {
    for (const value of [...sizes, ...odd, ...far]) {
      it(`${status} with Retry-After: ${value.slice(0, 40)}`, () => {
        const waited = silence({ 'retry-after': value }, status);
        assert.ok(waited > 0 && waited <= 27 * hour, String(waited / hour));
        const named = /^\d+$/.test(value) ? Math.min(Number(value) * second, day) : 0;
        assert.ok(waited >= named, String(waited / second));
      });
    }
  }

  for (const value of [...sizes, ...odd, String((noon + 10_000 * year) / second)]) {
    it(`nothing left, and a reset at ${value.slice(0, 40)}`, () => {
      const waited = silence({ ...budget, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': value }, 403);
      assert.ok(waited >= minute && waited <= 2 * hour, String(waited / hour));
    });
  }

  it('of any kind: the silence is never none and never longer than a day and a bit', () => {
    const value = fc.oneof(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.string(),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(value, value, fc.constantFrom(403, 429), (after, reset, status) => {
        const headers = { 'retry-after': after, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
        const waited = silence(headers, status);
        return waited >= second && waited <= 27 * hour;
      }),
      { numRuns: 2_000 },
    );
  });

  it('are kept to: no request meanwhile', async () => {
    const { store, time, transport } = storeWorld({
      respond: () => json(limit, 403, { 'retry-after': '9'.repeat(40) }),
    });
    for (let at = 0; at < 23; at++) {
      const asked = store.get(key(1 + at), hover);
      await time.advance(hour);
      assert.match(tell(await asked), /^unavailable limited/);
    }
    assert.equal(transport.requests.length, 1);
  });
});

/** Hovers every ten minutes; gives how many requests were sent. */
async function hovers(world: StoreWorld, count: number, number: number): Promise<number> {
  const before = world.transport.requests.length;
  for (let at = 0; at < count; at++) {
    const asked = world.store.get(key(number + at), hover);
    await world.time.advance(10 * minute);
    await asked;
  }
  return world.transport.requests.length - before;
}

describe('a clock that is set by years', () => {
  for (const years of [-30, -1, 1, 30]) {
    it(`by ${years}, while GitHub asked for silence: silent as long as before, and not longer`, async () => {
      let isLimited = true;
      const world = storeWorld({
        respond: (request) =>
          isLimited ? json(limit, 403, { 'retry-after': '3600' }) : smallGitHub(300)(request),
      });
      assert.equal(await hovers(world, 2, 1), 1);
      isLimited = false;
      world.time.setClock(world.time.now() + years * year);
      assert.equal(await hovers(world, 3, 20), 0);
      assert.ok((await hovers(world, 6, 40)) > 0);
    });

    it(`by ${years}: what changed is asked for as often as before`, async () => {
      const { store, time, transport } = storeWorld();
      await store.open(repository);
      time.setClock(time.now() + years * year);
      const before = transport.requests.length;
      await store.open(repository);
      assert.equal(transport.requests.length, before);
      await time.advance(11 * minute);
      await store.open(repository);
      assert.ok(transport.requests.length > before);
    });
  }

  it('goes on evenly', () => {
    let now = noon;
    const steady = steadyClock({ now: () => now, today: () => '' });
    const passed = (milliseconds: number): number => {
      now += milliseconds;
      return steady.now() - noon;
    };
    assert.deepEqual([minute, -10 * year, minute, 20 * year, minute, 8 * hour, -second].map(passed), [
      minute,
      minute,
      2 * minute,
      2 * minute,
      3 * minute,
      8 * hour + 3 * minute,
      8 * hour + 3 * minute - second,
    ]);
  });
});

describe('a file with times of the future', () => {
  const of = { accountId: 'maria', repository };
  const issue = (number: number): Found['issue'] => ({
    repository,
    number,
    kind: 'issue',
    title: `Kept title of ${number}`,
    state: 'open',
    createdAt: noon - 2 * year,
    updatedAt: noon - year,
  });
  const future = (ahead: number): SavedRepository => ({
    repository,
    savedAt: noon + ahead,
    syncedAt: noon + ahead,
    cursor: noon + ahead,
    filled: true,
    issues: [{ kind: 'found', issue: issue(7), fetchedAt: noon + ahead }],
  });

  for (const ahead of [1, hour, day, 10 * year]) {
    it(`written ${ahead / hour} hours ahead: shown with its age, and asked for again`, async () => {
      const world = storeWorld();
      world.storage.files.set(fileName(of), serialize(future(ahead), of));
      assert.equal(tell(await world.store.get(key(7), hover)), 'found Title of 7');
      const away = storeWorld({ respond: () => offline });
      away.storage.files.set(fileName(of), serialize(future(ahead), of));
      const answer = await away.store.get(key(7), hover);
      assert.equal(tell(answer), 'found Kept title of 7, outdated: offline');
      assert.ok(answer.kind === 'found' && answer.fetchedAt === noon - year);
    });
  }

  it('is brought up to date as if it had never been', async () => {
    const world = storeWorld();
    world.storage.files.set(fileName(of), serialize(future(year), of));
    await world.store.open(repository);
    await settle();
    assert.ok(world.transport.requests.length > 0);
    assert.ok(world.transport.lines.every((line) => !line.includes('since=')));
    assert.ok(world.store.search(repository, { text: '', limit: 500 }).length >= 150);
  });

  it('never takes precedence over what this window knows', async () => {
    const world = storeWorld();
    assert.equal(tell(await world.store.get(key(7), hover)), 'found Title of 7');
    world.storage.files.set(fileName(of), serialize(future(year), of));
    await world.store.flush();
    assert.equal(tell(world.store.peek(key(7))), 'found Title of 7');
    assert.match(world.storage.files.get(fileName(of)) ?? '', /"Title of 7"/);
  });

  it('has only times of the past when it was read, whatever it says', () => {
    const time = fc.integer({ min: 0, max: 8.64e15 });
    fc.assert(
      fc.property(time, time, time, time, time, (savedAt, syncedAt, cursor, fetchedAt, updatedAt) => {
        const issues: Found[] = [{ kind: 'found', issue: { ...issue(7), updatedAt }, fetchedAt }];
        const read = withoutFuture({ repository, savedAt, syncedAt, cursor, issues }, noon);
        assert.ok(read.savedAt <= noon && (read.syncedAt ?? 0) <= noon);
        assert.ok((read.cursor ?? 0) <= noon + 2 * day);
        for (const found of read.issues) assert.ok(found.fetchedAt >= 0 && found.fetchedAt <= noon);
      }),
      { numRuns: 1_000 },
    );
  });
});
