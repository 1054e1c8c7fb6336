/** Processes that are killed while they write, as `kill -9` or a power cut does. */

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CacheFiles } from '../../server/core/github/cache/cacheFiles.ts';
import { githubByNode, storageIn } from '../../server/host/githubByNode.ts';
import { goodNote } from '../helpers/commandLine.ts';
import { createGitHub, type GitHub } from '../helpers/github/github.ts';
import { countInputs, isKept } from '../helpers/measures.ts';
import { cliBundle, offline } from '../helpers/process.ts';
import { Random } from '../helpers/random.ts';

const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 12);
const token = 'canary-4d1e';
const uuid = '01234567-89ab-4cde-8f01-23456789abcd';

const days = Array.from({ length: 60 }, (_, at) =>
  new Date(Date.UTC(2020, 2, 1) + at * 86_400_000).toISOString().slice(0, 10),
);
const nameOf = (date: string) => `${date.replaceAll('-', '')}_meeting_notes.md`;
/** A year too early in its title. */
const notFixed = (date: string) => `${goodNote(`2019${date.slice(4)}`)}\nSee #1.\n`;
const fixed = (date: string) => notFixed(date).replace(`2019${date.slice(4)}`, date);

describe('a process that is killed (acceptance 48)', () => {
  let folder: string;
  let github: GitHub;
  before(async () => {
    github = await createGitHub({
      repositories: [{ owner: 'octo', name: 'small', size: 200 }],
      accounts: [{ token, login: 'one' }],
    });
  });
  after(() => github.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-hours-killed-'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/config'), '[remote "origin"]\nurl = git@github.com:octo/small.git\n');
    for (const date of days) writeFileSync(join(folder, nameOf(date)), notFixed(date));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (date: string) => readFileSync(join(folder, nameOf(date)), 'utf8');
  const cache = () => join(folder, '.cache', 'office-hours-notes', 'github');
  const notesNow = () =>
    readdirSync(folder)
      .filter((name) => !['.git', '.cache'].includes(name))
      .sort();

  function start(
    args: readonly string[],
    preloaded?: string,
    cacheHome = join(folder, '.cache'),
  ): ChildProcess {
    const env = {
      ...offline,
      GITHUB_API_URL: github.url,
      GH_TOKEN: token,
      XDG_CACHE_HOME: cacheHome,
      ...(preloaded !== undefined && { NODE_OPTIONS: `--require ${preloaded}` }),
    };
    return spawn(process.execPath, [cliBundle(), 'check', ...args, '.'], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
  }

  const ended = async (child: ChildProcess) => {
    const [code, signal] = await once(child, 'exit');
    return code ?? signal;
  };

  /** Kills the process at the moment when a draft is to become the file. */
  function killAtRename(pattern: string): string {
    const script = join(folder, '.git', 'kill.cjs');
    writeFileSync(
      script,
      `const fs = require('node:fs');
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (new RegExp(${JSON.stringify(pattern)}).test(String(from))) process.kill(process.pid, 'SIGKILL');
  return renameSync(from, to);
};
`,
    );
    return script;
  }

  it('while it fixes: the note is as it was, and the next run takes the draft away', async () => {
    equal(await ended(start(['--offline', '--fix'], killAtRename('office-hours-[^/]*$'))), 'SIGKILL');
    const left = notesNow().filter((name) => name.endsWith('.tmp'));
    equal(left.length, 1);
    match(left[0]!, /^\.office-hours-\d+-/);
    for (const date of days) ok(isKept(read(date), notFixed(date)), date);
    // What changes nothing removes nothing.
    await ended(start(['--offline']));
    deepEqual(
      notesNow().filter((name) => name.endsWith('.tmp')),
      left,
    );
    await ended(start(['--offline', '--fix']));
    deepEqual(notesNow(), days.map(nameOf));
    for (const date of days) ok(isKept(read(date), fixed(date)), date);
  });

  it('the drafts of others stay while they may be in use', async () => {
    const old = new Date(Date.now() - 2 * 86_400_000);
    const future = new Date(Date.now() + 400 * 86_400_000);
    for (const [name, time] of [
      [`.office-hours-${process.pid}-${uuid}.tmp`, undefined],
      [`.office-hours-${uuid}.tmp`, undefined],
      ['.office-hours-mine.tmp', old],
      [`.office-hours-${process.pid}-${uuid.replace('0', '1')}.tmp`, old],
      [`.office-hours-${uuid.replace('0', '2')}.tmp`, future],
      [`.office-hours-4194305-${uuid}.tmp`, undefined],
    ] as const) {
      writeFileSync(join(folder, name), 'draft');
      if (time) utimesSync(join(folder, name), time, time);
    }
    await ended(start(['--offline', '--fix']));
    deepEqual(
      notesNow().filter((name) => name.endsWith('.tmp')),
      [
        `.office-hours-${process.pid}-${uuid}.tmp`,
        `.office-hours-${uuid}.tmp`,
        '.office-hours-mine.tmp',
      ].sort(),
    );
  });

  it('while it keeps titles: the next start takes the draft away, and titles are kept', async () => {
    equal(await ended(start([], killAtRename('issues-[^/]*[.]tmp$'))), 'SIGKILL');
    const left = readdirSync(cache()).filter((name) => name.endsWith('.tmp'));
    equal(left.length, 1);
    ok(readFileSync(join(cache(), left[0]!), 'utf8').includes('octo'));
    equal(await ended(start([])), 1);
    deepEqual(
      readdirSync(cache()).filter((name) => name.endsWith('.tmp')),
      [],
    );
    equal(readdirSync(cache()).length, 1);
  });

  it(`at random, while it fixes: each note is old or new, and nothing else is left in the end (${runs} runs, seed ${seed})`, async () => {
    const random = new Random(seed);
    let killed = 0;
    for (let run = 0; run < runs; run++) {
      for (const date of days) writeFileSync(join(folder, nameOf(date)), notFixed(date));
      countInputs(1);
      const child = start(['--offline', '--fix']);
      setTimeout(() => child.kill('SIGKILL'), 60 + random.below(300));
      if ((await ended(child)) === 'SIGKILL') killed++;
      for (const date of days) {
        ok(isKept(read(date), notFixed(date), fixed(date)), date);
      }
    }
    ok(killed > 0, 'no process was killed in time');
    await ended(start(['--offline', '--fix']));
    deepEqual(notesNow(), days.map(nameOf));
  });

  it(`at random, two that keep titles: every file can be read (${runs} runs, seed ${seed})`, async () => {
    const random = new Random(seed + 1);
    const known = githubByNode({ GITHUB_API_URL: github.url, GH_TOKEN: token });
    ok(known.kind === 'ready');
    const accountId = (await known.github.transport.account('github.com')).id;
    const of = { accountId, repository: { host: 'github.com', owner: 'octo', name: 'small' } };
    const damaged: string[] = [];
    const note = (message: string) => void damaged.push(message);
    const started = Date.now();
    await ended(start([]));
    const usual = Date.now() - started;
    rmSync(cache(), { recursive: true });
    let written = 0;
    for (let run = 0; run < runs; run++) {
      countInputs(2);
      const children = [start([]), start([])];
      for (const child of children)
        setTimeout(() => child.kill('SIGKILL'), usual * (0.5 + random.below(300) / 100));
      await Promise.all(children.map(ended));
      const kept = await new CacheFiles(storageIn(cache()), { error: note, info: note }).load(of, Date.now());
      deepEqual(damaged, []);
      if (kept !== undefined) written++;
      const names = existsSync(cache()) ? readdirSync(cache()) : [];
      deepEqual([names.filter((name) => name.endsWith('.tmp')), names.length], [[], kept ? 1 : 0]);
      if (run % 2 === 1) rmSync(cache(), { recursive: true, force: true });
    }
    ok(written > 0, 'no process wrote in time');
  });
});
