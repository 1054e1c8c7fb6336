import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checksum } from '../../../../server/core/checksum.ts';
import type { Found } from '../../../../server/core/github/answer.ts';
import { readIssue } from '../../../../server/core/github/api/restAnswers.ts';
import { CacheFiles } from '../../../../server/core/github/cache/cacheFiles.ts';
import {
  mergeSaved,
  mostKept,
  parseFile,
  type SavedRepository,
  serialize,
} from '../../../../server/core/github/cache/cacheFormat.ts';
import { accountPrefix, fileName, hostPrefix } from '../../../../server/core/github/cache/fileNames.ts';
import { repository, restIssue } from '../api/answers.ts';
import { MemoryLog, MemoryStorage, noon } from '../fakes.ts';

const of = { accountId: 'maria', repository };

function found(number: number, other: Record<string, unknown> = {}, fetchedAt = noon): Found {
  const issue = readIssue(restIssue(number, other), repository) ?? assert.fail();
  const { details: _details, ...rest } = issue;
  return { kind: 'found', issue: rest, fetchedAt };
}

const some: SavedRepository = {
  repository,
  savedAt: noon,
  syncedAt: noon - 1,
  cursor: noon - 2,
  filled: true,
  issues: [
    found(6, {
      pull_request: { merged_at: '2026-05-01T00:00:00Z' },
      state: 'closed',
      closed_at: '2026-05-01T00:00:00Z',
    }),
    found(5, { title: 'Größe "und" \\ 日本 👍\u200D', user: null }),
    found(4, { state: 'closed', state_reason: 'not_planned', closed_at: '2026-05-01T00:00:00Z' }),
    found(3),
  ],
};

describe('persistence', () => {
  it('reads what it wrote', () => assert.deepEqual(parseFile(serialize(some, of), of), some));

  it('writes no account and no name of a repository into a file’s name', () => {
    const names = ['tide', '..', 'CON', 'a'.repeat(100), 'TIDE', 'tíde'].map((name) =>
      fileName({ accountId: '../maria', repository: { ...repository, name } }),
    );
    for (const name of names) assert.match(name, /^issues-[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}$/);
    assert.equal(new Set(names).size, 5, 'case does not count');
    assert.ok(fileName(of).startsWith(accountPrefix('github.com', 'maria')));
    assert.ok(accountPrefix('GitHub.com', 'maria').startsWith(hostPrefix('github.com')));
    assert.notEqual(accountPrefix('github.com', 'ines'), accountPrefix('github.com', 'maria'));
    assert.doesNotMatch(serialize(some, of), /maria/);
  });

  it('is rebuilt when it is of another account, repository or version (acceptance 38)', () => {
    const file = serialize(some, of);
    assert.equal(parseFile(file, { ...of, accountId: 'ines' }), undefined);
    assert.equal(parseFile(file, { ...of, repository: { ...repository, name: 'ebb' } }), undefined);
    assert.equal(
      parseFile(file, { ...of, repository: { ...repository, host: 'github.acme.dev' } }),
      undefined,
    );
    assert.ok(parseFile(file, { ...of, repository: { ...repository, name: 'TIDE' } }));
    for (const version of ['0', '2', '10', '-1', '1.0', ''])
      assert.equal(parseFile(file.replace(' 1 ', ` ${version} `), of), undefined, version);
  });

  it('is rebuilt when it is cut at any byte (acceptance 38)', () => {
    const file = serialize(some, of);
    const bytes = Buffer.from(file);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(parseFile(bytes.subarray(0, length).toString(), of), undefined, String(length));
  });

  it('is rebuilt when any bit is flipped (acceptance 38)', () => {
    const bytes = Buffer.from(serialize(some, of));
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        bytes[at]! ^= 1 << bit;
        assert.equal(parseFile(bytes.toString(), of), undefined, `byte ${at}, bit ${bit}`);
        bytes[at]! ^= 1 << bit;
      }
    }
    assert.ok(parseFile(bytes.toString(), of));
  });

  it('takes any text for a file, even with a right checksum, and never throws', () => {
    const columns = fc.dictionary(
      fc.constantFrom(
        ...[
          'owner',
          'name',
          'savedAt',
          'syncedAt',
          'cursor',
          'numbers',
          'pulls',
          'states',
          'titles',
          'authors',
        ],
        ...['created', 'updated', 'closed', 'merged', 'fetched', 'names', '__proto__'],
      ),
      fc.oneof(
        fc.jsonValue(),
        fc.array(fc.integer({ min: -1, max: 9 })),
        fc.constant(noon),
        fc.constant('harbor'),
      ),
    );
    const head = serialize(some, of).split('\n')[0]!.split(' ').slice(3).join(' ');
    const forged = fc
      .oneof(
        fc.string(),
        columns.map((value) => JSON.stringify(value)),
      )
      .map((body) => {
        const rest = `${head}\n${body}\n`;
        return `office-hours-issues 1 ${checksum(rest)} ${rest}`;
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), forged), (file) => {
        const kept = parseFile(file, of);
        for (const { issue } of kept?.issues ?? []) assert.equal(typeof issue.title, 'string');
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps so many and no more: those that changed latest', () => {
    const one = found(1);
    const issues = Array.from({ length: mostKept + 10 }, (_, index) => {
      const number = index + 1;
      return { ...one, issue: { ...one.issue, number, updatedAt: noon + number } };
    });
    const many = { ...some, issues };
    const read = parseFile(serialize(many, of), of);
    assert.equal(read?.issues.length, mostKept);
    assert.equal(read?.issues.at(-1)?.issue.number, 11);
  });

  it('takes of each issue what was fetched later, and the later sync', () => {
    const mine: SavedRepository = {
      repository,
      savedAt: noon,
      syncedAt: noon,
      cursor: 5,
      issues: [found(1, {}, 5), found(2, {}, 5)],
    };
    const theirs: SavedRepository = {
      ...mine,
      savedAt: noon + 9,
      syncedAt: noon - 1,
      cursor: 4,
      filled: true,
      issues: [found(1, {}, 4), found(2, { title: 'New' }, 6), found(3)],
    };
    for (const both of [mergeSaved(mine, theirs), mergeSaved(theirs, mine)]) {
      const { issues, ...rest } = both;
      assert.deepEqual(rest, { repository, savedAt: noon + 9, syncedAt: noon, cursor: 5, filled: true });
      const fetched = issues.map(({ issue, fetchedAt }) => [issue.number, fetchedAt]).sort();
      assert.deepEqual(fetched, [
        [1, 5],
        [2, 6],
        [3, noon],
      ]);
    }
  });
});

describe('files of titles', () => {
  const always = (): boolean => true;

  it('keeps what another window wrote meanwhile', async () => {
    const storage = new MemoryStorage();
    const [one, other] = [new CacheFiles(storage, new MemoryLog()), new CacheFiles(storage, new MemoryLog())];
    await one.save(of, { ...some, issues: [found(1)] }, always);
    await other.load(of, noon);
    await one.save(of, { ...some, issues: [found(1), found(2)] }, always);
    const merged = await other.save(of, { ...some, issues: [found(1), found(3)] }, always);
    assert.deepEqual(
      merged?.issues.map(({ issue }) => issue.number),
      [1, 3, 2],
    );
    assert.equal((await one.load(of, noon))?.issues.length, 3);
  });

  it('brings nothing back that this window has taken out', async () => {
    const storage = new MemoryStorage();
    const files = new CacheFiles(storage, new MemoryLog());
    await files.save(of, { ...some, issues: [found(1), found(2)] }, always);
    await files.save(of, { ...some, issues: [found(1)] }, always);
    assert.equal((await files.load(of, noon))?.issues.length, 1);
  });

  it('removes the files of one account and leaves the others', async () => {
    const storage = new MemoryStorage();
    const files = new CacheFiles(storage, new MemoryLog());
    const names = ['maria', 'ines', 'anonymous'].map((accountId) => fileName({ accountId, repository }));
    const elsewhere = fileName({
      accountId: 'maria',
      repository: { ...repository, host: 'github.acme.dev' },
    });
    for (const name of [...names, elsewhere, 'something-else']) storage.files.set(name, 'x');
    await files.purge('github.com', 'maria');
    assert.deepEqual([...storage.files.keys()], [names[1], names[2], elsewhere, 'something-else']);
    await files.purgeOthers('github.com', ['bo', 'anonymous']);
    assert.deepEqual([...storage.files.keys()], [names[2], elsewhere, 'something-else']);
    await files.clear('github.com');
    assert.deepEqual([...storage.files.keys()], [elsewhere, 'something-else']);
  });

  it('leaves no file when somebody signs out while it is written', async () => {
    const storage = new MemoryStorage();
    const files = new CacheFiles(storage, new MemoryLog());
    let isWanted = true;
    const write = storage.write.bind(storage);
    storage.write = (name, text) => {
      isWanted = false;
      return write(name, text);
    };
    assert.ok(await files.save(of, some, () => isWanted));
    assert.equal(storage.files.size, 0);
    assert.equal(await files.save(of, some, () => isWanted), undefined);
  });

  it('says so when a file cannot be kept, and goes on', async () => {
    const storage = new MemoryStorage();
    const log = new MemoryLog();
    const files = new CacheFiles(storage, log);
    storage.isFull = true;
    assert.equal(await files.save(of, some, always), undefined);
    storage.read = () => Promise.reject(new Error('no permission'));
    storage.list = () => Promise.reject(new Error('no permission'));
    assert.equal(await files.load(of, noon), undefined);
    await files.purge('github.com', 'maria');
    assert.equal(log.lines.length, 3);
    assert.doesNotMatch(log.lines.join('\n'), /Title of|maria/);
  });
});
