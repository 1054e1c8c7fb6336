import { equal, match } from 'node:assert/strict';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { CommandLine } from '../../helpers/commandLine.ts';

describe('a file with several meetings on the command line', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
  });
  afterEach(() => line.remove());

  const path = 'docs/meetings.md';
  const said: Readonly<Record<string, string>> = {
    '2026-01-22': 'Ada agreed',
    '2026-01-15': 'Tove spoke',
    '2026-01-08': 'Okan came',
    '2026-01-01': 'nobody knew',
  };
  const meeting = (day: string, ...sections: readonly string[]): string =>
    `## ${day}\n\n${sections.map((each) => `### ${each}\n\n* ${said[day]}\n\n`).join('')}`;
  const all = (...last: readonly string[]): string =>
    `# Meetings\n\n${['2026-01-22', '2026-01-15', '2026-01-08', '2026-01-01']
      .map((day) => meeting(day, ...(day === '2026-01-22' ? last : ['Attendees', 'Topics'])))
      .join('')}`;
  const next = '## 2026-01-29\n\n### Attendees\n\n### Topics\n';

  it('check: each meeting by the others', async () => {
    line.write(path, all('Attendees', 'Topics'));
    equal((await line.run('check .')).stdout, 'No problems in 1 note.\n');
    line.write(path, all('Topics'));
    const { code, stdout } = await line.run('check .');
    equal(code, 1);
    match(
      stdout,
      /^docs\/meetings\.md:5:1: warning Section "Attendees" is missing; the 3 notes before this one/,
    );
  });

  it('check --fix: within the meeting', async () => {
    line.write(path, all('Topics'));
    await line.run('check --fix .');
    const fixed = readFileSync(line.path(path), 'utf8');
    equal(fixed.startsWith('# Meetings\n\n## 2026-01-22\n\n### Attendees\n\n### Topics\n'), true);
  });

  it('new: puts the next meeting above the others, with the file’s line ends and mark', async () => {
    const before = `\uFEFF${all('Attendees', 'Topics').replaceAll('\n', '\r\n')}`;
    line.write(path, before);
    equal((await line.run('new --date 2026-01-29')).stdout, `${path}\n`);
    const text = readFileSync(line.path(path), 'utf8');
    equal(text, before.replace('## 2026-01-22', `${next}\n## 2026-01-22`.replaceAll('\n', '\r\n')));
  });

  it('new --stdout: prints the meeting and writes nothing', async () => {
    line.write(path, all('Attendees', 'Topics'));
    equal((await line.run('new --date 2026-01-29 --stdout')).stdout, next);
    equal(readFileSync(line.path(path), 'utf8'), all('Attendees', 'Topics'));
  });

  it('new: never a meeting that is there', async () => {
    line.write(path, all('Attendees', 'Topics'));
    const { code, stderr } = await line.run('new --date 2026-01-15');
    equal(code, 2);
    match(stderr, /the note of 2026-01-15 already exists: docs\/meetings\.md/);
  });

  it('new: leaves a file that may not be written as it is', async () => {
    line.write(path, all('Attendees', 'Topics'));
    chmodSync(line.path(path), 0o444);
    const { code, stderr } = await line.run('new --date 2026-01-29');
    equal(code, 2);
    match(stderr, /"docs\/meetings\.md" cannot be written \(read-only\)/);
  });

  it('new: does not write through a link out of the repository', async () => {
    const outside = new CommandLine();
    try {
      outside.write('meetings.md', all('Attendees', 'Topics'));
      symlinkSync(outside.path('meetings.md'), line.path('meetings.md'));
      const { stdout } = await line.run('new --date 2026-01-29');
      equal(stdout.startsWith('meetings.md'), false);
      equal(readFileSync(outside.path('meetings.md'), 'utf8'), all('Attendees', 'Topics'));
    } finally {
      outside.remove();
    }
  });
});
