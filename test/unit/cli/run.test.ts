import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CommandLine, goodNote } from '../../helpers/commandLine.ts';
import { isFreeOfTokens } from '../../helpers/measures.ts';

describe('command line', () => {
  let line: CommandLine;
  let root: string;
  const write = (path: string, content?: string | Uint8Array) => line.write(path, content);
  const office: CommandLine['run'] = (...args) => line.run(...args);

  const good = goodNote();
  const bad = `${good.replace('2026-01-06', '2026-01-20')}\n* TODO: write\n`;

  beforeEach(() => {
    line = new CommandLine();
    root = line.root;
    write('docs/20260106_meeting_notes.md', good);
  });
  afterEach(() => line.remove());

  it('check: 0 when there are no problems', async () => {
    deepEqual(await office('check .'), { code: 0, stdout: 'No problems in 1 note.\n', stderr: '' });
  });

  it('check: 1 when there are', async () => {
    write('docs/20260120_meeting_notes.md', bad);
    deepEqual(await office('check docs'), {
      code: 1,
      stderr: '',
      stdout: [
        'docs/20260120_meeting_notes.md:9:3: warning Action item has no owner: "write" [todo-owner-missing]',
        '* TODO: write',
        '  ^^^^',
        '1 problem (1 warning) in 2 notes.',
        '',
      ].join('\n'),
    });
  });

  it('check: 2 when it could not run, naming what and the remedy', async () => {
    write('docs/20260203_meeting_notes.md', Uint8Array.of(0xff, 0xfe, 0x23, 0x00));
    const missing = await office('check nowhere.md docs/20260106_meeting_notes.md');
    equal(missing.code, 2);
    match(missing.stderr, /"nowhere\.md" in .*Check the spelling/);
    match(missing.stdout, /No problems in 1 note/);
    const binary = await office('check docs/20260203_meeting_notes.md');
    equal(binary.code, 2);
    match(binary.stderr, /20260203_meeting_notes\.md" is not UTF-8.*Save it as UTF-8/);
    equal((await office('check --colours .')).code, 2);
  });

  it('check: a folder leaves out what is no note and what cannot be read, a name never does', async () => {
    write('docs/20260203_meeting_notes.md', Uint8Array.of(0));
    write('docs/README.md', '# Widget\n\nTODO: this\n');
    const folder = await office('check --format json .');
    equal(folder.code, 0);
    equal(folder.stdout, '[]\n');
    match(folder.stderr, /20260203.*It is skipped/);
    const named = await office('check --format json docs/README.md');
    equal(named.code, 1);
    ok(JSON.parse(named.stdout).length > 0);
  });

  it('check: a folder without notes is said to be one', async () => {
    mkdirSync(join(root, 'empty'));
    deepEqual(await office('check empty'), {
      code: 0,
      stdout: '',
      stderr: 'office-hours: check: no notes found in "empty".\n',
    });
    equal((await office('check --format json empty')).stdout, '[]\n');
  });

  it('check: the same file once, from wherever', async () => {
    write('docs/20260120_meeting_notes.md', bad);
    const { stdout } = await office('check --format json . ../docs/20260120_meeting_notes.md', 'docs');
    deepEqual(
      JSON.parse(stdout).map(({ file }: { file: string }) => file),
      ['20260120_meeting_notes.md'],
    );
    const above = await office('check --format json ../docs', 'docs');
    deepEqual(JSON.parse(above.stdout), JSON.parse(stdout));
  });

  it('check: a file that is named is checked, though its folder was named before', async () => {
    write('docs/README.md', '# Widget\n\nTODO: this\n');
    const both = await Promise.all(
      ['docs/README.md docs', 'docs docs/README.md'].map((paths) => office(`check --format json ${paths}`)),
    );
    const [first, second] = both.map(({ stdout }) => JSON.parse(stdout));
    ok(first.length > 0);
    deepEqual(second, first);
  });

  it('check: says of no folder that it is empty whose notes were told under another name', async () => {
    symlinkSync('docs', join(root, 'link'));
    deepEqual(await office('check docs link'), {
      code: 0,
      stdout: 'No problems in 1 note.\n',
      stderr: '',
    });
  });

  it('check: annotates files where the repository has them', async () => {
    write('docs/20260120_meeting_notes.md', bad);
    symlinkSync('docs', join(root, 'link'));
    write('part/.git', 'gitdir: ../.git/modules/part\n');
    write('part/20260120_meeting_notes.md', bad);
    const places = async (paths: string, folder = '', env = {}) => {
      const { stdout } = await office(`check --offline --format github ${paths}`, folder, env);
      return [...stdout.matchAll(/ file=([^,]*)/g)].map(([, file]) => file);
    };
    deepEqual(await places('link'), ['docs/20260120_meeting_notes.md']);
    deepEqual(await places('part'), ['part/20260120_meeting_notes.md']);
    deepEqual(await places('.', 'part'), ['20260120_meeting_notes.md']);
    // A workflow may have the files of a repository without Git's own.
    rmSync(join(root, '.git'), { recursive: true });
    const workflow = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root };
    deepEqual(await places('.', 'docs', workflow), ['docs/20260120_meeting_notes.md']);
  });

  it('check: tells a workflow’s log nothing of what a link leads to outside', async () => {
    const outside = new CommandLine();
    try {
      outside.write('secrets', 'token=canary\n\nTODO: canary\n');
      symlinkSync(outside.path('secrets'), line.path('docs/20260120_meeting_notes.md'));
      symlinkSync('../docs/20260106_meeting_notes.md', line.path('docs/20260203_meeting_notes.md'));
      const workflow = { GITHUB_ACTIONS: 'true' };
      for (const format of ['text', 'json', 'github', 'sarif']) {
        const { code, stdout, stderr } = await office(`check --offline --format ${format} .`, '', workflow);
        ok(!`${stdout}${stderr}`.includes('canary'), stdout);
        match(
          stderr,
          /"docs\/20260120_meeting_notes\.md" is a link to a file outside the repository\. It is skipped;/,
        );
        equal(code, 0);
      }
      match((await office('check docs/20260120_meeting_notes.md', '', workflow)).stdout, /canary/);
      match((await office('check .')).stdout, /canary/);
    } finally {
      outside.remove();
    }
  });

  it('check: with --notes-only what cannot be read is told only if it is called like a note', async () => {
    write('docs/README.md', Uint8Array.of(0xff, 0xfe, 0x23, 0x00));
    write('docs/20260120_meeting_notes.md', Uint8Array.of(0xff, 0xfe, 0x23, 0x00));
    deepEqual(await office('check --notes-only docs/README.md'), { code: 0, stdout: '', stderr: '' });
    equal((await office('check --notes-only docs/20260120_meeting_notes.md')).code, 2);
    equal((await office('check docs/README.md')).code, 2);
  });

  it('check: 2 for a note that is named and too large to be checked to its end', async () => {
    write(
      'docs/20260120_meeting_notes.md',
      `${good.replace('01-06', '01-20')}\n${'x '.repeat(99).concat('\n').repeat(10_200)}\nTODO: x\n`,
    );
    const named = await office('check docs/20260120_meeting_notes.md');
    equal(named.code, 2);
    match(named.stderr, /is too large. Its end is not checked\./);
    equal((await office('check docs')).code, 0);
  });

  it('check: says that the rest of a long line is not checked', async () => {
    write(
      'docs/20260120_meeting_notes.md',
      `${good.replace('01-06', '01-20')}\n${'x'.repeat(200_000)}\n\nTODO: x\n`,
    );
    const { code, stdout, stderr } = await office('check docs/20260120_meeting_notes.md');
    equal(code, 1);
    match(stdout, /todo-owner-missing/);
    match(
      stderr,
      /Line \d+ of "docs\/20260120_meeting_notes\.md" is too long\. The rest of the line is not checked\./,
    );
  });

  it('check: with --notes-only a file that is named has to be a note, too', async () => {
    write('docs/README.md', '# Widget\n\nTODO: this\n');
    write('docs/20260120_meeting_notes.md', bad);
    const names = 'docs/README.md docs/20260120_meeting_notes.md';
    const { code, stdout } = await office(`check --offline --notes-only --format json ${names}`);
    equal(code, 1);
    deepEqual(
      JSON.parse(stdout).map(({ file }: { file: string }) => file),
      ['docs/20260120_meeting_notes.md'],
    );
    deepEqual(await office('check --notes-only docs/README.md'), { code: 0, stdout: '', stderr: '' });
    equal((await office('check --notes-only nowhere.md')).code, 2);
  });

  it('check: prints file after file, in the order of their paths', async () => {
    for (const day of ['20', '13', '27']) {
      write(`docs/202601${day}_meeting_notes.md`, bad.replace('2026-01-20', `2026-01-${day}`));
    }
    const pieces: string[] = [];
    await office('check --offline .', '', {}, { onWrite: (_to, text) => pieces.push(text) });
    deepEqual(
      pieces.map((text) => text.slice(0, 13)),
      ['docs/20260113', 'docs/20260120', 'docs/20260127', '3 problems (3'],
    );
  });

  it('check: tells a terminal how far it is, and leaves nothing of that', async () => {
    write('docs/20260120_meeting_notes.md', bad);
    const { stdout, stderr } = await office('check --offline .', '', {}, { isTTY: true });
    ok(stderr.startsWith('\rNotes read: 1\u001b[K'));
    ok(stderr.endsWith('\r\u001b[K'));
    ok(!stdout.includes('\r'));
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      equal((await office('check --offline .', '', env, { isTTY: true })).stderr, '');
    }
    equal((await office('check --offline .')).stderr, '');
  });

  it('check: ends when nobody reads on', async () => {
    for (const day of ['13', '20', '27']) {
      write(`docs/202601${day}_meeting_notes.md`, bad.replace('2026-01-20', `2026-01-${day}`));
    }
    let files = 0;
    const onWrite = (_to: string, text: string) => {
      if (text.includes('.md:')) files++;
    };
    const { code } = await office('check --offline .', '', {}, { isClosed: () => files > 0, onWrite });
    deepEqual([code, files], [1, 1]);
  });

  it('check: colours for a terminal that wants them', async () => {
    write('docs/20260120_meeting_notes.md', bad);
    const coloured = async (env: Record<string, string>, isTTY: boolean) =>
      (await office('check .', '', env, { isTTY })).stdout.includes('\u001b[');
    equal(await coloured({}, true), true);
    equal(await coloured({}, false), false);
    equal(await coloured({ NO_COLOR: '1' }, true), false);
    equal(await coloured({ NO_COLOR: '' }, true), true);
    equal(await coloured({ TERM: 'dumb' }, true), false);
  });

  it('check: a stranger’s file cannot command the terminal', async () => {
    write('docs/20260120_meeting_notes.md', `${bad}* TODO: \u001b]0;x\u0007 \u202e\n`);
    write('docs/\u001b[2J 20260203 meeting.md', '# meeting 2026-02-03\n');
    const { stdout, stderr } = await office('check .');
    const commanding = [...(stdout + stderr)].filter(
      (character) =>
        character !== '\n' && (character < ' ' || character === '\u007f' || character === '\u202e'),
    );
    deepEqual(commanding, []);
  });

  it('new: the next note, where and as the others are', async () => {
    write('docs/20260120_meeting_notes.md', good.replace('2026-01-06', '2026-01-20'));
    const { code, stdout, stderr } = await office('new', 'docs');
    deepEqual({ code, stdout, stderr }, { code: 0, stdout: '20260217_meeting_notes.md\n', stderr: '' });
    match(
      readFileSync(join(root, 'docs/20260217_meeting_notes.md'), 'utf8'),
      /^# w office hours 2026-02-17\n/,
    );
  });

  it('new: never over a note that is there (acceptance 37)', async () => {
    const again = await office('new --date 2026-01-06');
    equal(again.code, 2);
    match(again.stderr, /2026-01-06 already exists: docs\/20260106_meeting_notes\.md.*--date/);
    equal(readFileSync(join(root, 'docs/20260106_meeting_notes.md'), 'utf8'), good);
  });

  it('new: nothing where a link leads out of the repository', async () => {
    const outside = new CommandLine();
    try {
      symlinkSync(outside.root, line.path('linked'));
      write('.office-hours/a.md', "---\nnotes: linked/below/**\nfile: '{YYYY-MM-DD}.md'\n---\n# T\n");
      const { code, stderr } = await line.run('new');
      equal(code, 2);
      match(stderr, /^office-hours: new: "linked" is a link to a folder outside ".*--stdout\.\n$/);
      deepEqual(readdirSync(outside.root), ['.git']);
    } finally {
      outside.remove();
    }
  });

  for (const [where, content] of [
    ['a template', "---\nnotes: .git/**\nfile: '{YYYY-MM-DD}.md'\n---\n# T\n"],
    ['a pattern', "---\nnotes: docs/**\nfile: '.git/hooks/{YYYY-MM-DD}.md'\n---\n# T\n"],
  ] as const) {
    it(`new: nothing in a hidden folder, whatever ${where} says`, async () => {
      write('.office-hours/a.md', content);
      const { code, stderr } = await line.run('new');
      equal(code, 2);
      match(
        stderr,
        /"\.git" is hidden and no note is written there\. Change .* in \.office-hours\/a\.md\.\n$/,
      );
      deepEqual(readdirSync(line.path('.git')), []);
    });
  }

  it('new: nothing in a hidden folder that a link leads to', async () => {
    symlinkSync('.git', line.path('linked'));
    write('.office-hours/a.md', "---\nnotes: linked/**\nfile: '{YYYY-MM-DD}.md'\n---\n# T\n");
    const { code, stderr } = await line.run('new');
    equal(code, 2);
    match(stderr, /the folder "\.git" is hidden/);
    deepEqual(readdirSync(line.path('.git')), []);
  });

  for (const [folder, reason] of [
    ['CON', 'is reserved on Windows'],
    ['x/a:b', 'Windows does not allow'],
    ['a%2fb', 'an encoded path separator'],
  ] as const) {
    it(`new: no folder that not every system takes: ${folder} (acceptance 36)`, async () => {
      write('.office-hours/a.md', `---\nnotes: '${folder}/**'\nfile: '{YYYY-MM-DD}.md'\n---\n# T\n`);
      const { code, stderr } = await line.run('new');
      equal(code, 2);
      match(stderr, new RegExp(reason));
    });
  }

  for (const args of [
    ...['text', 'json', 'github', 'sarif'].map((format) => `check --fix --format ${format} .`),
    'new --stdout',
    'new',
    'check --since=HEAD .',
    'check nowhere',
  ]) {
    it(`${args}: the token is in nothing that is written, and no template's host is asked (acceptance 39)`, async () => {
      const token = 'canary-5ecret';
      write(
        '.office-hours/a.md',
        '---\nnotes: docs/**\nrepository: https://evil.example:8443/o/r\n---\n# T\n',
      );
      write('docs/20260120_meeting_notes.md', `${bad}\n#1 octo/x#2\n`);
      const { stdout, stderr } = await line.run(args, '', { GH_TOKEN: token, GITHUB_TOKEN: token });
      const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      );
      const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
      for (const text of [stdout, stderr, ...texts]) ok(isFreeOfTokens(text) && !text.includes(token), text);
    });
  }

  it('check: a pipe and a device that are named are told, and not waited for', async function () {
    // There are no pipes among the files there.
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [line.path('docs/20260203_meeting_notes.md')]);
    symlinkSync('/dev/zero', line.path('docs/20260217_meeting_notes.md'));
    for (const name of ['20260203', '20260217']) {
      const { code, stderr } = await office(`check docs/${name}_meeting_notes.md`);
      equal(code, 2);
      match(stderr, /not a regular file/);
    }
    equal((await office('check .')).code, 0);
  });

  it('new: prints instead of writing', async () => {
    const { code, stdout } = await office('new --date 2026-03-03 --stdout');
    equal(code, 0);
    match(stdout, /^# w office hours 2026-03-03\n/);
    match((await office('check .')).stdout, /1 note\./);
  });

  it('new: says why it cannot write, and leaves nothing behind', async function () {
    // No folder is closed to the superuser.
    if (process.getuid?.() === 0) this.skip();
    chmodSync(join(root, 'docs'), 0o500);
    const { code, stderr } = await office('new --date 2026-03-03');
    chmodSync(join(root, 'docs'), 0o700);
    equal(code, 2);
    match(stderr, /"docs\/20260303_meeting_notes\.md" cannot be written \(no write permission\)/);
  });

  it('new: says so when a file stands where the folder should be', async () => {
    rmSync(join(root, 'docs'), { recursive: true });
    write('docs', 'a file');
    const { code, stderr } = await office('new --date 2026-03-03');
    equal(code, 2);
    match(stderr, /cannot be written/);
    equal(readFileSync(join(root, 'docs'), 'utf8'), 'a file');
  });
});
