import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timeOfDay } from '../../../../server/core/github/api/status.ts';
import type { IssueStore } from '../../../../server/core/github/sync/issueStore.ts';
import type { ApiResponse } from '../../../../server/core/ports.ts';
import { inEnglish, type Message, verbatim } from '../../../../shared/l10n.ts';
import { budget, repository, restIssue, smallGitHub } from '../api/answers.ts';
import { json, noon, offline, raw, signedIn, silence } from '../fakes.ts';
import { hover, key, keys, type StoreWorld, storeWorld, tell } from '../storeWorld.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Points at a reference every so often; gives when something was sent, in seconds since the start. */
async function hoverEvery(world: StoreWorld, interval: number, total: number): Promise<readonly number[]> {
  const { store, time, transport } = world;
  const start = time.now();
  const sent: number[] = [];
  for (let at = 0; at < total; at += interval) {
    const before = transport.requests.length;
    const asked = store.get(key(1 + (at % 97)), hover);
    await time.advance(interval);
    await asked;
    for (let count = before; count < transport.requests.length; count++)
      sent.push((time.now() - interval - start) / second);
  }
  return sent;
}

const secondary = { message: 'You have exceeded a secondary rate limit and have been temporarily blocked.' };
const resetAt = noon + 20 * minute;
const limitReached = json({ message: 'API rate limit exceeded for user ID 1.' }, 403, {
  ...budget,
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(resetAt / second),
});

/** In English; empty: there is no status. */
function textOf(status: { readonly text: Message } | undefined): string {
  return status === undefined ? '' : inEnglish(status.text);
}

describe('faults: no answer, or none that counts', () => {
  it('accepts and never answers: every hover answers in time, and few requests hang (acceptance 8)', async () => {
    const world = storeWorld();
    const { store, time, transport, storage } = world;
    transport.respond = silence(time);
    for (let count = 0; count < 60; count++) {
      const started = time.now();
      const asked = store.get(key(count + 1), hover);
      await time.advance(1_800);
      assert.match(tell(await asked), /^unavailable/);
      assert.ok(time.now() - started <= 2_000);
      await time.advance(200);
    }
    // Those three that may run side by side until the first is given up; then once in a while.
    assert.ok(transport.requests.length <= 20, String(transport.requests.length));
    for (const { timeout } of transport.requests) assert.ok(timeout <= 15_000);
    assert.match(textOf(store.status()[0]), /^no response since/);
    assert.equal(storage.writes, 0);
  });

  const nothings: readonly [what: string, response: ApiResponse, said: string][] = [
    ['200 with HTML', raw('<!doctype html><title>Sign in to the WLAN</title>'), 'unavailable trouble'],
    ['truncated JSON', raw(JSON.stringify(restIssue(7)).slice(0, 80)), 'unavailable trouble'],
    ['an empty body', raw(''), 'unavailable trouble'],
    [
      'more than there may be',
      { kind: 'failed', reason: 'too-large', message: verbatim('cut at 5 MB') },
      'unavailable trouble',
    ],
    ['JSON that is no issue', json({ hello: 'world' }), 'unavailable trouble'],
    ['a list', json([restIssue(7)]), 'unavailable trouble'],
    ['null', json(null), 'unavailable trouble'],
    ['a title that is null', json(restIssue(7, { title: null })), 'unavailable trouble'],
    ['a title that is a number', json(restIssue(7, { title: 7 })), 'unavailable trouble'],
    ['a title that is an array', json(restIssue(7, { title: ['x'] })), 'unavailable trouble'],
    [
      'a prototype',
      raw('{"__proto__":{"number":7,"title":"x"},"constructor":{"title":"x"}}'),
      'unavailable trouble',
    ],
    ['500', json({}, 500), 'unavailable trouble'],
    ['502 with HTML', raw('<html>Unicorn!</html>', 502), 'unavailable trouble'],
    [
      'a redirect that nobody followed',
      raw('', 301, { location: 'https://evil.example/' }),
      'unavailable trouble',
    ],
    [
      'SAML',
      json({ message: 'Resource protected by organization SAML enforcement.' }, 403, {
        'x-github-sso': 'required',
      }),
      'unavailable forbidden',
    ],
    ['451', json({ message: 'Repository access blocked' }, 451), 'unavailable forbidden'],
    ['no network', offline, 'unavailable offline'],
    [
      'not an allowed host',
      { kind: 'failed', reason: 'refused', message: verbatim('Plain http is refused.') },
      'unavailable refused',
    ],
  ];
  for (const [what, response, said] of nothings) {
    it(`${what}: ${said}, and nothing is stored (acceptance 11)`, async () => {
      const { store, time, storage, transport } = storeWorld({ respond: () => response });
      const asked = store.get(key(7), hover);
      await time.advance(1_800);
      assert.equal(tell(await asked), said);
      store.want(keys(1, 60));
      void store.open(repository);
      await time.advance(minute);
      await store.flush();
      assert.equal(store.peek(key(7)), undefined);
      assert.equal(storage.writes, 0);
      assert.ok(transport.requests.length < 25, String(transport.requests.length));
    });
  }

  it('keeps what it knew when an answer is none', async () => {
    const { store, transport, time } = storeWorld();
    await store.get(key(7), hover);
    await time.advance(11 * minute);
    transport.respond = () => json(restIssue(7, { title: null }));
    assert.equal(tell(await store.get(key(7), hover)), 'found Title of 7, outdated: trouble');
  });

  it('does not ask for what cannot be read again and again', async () => {
    const { store, transport } = storeWorld({ respond: () => json(restIssue(7, { title: 1 })) });
    for (let count = 0; count < 1_000; count++) await store.get(key(7), hover);
    assert.equal(transport.requests.length, 1);
  });

  it('survives a transport and a storage that reject', async () => {
    const { store, transport, storage, time } = storeWorld();
    transport.send = () => Promise.reject(new Error('a bug'));
    storage.read = () => Promise.reject(new Error('a bug'));
    storage.write = () => Promise.reject(new Error('a bug'));
    assert.equal(tell(await store.get(key(7), hover)), 'unavailable offline');
    transport.send = async (request) => smallGitHub(300)(request);
    await time.advance(minute);
    assert.equal(tell(await store.get(key(7), hover)), 'found Title of 7');
    await store.flush();
  });
});

describe('faults: limits', () => {
  it('401 with and without the token: one notice, no loop, and nothing more is asked (acceptance 12)', async () => {
    const world = storeWorld();
    const { store, transport, notices, time } = world;
    await store.get(key(7), hover);
    transport.respond = () => json({ message: 'Bad credentials' }, 401);
    const sent = await hoverEvery(world, second, 600 * second);
    assert.deepEqual([sent.length, notices.length], [2, 1]);
    store.want(keys(100, 160));
    await time.advance(minute);
    assert.equal(transport.requests.length, 3);
    assert.equal(store.status()[0]?.kind, 'rejected');
    assert.equal(tell(await store.get(key(200), hover)), 'unavailable signed-out');
    // A new sign-in of the same account works at once, and what was known is still there.
    transport.respond = smallGitHub(300);
    await store.flush();
    await store.accountChanged('github.com');
    assert.equal(tell(await store.get(key(200), hover)), 'found Title of 200');
  });

  describe('401 for the token alone', () => {
    /** Public titles go on; `token.isValid` is what GitHub thinks of the token. */
    function rejecting(token: { isValid: boolean }) {
      const world = storeWorld();
      const github = smallGitHub(300);
      world.transport.current = { ...signedIn, signInHint: verbatim('Do this.') };
      world.transport.respond = (request) =>
        request.anonymous || token.isValid ? github(request) : json({ message: 'Bad credentials' }, 401);
      return world;
    }

    it('a hover, the references of a note and the recent issues are answered signed out', async () => {
      const { store, transport, time, notices } = rejecting({ isValid: false });
      assert.equal(tell(await store.get(key(7), hover)), 'found Title of 7');
      assert.deepEqual(notices, ['github.com rejected the sign-in. Only public titles are shown. Do this.']);
      store.want(keys(20, 24));
      await time.advance(minute);
      for (const each of keys(20, 24)) assert.match(tell(store.peek(each)), /^found/);
      await store.open(key(1).repository);
      assert.match(tell(store.peek(key(299))), /^found/);
      assert.deepEqual([store.status()[0]?.kind, store.status()[0]?.signedIn], ['rejected', false]);
      assert.deepEqual(
        [transport.requests.filter(({ anonymous }) => !anonymous).length, notices.length],
        [1, 1],
      );
    });

    for (const [what, first] of [
      ['references', (store) => store.want(keys(20, 24))],
      ['recent issues', (store) => void store.open(key(1).repository)],
      ['people', (store) => void store.people(key(1).repository)],
    ] as readonly [string, (store: IssueStore) => void][]) {
      it(`when the first query is for ${what}`, async () => {
        const { store, transport, time } = rejecting({ isValid: false });
        await store.get(key(299), { timeout: 1 });
        transport.requests.length = 0;
        first(store);
        await time.advance(minute);
        assert.ok(transport.requests.length > 0);
        assert.ok(transport.requests.every(({ anonymous, path }) => anonymous && path !== '/graphql'));
      });
    }

    it('a query that is under way when the token is rejected is asked for again signed out', async () => {
      for (const [number, first] of [
        [20, (store) => store.want(keys(20, 24))],
        [299, (store) => void store.open(key(1).repository)],
      ] as readonly [number, (store: IssueStore) => void][]) {
        const { store, transport, time } = rejecting({ isValid: false });
        first(store);
        await time.advance(minute);
        assert.equal(transport.requests[0]?.path, '/graphql');
        assert.match(tell(store.peek(key(number))), /^found/);
      }
    });

    it('the token is tried again after a quarter of an hour', async () => {
      const token = { isValid: false };
      const { store, transport, time } = rejecting(token);
      await store.get(key(7), hover);
      token.isValid = true;
      await time.advance(16 * minute);
      transport.requests.length = 0;
      assert.equal(tell(await store.get(key(8), hover)), 'found Title of 8');
      assert.deepEqual(
        transport.requests.map(({ anonymous }) => anonymous),
        [undefined],
      );
      assert.deepEqual([store.status()[0]?.kind, store.status()[0]?.signedIn], ['up-to-date', true]);
    });
  });

  it('403 and nothing left: silent until the reset, with the time (acceptance 13)', async () => {
    const world = storeWorld({ respond: () => limitReached });
    const { store, transport, time } = world;
    assert.equal(tell(await store.get(key(7), hover)), 'unavailable limited');
    assert.equal(textOf(store.status()[0]), `rate limit reached until ${timeOfDay(resetAt + second)}`);
    const sent = await hoverEvery(world, second, 19 * minute);
    assert.deepEqual(sent, []);
    await time.advance(minute + 2 * second);
    transport.respond = smallGitHub(300);
    assert.equal(tell(await store.get(key(7), hover)), 'found Title of 7');
  });

  it('403, a secondary limit that does not say how long: silent for a minute at least, then longer (acceptance 14)', async () => {
    const world = storeWorld({ respond: () => json(secondary, 403) });
    const sent = await hoverEvery(world, second, 10 * minute);
    const pauses = sent.slice(1).map((at, index) => at - sent[index]!);
    assert.equal(sent[0], 0);
    assert.ok(pauses[0]! >= 60 && pauses[1]! >= 120 && pauses[2]! >= 240, pauses.join(', '));
    assert.ok(sent.length <= 4);
  });

  it('429 with Retry-After: 5: nothing sooner, and one more try (acceptance 15)', async () => {
    const { store, transport, time } = storeWorld({
      respond: () => json(secondary, 429, { 'retry-after': '5' }),
    });
    store.want(keys(1, 50));
    await time.advance(4 * second);
    assert.equal(transport.requests.length, 1);
    assert.equal(tell(await store.get(key(1), hover)), 'unavailable limited');
    assert.equal(transport.requests.length, 1);
    transport.respond = smallGitHub(300);
    await time.advance(2 * second);
    assert.equal(transport.requests.length, 2);
    assert.equal(tell(store.peek(key(1))), 'found Title of 1');
  });

  it('429 for ever: tried a few times, then only when somebody wants it', async () => {
    const { store, transport, time } = storeWorld({
      respond: () => json(secondary, 429, { 'retry-after': '5' }),
    });
    store.want(keys(1, 50));
    await time.advance(hour);
    assert.ok(transport.requests.length <= 4, String(transport.requests.length));
  });

  it('200 and over the limit of GraphQL: REST goes on', async () => {
    const { store, transport, time } = storeWorld();
    transport.respond = (request) =>
      request.path === '/graphql'
        ? json({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }, 200, {
            ...budget,
            'x-ratelimit-remaining': '0',
            'x-ratelimit-resource': 'graphql',
          })
        : smallGitHub(300)(request);
    store.want(keys(1, 50));
    await time.advance(10 * minute);
    assert.equal(transport.requests.length, 1);
    assert.equal(store.status()[0]?.kind, 'limited');
    assert.equal(tell(await store.get(key(7), hover)), 'found Title of 7');
  });

  it('500 and 200 in turn: one jittered retry, and all is known (acceptance 16)', async () => {
    let count = 0;
    const world = storeWorld({
      respond: (request) => (count++ % 2 === 0 ? json({}, 500) : smallGitHub(300)(request)),
    });
    const { store, transport, time } = world;
    store.want(keys(1, 60));
    const asked = store.get(key(70), hover);
    await time.advance(1_500);
    assert.match(tell(await asked), /^found|^unavailable trouble/);
    await time.advance(5 * minute);
    for (const each of keys(1, 60)) assert.equal(tell(store.peek(each)), `found Title of ${each.number}`);
    assert.ok(transport.requests.length <= 8, String(transport.requests.length));
  });

  it('500 all the time: ever fewer requests', async () => {
    const world = storeWorld({ respond: () => json({}, 500) });
    const sent = await hoverEvery(world, second, 30 * minute);
    // A writer may look every ten seconds; the background, every five minutes.
    assert.ok(sent.length <= 30 * 12, String(sent.length));
    const background = storeWorld({ respond: () => json({}, 500) });
    for (let count = 0; count < 1_800; count++) {
      background.store.want(keys(1, 50));
      void background.store.open(repository, 'edited');
      await background.time.advance(second);
    }
    assert.ok(background.transport.requests.length <= 40, String(background.transport.requests.length));
  });

  for (const status of [404, 410]) {
    it(`${status}: remembered for a while (acceptance 17)`, async () => {
      const { store, transport } = storeWorld({
        respond: () => json({ message: 'Not Found' }, status, budget),
      });
      for (let count = 0; count < 100; count++)
        assert.match(tell(await store.get(key(7), hover)), /^missing/);
      // The other one asks whether it is the repository that cannot be seen.
      assert.equal(transport.requests.length, status === 404 ? 2 : 1);
    });
  }
});

describe('faults: no network, and damaged files', () => {
  async function filled(): Promise<StoreWorld> {
    const world = storeWorld();
    await world.store.open(repository);
    await world.store.flush();
    return world;
  }

  it('started offline: old titles, with their age (acceptance 19)', async () => {
    const first = await filled();
    await first.time.advance(3 * hour);
    const { store, transport, storage, time } = first.again();
    transport.respond = () => offline;
    await store.open(repository);
    const answer = await store.get(key(290), hover);
    assert.equal(tell(answer), 'found Title of 290, outdated: offline');
    assert.ok(answer.kind === 'found' && time.now() - answer.fetchedAt >= 3 * hour);
    assert.equal(store.search(repository, { text: 'title', limit: 500 }).length, 300);
    assert.match(textOf(store.status()[0]), /^offline since \d\d:\d\d$/);
    assert.equal(storage.files.size, 1);
  });

  it('back online: what is new since, for one request', async () => {
    const first = await filled();
    await first.time.advance(3 * hour);
    const { store, transport, time } = first.again();
    transport.respond = () => offline;
    await store.open(repository);
    transport.respond = smallGitHub(302);
    await time.advance(5 * minute);
    const before = transport.requests.length;
    await store.open(repository, 'edited');
    assert.equal(tell(store.peek(key(302))), 'found Title of 302');
    assert.equal(transport.requests.length - before, 1);
  });

  it('a refused host is told once, and not asked (acceptance 20)', async () => {
    const world = storeWorld({
      respond: () => ({
        kind: 'failed',
        reason: 'refused',
        message: verbatim('The certificate of github.com is not trusted.'),
      }),
    });
    const sent = await hoverEvery(world, second, 100 * second);
    assert.equal(sent.length, 1);
    assert.deepEqual(world.notices, ['The certificate of github.com is not trusted.']);
    assert.equal(world.store.status()[0]?.kind, 'refused');
  });

  it('a damaged, cut or newer file is built anew', async () => {
    const { storage, again } = await filled();
    const [name, file] = [...storage.files][0]!;
    const damaged = [
      '',
      file.slice(0, 10),
      file.slice(0, -1),
      file.replace('Title of 290', 'Title of 291'),
      file.replace(' 1 ', ' 2 '),
      '\u0000'.repeat(100),
      '{"issues": []}',
    ];
    for (const text of damaged) {
      storage.files.set(name, text);
      const { store } = again();
      await store.open(repository);
      assert.equal(tell(store.peek(key(290))), 'found Title of 290');
      await store.flush();
      assert.ok(storage.files.get(name)?.startsWith('office-hours-issues 1 '));
    }
  });

  it('no space: everything works, until the restart', async () => {
    const { store, storage, log } = storeWorld();
    storage.isFull = true;
    await store.open(repository);
    await store.flush();
    assert.equal(tell(store.peek(key(290))), 'found Title of 290');
    assert.equal(log.lines.filter((line) => line.startsWith('error')).length, 1);
  });

  it('no title, no search and no name of an account in the log', async () => {
    const { store, log, time, transport } = storeWorld();
    await store.open(repository);
    await store.get(key(7), hover);
    const searching = store.searchGitHub(repository, { text: 'secret words' }, hover);
    await time.advance(hour);
    await searching;
    transport.current = { id: 'anonymous', signedIn: false };
    await store.accountChanged('github.com');
    const searchingAgain = store.searchGitHub(repository, { text: 'secret words', kind: 'issue' }, hover);
    await time.advance(minute);
    await searchingAgain;
    assert.ok(log.lines.length > 5);
    assert.doesNotMatch(log.lines.join('\n'), /Title|First line|secret|words|maria|author/);
  });
});
