/** What knowing GitHub costs: time from memory and from disk, and requests by count, against the stand-in. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../../server/core/features/hover.ts';
import type { Found } from '../../server/core/github/answer.ts';
import { parseFile, serialize } from '../../server/core/github/cache/cacheFormat.ts';
import { RepositoryCache } from '../../server/core/github/cache/repositoryCache.ts';
import { IssueStore } from '../../server/core/github/sync/issueStore.ts';
import { parseNote } from '../../server/core/note/parse.ts';
import type { Timers } from '../../server/core/ports.ts';
import { githubByNode } from '../../server/host/githubByNode.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { compare, print } from './measure.ts';

const repository = { host: 'github.com', owner: 'octo', name: 'big' };
const words =
  'fix crash in the table of processes events on macOS Windows Linux build deadlock memory leak add new column package extension logger config refresh schema update docs test flaky race condition größe'.split(
    ' ',
  );
/** What writers type behind the `#`, a key at a time. */
const queries = [
  'deadlock memory',
  'zebra',
  '5851',
  '99',
  'xq',
  'schema leak',
  'Crash on',
  '1',
  '12 fix',
  'flaky test d',
  'größe',
];

function issues(count: number): Found[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const title = Array.from({ length: 6 + next(6) }, () => words[next(words.length)]).join(' ');
    const kind = next(2) === 0 ? 'pull' : 'issue';
    const updatedAt = 1.7e12 + next(1e9) * 100;
    const issue = {
      repository,
      number: index + 1,
      kind,
      title,
      state: 'open',
      author: `author${next(300)}`,
      createdAt: 1.6e12,
      updatedAt,
    } as const;
    return { kind: 'found', issue, fetchedAt: updatedAt };
  });
}

async function searching(): Promise<void> {
  const all = issues(100_000);
  const cache = new RepositoryCache(repository);
  cache.put(all);
  // One that grows from key to key, as a writer's query does: they must not take turns at one cache.
  const other = new RepositoryCache(repository);
  other.put(all);
  const start = performance.now();
  cache.search({ text: '', limit: 100 });
  const first = performance.now() - start;
  const keys = queries.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)));
  const mergedSince = 1.7e12 + 9.9e10;
  const figures = await compare(
    [
      {
        name: 'a key, any kind',
        run: (sample) => void cache.search({ text: keys[sample % keys.length]!, limit: 100, mergedSince }),
      },
      {
        name: 'a key, pull requests',
        run: (sample) => void other.search({ text: keys[sample % keys.length]!, kind: 'pull', limit: 100 }),
      },
      {
        name: 'one known by its number',
        run: (sample) => void cache.peek(1 + ((sample * 997) % 100_000), 0),
      },
      {
        name: 'a plain scan of the same titles, for comparison',
        run: (sample) =>
          void all.filter(({ issue }) => issue.title.toLowerCase().includes(keys[sample % keys.length]!)),
      },
    ],
    keys.length * 3,
    keys.length,
  );
  print(`References from memory, 100,000 issues (the very first list: ${first.toFixed(1)} ms)`, figures);
}

async function loading(): Promise<void> {
  const kept = { repository, savedAt: 1, issues: issues(8_000) };
  const of = { accountId: 'anonymous', repository };
  const file = serialize(kept, of);
  const figures = await compare(
    [
      {
        name: 'read, checked and ready to be searched',
        run: () => {
          const cache = new RepositoryCache(repository);
          cache.put(parseFile(file, of)?.issues ?? []);
          cache.search({ text: 'deadlock', limit: 100 });
          return undefined;
        },
      },
      { name: 'written', run: () => void serialize(kept, of) },
    ],
    30,
    5,
  );
  print(`A file of 8,000 titles, ${Math.round(Buffer.byteLength(file) / 1_000)} KB`, figures);
}

/** The background's pauses pass ten times as fast. */
const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds / 10);
    return () => clearTimeout(timer);
  },
};

function storeOf(github: GitHub, token: boolean): IssueStore {
  const result = githubByNode({ GITHUB_API_URL: github.url, ...(token && { GH_TOKEN: 'bench' }) });
  if (result.kind === 'refused') throw new Error(result.message);
  const files = new Map<string, string>();
  const storage = {
    read: async (name: string) => files.get(name),
    write: async (name: string, text: string) => files.set(name, text).size > 0,
    list: async () => [...files.keys()],
    remove: async (name: string) => void files.delete(name),
  };
  const clock = { now: () => Date.now(), today: () => '2026-02-01' };
  const log = { error() {}, info() {} };
  const { transport } = result.github;
  return new IssueStore(
    { transport, storage, clock, timers, log },
    { changed() {}, statusChanged() {}, notice() {} },
  );
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function hovering(): Promise<void> {
  const accounts = [{ token: 'bench', login: 'bench' }];
  const github = await createGitHub({
    repositories: [{ owner: 'octo', name: 'big', size: 200_000 }],
    accounts,
  });
  const store = storeOf(github, true);
  const lines = Array.from({ length: 60 }, (_, index) => `* PR #${index + 1} is ready`);
  const text = `# big office hours 2026-01-06\n\n${lines.join('\n')}\n`;
  const document = TextDocument.create('file:///w/20260106_meeting_notes.md', 'markdown', 1, text);
  const note = parseNote(text);
  const at = (sample: number) => note.references[sample % lines.length]!.range.from;
  const show = (sample: number) =>
    hover(
      document,
      { note, uri: document.uri, own: repository, github: { store, now: Date.now() } },
      at(sample),
      true,
    );
  for (let index = 0; index < lines.length; index++) await show(index);
  const asked = github.requests.length;
  const figures = await compare(
    [
      {
        name: 'a hover',
        run: async (sample) => {
          const start = performance.now();
          await show(sample);
          return performance.now() - start;
        },
      },
    ],
    600,
    60,
  );
  print(`A title from memory (requests: ${github.requests.length - asked})`, figures);
  store.close();
  await github.stop();
}

async function requests(): Promise<void> {
  const accounts = [{ token: 'bench', login: 'bench' }];
  const repositories = [
    { owner: 'octo', name: 'big', size: 200_000 },
    { owner: 'octo', name: 'small', size: 200 },
  ];
  const lines: string[] = [];
  for (const { name, size } of repositories) {
    for (const token of [true, false]) {
      const github = await createGitHub({ repositories, accounts });
      const store = storeOf(github, token);
      const here = { ...repository, name };
      const keys = Array.from({ length: 60 }, (_, index) => ({
        repository: here,
        number: 1 + Math.floor((index * size) / 60),
      }));
      const opening = store.open(here);
      store.want(keys);
      await opening;
      const isDone = (): boolean => keys.every((key) => store.peek(key) !== undefined) || !token;
      await until(isDone);
      if (!token) await new Promise((resolve) => setTimeout(resolve, 1_000));
      const opened = github.requests.length;
      for (let count = 0; count < 200; count++) {
        store.want(keys);
        store.search(here, { text: String(count), limit: 100 });
      }
      const typed = github.requests.length - opened;
      await until(
        () => !token || store.search(here, { text: '', limit: 2_000 }).length >= Math.min(size, 1_000),
      );
      const synced = github.requests.length - opened;
      const before = github.requests.length;
      await Promise.all(
        Array.from({ length: 1_000 }, () => store.get(keys[5]!, { timeout: 20_000, details: true })),
      );
      const hovered = github.requests.length - before;
      const who = token ? 'with a token' : 'signed out';
      lines.push(
        `  ${`${size} issues, ${who}:`.padEnd(30)} note of 60 references ${opened}, 200 keys ${typed}, the rest of a thousand ${synced}, 1,000 hovers ${hovered}`,
      );
      store.close();
      await github.stop();
    }
  }
  process.stdout.write(`\nRequests\n${lines.join('\n')}\n`);
}

/** Prints it all. */
export async function measureGitHub(): Promise<void> {
  await searching();
  await loading();
  await hovering();
  await requests();
}
