import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { CommandLine } from '../../helpers/commandLine.ts';

const note = (day: string, number: number) =>
  `# lantern office hours ${day}\n\n## Highlights\n\n* It works, [PR #${number}](https://github.com/octo/lantern/pull/${number})\n`;
const pasted =
  '## 2026-03-17\r\n\r\n### Highlights\r\n\r\n• Faster, PR #12\r\n\r\n## 2026-02-03\r\n\r\n### Highlights\r\n\r\n## 2026-02-17\r\n\r\nAda said it.\r\n\r\n## 2026-02-17\r\n';
const march =
  '# lantern office hours 2026-03-17\n\n## Highlights\n\n* Faster, [PR #12](https://github.com/octo/lantern/pull/12)\n';
const february = '# lantern office hours 2026-02-17\n\nAda said it.\n';

describe('command line: import', () => {
  let line: CommandLine;
  const read = (path: string) => readFileSync(line.path(path), 'utf8');
  const names = () => readdirSync(line.path('docs'));
  /** Standard input. */
  const fed = (args: string, text: string | Uint8Array, folder = '') =>
    line.run(args, folder, {}, { stdin: typeof text === 'string' ? new TextEncoder().encode(text) : text });

  beforeEach(() => {
    line = new CommandLine();
    for (const [at, day] of ['2026-01-06', '2026-01-20', '2026-02-03'].entries())
      line.write(`docs/${day.replaceAll('-', '')}_meeting_notes.md`, note(day, at + 1));
    line.write('.git/config', '[remote "origin"]\nurl = git@github.com:octo/lantern.git\n');
    line.write('pad.md', pasted);
  });
  afterEach(() => {
    line.remove();
  });

  it('makes a note of each meeting, says what is skipped, and never writes over one', async () => {
    const before = read('docs/20260203_meeting_notes.md');
    deepEqual(await line.run('import pad.md'), {
      code: 0,
      stdout: 'docs/20260317_meeting_notes.md\ndocs/20260217_meeting_notes.md\n',
      stderr:
        'office-hours: import: 2026-02-03 is skipped: docs/20260203_meeting_notes.md exists.\noffice-hours: import: 2026-02-17 is skipped: the text has this note twice.\n',
    });
    deepEqual(
      ['20260317', '20260217'].map((day) => read(`docs/${day}_meeting_notes.md`)),
      [march, february],
    );
    equal(read('docs/20260203_meeting_notes.md'), before);
    const again = await line.run('import pad.md');
    deepEqual([again.code, again.stdout], [2, '']);
    match(again.stderr, /2026-03-17 is skipped: docs\/20260317_meeting_notes\.md exists\./);
    equal(read('docs/20260317_meeting_notes.md'), march);
  });

  it('reads standard input, and the day where the text does not say it', async () => {
    const { code, stderr } = await fed('import', 'Ada said it.\n');
    deepEqual(
      [code, stderr],
      [2, 'office-hours: import: the text does not say the day of its meeting. Use --date YYYY-MM-DD.\n'],
    );
    const dated = await fed('import --date 2026-02-17 -', '\uFEFFAda said it.\n', 'docs');
    deepEqual(dated, { code: 0, stdout: '20260217_meeting_notes.md\n', stderr: '' });
    equal(read('docs/20260217_meeting_notes.md'), february);
  });

  it('--stdout: prints what it would write, several notes below their paths, and writes nothing', async () => {
    const before = names();
    const all = await line.run('import pad.md --stdout');
    deepEqual(
      [all.code, all.stdout],
      [
        0,
        `==> docs/20260317_meeting_notes.md <==\n\n${march}\n==> docs/20260217_meeting_notes.md <==\n\n${february}`,
      ],
    );
    deepEqual(await fed('import --stdout', '# 2026-02-17\n\nAda said it.\n'), {
      code: 0,
      stdout: february,
      stderr: '',
    });
    deepEqual(names(), before);
  });

  it('puts meetings into the file of their series, with its line ends', async () => {
    const file =
      '\uFEFF# Syncs\r\n\r\n## 2026-02-03\r\n\r\n### Topics\r\n\r\n* a\r\n\r\n## 2026-01-20\r\n\r\n### Topics\r\n\r\n* b\r\n\r\n## 2026-01-06\r\n\r\n### Topics\r\n\r\n* c\r\n';
    line.write('sync/meetings.md', file);
    const { code, stdout } = await fed(
      'import',
      '# 2026-02-17\n\n## Topics\n\n* e\n\n# 2026-01-27\n\n* d\n',
      'sync',
    );
    deepEqual([code, stdout], [0, 'meetings.md\n']);
    equal(
      read('sync/meetings.md'),
      file.replace(
        '## 2026-02-03\r\n\r\n### Topics\r\n\r\n* a\r\n\r\n',
        '## 2026-02-17\n\n### Topics\n\n* e\n\n## 2026-02-03\n\n### Topics\n\n* a\n\n## 2026-01-27\n\n* d\n\n'.replaceAll(
          '\n',
          '\r\n',
        ),
      ),
    );
    const printed = await fed('import --stdout', '# 2026-03-03\n\n* f\n', 'sync');
    equal(printed.stdout, '## 2026-03-03\n\n* f\n');
  });

  it('writes nothing where one of the notes cannot be written', async () => {
    // A note of one folder a year, of which the second is a link out of the repository.
    line.write(
      '.office-hours/lantern.md',
      '---\nnotes: minutes/**/*.md\nfile: "{YYYY}/{MM}-{DD}.md"\n---\n# Sync {date}\n',
    );
    line.write('minutes/2024/01-02.md', '# Sync 2024-01-02\n');
    const outside = new CommandLine();
    symlinkSync(outside.root, line.path('minutes/2026'));
    const { code, stdout, stderr } = await fed('import', '# 2025-01-07\n\n* a\n\n# 2026-01-06\n\n* b\n');
    deepEqual([code, stdout], [2, '']);
    match(stderr, /minutes\/2026" is a link to a folder outside/);
    equal(existsSync(line.path('minutes/2025/01-07.md')), false);
    deepEqual(readdirSync(outside.root), ['.git']);
    outside.remove();
  });

  it('takes back the meetings of one file where another one is read-only', async () => {
    const month = (day: string) => `# Syncs\n\n## ${day}\n\n* a\n\n## ${day.slice(0, 8)}01\n\n* b\n`;
    line.write('sync/2026-01.md', month('2026-01-06'));
    line.write('sync/2026-02.md', month('2026-02-03'));
    line.write('sync/2025-12.md', month('2025-12-02'));
    chmodSync(line.path('sync/2026-02.md'), 0o444);
    const { code, stderr } = await fed('import', '# 2026-01-20\n\n* c\n\n# 2026-02-17\n\n* d\n', 'sync');
    equal(code, 2, stderr);
    match(stderr, /"2026-02\.md" cannot be written \(read-only\)/);
    equal(read('sync/2026-01.md'), month('2026-01-06'));
  });

  for (const [what, args, text, message] of [
    ['no text', 'import', ' \n', /there is no text to import\. Name a file/],
    ['no file', 'import nothing.md', '', /no file "nothing\.md" in .*\. Check the spelling\./],
    ['two files', 'import a.md b.md', '', /import: name one file, or none for standard input/],
    ['no day', 'import --date 2026-02-30', 'x', /"2026-02-30" is not a date/],
    ['no series', 'import --series x', 'x', /x\.md not found/],
    ['no UTF-8', 'import', new Uint8Array([0x61, 0xff]), /standard input cannot be read as UTF-8 text/],
  ] as const)
    it(`says what is wrong: ${what}`, async () => {
      const { code, stdout, stderr } = await fed(args, text);
      deepEqual([code, stdout], [2, '']);
      match(stderr, message);
      ok(stderr.startsWith('office-hours: '));
    });

  it('names no file that it would have to guess', async () => {
    const unclear = new CommandLine();
    for (const name of ['plan', 'start', 'first'])
      unclear.write(`office-hours/${name}.md`, '# Lantern office hours\n\n## Notes\n');
    const stdin = new TextEncoder().encode('x\n');
    const { code, stderr } = await unclear.run('import --date 2026-01-27', '', {}, { stdin });
    equal(code, 2);
    match(stderr, /^office-hours: import: 2026-01-27: .* It may be "office-hours\/2026-01-27\.md" or /);
    deepEqual(readdirSync(unclear.path('office-hours')), ['first.md', 'plan.md', 'start.md']);
    unclear.remove();
  });
});
