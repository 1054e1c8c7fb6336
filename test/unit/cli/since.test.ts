import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CommandLine, goodNote } from '../../helpers/commandLine.ts';

const identity = ['-c', 'user.name=w', '-c', 'user.email=w@example.org', '-c', 'commit.gpgsign=false'];

/** With one problem. */
const bad = (date: string) => `${goodNote(date)}\n* TODO: write\n`;
const named = (date: string) => `docs/${date.replaceAll('-', '')}_meeting_notes.md`;

describe('check --since', function () {
  // Each of them starts Git a few times.
  this.slow(2_000);
  let line: CommandLine;
  /** The clone that each test begins with a copy of. */
  let first: CommandLine;
  const git = (...args: string[]) => {
    const options = { cwd: line.root, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', [...identity, ...args], options);
  };
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '--quiet', '--no-verify', '-m', message);
  };
  const write = (date: string) => line.write(named(date), bad(date));
  async function filesSince(revision: string, more = '.', folder = '') {
    const { stdout, stderr } = await line.run(
      `check --offline --format json --since ${revision} ${more}`,
      folder,
    );
    match(stderr, /^(office-hours: check: no notes changed since "[^"]*" in "[^"]*"\.\n)?$/);
    return JSON.parse(stdout).map(({ file }: { file: string }) => file);
  }

  before(function () {
    if (spawnSync('git', ['--version']).error === undefined) return;
    process.stdout.write('    (check --since: skipped, there is no git here)\n');
    this.skip();
  });
  before(() => {
    line = new CommandLine();
    first = line;
    rmSync(line.path('.git'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'core.autocrlf', 'false');
    for (const date of ['2026-01-06', '2026-01-13', '2026-01-20']) write(date);
    commit('first');
    git('tag', 'first');
  });
  after(() => first?.remove());
  beforeEach(() => {
    line = new CommandLine();
    rmSync(line.path('.git'), { recursive: true });
    cpSync(first.root, line.root, { recursive: true });
  });
  afterEach(() => line.remove());

  it('takes what was committed, changed, staged or is new since', async () => {
    line.write(named('2026-01-06'), `${bad('2026-01-06')}\nada: y\n`);
    commit('second');
    line.write(named('2026-01-13'), `${bad('2026-01-13')}\nada: y\n`);
    write('2026-01-27');
    write('2026-02-03');
    git('add', named('2026-02-03'));
    const all = ['2026-01-06', '2026-01-13', '2026-01-27', '2026-02-03'].map(named);
    deepEqual(await filesSince('first'), all);
    deepEqual(await filesSince('HEAD'), all.slice(1));
    deepEqual(await filesSince('HEAD~1', 'docs'), all);
    deepEqual(await filesSince('main', named('2026-01-06')), []);
  });

  it('leaves out what was touched and is the same, or is gone', async () => {
    write('2026-01-06');
    rmSync(line.path(named('2026-01-13')));
    deepEqual(await filesSince('first'), []);
    const { code, stdout, stderr } = await line.run('check --offline --since first .');
    deepEqual([code, stdout], [0, '']);
    equal(stderr, 'office-hours: check: no notes changed since "first" in ".".\n');
  });

  it('starts where the branch left the revision', async () => {
    git('checkout', '--quiet', '-b', 'topic');
    write('2026-01-27');
    commit('on topic');
    git('checkout', '--quiet', 'main');
    line.write(named('2026-01-06'), `${bad('2026-01-06')}\nada: y\n`);
    commit('on main');
    git('checkout', '--quiet', 'topic');
    deepEqual(await filesSince('main'), [named('2026-01-27')]);
  });

  it('knows the others all the same', async () => {
    // Who owns the task is known from another note alone.
    line.write(named('2026-01-27'), `${goodNote('2026-01-27')}\n* TODO: ada write\n`);
    deepEqual(await filesSince('first'), []);
  });

  it('works from a folder below, in a worktree, and where a hook has set its variables', async () => {
    write('2026-01-27');
    deepEqual(await filesSince('first', '.', 'docs'), ['20260127_meeting_notes.md']);
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/nowhere', PATH: process.env.PATH ?? '' };
    equal((await line.run('check --offline --since first .', 'docs', env)).code, 1);
    git('worktree', 'add', '--quiet', 'tree', 'first');
    line.write(`tree/${named('2026-02-03')}`, bad('2026-02-03'));
    deepEqual(await filesSince('first', '.', 'tree'), [named('2026-02-03')]);
    // It is another working tree than the one around it.
    deepEqual(await filesSince('first', '.'), [named('2026-01-27')]);
  });

  it('takes line ends that Git changes for unchanged', async () => {
    line.write(named('2026-01-06'), bad('2026-01-06').replaceAll('\n', '\r\n'));
    deepEqual(await filesSince('first'), []);
  });

  it('takes names that are no plain text', async () => {
    const name = 'docs/20260127 ä "b"\t{c}.md';
    line.write(name, bad('2026-01-27'));
    commit('second');
    deepEqual(await filesSince('HEAD'), []);
    deepEqual(await filesSince('first'), [name]);
  });

  it('follows links to what they name', async () => {
    mkdirSync(line.path('links'));
    symlinkSync(`../${named('2026-01-06')}`, line.path('links/20260106_meeting_notes.md'));
    deepEqual(await filesSince('first', 'links'), []);
    line.write(named('2026-01-06'), `${bad('2026-01-06')}\nada: y\n`);
    deepEqual(await filesSince('first', 'links'), ['links/20260106_meeting_notes.md']);
  });

  it('runs nothing that the repository names', async () => {
    const canary = line.path('canary');
    const script = line.path('run.sh');
    line.write('run.sh', `#!/bin/sh\necho ran >> '${canary}'\ncat\n`);
    chmodSync(script, 0o755);
    line.write('.gitattributes', '*.md filter=evil diff=evil\n');
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'alias.ls-tree',
      'alias.rev-parse',
    ]) {
      git('config', key, key.startsWith('alias') ? `!${script}` : script);
    }
    write('2026-01-27');
    line.write(named('2026-01-06'), `${bad('2026-01-06')}\nada: y\n`);
    rmSync(canary, { force: true });
    deepEqual(await filesSince('first'), [named('2026-01-06'), named('2026-01-27')]);
    equal(existsSync(canary), false);
    // Git itself would have.
    spawnSync('git', ['diff', '--name-only', 'first'], { cwd: line.root });
    equal(existsSync(canary), true);
  });

  describe('says what is wrong and what helps', () => {
    const run = (revision: string, env = {}) => line.run(`check --offline --since ${revision} .`, '', env);

    it('an unknown revision', async () => {
      const { code, stdout, stderr } = await run('origin/main');
      deepEqual([code, stdout], [2, '']);
      match(stderr, /Revision not found: "origin\/main" in .*fetch-depth: 0/);
    });

    it('a file in place of a commit', async () => {
      match((await run(`first:${named('2026-01-06')}`)).stderr, /Revision not found/);
    });

    for (const option of [
      '--output=pwned',
      '-c',
      '--all',
      '--exec=x',
      '--help',
      'HEAD^{/x',
      '..',
      'HEAD..HEAD',
      '',
    ]) {
      it(`an option in place of a revision: ${option}`, async () => {
        const { code, stderr } = await line.run(`check --offline --since=${option} .`);
        equal(code, 2);
        match(stderr, /^office-hours: check: /);
        ok(!existsSync(line.path('pwned')));
      });
    }

    it('no common commit', async () => {
      git('checkout', '--quiet', '--orphan', 'other');
      commit('another beginning');
      const { code, stderr } = await run('first');
      equal(code, 2);
      match(stderr, /"first" and the checked-out commit in .* no common ancestor.*fetch-depth: 0/);
    });

    it('no repository', async () => {
      rmSync(line.path('.git'), { recursive: true });
      const { code, stderr } = await run('first');
      equal(code, 2);
      match(stderr, /"\." is not in a Git repository/);
    });

    it('a repository that is broken', async () => {
      rmSync(line.path('.git/HEAD'));
      const { code, stderr } = await run('first');
      equal(code, 2);
      match(stderr, /Git cannot read the repository .*: not a git repository/);
    });

    it('a repository of another user', async () => {
      const { code, stderr } = await run('first', {
        PATH: process.env.PATH ?? '',
        GIT_TEST_ASSUME_DIFFERENT_OWNER: '1',
        GIT_CONFIG_GLOBAL: line.path('none'),
        GIT_CONFIG_NOSYSTEM: '1',
      });
      equal(code, 2);
      match(
        stderr,
        /because another user owns it\. If you trust it, run: git config --global --add safe\.directory "/,
      );
    });

    it('no git', async () => {
      const { code, stderr } = await run('first', { PATH: join(realpathSync(line.root), 'docs') });
      equal(code, 2);
      match(stderr, /Git was not found on the PATH\. Run the command without --since/);
    });
  });
});
