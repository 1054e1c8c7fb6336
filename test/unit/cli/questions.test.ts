import { deepEqual, equal, match } from 'node:assert/strict';
import { CommandLine } from '../../helpers/commandLine.ts';
import { lanternArchive } from '../../helpers/lanternArchive.ts';

describe('questions on the command line', () => {
  let line: CommandLine;
  const office: CommandLine['run'] = (...args) => line.run(...args);

  beforeEach(() => {
    line = new CommandLine();
    for (const [name, text] of Object.entries(lanternArchive)) line.write(`docs/${name}`, text);
  });
  afterEach(() => line.remove());

  it('todos: by owner, those without one first', async () => {
    deepEqual(await office('todos'), {
      code: 0,
      stderr: '',
      stdout: [
        'Without an owner',
        '  docs/20260203_meeting_notes.md:11: find a machine for octo/other#12 (new, since 2026-02-03)',
        '',
        'Ada',
        '  docs/20260106_meeting_notes.md:9: review PR #12 (open for 2 meetings, since 2026-01-06)',
        '',
        '2 open action items.',
        '',
      ].join('\n'),
    });
  });

  it('todos: those that were promised long ago are older', async () => {
    const { stdout } = await office('todos --meetings 2');
    // No name stands above them.
    match(stdout, /^Older\n {2}docs\/20260106_meeting_notes\.md:9: Ada: review/m);
    match(stdout, /1 open action item, 1 older\.\n$/);
  });

  for (const [args, env, ...texts] of [
    ['--owner ADA', {}, 'Ada: review PR #12'],
    ['--owner bo', {}],
    ['--mine', { GITHUB_ACTOR: 'ada' }, 'Ada: review PR #12'],
  ] as const) {
    it(`todos ${args}`, async () => {
      const { code, stdout } = await office(`todos ${args} --format json`, '', env);
      equal(code, 0);
      deepEqual(
        JSON.parse(stdout).map(({ text }: { text: string }) => text),
        texts,
      );
    });
  }

  it('todos: as data, and as Markdown to paste', async () => {
    const { stdout } = await office('todos --format json', 'docs');
    deepEqual(JSON.parse(stdout)[1], {
      file: '20260106_meeting_notes.md',
      line: 9,
      date: '2026-01-06',
      since: '2026-01-06',
      meetings: 2,
      older: false,
      owners: ['Ada'],
      text: 'Ada: review PR #12',
      references: ['#12'],
    });
    const markdown = await office('todos --owner Ada --format markdown');
    equal(
      markdown.stdout,
      '## Ada\n\n* [ ] Ada: review PR #12 ([2026-01-06](<docs/20260106_meeting_notes.md#L9>))\n',
    );
  });

  it('todos: nothing hides behind what a terminal does with it', async () => {
    line.write(
      'docs/20260217_meeting_notes.md',
      '# lantern office hours 2026-02-17\n\nTODO(Ada): x \u001b[2K\u202ey\n',
    );
    const { stdout } = await office('todos');
    equal(
      ['\u001b', '\u202e'].some((char) => stdout.includes(char)),
      false,
    );
  });

  for (const written of ['12', '#12', 'octo/lantern#12', 'https://github.com/octo/lantern/pull/12']) {
    it(`references ${written}`, async () => {
      const { code, stdout } = await office(`references ${written}`);
      equal(code, 0);
      deepEqual(stdout.split('\n'), [
        'docs/20260203_meeting_notes.md:5: Ada: octo/lantern#12 is in',
        'docs/20260120_meeting_notes.md:5: https://github.com/octo/lantern/pull/12 and it',
        'docs/20260106_meeting_notes.md:5: Ada: see PR #12',
        'docs/20260106_meeting_notes.md:9: Ada: review PR #12',
        '',
      ]);
    });
  }

  it('references: of another repository, as data, and none', async () => {
    const { stdout } = await office('references octo/other#12 --format json');
    deepEqual(JSON.parse(stdout), [
      {
        file: 'docs/20260203_meeting_notes.md',
        line: 11,
        column: 22,
        endColumn: 35,
        date: '2026-02-03',
        text: '* find a machine for octo/other#12',
      },
    ]);
    deepEqual(await office('references 99'), { code: 1, stdout: '', stderr: '' });
    const { stdout: markdown } = await office('references 13 --format markdown');
    equal(markdown, '* [2026-01-20](<docs/20260120_meeting_notes.md#L7>): Bo: no, #13\n');
  });

  for (const [args, reason] of [
    ['references', /"" is not a reference\. Use a number/],
    ['references twelve', /"twelve" is not a reference/],
    ['references 1 2', /"1 2" is not a reference/],
    ['references 1 --format github', /unknown format "github"\. Use --format text, json, markdown/],
    ['todos --format sarif', /unknown format "sarif"/],
    ['todos --owner a --mine', /exclude each other/],
    ['todos --meetings 0', /"0" is not a number of meetings/],
    ['todos docs', /todos: /],
  ] as const) {
    it(`${args}: says what is wrong`, async () => {
      const { code, stdout, stderr } = await office(args);
      equal(code, 2);
      equal(stdout, '');
      match(stderr, reason);
    });
  }

  it('new --with todos: copies what is open, and says where there is no place for it', async () => {
    const name = 'docs/20260120_meeting_notes.md';
    line.write(name, `${lanternArchive['20260120_meeting_notes.md']}\n## Action items\n\n* [x] Cy: rest\n`);
    const { code, stdout } = await office('new --date 2026-02-17 --with todos --stdout');
    equal(code, 0);
    match(
      stdout,
      /^\* \[ \] find a machine for octo\/other#12 \(since \[2026-02-03\]\(20260203_meeting_notes\.md\)\)$/m,
    );
    match(stdout, /^\* \[ \] Ada: review PR #12 \(since \[2026-01-06\]\(20260106_meeting_notes\.md\)\)$/m);
    equal((stdout.match(/write the manual/g) ?? []).length, 0);
    const created = await office('new --date 2026-02-17 --with todos');
    equal(created.stdout, 'docs/20260217_meeting_notes.md\n');
    // Nothing is to be carried over into the one after but what it has already.
    const { stdout: items } = await office('todos --format json');
    equal(JSON.parse(items).length, 2);
  });

  it('new --with todos: takes nothing of another series', async () => {
    const template = (folder: string) =>
      `---\nnotes: ${folder}/**\nfile: '{YYYY-MM-DD}.md'\n---\n# Sync $CURRENT_YEAR\n\n## Action items\n`;
    line.write('.office-hours/tsc.md', template('tsc'));
    line.write('.office-hours/wg.md', template('wg'));
    line.write(
      'tsc/2026-02-03.md',
      '# Sync 2026-02-03\n\n## Action items\n\n* TODO(ada): keep the vote secret\n',
    );
    const { code, stdout } = await office('new --series wg --date 2026-02-17 --with todos --stdout');
    equal(code, 0);
    match(stdout, /## Action items/);
    equal(stdout.includes('secret'), false);
  });

  it('new --with: says so where a note has no section for them, and what is unknown', async () => {
    const { stderr, stdout } = await office('new --date 2026-02-17 --with todos --stdout');
    match(stderr, /no section for action items/);
    equal(stdout.includes('machine'), false);
    match((await office('new --with cake')).stderr, /"cake" is nothing to begin a note with/);
  });

  it('says so where there are no notes', async () => {
    for (const name of Object.keys(lanternArchive)) line.write(`docs/${name}`, '');
    line.remove();
    line = new CommandLine();
    const { code, stderr } = await office('todos');
    equal(code, 2);
    match(stderr, /there are no notes in this repository/);
  });

  it('has an example of each in its help', async () => {
    const { stdout } = await office('todos --help');
    for (const example of ['office-hours todos --owner ada', 'office-hours references 5851'])
      match(stdout, new RegExp(`Example: ${example}`));
  });
});
