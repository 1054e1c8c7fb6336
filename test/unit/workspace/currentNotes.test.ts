import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { unpackPlace } from '../../../server/core/archive/place.ts';
import { noteDate, summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { canonicalUri } from '../../../server/core/uri.ts';
import { CurrentNotes } from '../../../server/core/workspace/currentNotes.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import type { OpenDocument } from '../../../server/core/workspace/openDocument.ts';

const uriOf = (name: string) => `file:///w/docs/${name}`;
const textOf = (date: string, rest: string) => `# lantern office hours ${date}\n\n${rest}`;

/** `files` and `open`: texts by file names. */
function world(files: Readonly<Record<string, string>>, open: Readonly<Record<string, string>> = {}) {
  const archive = new Archive();
  archive.setFolders([{ uri: 'file:///w' }]);
  const save = (name: string, text: string) => archive.update(summarize(uriOf(name), parseNote(text)));
  for (const [name, text] of Object.entries(files)) save(name, text);
  let documents: OpenDocument[] = [];
  const type = (name: string, text: string) => {
    const uri = uriOf(name);
    const document = { uri, canonicalUri: canonicalUri(uri), note: parseNote(text) };
    documents = [...documents.filter((each) => each.uri !== uri), document as OpenDocument];
  };
  for (const [name, text] of Object.entries(open)) type(name, text);
  const current = new CurrentNotes({
    archive,
    openDocuments: () => documents,
    isNote: ({ uri, note }) => archive.isNote(uri, note),
  });
  return { archive, current, save, type };
}

/** Each note's date and its items with their lines. */
const spell = (current: CurrentNotes): string[] =>
  current
    .all()
    .flatMap(({ notes }) => notes)
    .map((note) =>
      [
        noteDate(note),
        ...(note.facts?.items.map(({ text, place }) => `${unpackPlace(place).line} ${text}`) ?? []),
      ].join(' | '),
    );

describe('the notes as they are now', () => {
  const files = {
    '20260106_meeting_notes.md': textOf('2026-01-06', 'TODO: Ada: write a'),
    '20260120_meeting_notes.md': textOf('2026-01-20', 'TODO: Bo: write b'),
  };

  it('have the text of an open document, not of its file', () => {
    const { current, type } = world(files, {
      '20260106_meeting_notes.md': textOf('2026-01-06', 'more\n\nTODO: Ada: write c'),
    });
    assert.deepEqual(spell(current), ['2026-01-20 | 2 Bo: write b', '2026-01-06 | 4 Ada: write c']);
    type('20260106_meeting_notes.md', textOf('2026-01-06', 'gone'));
    assert.deepEqual(spell(current), ['2026-01-20 | 2 Bo: write b', '2026-01-06']);
  });

  it('have a note that was not saved yet at its place', () => {
    const { current } = world(files, {
      '20260113_meeting_notes.md': textOf('2026-01-13', 'TODO: Cy: write c'),
      'README.md': '# Notes\n\nTODO: none',
    });
    assert.deepEqual(spell(current), [
      '2026-01-20 | 2 Bo: write b',
      '2026-01-13 | 2 Cy: write c',
      '2026-01-06 | 2 Ada: write a',
    ]);
  });

  it('touches neither the series nor another note when one is typed in', () => {
    const { archive, current, type } = world(files, files);
    const series = archive.mainSeries();
    const [other] = current.all()[0]!.notes;
    const { generation, factsGeneration } = archive;
    type('20260106_meeting_notes.md', textOf('2026-01-06', 'TODO: Ada: write something else'));
    assert.equal(current.all()[0]!.notes[0], other);
    assert.equal(archive.mainSeries(), series);
    assert.deepEqual([archive.generation, archive.factsGeneration], [generation, factsGeneration]);
  });

  it('follow a file whose lines and items changed, though its series learns nothing from that', () => {
    const { archive, current, save } = world(files);
    const series = archive.mainSeries();
    const { generation, factsGeneration } = archive;
    save('20260120_meeting_notes.md', textOf('2026-01-20', '\n\nTODO: Bo: write d'));
    assert.deepEqual(spell(current)[0], '2026-01-20 | 4 Bo: write d');
    assert.equal(archive.mainSeries(), series);
    assert.equal(archive.generation, generation);
    assert.ok(archive.factsGeneration > factsGeneration);
  });

  it('are those of the series that was moved away, too', () => {
    const { current } = world({
      ...files,
      'old/20250107_meeting_notes.md': textOf('2025-01-07', 'TODO: Ada: write z'),
    });
    assert.deepEqual(spell(current), [
      '2026-01-20 | 2 Bo: write b',
      '2026-01-06 | 2 Ada: write a',
      '2025-01-07 | 2 Ada: write z',
    ]);
  });

  it('are the meetings of a file with several', () => {
    const text = (rest: string) =>
      `# Meetings\n\n## Meeting 2026-01-06\n\nTODO: Ada: a b\n\n## Meeting 2026-01-20\n\n${rest}`;
    const { current } = world({ 'meetings.md': text('none') }, { 'meetings.md': text('TODO: Bo: c d\n') });
    assert.deepEqual(spell(current), ['2026-01-20 | 8 Bo: c d', '2026-01-06 | 4 Ada: a b']);
  });
});
