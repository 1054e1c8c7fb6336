import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CommandLine } from '../../helpers/commandLine.ts';

const template = (folder: string, title: string, section: string) =>
  `---
notes: ${folder}/**
title: '${title} {YYYY-MM-DD}'
file: '{YYYY-MM-DD}.md'
recording: false
---
# ${title} $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE

## ${section}
`;

const note = (title: string, section: string, date = '2026-01-06') =>
  `# ${title} ${date}\n\n## ${section}\n\nada: x\n`;

describe('command line: template files', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
    line.write('.office-hours/council.md', template('meetings/council', 'Council', 'Decisions'));
    line.write('.office-hours/release.md', template('meetings/release', 'Release', 'Branches'));
    line.write('meetings/council/2026-01-06.md', note('Council', 'Decisions'));
    line.write('meetings/release/2026-01-06.md', note('Release', 'Branches'));
  });
  afterEach(() => line.remove());

  async function findings(paths: string) {
    const { stdout } = await line.run(`check --offline --format json ${paths}`);
    return JSON.parse(stdout).map(({ file, code }: { file: string; code: string }) => `${file} ${code}`);
  }

  it('say what their notes need, from wherever the check starts', async () => {
    deepEqual(await line.run('check --offline .'), {
      code: 0,
      stderr: '',
      stdout:
        'No problems in 2 notes and 2 template files.\n' +
        'Checked 1 note by template council.md, 1 note by template release.md.\n',
    });
    line.write('meetings/council/2026-01-06.md', note('Council', 'Branches'));
    const expected = ['meetings/council/2026-01-06.md section-missing'];
    for (const paths of ['.', 'meetings', 'meetings/council', 'meetings/council/2026-01-06.md']) {
      deepEqual(await findings(paths), expected, paths);
    }
    const { stdout } = await line.run('check --offline --format json .', 'meetings/council');
    deepEqual(JSON.parse(stdout)[0].file, '2026-01-06.md');
  });

  it('mend notes by what they say', async () => {
    line.write('meetings/council/2026-01-06.md', note('Council', 'Other'));
    equal((await line.run('check --offline --fix .')).code, 0);
    match(readFileSync(line.path('meetings/council/2026-01-06.md'), 'utf8'), /\n## Decisions\n/);
  });

  it('apply from their first day on; the summary counts the notes by what they were checked by', async () => {
    const old = (title: string, date: string) => `# ${title} ${date}\n\n## Talk\n\nada: x\n`;
    for (const date of ['2025-11-04', '2025-11-11', '2025-11-18', '2025-11-25'])
      line.write(`meetings/council/${date}.md`, old('Panel', date));
    line.write('meetings/council/2025-12-02.md', '# Panel 2025-12-02\n\nada: x\n');
    line.write(
      '.office-hours/council.md',
      template('meetings/council', 'Council', 'Decisions').replace('---\n', '---\nsince: 2026-01-06\n'),
    );
    const { stdout, code } = await line.run('check --offline meetings');
    deepEqual(stdout.split('\n'), [
      'meetings/council/2025-12-02.md:1:1: warning Section "Talk" is missing; the 4 notes before this one have it [section-missing]',
      '# Panel 2025-12-02',
      '^^^^^^^^^^^^^^^^^^',
      '1 problem (1 warning) in 7 notes.',
      'Checked 5 notes by other notes of their time, 1 note by template council.md since 2026-01-06, ' +
        '1 note by template release.md.',
      '',
    ]);
    equal(code, 1);
  });

  it('mend nothing while they have errors, and say so', async () => {
    // Without its globs it goes for all notes around it.
    line.write('.office-hours/release.md', '---\nnotes: [\n---\n## Branches\n');
    const path = 'other/2026-01-06.md';
    const text = note('Weekly meeting', 'Ideas');
    line.write(path, text);
    const fixing = await line.run('check --offline --fix .');
    equal(readFileSync(line.path(path), 'utf8'), text);
    match(
      fixing.stderr,
      /"\.office-hours\/release\.md" has errors\. Its notes are .* valid parts of it, and are not fixed\. Fix it first\.\n$/,
    );
    match(
      (await line.run('check --offline other')).stderr,
      /"\.office-hours\/release\.md" has errors\. Its notes are .* valid parts of it\. Fix it first\.\n$/,
    );
    // It is told with its place there.
    equal((await line.run('check --offline .')).stderr, '');
  });

  it('are checked themselves where they are named, or lie in a folder that is', async () => {
    line.write(
      '.office-hours/release.md',
      template('meetings/release', 'Release', 'Branches').replace('title:', 'titel:'),
    );
    const expected = ['.office-hours/release.md template-key'];
    deepEqual(await findings('.'), expected);
    deepEqual(await findings('.office-hours/release.md'), expected);
    deepEqual(await findings('.office-hours'), expected);
    deepEqual(await findings('meetings'), []);
    deepEqual(await findings('--notes-only .office-hours/release.md'), expected);
    const { code, stdout } = await line.run('check --offline .office-hours');
    equal(code, 1);
    match(stdout, /^\.office-hours\/release\.md:3:1: \w+ .*titel.* \[template-key\]\ntitel: .*\n\^{5}\n/);
    match(
      (await line.run('check --offline --format github .')).stdout,
      /^::\w+ file=\.office-hours\/release\.md,line=3/,
    );
    const sarif = JSON.parse((await line.run('check --offline --format sarif .')).stdout);
    deepEqual(sarif.runs[0].results[0].ruleId, 'template-key');
  });

  it('are told of when they name no file', async () => {
    line.write('.office-hours/release.md', template('meetings/releases', 'Release', 'Branches'));
    const { code, stdout } = await line.run('check --offline .office-hours');
    equal(code, 1);
    match(
      stdout,
      /release\.md:2:8: information No Markdown file matches yet\. Did you mean the folder "meetings\/release"\?/,
    );
  });

  it('of a folder further in go for that folder', async () => {
    line.write('inner/.office-hours/other.md', template('notes', 'Other', 'Plans'));
    line.write('inner/notes/2026-01-06.md', note('Other', 'Decisions'));
    const expected = ['inner/notes/2026-01-06.md section-missing'];
    for (const paths of ['.', 'inner', 'inner/notes/2026-01-06.md'])
      deepEqual(await findings(paths), expected, paths);
  });

  it('of the whole repository go, however little of it is named', async () => {
    line.write('.office-hours/inner.md', template('inner', 'Inner', 'Plans'));
    line.write('inner/.office-hours/other.md', template('other', 'Other', 'Ideas'));
    line.write('inner/2026-01-06.md', note('Inner', 'Decisions'));
    const expected = ['inner/2026-01-06.md section-missing'];
    for (const paths of ['.', 'inner', 'inner/2026-01-06.md']) {
      const found: string[] = await findings(paths);
      deepEqual(
        found.filter((each) => !each.endsWith('template-glob')),
        expected,
        paths,
      );
    }
  });

  describe('new', () => {
    const next = (series: string) => new RegExp(`(^|/)meetings/${series}/2026-..-..\\.md\\n$`);

    it('begins a note of the series around the current folder', async () => {
      const { code, stdout, stderr } = await line.run('new --date 2026-02-10', 'meetings/release');
      deepEqual([code, stdout, stderr], [0, '2026-02-10.md\n', '']);
      const text = readFileSync(line.path('meetings/release/2026-02-10.md'), 'utf8');
      ok(text.startsWith('# Release 2026-02-10\n\n## Branches\n'), text);
    });

    it('begins one of the series that was named', async () => {
      match((await line.run('new --series council')).stdout, next('council'));
      match(
        (await line.run('new --series council --date 2026-02-10', 'meetings/release')).stdout,
        next('council'),
      );
    });

    it('asks where it is not clear, and names them', async () => {
      deepEqual(await line.run('new'), {
        code: 2,
        stdout: '',
        stderr: 'office-hours: new: there are several series. Choose one with --series: council, release.\n',
      });
      const unknown = await line.run('new --series tsc');
      equal(unknown.code, 2);
      match(
        unknown.stderr,
        /template file \.office-hours\/tsc\.md not found\. Choose one with --series: council, release\.\n$/,
      );
    });

    it('begins none by a template that has errors', async () => {
      line.write('.office-hours/council.md', '---\nnotes: [meetings/council/**\n---\n# Council $1\n');
      deepEqual(await line.run('new --series council'), {
        code: 2,
        stdout: '',
        stderr:
          'office-hours: new: The template .office-hours/council.md has errors. Fix it first: The "[" is not closed. Add "]".\n',
      });
    });

    it('needs no name where there is one series', async () => {
      line.write('inner/.office-hours/other.md', template('notes', 'Other', 'Plans'));
      equal((await line.run('new --date 2026-02-10', 'inner')).stdout, 'notes/2026-02-10.md\n');
      equal((await line.run('new --date 2026-02-17', 'inner/notes')).stdout, '2026-02-17.md\n');
      match((await line.run('new --series council --date 2026-02-17', 'inner')).stdout, next('council'));
    });
  });
});
