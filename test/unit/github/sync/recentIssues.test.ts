import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { verbatim } from '../../../../shared/l10n.ts';
import { isoTime, repository, restIssue, smallGitHub } from '../api/answers.ts';
import { FakeCancellation, json, noon, offline, type Respond, settle } from '../fakes.ts';
import { hover, key, keys, storeWorld, tell } from '../storeWorld.ts';

const second = 1_000;
const minute = 60 * second;
const all = { text: '', limit: 10_000 } as const;

describe('sync', () => {
  for (const count of [0, 1, 250, 5_000, 200_000]) {
    it(`of ${count} issues: two requests without a token`, async () => {
      const { store, transport, time } = storeWorld({ token: false, respond: smallGitHub(count) });
      await store.open(repository);
      await time.advance(10 * minute);
      assert.ok(transport.requests.length <= 2);
      assert.equal(store.search(repository, all).length, Math.min(count, 200));
      assert.equal(store.isVisible(repository), true);
    });

    it(`of ${count} issues: one request with a token, and five for a thousand`, async () => {
      const { store, transport, time } = storeWorld({ respond: smallGitHub(count) });
      await store.open(repository);
      assert.equal(transport.requests.length, 1);
      assert.ok(store.search(repository, all).length >= Math.min(count, 150));
      await time.advance(10 * minute);
      assert.ok(transport.requests.length <= 6, String(transport.requests.length));
      const known = store.search(repository, all).length;
      assert.equal(known, Math.min(count, count >= 3_000 ? 1_000 : count));
    });
  }

  it('then takes what changed since, deduplicated, for one request', async () => {
    let count = 5_000;
    const { store, transport, time, changes } = storeWorld({
      respond: (request) => smallGitHub(count)(request),
    });
    await store.open(repository);
    await time.advance(10 * minute);
    const before = [transport.requests.length, store.search(repository, all).length] as const;
    count = 5_003;
    await store.open(repository, 'edited');
    assert.equal(transport.requests.length, before[0] + 1);
    assert.match(
      transport.lines.at(-1) ?? '',
      /^GET \/repos\/harbor\/tide\/issues\?.*&since=2026-01-02T01:22:20Z$/,
    );
    assert.equal(store.search(repository, all).length, before[1] + 3);
    await time.advance(second);
    const { count: told } = changes;
    await time.advance(10 * minute);
    await store.open(repository, 'edited');
    await time.advance(second);
    assert.equal(changes.count, told, 'nothing new, nobody is told');
  });

  it('asks at most every few minutes, however often a note is opened and edited', async () => {
    for (const [token, most] of [
      [true, 30 + 5],
      [false, 7],
    ] as const) {
      const { store, transport, time } = storeWorld({ token });
      for (let at = 0; at < 30 * 60; at += 5) {
        void store.open(repository, at % 2 ? 'opened' : 'edited');
        await time.advance(5 * second);
      }
      assert.ok(transport.requests.length <= most, `${transport.requests.length} of ${most}`);
    }
  });

  it('costs nothing with a token when nothing changed: 304', async () => {
    const conditional: Respond = (request) =>
      request.headers?.['if-none-match'] === '"300"'
        ? { kind: 'response', status: 304, headers: {}, body: '' }
        : smallGitHub(300)(request);
    const { store, transport, time } = storeWorld({ respond: conditional });
    for (let count = 0; count < 4; count++) {
      await store.open(repository);
      await time.advance(5 * minute);
    }
    const tags = transport.requests.map(({ headers }) => headers?.['if-none-match']);
    assert.deepEqual(
      tags.filter((tag) => tag !== undefined),
      ['"300"', '"300"'],
    );
    assert.equal(store.status()[0]?.kind, 'up-to-date');
  });

  it('stops where GitHub stops: 422', async () => {
    const { store, transport } = storeWorld({
      token: false,
      respond: (request) =>
        request.path.includes('page=2')
          ? json({ message: 'In order to keep the API fast' }, 422)
          : smallGitHub(300)(request),
    });
    await store.open(repository);
    assert.equal(transport.requests.length, 2);
    assert.equal(store.search(repository, all).length, 100);
    assert.equal(store.isVisible(repository), true);
  });

  it('never leaves the repository for a next page', async () => {
    const link = '<https://evil.example/user/emails?page=2>; rel="next"';
    const { store, transport } = storeWorld({
      token: false,
      respond: () => json([restIssue(1)], 200, { link }),
    });
    await store.open(repository);
    assert.equal(transport.requests.length, 1);
  });

  it('is not led astray by a date in the far future', async () => {
    const odd = restIssue(7, { updated_at: '9999-12-31T23:59:59Z' });
    const { store, transport, time } = storeWorld({ token: false, respond: () => json([odd]) });
    await store.open(repository);
    await time.advance(11 * minute);
    await store.open(repository);
    const since = Date.parse(/since=(.*)$/.exec(transport.lines.at(-1) ?? '')?.[1] ?? '');
    assert.ok(since <= noon + 24 * 60 * minute);
  });

  it('knows a repository that cannot be seen, and asks for it seldom', async () => {
    const { store, transport, time } = storeWorld({ token: false });
    const secret = { ...repository, name: 'secret' };
    for (let at = 0; at < 30; at++) {
      await store.open(secret);
      await time.advance(minute);
    }
    assert.equal(store.isVisible(secret), false);
    assert.ok(transport.requests.length <= 3);
  });

  it('leaves no gap when a page is lost', async () => {
    let isLost = true;
    const { store, time, transport } = storeWorld({
      token: false,
      respond: (request) => {
        if (!request.path.includes('page=2') || !isLost) return smallGitHub(5_000)(request);
        isLost = false;
        return json({}, 503);
      },
    });
    const opened = store.open(repository);
    await time.advance(5 * second);
    await opened;
    // The gateway tried once more.
    assert.equal(store.search(repository, all).length, 200);
    assert.equal(transport.requests.length, 3);
  });

  it('is the same after a restart, and starts with what changed since', async () => {
    const first = storeWorld();
    await first.store.open(repository);
    await first.time.advance(minute);
    const { store, transport } = first.again();
    await store.open(repository);
    assert.equal(store.search(repository, all).length, 300);
    assert.match(transport.lines.join('\n'), /^GET \/repos\/harbor\/tide\/issues\?.*since=.*$/);
    assert.equal(tell(store.peek(key(5))), 'found Title of 5');
  });

  it('gives what another window learned', async () => {
    const one = storeWorld();
    const other = one.again();
    await one.store.get(key(5), hover);
    await one.store.flush();
    await other.store.get(key(6), hover);
    await other.store.flush();
    assert.equal(tell(other.store.peek(key(5))), 'found Title of 5');
    const third = one.again();
    third.transport.respond = () => offline;
    await third.store.open(repository);
    assert.deepEqual(third.store.search(repository, all).length, 2);
  });
});

describe('accounts', () => {
  it('signing out hides at once and purges what that account could see', async () => {
    const { store, transport, storage, time } = storeWorld();
    await store.open(repository);
    await store.flush();
    assert.equal(storage.files.size, 1);
    transport.respond = () => json({ message: 'Not Found' }, 404);
    transport.current = { id: 'anonymous', signedIn: false };
    const changing = store.accountChanged('github.com');
    await changing;
    assert.equal(store.peek(key(300)), undefined);
    assert.deepEqual(store.search(repository, all), []);
    assert.equal(storage.files.size, 0);
    await time.advance(minute);
    assert.equal(storage.files.size, 0);
    assert.equal(store.isVisible(repository), false);
  });

  it('another account sees its own, and public titles stay for nobody', async () => {
    const world = storeWorld({ token: false });
    const { store, transport, storage } = world;
    await store.open(repository);
    await store.flush();
    transport.current = { id: 'ines', signedIn: true };
    await store.accountChanged('github.com');
    await store.flush();
    assert.equal(storage.files.size, 2);
    transport.current = { id: 'bo', signedIn: true };
    await store.accountChanged('github.com');
    await store.flush();
    assert.equal(storage.files.size, 2);
    assert.equal(store.search(repository, all).length, 200);
  });

  it('throws away an answer that came for somebody else', async () => {
    let answer = (): void => {};
    const { store, transport, storage } = storeWorld({
      respond: (request) =>
        new Promise((resolve) => {
          answer = () => resolve(smallGitHub(300)(request));
        }),
    });
    const asked = store.get(key(7), hover);
    await settle();
    transport.current = { id: 'anonymous', signedIn: false };
    answer();
    assert.equal(tell(await asked), 'unavailable cancelled');
    await settle();
    assert.equal(store.peek(key(7)), undefined);
    await store.flush();
    assert.equal(storage.files.size, 0);
    assert.equal(store.status()[0]?.signedIn, false);
  });

  it('a change that is none costs nothing', async () => {
    const { store, transport } = storeWorld();
    await store.get(key(7), hover);
    await store.accountChanged('github.com');
    await store.accountChanged('github.example');
    await store.get(key(7), hover);
    assert.equal(transport.requests.length, 1);
  });

  it('removes what former accounts left, as soon as GitHub has answered, not before', async () => {
    const first = storeWorld();
    await first.store.open(repository);
    await first.store.flush();
    const { store, transport, storage } = first.again();
    transport.current = { id: 'ines', signedIn: true };
    transport.respond = () => ({ kind: 'failed', reason: 'offline', message: verbatim('') });
    await store.open(repository);
    await settle();
    assert.equal(storage.files.size, 1);
    assert.equal(store.peek(key(300)), undefined);
    transport.respond = smallGitHub(300);
    await first.time.advance(minute);
    await store.get(key(7), hover);
    await settle();
    assert.equal(storage.files.size, 0);
  });

  it('forgets everything when told to, and starts over', async () => {
    const { store, storage } = storeWorld();
    await store.open(repository);
    await store.get(key(5), hover);
    await store.flush();
    await store.clear();
    assert.equal(storage.files.size, 0);
    assert.equal(store.search(repository, all).length, 200);
    assert.equal(store.peek(key(5)), undefined);
  });

  it('forgets hosts that no note of this session names, and drafts', async () => {
    const { store, storage } = storeWorld();
    const names = ['issues-0-1-2', 'issues-0-1-2.01234567-89ab-4cde-8f01-23456789abcd.tmp'];
    for (const name of names) storage.files.set(name, 'left');
    await store.clear();
    assert.equal(storage.files.size, 0);
  });
});

describe('live search and people', () => {
  const found = restIssue(4_000, { title: 'An old storm surge' });
  const graphqlFound = {
    ...{ __typename: 'Issue', issueState: 'CLOSED', stateReason: 'COMPLETED' },
    number: 4_000,
    title: 'An old storm surge',
    createdAt: isoTime(0),
    updatedAt: isoTime(0),
    closedAt: null,
    author: null,
  };
  const people = { data: { repository: { assignableUsers: { nodes: [{ login: 'ines', name: 'Inês' }] } } } };
  const respond: Respond = (request) => {
    if (request.path.startsWith('/search/')) return json({ total_count: 1, items: [found] });
    if (request.path.startsWith('/repos/harbor/tide/assignees')) return json([]);
    if (request.path.startsWith('/repos/harbor/tide/contributors'))
      return json([{ login: 'bo' }, { login: 'ci[bot]' }]);
    if (request.body?.includes('search('))
      return json({ data: { pull: { nodes: [] }, issue: { nodes: [graphqlFound, {}, null] } } });
    if (request.body?.includes('assignableUsers')) return json(people);
    return smallGitHub(300)(request);
  };

  for (const token of [true, false]) {
    it(`asks once the writer pauses, and never twice (${token ? 'with' : 'without'} a token)`, async () => {
      const { store, transport, time } = storeWorld({ respond, token });
      const typed = 'storm surge';
      for (let to = 1; to < typed.length; to++) {
        const cancellation = new FakeCancellation();
        const asked = store.searchGitHub(
          repository,
          { text: typed.slice(0, to) },
          { ...hover, cancellation },
        );
        await time.advance(100);
        cancellation.cancel();
        assert.match((await asked).kind, /unavailable|nothing/);
      }
      assert.equal(transport.requests.length, 0);
      const asked = store.searchGitHub(repository, { text: typed }, hover);
      await time.advance(400);
      assert.deepEqual(await asked, { kind: 'searched', added: 1 });
      assert.equal(transport.requests.length, 1);
      const [hit] = store.search(repository, { text: typed, limit: 10 });
      assert.equal(hit?.found.issue.number, 4_000);
      assert.equal((await store.searchGitHub(repository, { text: 'Storm  surge' }, hover)).kind, 'nothing');
      assert.equal(transport.requests.length, 1);
    });
  }

  it('does not search for numbers, nor for next to nothing', async () => {
    const { store, transport } = storeWorld({ respond });
    for (const text of ['', '#', '123', 'ab', '-"():', '12 34']) {
      assert.equal((await store.searchGitHub(repository, { text }, hover)).kind, 'nothing', text);
    }
    assert.equal(transport.requests.length, 0);
  });

  it('takes only what was found in the repository', async () => {
    const elsewhere = restIssue(1, { repository_url: 'https://api.github.com/repos/other/place' });
    const { store, time } = storeWorld({ token: false, respond: () => json({ items: [elsewhere] }) });
    const asked = store.searchGitHub(repository, { text: 'storm' }, hover);
    await time.advance(400);
    assert.deepEqual(await asked, { kind: 'searched', added: 0 });
  });

  it('knows the people with a token, the contributors without, and the authors', async () => {
    for (const [token, first, requests] of [
      [true, 'ines', 1],
      [false, 'bo', 2],
    ] as const) {
      const { store, transport, time } = storeWorld({ respond, token });
      await store.open(repository);
      const before = transport.requests.length;
      assert.deepEqual(
        store
          .people(repository)
          .map(({ login }) => login)
          .slice(0, 2),
        ['author0', 'author1'],
      );
      await time.advance(second);
      const logins = store.people(repository).map(({ login }) => login);
      assert.deepEqual(logins.slice(0, 2), [first, 'author0']);
      assert.equal(logins.includes('ci[bot]'), false);
      for (let count = 0; count < 100; count++) store.people(repository);
      await time.advance(second);
      assert.equal(transport.requests.length - before, requests);
    }
  });

  it('asks again after a minute when the people were not to be had', async () => {
    const { store, transport, time } = storeWorld({
      respond: (request) => (request.body?.includes('assignable') ? json({}, 500) : respond(request)),
    });
    await store.get(key(1), hover);
    store.people(repository);
    await time.advance(10 * second);
    const before = transport.requests.length;
    for (let count = 0; count < 20; count++) {
      store.people(repository);
      await time.advance(second);
    }
    assert.equal(transport.requests.length, before);
    await time.advance(minute);
    store.people(repository);
    await time.advance(10 * second);
    assert.ok(transport.requests.length > before);
  });

  it('does all of it for several repositories at once', async () => {
    const { store, transport, time } = storeWorld({ respond });
    const other = { ...repository, owner: 'quay' };
    store.want([...keys(1, 3), ...[1, 2].map((number) => ({ repository: other, number }))]);
    await time.advance(second);
    assert.equal(transport.requests.length, 1);
    assert.equal(tell(store.peek({ repository: other, number: 1 })), 'missing hidden');
  });
});
