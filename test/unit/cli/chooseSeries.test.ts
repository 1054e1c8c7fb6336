import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CommandLine } from '../../helpers/commandLine.ts';

const days = ['2026-01-06', '2026-01-13', '2026-01-20'];

describe('command line: several series without a template', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
    for (const day of days) {
      line.write(`meetings/council/${day}.md`, `# Council meeting ${day}\n\n## Decisions\n`);
      line.write(`meetings/release/2026/${day}-sync.md`, `# Release meeting ${day}\n\n## Branches\n`);
    }
  });
  afterEach(() => line.remove());

  for (const [what, cwd, path, section] of [
    ['the one that the current folder holds', 'meetings/council', '2026-01-27.md', 'Decisions'],
    ['the one around the current folder', 'meetings/release/2026', '2026-01-27-sync.md', 'Branches'],
    ['the only one below the current folder', 'meetings/release', '2026/2026-01-27-sync.md', 'Branches'],
  ] as const) {
    it(`goes by ${what}`, async () => {
      deepEqual(await line.run('new --date 2026-01-27', cwd), { code: 0, stderr: '', stdout: `${path}\n` });
      match(readFileSync(line.path(`${cwd}/${path}`), 'utf8'), new RegExp(`\n## ${section}\n`));
    });
  }

  it('else lists them, each with its latest note', async () => {
    const { code, stdout, stderr } = await line.run('new --date 2026-01-27');
    equal(stdout, '');
    equal(code === 0, false);
    equal(
      stderr,
      'office-hours: new: there are several series here. Run this in the folder of one: meetings/council (3 notes, the latest of 2026-01-20); meetings/release (3 notes, the latest of 2026-01-20).\n',
    );
  });
});

describe('command line: what a new note leaves open', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
  });
  afterEach(() => line.remove());

  it('a name that the latest notes do not tell: lists the candidates', async () => {
    for (const name of ['plan', 'start', 'first'])
      line.write(`office-hours/${name}.md`, '# Lantern office hours\n\n## Notes\n');
    const { code, stderr } = await line.run('new --date 2026-01-27');
    deepEqual(
      [code, stderr],
      [
        2,
        'office-hours: new: The names of the latest notes, such as "first.md", do not say what the next one is called. It may be "office-hours/2026-01-27.md" or "office-hours/2026-01-27-meeting.md": create that file, or describe the names with "file" in a template.\n',
      ],
    );
  });

  it('a day where the schedule is weak: takes the likelier, and says the other', async () => {
    for (const day of [
      '2025-11-04',
      '2025-11-18',
      '2025-11-25',
      '2025-12-16',
      '2025-12-23',
      '2026-01-06',
      '2026-01-13',
      '2026-01-27',
    ])
      line.write(`meetings/${day}.md`, `# Council meeting ${day}\n`);
    const { code, stdout, stderr } = await line.run('new');
    equal(code, 0);
    match(stdout, /^meetings\/2026-02-[0-9]{2}\.md\n$/);
    match(
      stderr,
      /^office-hours: new: the meetings have no clear schedule\. 2026-02-.. is every .*; or use --date 2026-02-.. \(.*\)\.\n$/,
    );
  });

  it('a folder without a template beside a series with one', async () => {
    line.write('.office-hours/council.md', '---\nnotes: [meetings/council/**]\n---\n# Council $1\n');
    for (const day of days) {
      line.write(`meetings/council/${day}.md`, `# Council ${day}\n`);
      line.write(`meetings/release/${day}.md`, `# Release meeting ${day}\n`);
    }
    equal((await line.run('new --date 2026-01-27', 'meetings/release')).stdout, '2026-01-27.md\n');
    match(
      readFileSync(line.path('meetings/release/2026-01-27.md'), 'utf8'),
      /^# Release meeting 2026-01-27\n/,
    );
  });
});
