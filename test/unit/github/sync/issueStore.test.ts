import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Account } from '../../../../server/core/ports.ts';
import { hasDetails } from '../../../../server/core/references/issue.ts';
import { inEnglish, verbatim } from '../../../../shared/l10n.ts';
import { askedNumber, repository, restIssue, smallGitHub } from '../api/answers.ts';
import { FakeCancellation, json, settle, signedIn, silence } from '../fakes.ts';
import { hover, key, keys, storeWorld, tell } from '../storeWorld.ts';

const minute = 60_000;
const anonymous: Account = { id: 'anonymous', signedIn: false };

function linkOf({ link }: Readonly<Record<string, string>>): Record<string, string> {
  return link === undefined ? {} : { link };
}

describe('store: one reference', () => {
  it('costs one request for 1,000 hovers, at once and after one another (acceptance 18)', async () => {
    const { store, transport } = storeWorld();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => store.get(key(7), hover)));
    for (let count = 0; count < 1_000; count++) answers.push(await store.get(key(7), hover));
    assert.deepEqual(new Set(answers.map(tell)), new Set(['found Title of 7']));
    assert.deepEqual(transport.lines, ['GET /repos/harbor/tide/issues/7']);
  });

  it('is the same in any case', async () => {
    const { store, transport } = storeWorld();
    await store.get(key(7), hover);
    const other = { repository: { host: 'GitHub.com', owner: 'Harbor', name: 'TIDE' }, number: 7 };
    assert.equal(tell(store.peek(other)), 'found Title of 7');
    await store.get(other, hover);
    assert.equal(transport.requests.length, 1);
  });

  it('brings details when they are wanted, and asks for them only then', async () => {
    const { store, transport, time } = storeWorld();
    store.want([key(9)]);
    await time.advance(100);
    assert.equal(transport.requests.length, 1);
    assert.equal(tell(await store.get(key(9), { timeout: 1_000 })), 'found Title of 9');
    assert.equal(transport.requests.length, 1);
    const detailed = await store.get(key(9), hover);
    assert.ok(detailed.kind === 'found' && hasDetails(detailed.issue));
    assert.deepEqual(detailed.issue.details?.labels, ['bug']);
    assert.equal(transport.requests.length, 2);
  });

  it('is asked for again after ten minutes, and what is missing after one', async () => {
    const { store, transport, time } = storeWorld();
    const asked = (): readonly (number | undefined)[] =>
      transport.requests.map(({ path }) => askedNumber(path)).filter((number) => number !== undefined);
    await store.get(key(7), hover);
    assert.equal(tell(await store.get(key(999), hover)), 'missing not-found');
    await time.advance(minute - 1);
    await store.get(key(7), hover);
    await store.get(key(999), hover);
    assert.deepEqual(asked(), [7, 999]);
    await time.advance(1);
    await store.get(key(999), hover);
    await time.advance(9 * minute - 1);
    await store.get(key(7), hover);
    assert.deepEqual(asked(), [7, 999, 999]);
    await time.advance(1);
    await store.get(key(7), hover);
    assert.deepEqual(asked(), [7, 999, 999, 7]);
  });

  it('goes on for the others when one does not wait', async () => {
    let answer = (): void => {};
    const { store, transport } = storeWorld({
      respond: (request) =>
        new Promise((resolve) => {
          answer = () => resolve(smallGitHub(300)(request));
        }),
    });
    const cancellation = new FakeCancellation();
    const impatient = store.get(key(7), { ...hover, cancellation });
    const patient = store.get(key(7), hover);
    await settle();
    cancellation.cancel();
    assert.equal(tell(await impatient), 'unavailable cancelled');
    assert.equal(cancellation.listeners, 0);
    answer();
    assert.equal(tell(await patient), 'found Title of 7');
    assert.equal(tell(store.peek(key(7))), 'found Title of 7');
    assert.equal(transport.requests.length, 1);
  });

  it('is not asked for by somebody who does not wait at all', async () => {
    const { store } = storeWorld();
    const cancellation = new FakeCancellation();
    cancellation.cancel();
    assert.equal(tell(await store.get(key(7), { ...hover, cancellation })), 'unavailable cancelled');
  });

  it('says where it moved to, and knows it there', async () => {
    const moved = restIssue(3, { repository_url: 'https://api.github.com/repos/harbor/ebb' });
    const { store, transport } = storeWorld({
      respond: ({ path }) => json(path.endsWith('/70') ? moved : {}, 200),
    });
    const answer = await store.get(key(70), hover);
    assert.ok(answer.kind === 'found');
    assert.deepEqual(
      [answer.issue.repository.name, answer.issue.number, answer.movedFrom?.number],
      ['ebb', 3, 70],
    );
    assert.equal(tell(store.peek(key(3, 'ebb'))), 'found Title of 3');
    assert.equal(store.peek(key(3)), undefined);
    await store.get(key(70), hover);
    assert.equal(transport.requests.length, 1);
    assert.deepEqual(store.search(repository, { text: '', limit: 10 }), []);
  });

  it('follows a repository that was renamed', async () => {
    const renamed = restIssue(7, { repository_url: 'https://api.github.com/repos/harbor/tides' });
    const { store } = storeWorld({ respond: () => json(renamed) });
    const answer = await store.get(key(7), hover);
    assert.ok(answer.kind === 'found' && answer.movedFrom === undefined);
    assert.equal(answer.issue.repository.name, 'tides');
  });

  it('was deleted: gone', async () => {
    const { store } = storeWorld({ respond: () => json({ message: 'This issue was deleted' }, 410) });
    assert.equal(tell(await store.get(key(7), hover)), 'missing gone');
    const off = storeWorld({ respond: () => json({ message: 'Issues are disabled for this repo' }, 410) });
    assert.equal(tell(await off.store.get(key(7), hover)), 'unavailable forbidden');
  });

  it('is not said to be missing in a repository that may be hidden', async () => {
    const { store, transport } = storeWorld({ token: false });
    assert.equal(tell(await store.get(key(1, 'secret'), hover)), 'missing hidden');
    assert.equal(tell(await store.get(key(999), hover)), 'missing not-found');
    assert.equal(tell(await store.get(key(998), hover)), 'missing not-found');
    assert.deepEqual(transport.lines.slice(2), [
      'GET /repos/harbor/tide/issues/999',
      'GET /repos/harbor/tide',
      'GET /repos/harbor/tide/issues/998',
    ]);
  });

  for (const [token, is, said] of [
    [true, { number: 70 }, 'missing unconfirmed'],
    [true, null, 'missing not-found'],
    [false, null, 'missing unconfirmed'],
  ] as const) {
    it(`may be a discussion (${token ? 'with' : 'without'} a token${is ? ', and is one' : ''}): ${said}`, async () => {
      const { store, transport } = storeWorld({
        token,
        respond: ({ path, body }) => {
          if (path === '/repos/harbor/tide') return json({ has_discussions: true });
          if (!body?.includes('discussion(')) return json({ message: 'Not Found' }, 404);
          const errors = is ? [] : [{ type: 'NOT_FOUND', path: ['repository', 'discussion'] }];
          return json({ data: { repository: { discussion: is } }, errors });
        },
      });
      assert.equal(tell(await store.get(key(70), hover)), said);
      await store.get(key(70), hover);
      assert.equal(transport.requests.length, token ? 3 : 2);
    });
  }

  it('keeps hosts apart', async () => {
    const { store, transport } = storeWorld({
      respond: ({ host, path }) => json(restIssue(askedNumber(path) ?? 0, { title: `On ${host}` })),
    });
    const enterprise = { repository: { ...repository, host: 'github.acme.dev' }, number: 7 };
    assert.equal(tell(await store.get(key(7), hover)), 'found On github.com');
    assert.equal(tell(await store.get(enterprise, hover)), 'found On github.acme.dev');
    assert.deepEqual(
      transport.requests.map(({ host }) => host),
      ['github.com', 'github.acme.dev'],
    );
  });

  it('shows a comment, once asked for', async () => {
    const comment = {
      id: 5,
      body: 'Low water at noon.',
      user: { login: 'ines' },
      created_at: '2026-05-01T10:00:00Z',
    };
    const { store, transport } = storeWorld({
      respond: ({ path }) => (path.endsWith('/comments/5') ? json(comment) : json({}, 404)),
    });
    const place = { kind: 'comment', id: 5 } as const;
    for (let count = 0; count < 10; count++) {
      const answer = await store.comment(key(7), place, hover);
      assert.ok(answer.kind === 'found' && answer.comment.excerpt[0] === 'Low water at noon.');
    }
    assert.equal((await store.comment(key(7), { ...place, id: 6 }, hover)).kind, 'missing');
    assert.equal(transport.requests.length, 2);
  });
});

describe('store: a note’s references', () => {
  it('looks 60 up with at most three requests, the recent issues included', async () => {
    const { store, transport, time } = storeWorld({ respond: smallGitHub(5_000) });
    const wanted = keys(1, 60);
    const opened = store.open(repository);
    store.want(wanted);
    await opened;
    await time.advance(5_000);
    assert.equal(transport.requests.length, 3);
    for (const each of wanted) assert.equal(tell(store.peek(each)), `found Title of ${each.number}`);
  });

  it('waits for all of them when it is to, and no longer than it is to', async () => {
    const { store, time } = storeWorld();
    const asked = store.fetchAll([...keys(1, 60), key(999)], { timeout: 5_000 });
    await time.advance(100);
    await asked;
    for (const each of keys(1, 60)) assert.equal(tell(store.peek(each)), `found Title of ${each.number}`);
    assert.equal(tell(store.peek(key(999))), 'missing not-found');
    await store.fetchAll(keys(1, 60), { timeout: 5_000 });
    const silent = storeWorld();
    silent.transport.respond = silence(silent.time);
    const waiting = silent.store.fetchAll(keys(1, 60), { timeout: 5_000 });
    await silent.time.advance(5_000);
    await waiting;
    const closing = silent.store.fetchAll(keys(1, 60), { timeout: 5_000 });
    silent.store.close();
    await silent.time.advance(0);
    await closing;
  });

  it('answers hovers out of the batches of a note that is opened', async () => {
    const { store, transport, time } = storeWorld({ respond: smallGitHub(5_000) });
    const wanted = keys(1, 296);
    void store.open(repository);
    store.want(wanted);
    const hovers = Promise.all(wanted.map((each) => store.get(each, hover)));
    await time.advance(1_000);
    assert.deepEqual(
      (await hovers).map(tell),
      wanted.map(({ number }) => `found Title of ${number}`),
    );
    // The list of recent issues, and six batches of fifty.
    assert.deepEqual(
      transport.lines,
      Array.from({ length: 7 }, () => 'POST /graphql'),
    );
  });

  it('puts more hovers than a few at once into batches', async () => {
    const { store, transport, time } = storeWorld({ respond: smallGitHub(5_000) });
    const wanted = keys(1, 100);
    const hovers = Promise.all(wanted.map((each) => store.get(each, hover)));
    await time.advance(1_000);
    assert.deepEqual(
      (await hovers).map(tell),
      wanted.map(({ number }) => `found Title of ${number}`),
    );
    const singles = transport.lines.filter((line) => line.startsWith('GET'));
    assert.equal(singles.length, 3);
    assert.ok(transport.lines.length <= 3 + 2);
  });

  it('fetches what is hovered over in the next batch', async () => {
    const answers: (() => void)[] = [];
    const { store, transport, time } = storeWorld({
      respond: (request) =>
        new Promise((resolve) => answers.push(() => resolve(smallGitHub(5_000)(request)))),
    });
    store.want(keys(1, 200));
    await time.advance(100);
    const hovered = store.get(key(199), hover);
    await settle();
    answers.shift()!();
    await settle();
    answers.shift()!();
    assert.equal(tell(await hovered), 'found Title of 199');
    assert.equal(transport.requests.length, 3);
    store.close();
  });

  it('sends a request for a hover whose batch takes too long, fails or is not certain', async () => {
    for (const [what, number, respond] of [
      ['silent', 7, undefined],
      ['broken', 7, json({ message: 'x' }, 400)],
      ['without an answer', 7, json({ data: { r0: { nameWithOwner: 'harbor/tide' } } })],
      ['of a number that GraphQL does not have', 902, undefined],
    ] as const) {
      const { store, transport, time } = storeWorld();
      const moved = restIssue(3, { repository_url: 'https://api.github.com/repos/harbor/ebb' });
      transport.respond = (request) => {
        if (request.path.endsWith('/902')) return json(moved);
        if (request.path !== '/graphql') return smallGitHub(300)(request);
        if (what === 'silent') return silence(time)(request);
        return respond ?? smallGitHub(300)(request);
      };
      store.want([key(number)]);
      await time.advance(30);
      const hovered = store.get(key(number), hover);
      await time.advance(1_000);
      assert.equal(tell(await hovered), `found Title of ${number === 902 ? 3 : 7}`, what);
    }
  });

  it('costs nothing more on every keystroke', async () => {
    const { store, transport, time } = storeWorld();
    const wanted = [...keys(1, 60), key(900), key(1, 'secret')];
    store.want(wanted);
    await time.advance(5_000);
    const before = transport.requests.length;
    for (let count = 0; count < 100; count++) {
      store.want(wanted);
      store.search(repository, { text: 'title', limit: 10 });
      await time.advance(100);
    }
    assert.equal(transport.requests.length, before);
  });

  it('says once that answers differ, not once for each', async () => {
    const { store, time, changes } = storeWorld();
    store.want(keys(1, 40));
    await time.advance(5_000);
    assert.equal(changes.count, 1);
    const { generation } = store;
    store.want(keys(1, 40));
    await time.advance(5_000);
    assert.deepEqual([store.generation, changes.count], [generation, 1]);
  });

  it('confirms what only GraphQL says is missing', async () => {
    const moved = restIssue(3, { repository_url: 'https://api.github.com/repos/harbor/ebb' });
    const { store, transport, time } = storeWorld({
      respond: (request) => (request.path.endsWith('/902') ? json(moved) : smallGitHub(300)(request)),
    });
    store.want([key(901), key(902), key(1, 'secret')]);
    await time.advance(1_000);
    assert.equal(tell(store.peek(key(901))), 'missing not-found');
    assert.equal(tell(store.peek(key(902))), 'found Title of 3');
    assert.equal(tell(store.peek(key(1, 'secret'))), 'missing hidden');
    assert.equal(transport.requests.length, 4);
    // Again a minute later, GraphQL's word is enough.
    await time.advance(minute);
    store.want([key(901), key(1, 'secret')]);
    await time.advance(1_000);
    assert.equal(transport.requests.length, 5);
    assert.equal(tell(store.peek(key(901))), 'missing not-found');
  });

  it('refreshes what is old in one request, with a token', async () => {
    const { store, transport, time } = storeWorld();
    store.want(keys(1, 40));
    await time.advance(1_000);
    await time.advance(11 * minute);
    store.want(keys(1, 40));
    await time.advance(1_000);
    assert.equal(transport.requests.length, 2);
  });

  it('looks up one by one without a token, and leaves half the budget', async () => {
    const { store, transport, time } = storeWorld({
      token: false,
      respond: (request) => {
        const answer = smallGitHub(5_000)(request);
        return answer.kind === 'response' ? { ...answer, headers: linkOf(answer.headers) } : answer;
      },
    });
    await store.open(repository);
    assert.equal(transport.requests.length, 2);
    store.want(keys(1, 60));
    await time.advance(minute);
    assert.equal(transport.requests.length, 30);
    assert.match(inEnglish(store.status()[0]!.text), /^signed out, few requests left until/);
    // What the background may not have, a writer who points at it may.
    store.want(keys(1, 60));
    assert.equal(tell(await store.get(key(60), hover)), 'found Title of 60');
    // The rest when the hour is over, and the next.
    await time.advance(61 * minute);
    assert.equal(tell(store.peek(key(58))), 'found Title of 58');
    await time.advance(61 * minute);
    assert.equal(tell(store.peek(key(59))), 'found Title of 59');
  });

  it('spends nothing on a repository that cannot be seen without a token', async () => {
    const { store, transport, time } = storeWorld({ token: false });
    store.want(Array.from({ length: 60 }, (_, index) => key(index + 1, 'secret')));
    await time.advance(minute);
    assert.equal(transport.requests.length, 1);
    assert.equal(store.isVisible({ ...repository, name: 'secret' }), false);
  });

  it('asks again for what GitHub left out, but not at once', async () => {
    let isLeftOut = true;
    const { store, transport, time } = storeWorld({
      respond: (request) => {
        if (request.path !== '/graphql' || !isLeftOut) return smallGitHub(300)(request);
        return json({ data: { r0: { nameWithOwner: 'harbor/tide' } } });
      },
    });
    for (let count = 0; count < 50; count++) {
      store.want([key(7)]);
      await time.advance(1_000);
    }
    assert.equal(transport.requests.length, 1);
    isLeftOut = false;
    await time.advance(minute);
    store.want([key(7)]);
    await time.advance(1_000);
    assert.equal(tell(store.peek(key(7))), 'found Title of 7');
  });
});

describe('store: nothing hangs', () => {
  it('leaves no timer of those who result', async () => {
    const { store, time } = storeWorld();
    for (let number = 1; number < 50; number++) await store.get(key(number), hover);
    await store.flush();
    await time.advance(100);
    assert.equal(time.waiting, 0);
  });

  it('answers within the timeout whatever the host does', async () => {
    const { store, time, transport } = storeWorld();
    transport.account = () => new Promise(() => {});
    const asked = Promise.all([
      store.get(key(7), hover),
      store.comment(key(7), { kind: 'comment', id: 1 }, hover),
    ]);
    await time.advance(1_800);
    assert.deepEqual(
      (await asked).map(({ kind }) => kind),
      ['unavailable', 'unavailable'],
    );
    const silent = storeWorld();
    silent.transport.respond = silence(silent.time);
    const answer = silent.store.get(key(7), hover);
    await silent.time.advance(1_800);
    assert.equal(tell(await answer), 'unavailable timeout');
  });

  it('asks nothing and says nothing after it was closed', async () => {
    const { store, time, transport, changes } = storeWorld();
    store.want(keys(1, 60));
    store.close();
    await time.advance(minute);
    assert.equal(tell(await store.get(key(7), hover)), 'unavailable cancelled');
    assert.deepEqual([transport.requests.length, changes.count], [0, 0]);
  });
});

describe('store: hosts that the user does not work with (acceptance 43)', () => {
  for (const count of [5, 1_000]) {
    it(`are not asked, and cost nothing but a look: ${count}`, async () => {
      const { store, transport, time, notices, changes } = storeWorld();
      let looks = 0;
      transport.account = async (host) => {
        looks++;
        return host === 'github.com' ? signedIn : { ...anonymous, unused: verbatim(`${host} is not yours.`) };
      };
      const foreign = Array.from({ length: count }, (_, index) => ({
        repository: { host: `github.e${index}.example`, owner: 'o', name: 'r' },
        number: index + 1,
      }));
      store.want([...foreign, key(1)]);
      await time.advance(60_000);
      for (const each of foreign.slice(0, 5)) {
        await store.open(each.repository);
        store.want([each]);
        store.people(each.repository);
        const answer = await store.get(each, hover);
        assert.ok(answer.kind === 'unavailable' && inEnglish(answer.message).endsWith('is not yours.'));
      }
      await time.advance(60_000);
      assert.deepEqual(notices, []);
      assert.deepEqual(transport.lines, ['POST /graphql']);
      assert.equal(looks, count + 2);
      assert.equal(changes.count, 1);
      assert.deepEqual(
        store.status().map(({ host }) => host),
        ['github.com'],
      );
      assert.equal(store.hasUnusedHosts, true);
      assert.ok(time.waiting < 5);
    });
  }
});

describe('store: another account (acceptance 47)', () => {
  /** A world in which someone has signed in or out, and the client takes its time to say who is there now. */
  async function switching(next: Account) {
    const world = storeWorld();
    await world.store.get(key(7), hover);
    const { transport, store } = world;
    let answer = (): void => {};
    const said = new Promise<Account>((resolve) => {
      answer = () => resolve(next);
    });
    transport.account = () => said;
    const changed = store.accountChanged('github.com');
    return { ...world, answer, changed };
  }

  it('sees nothing of the former one, from the first moment on', async () => {
    const { store, transport, answer, changed, time } = await switching({ id: 'other', signedIn: true });
    assert.equal(store.peek(key(7)), undefined);
    assert.deepEqual(store.search(repository, { text: 'title', limit: 9 }), []);
    const hovered = store.get(key(7), { ...hover, timeout: 60_000 });
    await time.advance(3_000);
    assert.equal(store.peek(key(7)), undefined);
    assert.equal(transport.requests.length, 1);
    transport.respond = () => json({ message: 'Not Found' }, 404);
    answer();
    await time.advance(5_000);
    await changed;
    assert.equal(tell(await hovered), 'missing hidden');
  });

  it('is the same, after all: everything is there again, and nothing is sent', async () => {
    const { store, transport, answer, changed } = await switching(signedIn);
    assert.equal(store.peek(key(7)), undefined);
    const hovered = store.get(key(7), hover);
    answer();
    await changed;
    assert.equal(tell(await hovered), 'found Title of 7');
    assert.equal(tell(store.peek(key(7))), 'found Title of 7');
    assert.equal(transport.requests.length, 1);
  });

  it('tells that answers differ when they go, and when they come', async () => {
    const { changes, time, answer, changed } = await switching(signedIn);
    const before = changes.count;
    await time.advance(100);
    assert.equal(changes.count, before + 1);
    answer();
    await changed;
    await time.advance(100);
    assert.equal(changes.count, before + 2);
  });

  it('gets no answer that was on its way for the former one', async () => {
    let answer = (): void => {};
    const { store, transport } = storeWorld({
      respond: (request) =>
        new Promise((resolve) => {
          answer = () => resolve(smallGitHub(300)(request));
        }),
    });
    const hovered = store.get(key(7), hover);
    await settle();
    transport.current = { id: 'other', signedIn: true };
    const changed = store.accountChanged('github.com');
    answer();
    await changed;
    assert.match(tell(await hovered), /unavailable cancelled/);
    assert.equal(store.peek(key(7)), undefined);
  });

  it('is asked once for several notifications, and closed while it is asked', async () => {
    const { store, transport, answer, changed, time } = await switching({ id: 'other', signedIn: true });
    const again = [store.accountChanged('github.com'), store.accountChanged('GitHub.com')];
    store.close();
    answer();
    await Promise.all([changed, ...again]);
    await time.advance(60_000);
    assert.equal(transport.requests.length, 1);
    assert.equal(store.peek(key(7)), undefined);
  });
});
