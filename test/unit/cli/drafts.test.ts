import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { CommandLine } from '../../helpers/commandLine.ts';
import { faults } from '../../helpers/github/faults.ts';
import { createGitHub, type GitHub } from '../../helpers/github/github.ts';
import { lanternRepositories } from '../../helpers/github/lantern.ts';

/** The day of the command line is 2026-02-05. */
const notes: Readonly<Record<string, string>> = {
  '20260106_meeting_notes.md':
    '# lantern office hours 2026-01-06\n\n## Highlights\n\n- Rotated files, [#204](https://github.com/lantern-project/lantern/pull/204)\n\n## Agenda\n\n## Action items\n\n- TODO(Ada): call\n',
  '20260120_meeting_notes.md':
    '# lantern office hours 2026-01-20\n\n## Highlights\n\n- Fast tests, [#211](https://github.com/lantern-project/lantern/pull/211)\n- Windows, [#213](https://github.com/lantern-project/lantern/pull/213)\n\n## Agenda\n\n## Action items\n\n- TODO(Bo): write\n',
};

const template = (more: string) =>
  [
    '---',
    'notes: docs/*.md',
    'file: "{YYYYMMDD}_meeting_notes.md"',
    'repository: lantern-project/lantern',
    more,
    '---',
    '# lantern office hours {date}',
    '',
    '## Highlights',
    '',
    '## Agenda',
    '',
    '## Action items',
    '',
  ].join('\n');

describe('drafts on the command line', () => {
  let github: GitHub;
  let line: CommandLine;
  before(async () => {
    github = await createGitHub({ repositories: [...lanternRepositories] });
  });
  after(() => github.stop());
  beforeEach(() => {
    line = new CommandLine();
    for (const [name, text] of Object.entries(notes)) line.write(`docs/${name}`, text);
    line.write('.git/config', '[remote "origin"]\nurl = git@github.com:lantern-project/lantern.git\n');
  });
  afterEach(async () => {
    await github.setFault(undefined);
    line.remove();
  });

  const office = (args: string, url = github.url) => line.run(args, '', { GITHUB_API_URL: url });
  const nowhere = 'http://127.0.0.1:9';

  it('highlights: what was merged since the note before, in the form of the notes', async () => {
    const { code, stdout, stderr } = await office('highlights');
    deepEqual([code, stderr], [0, '']);
    match(
      stdout,
      /^- Help texts in German and Turkish, \[#216\]\(https:\/\/github\.com\/lantern-project\/lantern\/pull\/216\)$/m,
    );
    // Mentioned already, and merged before.
    for (const number of [213, 211, 209]) equal(stdout.includes(`#${number}]`), false, String(number));
    for (const each of stdout.trimEnd().split('\n')) match(each, /^- /);
  });

  it('highlights --since: from that day on, less what the notes have', async () => {
    const { stdout } = await office('highlights --since 2026-01-10');
    match(stdout, /\[#209\]/);
    equal(stdout.includes('[#211]'), false);
    const { stdout: later } = await office('highlights');
    for (const each of later.trimEnd().split('\n')) ok(stdout.includes(each), each);
    ok(stdout.length > later.length);
  });

  it('highlights: says so where there are none, and ends well', async () => {
    const { code, stdout, stderr } = await office('highlights --since 2026-02-04');
    deepEqual([code, stdout], [0, '']);
    match(stderr, /^office-hours: highlights: No pull requests since 2026-02-04/);
  });

  for (const args of ['highlights', 'new --with highlights', 'new --with todos,highlights --stdout'])
    it(`${args}: nothing half where GitHub does not answer`, async () => {
      const before = readdirSync(line.path('docs'));
      const offline = await office(args, nowhere);
      deepEqual([offline.code, offline.stdout], [2, '']);
      match(offline.stderr, /could not be looked up/);
      await github.setFault(faults.tooMany);
      const limited = await office(args);
      deepEqual([limited.code, limited.stdout], [2, '']);
      deepEqual(readdirSync(line.path('docs')), before);
    });

  it('agenda: what has a label, and the oldest pull requests where the template asks', async () => {
    line.write('.office-hours/lantern.md', template('agenda: [help wanted]\noldestPulls: 1'));
    const { code, stdout, stderr } = await office('agenda');
    deepEqual([code, stderr], [0, '']);
    for (const number of [120, 203, 206]) match(stdout, new RegExp(`\\b${number}\\b`));
  });

  it('agenda: says what a template lacks, and where nothing has the label', async () => {
    const without = await office('agenda');
    deepEqual([without.code, without.stdout], [2, '']);
    match(without.stderr, /No label is on the agenda\. Write "agenda: \[label\]" in the template file/);
    line.write('.office-hours/lantern.md', template('agenda: [no such label]'));
    const none = await office('agenda');
    deepEqual([none.code, none.stdout], [0, '']);
    match(none.stderr, /No open issue or pull request has the label "no such label"/);
  });

  it('new --with: all of it in one note', async () => {
    line.write('.office-hours/lantern.md', template('agenda: [help wanted]'));
    const { code, stdout, stderr } = await office(
      'new --date 2026-02-10 --with highlights,todos,agenda --stdout',
    );
    deepEqual([code, stderr], [0, '']);
    const [, highlights = '', agenda = '', items = ''] = stdout.split(/^## .*$/m);
    match(highlights, /\n- Help texts in German and Turkish, \[#216\]/);
    match(agenda, /\b203\b[\s\S]*\b206\b/);
    match(items, /write.*2026-01-20/);
    match(items, /call.*2026-01-06/);
    const again = await office('new --date 2026-02-10 --with agenda,highlights,todos');
    equal(again.stdout, 'docs/20260210_meeting_notes.md\n');
  });

  it('new --with todos needs no GitHub, whatever its variables say', async () => {
    const { code, stdout } = await office('new --date 2026-02-10 --with todos --stdout', 'not a URL');
    equal(code, 0);
    match(stdout, /write \(since/);
  });

  it('asks for one series where there are several', async () => {
    for (const day of ['2026-01-05', '2026-01-12'])
      line.write(`tsc/${day}.md`, `# TSC meeting ${day}\n\n## Highlights\n`);
    const { code, stderr } = await office('highlights');
    equal(code, 2);
    match(stderr, /there are notes of several meetings\. Run this in "(?:docs|tsc)" or "(?:docs|tsc)"\./);
    equal((await line.run('highlights', 'docs', { GITHUB_API_URL: github.url })).code, 0);
  });

  it('says where there are no notes', async () => {
    line.remove();
    line = new CommandLine();
    for (const command of ['highlights', 'agenda'])
      match((await office(command)).stderr, /there are no notes in this repository/);
  });

  for (const [args, says] of [
    ['highlights --since soon', /"soon" is not a date\. Use --since YYYY-MM-DD/],
    ['highlights docs', /highlights: /],
    ['agenda --since 2026-01-01', /agenda: Unknown option '--since'/],
    [
      'new --with highlights,cake',
      /"cake" is nothing to begin a note with\. Use --with highlights, todos, agenda/,
    ],
  ] as const)
    it(`${args}: says what is wrong`, async () => {
      const { code, stdout, stderr } = await office(args);
      deepEqual([code, stdout], [2, '']);
      match(stderr, says);
    });
});
