import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, linkSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { CommandLine, goodNote } from '../../helpers/commandLine.ts';

const note = 'docs/20260120_meeting_notes.md';
/** Two fixes that are safe, the year and an empty duplicate, and a task that nobody owns. */
const bad = `${goodNote('2025-01-20')}\n* TODO: write\n\n## Highlights since the last meeting\n`;
const mended = `${goodNote('2026-01-20')}\n* TODO: write\n`;

describe('check --fix', () => {
  let line: CommandLine;
  const content = (path = note) => readFileSync(line.path(path), 'utf8');
  beforeEach(() => {
    line = new CommandLine();
    line.write('docs/20260106_meeting_notes.md', goodNote());
    line.write(note, bad);
  });
  afterEach(() => line.remove());

  it('fixes what is safe, tells of it, and reports what is left', async () => {
    const { code, stdout, stderr } = await line.run('check --offline --fix .');
    equal(stderr, '');
    equal(code, 1);
    match(stdout, new RegExp(`^${note}:1: fixed: .*2026-01-20.* \\[title-date-mismatch\\]\\n`));
    match(stdout, new RegExp(`\\n${note}:\\d+: fixed: Remove .* \\[section-duplicate\\]\\n`));
    match(
      stdout,
      /:9:3: warning Action item has no owner.*\n.*\n.*\n2 problems fixed\. 1 problem \(1 warning\) in 2 notes\.\n$/,
    );
    equal(content().trimEnd(), mended.trimEnd());
    const again = await line.run('check --offline --fix --format json .');
    equal(JSON.parse(again.stdout).length, 1);
    equal(again.stderr, '');
  });

  it('fixes what the notes show as they were: what it inserts is no habit of the other notes', async () => {
    const sections = ['Bugs', 'Bugs', 'Talks', 'Bugs', 'News', 'Bugs', 'Bugs', 'Talks', 'Bugs'];
    for (const [index, section] of sections.entries()) {
      const date = new Date(Date.UTC(2025, 6, 8 + 14 * index)).toISOString().slice(0, 10);
      line.write(`calls/${date}.md`, `# Dev call ${date}\n\n## ${section}\n\n* It is late.\n`);
    }
    const before = JSON.parse((await line.run('check --offline --format json calls')).stdout);
    const files = before
      .filter(({ code }: { code: string }) => code === 'section-missing')
      .map(({ file }: { file: string }) => file);
    equal(files.length, 1);
    const { stdout } = await line.run('check --offline --fix calls');
    deepEqual(
      [...stdout.matchAll(/^(.*):\d+: fixed: .*\[section-missing\]$/gm)].map(([, file]) => file),
      files,
    );
  });

  it('inserts no title where the notes before it show no form', async () => {
    line.write('calls/2026-11-03.md', '# Sync 2026-11-03\n\n## Notes\n\n* It is late.\n');
    line.write('calls/2026-11-10.md', '# Sync 2026-11-10\n\n## Notes\n\n* It is late.\n');
    const untitled = '## Notes\n\n* It is late.\n';
    line.write('calls/2026-11-17.md', untitled);
    const { stdout } = await line.run('check --offline --fix calls');
    match(stdout, /2026-11-17\.md:1:1: warning .* \[title-missing\]/);
    equal(content('calls/2026-11-17.md'), untitled);
  });

  it('gives 0 when nothing is left', async () => {
    line.write(note, bad.replace('* TODO: write\n', ''));
    equal((await line.run('check --offline --fix .')).code, 0);
    equal((await line.run('check --offline .')).code, 0);
  });

  for (const format of ['json', 'github', 'sarif']) {
    it(`tells of the fixes beside the report for programs: ${format}`, async () => {
      const { stdout, stderr } = await line.run(`check --offline --fix --format ${format} .`);
      match(stderr, /fixed: .*title-date-mismatch/);
      ok(!stdout.includes('fixed:'));
    });
  }

  for (const [what, mark, end] of [
    ['a byte order mark', '\uFEFF', '\n'],
    ['CRLF', '', '\r\n'],
    ['CRLF after a byte order mark', '\uFEFF', '\r\n'],
    ['lone CR', '', '\r'],
  ] as const) {
    it(`keeps ${what} (acceptance 30)`, async () => {
      const without = `# w office hours 2025-01-20\n\nYouTube: https://youtu.be/x\n\n## Other\n\nada: x\n`;
      line.write(note, mark + without.replaceAll('\n', end));
      await line.run('check --offline --fix docs');
      const fixed = content();
      ok(fixed.startsWith(`${mark}# w office hours 2026-01-20${end}`), JSON.stringify(fixed));
      ok(fixed.includes(`## Highlights since the last meeting${end}`), JSON.stringify(fixed));
      equal(fixed.replaceAll(end, '').match(/[\r\n]/), null, JSON.stringify(fixed));
    });
  }

  it('takes a character for no byte order mark that begins with the same byte', async () => {
    line.write(note, `（草稿）\n\n${bad}`);
    const { stderr } = await line.run('check --offline --fix docs');
    equal(stderr, '');
    match(content(), /^（草稿）\n\n# w office hours 2026-01-20\n/);
  });

  it('keeps the mode, and a link a link', async () => {
    chmodSync(line.path(note), 0o640);
    symlinkSync('docs/20260120_meeting_notes.md', line.path('20260120_meeting_notes.md'));
    await line.run('check --offline --fix 20260120_meeting_notes.md');
    ok(lstatSync(line.path('20260120_meeting_notes.md')).isSymbolicLink());
    equal(lstatSync(line.path(note)).mode & 0o777, 0o640);
    equal(content().trimEnd(), mended.trimEnd());
  });

  it('leaves alone what a link outside of the repository leads to', async () => {
    const outside = new CommandLine();
    try {
      outside.write('docs/20260120_meeting_notes.md', bad);
      outside.write('.bashrc', bad);
      symlinkSync(outside.path('.bashrc'), line.path('docs/20260203_meeting_notes.md'));
      symlinkSync(outside.root, line.path('linked'));
      for (const named of ['.', 'docs/20260203_meeting_notes.md', `linked/${note}`, 'linked']) {
        const { stderr } = await line.run(`check --offline --fix ${named}`);
        match(stderr, /"(?:docs|linked)\/.*" is a link to a file outside the repository and is not fixed/);
      }
      equal(readFileSync(outside.path('.bashrc'), 'utf8'), bad);
      equal(readFileSync(outside.path(note), 'utf8'), bad);
      await line.run(`check --offline --fix ${outside.path(note)}`);
      equal(readFileSync(outside.path(note), 'utf8').trimEnd(), mended.trimEnd());
    } finally {
      outside.remove();
    }
  });

  it('writes nothing in hidden folders, though they are named', async () => {
    for (const folder of ['.git', '.git/hooks', 'docs/.hidden']) {
      const path = `${folder}/20260120_meeting_notes.md`;
      line.write(path, bad);
      const { stderr } = await line.run(`check --offline --fix ${path}`);
      match(
        stderr,
        /is in the hidden folder "\.(?:git|hidden)" and is not fixed\. Move it to another folder\./,
      );
      equal(content(path), bad);
    }
  });

  it('leaves the other names of a file as they were', async () => {
    line.write('kept', bad);
    linkSync(line.path('kept'), line.path('docs/20260203_meeting_notes.md'));
    await line.run('check --offline --fix .');
    equal(content('kept'), bad);
  });

  for (const format of ['text', 'json', 'github', 'sarif']) {
    it(`gives a workflow no command by a file's name: ${format}`, async function () {
      // No file there can be called so.
      if (process.platform === 'win32') this.skip();
      for (const name of [
        '::error::20260120.md',
        '##[error]20260127.md',
        'a\n::set-env name=x::y 20260203.md',
      ])
        line.write(name, bad);
      const { stdout, stderr } = await line.run(`check --offline --fix --format ${format} .`, '', {
        GITHUB_ACTIONS: 'true',
      });
      ok(
        format !== 'json' || JSON.parse(stdout).some(({ file }: { file: string }) => file.startsWith('##[')),
      );
      for (const text of [stderr, ...(format === 'github' ? [] : [stdout])])
        ok(!/^\s*::|##\[/m.test(text), text);
      if (format === 'github')
        for (const text of stdout.trimEnd().split('\n'))
          match(text, /^::(?:warning|error|notice) file=[^:]+::/);
    });
  }

  for (const open of ['```\ncode\n', 'a\r```\rb\n## C\n', '<!-- a comment\n', '<pre>\n']) {
    it(`does not grow a note in which a missing section would not be seen: ${JSON.stringify(open)}`, async () => {
      line.write(
        '.office-hours/a.md',
        '# w office hours $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE\n\n## Updates\n',
      );
      line.write(note, `# w office hours 2026-01-20\n\n${open}`);
      await line.run('check --offline --fix .');
      equal(content(), `# w office hours 2026-01-20\n\n${open}`);
    });
  }

  it('takes a file once, whatever leads to it', async () => {
    symlinkSync('docs/20260120_meeting_notes.md', line.path('20260120_meeting_notes.md'));
    symlinkSync('docs', line.path('more'));
    const names = `20260120_meeting_notes.md ${note} more/20260120_meeting_notes.md .`;
    const { stdout, stderr } = await line.run(`check --offline --fix ${names}`);
    equal(stderr, '');
    match(stdout, /\n2 problems fixed\. 1 problem \(1 warning\) in 2 notes\.\n$/);
  });

  it('leaves a file alone that is no UTF-8 (acceptance 29)', async () => {
    const bytes = Buffer.concat([Buffer.from(bad), Buffer.of(0xff)]);
    line.write(note, bytes);
    const { code, stderr } = await line.run(`check --offline --fix ${note}`);
    equal(code, 2);
    match(stderr, /20260120_meeting_notes\.md" is not UTF-8/);
    ok(readFileSync(line.path(note)).equals(bytes));
  });

  it('names the file that cannot be written, and reports it as it is', async () => {
    chmodSync(line.path(note), 0o444);
    const { code, stdout, stderr } = await line.run('check --offline --fix --format json .');
    equal(code, 2);
    equal(
      stderr,
      `office-hours: check: "${note}" cannot be written (read-only). Check permissions and free space.\n`,
    );
    equal(JSON.parse(stdout).length, 3);
    equal(content(), bad);
  });

  it('changes nothing that has nothing to fix', async () => {
    line.write(note, mended);
    const before = lstatSync(line.path(note));
    await line.run('check --offline --fix .');
    const { ino, mtimeMs } = lstatSync(line.path(note));
    deepEqual([ino, mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('goes on when nobody reads on', async () => {
    line.write('docs/20260203_meeting_notes.md', bad.replace('2025-01-20', '2025-02-03'));
    await line.run('check --offline --fix .', '', {}, { isClosed: () => true });
    match(content('docs/20260203_meeting_notes.md'), /^# w office hours 2026-02-03\n/);
  });
});
