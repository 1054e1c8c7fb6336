import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ImportNotesParams, type ImportNotesResult, importNotes } from '../../shared/importNotes.ts';
import type { Session } from '../helpers/session.ts';
import { sessionWithNotes } from '../helpers/sessionWithNotes.ts';

const note = (day: string, number: number) =>
  `# lantern office hours ${day}\n\n## Highlights\n\n* It works, [PR #${number}](https://github.com/octo/lantern/pull/${number})\n`;
const series = {
  '20260106_meeting_notes.md': note('2026-01-06', 1),
  '20260120_meeting_notes.md': note('2026-01-20', 2),
  '20260203_meeting_notes.md': note('2026-02-03', 3),
};

describe('notes of pasted text over the wire', () => {
  let root: string;
  let session: Session;
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true });
  });

  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    ({ root, session } = await sessionWithNotes(files));
  }

  const ask = (text: string, more: Partial<ImportNotesParams> = {}) =>
    session.client.sendRequest<ImportNotesResult>(importNotes, {
      folder: pathToFileURL(root).href,
      target: null,
      document: null,
      text,
      ...more,
    });
  const notes = async (text: string, more: Partial<ImportNotesParams> = {}) => {
    const result = await ask(text, more);
    ok(result.kind === 'notes', JSON.stringify(result));
    return result;
  };
  const nameOf = (uri: string | null) => uri?.split('/').at(-1);

  const pasted =
    '## 2026-03-17\r\n\r\n### Highlights\r\n\r\n• Faster, PR #12\r\n\r\n## 2026-02-03\r\n\r\n### Highlights\r\n\r\n## 2026-02-17\r\n\r\nAda\r\n\r\n## 2026-02-17\r\n';

  it('are those of the series, with its titles and links; what is there is skipped', async () => {
    await start(series);
    const result = await notes(pasted);
    deepEqual(
      result.notes.map(({ day, state, uri }) => [day, state, nameOf(uri)]),
      [
        ['2026-03-17', 'new', '20260317_meeting_notes.md'],
        ['2026-02-03', 'exists', '20260203_meeting_notes.md'],
        ['2026-02-17', 'new', '20260217_meeting_notes.md'],
        ['2026-02-17', 'twice', undefined],
      ],
    );
    deepEqual(
      result.files.map(({ text }) => text),
      [
        '# lantern office hours 2026-03-17\n\n## Highlights\n\n* Faster, [PR #12](https://github.com/octo/lantern/pull/12)\n',
        '# lantern office hours 2026-02-17\n\nAda\n',
      ],
    );
    deepEqual(result.changes, []);
    deepEqual(
      result.notes.map(({ problems }) => problems.length > 0),
      [false, false, true, false],
    );
    // Nothing is written.
    equal(readdirSync(join(root, 'docs')).length, 3);
    const some = await notes(pasted, { days: ['2026-02-17'] });
    deepEqual(
      some.files.map(({ uri }) => nameOf(uri)),
      ['20260217_meeting_notes.md'],
    );
  });

  it('have bare references where the series has', async () => {
    const bare = Object.entries(series).map(([name, text]) => [
      name,
      text.replace(/\[(PR #\d)\]\(.*\)/, '$1'),
    ]);
    await start(Object.fromEntries(bare));
    const { files } = await notes('Lantern office hours 2026-03-17\n\nPR #12\n');
    equal(files[0]!.text, '# lantern office hours 2026-03-17\n\nPR #12\n');
  });

  it('get the day that the writer chooses', async () => {
    await start(series);
    const asked = await ask('Ada said it.');
    ok(asked.kind === 'date' && asked.proposals.length > 0, JSON.stringify(asked));
    const { files } = await notes('Ada said it.', { date: '2026-03-03' });
    deepEqual(
      files.map(({ uri, text }) => [nameOf(uri), text]),
      [['20260303_meeting_notes.md', '# lantern office hours 2026-03-03\n\nAda said it.\n']],
    );
  });

  it('none: there is no text', async () => {
    await start(series);
    deepEqual(await ask(' \n'), {
      kind: 'refused',
      message: 'There is no text to import. Copy the text of the notes, or open it in an untitled document.',
    });
  });

  it('go into the file of their series, in its order, by one edit', async () => {
    const file =
      '# Syncs\r\n\r\n## 2026-02-03\r\n\r\n### Topics\r\n\r\n* a\r\n\r\n## 2026-01-20\r\n\r\n### Topics\r\n\r\n* b\r\n\r\n## 2026-01-06\r\n\r\n### Topics\r\n\r\n* c\r\n';
    await start({ 'meetings.md': file });
    const text =
      '# 2026-02-17\n\n## Topics\n\n* e\n\n# 2026-01-27\n\n* d\n\n# 2026-03-03\n\n* f\n\n# 2026-01-06\n\n* g\n';
    const result = await notes(text);
    deepEqual(
      result.notes.map(({ day, state }) => [day, state]),
      [
        ['2026-02-17', 'added'],
        ['2026-01-27', 'added'],
        ['2026-03-03', 'added'],
        ['2026-01-06', 'exists'],
      ],
    );
    const [change] = result.changes;
    equal(change?.edits.length, 1);
    const after = TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, file), [...change!.edits]);
    const added =
      '## 2026-03-03\n\n* f\n\n## 2026-02-17\n\n### Topics\n\n* e\n\n## 2026-02-03\n\n### Topics\n\n* a\n\n## 2026-01-27\n\n* d\n\n';
    equal(
      after,
      file.replace('## 2026-02-03\r\n\r\n### Topics\r\n\r\n* a\r\n\r\n', added.replaceAll('\n', '\r\n')),
    );
  });
});
