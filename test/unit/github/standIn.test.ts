/** The store against the stand-in, over a real network of one machine: what it asks is what GitHub understands. */

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { IssueStore } from '../../../server/core/github/sync/issueStore.ts';
import { longestTitle, oneLine } from '../../../server/core/github/text.ts';
import type { Timers } from '../../../server/core/ports.ts';
import { commentPlace, type IssueKey } from '../../../server/core/references/issueKey.ts';
import { githubByNode } from '../../../server/host/githubByNode.ts';
import { type Fault, faults } from '../../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';
import { hostileTitles } from '../../helpers/github/hostileTitles.ts';
import { until } from '../../helpers/until.ts';
import { MemoryLog, MemoryStorage } from './fakes.ts';
import { tell } from './storeWorld.ts';

const canary = 'canary-token-7f3a';
/** Nobody here is in a hurry: what is late shows as a test that takes too long. */
const options = { timeout: 900_000, details: true } as const;
const big = { host: 'github.com', owner: 'octo', name: 'big' };
const small = { ...big, name: 'small' };
const all = { text: '', limit: 10_000 } as const;

/** The store's delays and timeouts pass so many times as fast as the clock. */
function timersOf(speed: number): Timers {
  return {
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds / speed);
      return () => clearTimeout(timer);
    },
  };
}

function key(repository: IssueKey['repository'], number: number): IssueKey {
  return { repository, number };
}

describe('store and stand-in', () => {
  /** How far ahead of the real time everybody's clock is. */
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, today: () => '2026-11-21' };
  const stores: IssueStore[] = [];
  let github: GitHub;
  let log: MemoryLog;
  let storage: MemoryStorage;

  before(async () => {
    github = await createGitHub({
      clock,
      repositories: [
        { owner: 'octo', name: 'big', size: 200_000 },
        { owner: 'octo', name: 'small', size: 60 },
        { owner: 'octo', name: 'other', size: 5 },
        { owner: 'octo', name: 'talk', size: 40, discussions: true },
        { owner: 'octo', name: 'secret', size: 20, private: true },
      ],
      accounts: [{ token: canary, login: 'reader' }],
    });
  });
  after(() => github.stop());
  afterEach(async () => {
    for (const store of stores.splice(0)) store.close();
    await github.setFault(undefined);
    // Budgets and silences of one test are over in the next.
    ahead += 2 * 3_600_000;
    assert.doesNotMatch(
      [...log.lines, ...storage.files.values(), ...storage.files.keys()].join('\n'),
      /canary/,
    );
  });

  function open({ token = true, speed = 100 } = {}): IssueStore {
    const result = githubByNode({ GITHUB_API_URL: github.url, ...(token && { GH_TOKEN: canary }) });
    assert.ok(result.kind === 'ready');
    log = new MemoryLog();
    storage = new MemoryStorage();
    github.requests.splice(0);
    const ports = { transport: result.github.transport, storage, clock, timers: timersOf(speed), log };
    const store = new IssueStore(ports, { changed() {}, statusChanged() {}, notice() {} });
    stores.push(store);
    return store;
  }

  it('opens a note with 60 references in 200,000 issues for three requests', async () => {
    const store = open({ speed: 1 });
    const wanted = Array.from({ length: 60 }, (_, index) => key(big, 1 + index * 3_000));
    const opening = store.open(big);
    store.want(wanted);
    await opening;
    await until('the answer', () => wanted.every((each) => store.peek(each)?.kind === 'found'));
    assert.equal(github.requests.length, 3);
    for (const { repository, number } of wanted) {
      const known = store.peek({ repository, number });
      const item = github.item('octo/big', number);
      assert.ok(known?.kind === 'found' && item);
      assert.equal(known.issue.title, oneLine(item.title, longestTitle));
    }
  });

  it('fetches the newest thousand of 200,000 for six requests at most', async () => {
    const store = open();
    await store.open(big);
    await until('the answer', () => store.search(big, all).length >= 1_000);
    assert.ok(github.requests.length <= 6, String(github.requests.length));
  });

  it('works signed out: two requests, then one a reference', async () => {
    const store = open({ token: false });
    await store.open(big);
    assert.equal(github.requests.length, 2);
    assert.equal(store.search(big, all).length, 200);
    store.want([1, 2, 3, 4].map((number) => key(big, number)));
    await until('the answer', () => store.peek(key(big, 4)) !== undefined);
    assert.equal(github.requests.length, 6);
    assert.equal(tell(await store.get(key({ ...big, name: 'secret' }, 1), options)), 'missing hidden');
  });

  it('takes what changed since, and no more', async () => {
    const store = open();
    await store.open(small);
    ahead += 10 * 60_000;
    github.edit('octo/small', 7, { title: 'Renamed meanwhile' });
    const number = github.add('octo/small', { title: 'Opened meanwhile' });
    github.requests.splice(0);
    await store.open(small, 'edited');
    assert.equal(tell(store.peek(key(small, 7))), 'found Renamed meanwhile');
    assert.equal(tell(store.peek(key(small, number))), 'found Opened meanwhile');
    assert.ok(github.requests.length <= 1);
  });

  it('tells what moved, what was deleted and what never was', async () => {
    const store = open();
    const moved = github.transfer('octo/small', 11, 'octo/other');
    github.remove('octo/small', 12);
    store.want([11, 12, 9_999, 13].map((number) => key(small, number)));
    await until(
      'the answer',
      () => store.peek(key(small, 9_999))?.kind === 'missing' && store.peek(key(small, 11))?.kind === 'found',
    );
    const there = store.peek(key(small, 11));
    assert.ok(there?.kind === 'found');
    assert.deepEqual([there.issue.repository.name, there.issue.number], ['other', moved]);
    await until('the answer', () => tell(store.peek(key(small, 12))) === 'missing gone');
    await until('the answer', () => tell(store.peek(key(small, 9_999))) === 'missing not-found');
    assert.equal(store.peek(key(small, 13))?.kind, 'found');
  });

  it('does not call missing what may be a discussion', async () => {
    const talk = { ...big, name: 'talk' };
    assert.equal(tell(await open({ token: false }).get(key(talk, 7), options)), 'missing unconfirmed');
    assert.equal(tell(await open({ token: false }).get(key(small, 999), options)), 'missing not-found');
    assert.equal(tell(await open().get(key(talk, 7), options)), 'missing unconfirmed');
    assert.equal(tell(await open().get(key(talk, 999), options)), 'missing not-found');
  });

  it('finds by GitHub’s search what is not in memory, with a token and without', async () => {
    const text = github.item('octo/big', 90_000)?.title ?? '';
    for (const token of [true, false]) {
      const store = open({ token });
      const outcome = await store.searchGitHub(big, { text, kind: 'issue' }, options);
      assert.equal(outcome.kind, 'searched', JSON.stringify(outcome));
      assert.equal(github.requests.length, 1);
    }
  });

  it('knows comments and people', async () => {
    const store = open();
    await store.open(small);
    store.people(small);
    await until('the answer', () => github.requests.length >= 2);
    await until('the answer', () => store.people(small).length > 0);
    const place = commentPlace('#issuecomment-1') ?? assert.fail();
    const answer = await store.comment(key(small, 1), place, options);
    assert.match(answer.kind, /found|missing/);
  });

  it('keeps hostile titles to one harmless line', async () => {
    const store = open();
    for (const [index, title] of Object.values(hostileTitles).entries()) {
      const number = 100 + index;
      github.edit('octo/big', number, { title });
      const answer = await store.get(key(big, number), options);
      assert.ok(answer.kind === 'found', tell(answer));
      assert.doesNotMatch(answer.issue.title, /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
      assert.ok(answer.issue.title.length <= 5_000);
    }
  });

  /** What a hover says under each fault; then what it says when the fault is over. */
  const outcomes: readonly [name: keyof typeof faults, said: RegExp][] = [
    ['endless', /^unavailable trouble/],
    ['gzipBomb', /^unavailable trouble/],
    ['html', /^unavailable trouble/],
    ['truncated', /^unavailable trouble/],
    ['cutOff', /^unavailable offline/],
    ['unauthorized', /^unavailable signed-out/],
    ['notFound', /^missing hidden/],
    ['gone', /^missing gone/],
    ['serverError', /^unavailable trouble/],
    ['badGateway', /^unavailable trouble/],
    ['alternating', /^found/],
    ['limitReached', /^unavailable limited/],
    ['secondary', /^unavailable limited/],
    ['secondaryHidden', /^unavailable limited/],
    ['tooMany', /^unavailable limited/],
    ['titleNull', /^unavailable trouble/],
    ['titleNumber', /^unavailable trouble/],
    ['titleArray', /^unavailable trouble/],
    ['titleProto', /^unavailable trouble/],
    ['offline', /^unavailable offline/],
  ];
  for (const [name, said] of outcomes) {
    it(`${name}: ${said.source.slice(1)}, few requests, and well again afterwards`, async () => {
      // A retry waits for the clock, not only for a timer.
      const store = open({ speed: name === 'alternating' ? 1 : 100 });
      await github.setFault(faults[name] as Fault);
      assert.match(tell(await store.get(key(small, 20), options)), said);
      for (let count = 0; count < 50; count++) await store.get(key(small, 20), options);
      // An answer to it that came after the clock was set would count for what comes then.
      await store.fetchAll([key(small, 21)], options);
      assert.ok(github.requests.length <= 8, String(github.requests.length));
      await github.setFault(undefined);
      ahead += 2 * 3_600_000;
      assert.match(tell(await store.get(key(small, 20), options)), /^found/);
      store.want([key(small, 22)]);
      await until('the answer', () => store.peek(key(small, 22))?.kind === 'found');
    });
  }

  for (const name of ['silence', 'drip'] as const) {
    it(`${name}: nobody waits longer than they want, and one request is shared`, async () => {
      const store = open();
      await github.setFault(faults[name]);
      const asked = Array.from({ length: 100 }, () => store.get(key(small, 20), { timeout: 10_000 }));
      const said = new Set((await Promise.all(asked)).map(tell));
      assert.deepEqual([...said], ['unavailable timeout']);
      // On a busy machine the request may still be on its way.
      await until('the request', () => github.requests.length > 0);
      assert.equal(github.requests.length, 1);
    });
  }

  for (const name of ['graphqlLimit', 'graphqlLimitOtherWord'] as const) {
    it(`${name}: one request, then silence until the reset`, async () => {
      const store = open();
      await github.setFault(faults[name]);
      store.want([key(small, 21)]);
      await until('the answer', () => github.requests.length === 1 && store.status()[0]?.kind === 'limited');
      for (let count = 0; count < 20; count++) {
        store.want([key(small, 21 + count)]);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      assert.equal(github.requests.length, 1);
    });
  }
});
