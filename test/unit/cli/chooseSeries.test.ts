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
