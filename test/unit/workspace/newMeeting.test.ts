import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { learnedTemplate } from '../../../server/core/workspace/learnTemplate.ts';
import { preparedNote } from '../../../server/core/workspace/newNote.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { defaultSettings } from '../../../shared/settings.ts';

const root = 'file:///w';
const meeting = (heading: string, name: string): string =>
  `## ${heading}\n\nRecording: https://youtu.be/${name}\n\n### Attendees\n\n* ${name}\n\n### Topics\n\n* ${name} said it\n`;

/** The path of the file and its text afterwards. */
async function after(files: Readonly<Record<string, string>>, date: string, template?: string) {
  const archive = new Archive();
  archive.setFolders([{ uri: root }]);
  if (template) archive.templates.update(`${root}/.office-hours/sync.md`, template);
  const uriOf = (path: string) => `${root}/${path}`;
  for (const [path, text] of Object.entries(files))
    archive.update(summarize(uriOf(path), parseNote(text), archive.templates.dateOf(uriOf(path))));
  const result = await preparedNote(
    { folder: root, date },
    {
      archive,
      clock: { today: () => date },
      files: {
        read: async (uris) =>
          uris.map((uri) => {
            const text = files[uri.slice(root.length + 1)];
            return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
          }),
      },
      openNote: () => undefined,
      settingsFor: () => defaultSettings,
    },
  );
  assert.ok(result.kind !== 'name' && result.kind !== 'refused', JSON.stringify(result));
  const path = result.uri?.slice(root.length + 1) ?? '';
  if (result.kind === 'exists') return { path, text: `exists ${result.line}` };
  if (result.kind === 'ready') return { path, text: `new\n${result.text}`, snippet: result.snippet };
  const lines = files[path]!.split('\n');
  assert.equal(lines[result.position.line], result.line);
  const line = lines[result.position.line]!;
  const { character } = result.position;
  lines[result.position.line] = line.slice(0, character) + result.text + line.slice(character);
  return { path, text: lines.join('\n'), snippet: result.snippet };
}

const blank = '\n\nRecording: \n\n### Attendees\n\n### Topics\n';
const [first, second, third] = [
  meeting('2026-01-06', 'Ada'),
  meeting('2026-01-20', 'Tove'),
  meeting('2026-02-03', 'Okan'),
];
const next = `## 2026-02-17${blank.replace('Recording: ', 'Recording: ')}`;

describe('a template that is learned of a file with several meetings', () => {
  it('describes one of them as if it had a file of its own', async () => {
    const uri = `${root}/meetings.md`;
    const text = `# Meetings\n\n${first}\n${second}\n${third}`;
    const archive = new Archive();
    archive.setFolders([{ uri: root }]);
    archive.update(summarize(uri, parseNote(text)));
    const learned = await learnedTemplate(
      { folder: root, target: null, document: null, series: null, taken: [] },
      {
        archive,
        files: {
          read: async (uris) =>
            uris.map((each) => (each === uri ? { kind: 'text', text } : { kind: 'missing' })),
          listMarkdown: async () => [uri],
        },
        timers: {
          after: (_, run) => {
            run();
            return () => {};
          },
        },
        openNote: (each) => (each === uri ? parseNote(text) : undefined),
        repositoryFor: async () => undefined,
      },
      { isCancellationRequested: false },
    );
    assert.ok(learned.kind === 'learned', JSON.stringify(learned));
    assert.match(learned.text, /\n# \$\{1:\$\{CURRENT_YEAR\}-\$\{CURRENT_MONTH\}-\$\{CURRENT_DATE\}\}\n/);
    assert.match(learned.text, /\n## Attendees\n[\s\S]*\n## Topics\n/);
    assert.doesNotMatch(learned.text, /\n###/);
  });
});

describe('the next meeting of a file with several', () => {
  it('goes above the others where the newest comes first', async () => {
    const { path, text, snippet } = await after(
      { 'meetings.md': `# Meetings\n\nHello\n\n${third}\n${second}\n${first}` },
      '2026-02-17',
    );
    assert.equal(path, 'meetings.md');
    assert.equal(text, `# Meetings\n\nHello\n\n${next}\n${third}\n${second}\n${first}`);
    assert.match(snippet!, /^## 2026-02-17\n\nRecording: \$1\n/);
  });

  it('goes below the others where the newest comes last', async () => {
    const { text } = await after(
      { 'meetings.md': `# Meetings\n\n${first}\n${second}\n${third}` },
      '2026-02-17',
    );
    assert.equal(text, `# Meetings\n\n${first}\n${second}\n${third}\n${next}`);
  });

  it('goes before what follows the meetings, and needs no line end at the end', async () => {
    const below = `# Meetings\n\n${first}\n${second}\n${third}\n## Next meeting\n\nSoon.\n`;
    const { text } = await after({ 'meetings.md': below }, '2026-02-17');
    assert.equal(text, `# Meetings\n\n${first}\n${second}\n${third}\n${next}\n## Next meeting\n\nSoon.\n`);
    const open = `# Meetings\n\n${first}\n${second}\n${third}`.trimEnd();
    assert.equal((await after({ 'meetings.md': open }, '2026-02-17')).text, `${open}\n\n${next.trimEnd()}`);
  });

  it('is divided from the others by the line that divides these', async () => {
    const line = '\n---\n\n';
    const newestFirst = `# Meetings\n\nHello\n${line}${[third, second, first].join(line)}`;
    assert.equal(
      (await after({ 'meetings.md': newestFirst }, '2026-02-17')).text,
      `# Meetings\n\nHello\n${line}${[next, third, second, first].join(line)}`,
    );
    const newestLast = `# Meetings\n\n${[first, second, third].join(line)}`;
    assert.equal(
      (await after({ 'meetings.md': newestLast }, '2026-02-17')).text,
      `# Meetings\n\n${[first, second, third, next].join(line)}`,
    );
    assert.equal(
      (await after({ 'meetings.md': newestLast + line.trimEnd() }, '2026-02-17')).text,
      `# Meetings\n\n${[first, second, third, next].join(line)}${line.trimEnd()}`,
    );
  });

  it('stands between others by its day', async () => {
    const { text } = await after(
      { 'meetings.md': `# Meetings\n\n${third}\n${second}\n${first}` },
      '2026-01-27',
    );
    assert.equal(text.indexOf('## 2026-01-27') < text.indexOf('## 2026-01-20'), true);
    assert.equal(text.indexOf('## 2026-01-27') > text.indexOf('## 2026-02-03'), true);
  });

  it('is that of its day where there is one', async () => {
    const file = { 'meetings.md': `# Meetings\n\n${third}\n${second}\n${first}` };
    assert.deepEqual(await after(file, '2026-02-03'), { path: 'meetings.md', text: 'exists 2' });
  });

  it('has what both of two meetings have', async () => {
    const { text } = await after({ 'meetings.md': `# Meetings\n\n${first}\n${second}` }, '2026-02-17');
    assert.equal(text, `# Meetings\n\n${first}\n${second}\n${next}`);
  });

  const months = {
    'meetings/2026-01.md': `# January 2026\n\n${meeting('January 6th', 'Ada')}\n${meeting('January 20th', 'Tove')}`,
    'meetings/2026-02.md': `# February 2026\n\n${meeting('February 3rd', 'Okan')}`,
  };
  it('goes into the file of its month, though that has one meeting so far', async () => {
    const { path, text } = await after(months, '2026-02-17');
    assert.equal(path, 'meetings/2026-02.md');
    assert.equal(text, `${months['meetings/2026-02.md']}\n## February 17th${blank}`);
  });

  it('begins the file of the next month', async () => {
    const { path, text } = await after(months, '2026-03-03');
    assert.equal(path, 'meetings/2026-03.md');
    assert.equal(text, `new\n# March 2026\n\n## March 3rd${blank}`);
  });

  it('begins the file of the next year', async () => {
    const year = { 'docs/minutes-2026.md': `# Minutes 2026\n\n${third}\n${second}\n${first}` };
    const { path, text } = await after(year, '2027-01-05');
    assert.equal(path, 'docs/minutes-2027.md');
    assert.equal(text, `new\n# Minutes 2027\n\n## 2027-01-05${blank}`);
  });

  it('stands below headings of level 1', async () => {
    const deeper = (text: string) => text.replaceAll('##', '#');
    const { text } = await after({ 'meetings.md': deeper(`${first}\n${second}\n${third}`) }, '2026-02-17');
    assert.equal(text, deeper(`${first}\n${second}\n${third}\n${next}`));
  });

  it('goes by a template file, below a heading like those of the others', async () => {
    const template =
      '---\nnotes: docs/*.md\ntitle: Lantern sync {YYYY-MM-DD}\n---\n# Lantern sync ${1:date}\n\n## Attendees\n\n* ${2}\n\n### Guests\n';
    const { text } = await after({ 'docs/sync.md': `# Sync\n\n${first}\n${second}` }, '2026-02-17', template);
    assert.equal(
      text,
      `# Sync\n\n${first}\n${second}\n## 2026-02-17\n\n### Attendees\n\n* \n\n#### Guests\n`,
    );
  });

  describe('below headings of years', () => {
    const deep = (text: string) => text.replaceAll('##', '###');
    const old = meeting('2025-12-09', 'Ada');
    const head = '# Meetings\n\n';
    const newYear = `## 2027\n\n${deep(`## 2027-01-05${blank}`)}`;
    const [a, b, c, z] = [first, second, third, old].map(deep);

    it('goes below its year, the newest first', async () => {
      const text = `${head}## 2026\n\n${c}\n${b}\n${a}\n## 2025\n\n${z}`;
      assert.equal(
        (await after({ 'meetings.md': text }, '2026-02-17')).text,
        `${head}## 2026\n\n${deep(next)}\n${c}\n${b}\n${a}\n## 2025\n\n${z}`,
      );
      assert.equal(
        (await after({ 'meetings.md': text }, '2027-01-05')).text,
        `${head}${newYear}\n${text.slice(head.length)}`,
      );
    });
    it('goes below its year, the newest last', async () => {
      const text = `${head}## 2025\n\n${z}\n## 2026\n\n${a}\n${b}\n${c}`;
      assert.equal((await after({ 'meetings.md': text }, '2026-02-17')).text, `${text}\n${deep(next)}`);
      assert.equal((await after({ 'meetings.md': text }, '2027-01-05')).text, `${text}\n${newYear}`);
    });
    it('goes below an earlier year', async () => {
      const text = `${head}## 2026\n\n${c}\n${b}\n${a}\n## 2025\n\n${z}`;
      const { text: late } = await after({ 'meetings.md': text }, '2025-12-23');
      assert.match(late, /## 2025\n\n### 2025-12-23\n[\s\S]*\n### 2025-12-09\n/);
      const { text: early } = await after({ 'meetings.md': text }, '2026-01-02');
      assert.match(early, /### 2026-01-06\n[\s\S]*\n### 2026-01-02\n[\s\S]*\n## 2025\n/);
    });
    it('goes below a month of its own', async () => {
      const [x, y] = [a, b].map((text) => text!.replaceAll('###', '####'));
      const text = `${head}## 2026\n\n### January\n\n${x}\n${y}`;
      const { text: later } = await after({ 'meetings.md': text }, '2026-02-17');
      assert.match(later, /Tove said it\n\n### February\n\n#### 2026-02-17\n/);
      const { text: nextYear } = await after({ 'meetings.md': text }, '2027-01-05');
      assert.match(nextYear, /Tove said it\n\n## 2027\n\n### January\n\n#### 2027-01-05\n/);
    });
  });
});
