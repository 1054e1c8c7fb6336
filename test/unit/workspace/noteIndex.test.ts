import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { NoteSummary, ReferenceMention } from '../../../server/core/archive/noteSummary.ts';
import { projectInTitle } from '../../../server/core/archive/series.ts';
import { summarizeName } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { addDays } from '../../../shared/calendar.ts';
import { findDate } from '../../../shared/dates/findDate.ts';
import { growsLinearly } from '../../helpers/growth.ts';

const summary = (path: string, known: Partial<NoteSummary> = {}): NoteSummary => {
  const titleDate = findDate(known.titleText ?? '')?.value;
  return {
    ...summarizeName(`file:///w/${path}`),
    ...(titleDate === undefined ? {} : { titleDate }),
    ...known,
  };
};

const archiveOf = (...notes: readonly NoteSummary[]): Archive => {
  const archive = new Archive();
  archive.setFolders([{ uri: 'file:///w' }]);
  for (const note of notes) archive.update(note);
  return archive;
};

const names = (archive: Archive, folder = 'file:///w/docs'): string[] | undefined =>
  archive.seriesIn(folder)?.notes.map((note) => note.fileName);

const note = (text: string) => parseNote(text);

describe('Archive', () => {
  it('keeps notes by folder, the newest first, undated ones last', () => {
    const archive = archiveOf(
      summary('docs/20260106_meeting_notes.md'),
      summary('docs/20260203_meeting_notes.md'),
      summary('docs/next.md', { titleText: 'lantern office hours' }),
      summary('docs/january.md', { titleText: 'lantern office hours 2026-01-20' }),
      summary('other/20260301_meeting_notes.md'),
      summary('docs/README.md'),
      summary('docs/ideas.md', { titleText: 'Ideas' }),
    );
    assert.deepEqual(names(archive), [
      '20260203_meeting_notes.md',
      'january.md',
      '20260106_meeting_notes.md',
      'next.md',
    ]);
    assert.deepEqual(names(archive, 'file:///w/other/'), ['20260301_meeting_notes.md']);
    assert.equal(archive.seriesIn('file:///w'), undefined);
  });

  it('knows a file however its URI is spelled', () => {
    const archive = archiveOf(summary('my (notes)/20260106_meeting_notes.md'));
    archive.update(summary('my%20%28notes%29/20260106_meeting_notes.md', { people: ['Oana'] }));
    assert.deepEqual(archive.seriesIn('file:///w/my (notes)')?.people, ['Oana']);
    assert.equal(names(archive, 'file:///w/my (notes)')?.length, 1);
  });

  it('joins the years of a series', () => {
    const archive = archiveOf(
      summary('meetings/2025/2025-12-30.md'),
      summary('meetings/2026/01/2026-01-13.md'),
    );
    assert.deepEqual(names(archive, 'file:///w/meetings'), ['2026-01-13.md', '2025-12-30.md']);
    assert.equal(archive.seriesOf('file:///w/meetings/2025/2025-12-30.md')?.folder, 'file:///w/meetings');
  });

  it('takes the folder of the setting as one series, whatever is in it', () => {
    const archive = new Archive();
    archive.setFolders([{ uri: 'file:///w/', notesFolder: 'file:///w/talk' }]);
    archive.update(summary('talk/a/ideas.md', { titleText: 'Ideas' }));
    archive.update(summary('talk/b.md'));
    archive.update(summary('docs/20260106_meeting_notes.md'));
    archive.update(summary('docs/20260107_meeting_notes.md'));
    archive.update(summary('docs/20260108_meeting_notes.md'));
    assert.deepEqual(names(archive, 'file:///w/talk'), ['ideas.md', 'b.md']);
    assert.equal(archive.mainSeries('file:///w')?.folder, 'file:///w/talk');
    archive.setFolders([{ uri: 'file:///w' }]);
    assert.equal(archive.seriesIn('file:///w/talk'), undefined);
    assert.equal(archive.mainSeries('file:///w')?.folder, 'file:///w/docs');
  });

  it('leaves out hidden folders and installed packages', () => {
    const archive = archiveOf(
      summary('.cache/20260106_meeting_notes.md'),
      summary('node_modules/a/20260106_meeting_notes.md'),
    );
    assert.equal(archive.mainSeries(), undefined);
    assert.ok(!archive.isNote('file:///w/.cache/20260106_meeting_notes.md', note('')));
  });

  it('takes the largest series for the main one, by workspace folder', () => {
    const archive = new Archive();
    archive.setFolders([{ uri: 'file:///w' }, { uri: 'file:///v' }]);
    for (const day of ['20260106', '20260107', '20260108'])
      archive.update(summary(`docs/${day}_meeting_notes.md`));
    archive.update(summary('old/20260109_meeting_notes.md'));
    archive.update(summary('../v/20260110_meeting_notes.md'));
    archive.update(summarizeName('file:///v/x/20260110_meeting_notes.md'));
    assert.equal(archive.mainSeries('file:///w')?.folder, 'file:///w/docs');
    assert.equal(archive.mainSeries('file:///v')?.folder, 'file:///v/x');
    assert.equal(archive.mainSeries()?.folder, 'file:///w/docs');
    assert.equal(archive.mainSeries('file:///nowhere'), undefined);
  });

  describe('seriesOf', () => {
    const archive = archiveOf(
      summary('docs/20260106_meeting_notes.md'),
      summary('docs/20260107_meeting_notes.md'),
      summary('drafts/20260108_meeting_notes.md'),
    );
    for (const [uri, folder] of [
      ['file:///w/docs/20260106_meeting_notes.md', 'file:///w/docs'],
      ['file:///w/docs/new.md', 'file:///w/docs'],
      ['file:///w/drafts/20260108_meeting_notes.md', 'file:///w/docs'],
      ['file:///w/empty/x.md', 'file:///w/docs'],
      ['untitled:Untitled-1', 'file:///w/docs'],
    ] as const) {
      it(`${uri} learns from ${folder}`, () => assert.equal(archive.seriesOf(uri)?.folder, folder));
    }

    it('is undefined without notes', () => assert.equal(archiveOf().seriesOf('file:///w/a.md'), undefined));

    it('keeps a lonely note in its own', () => {
      const lonely = archiveOf(summary('docs/20260106_meeting_notes.md'));
      assert.equal(lonely.seriesOf('file:///w/docs/20260106_meeting_notes.md')?.notes.length, 1);
    });
  });

  describe('isNote', () => {
    const archive = archiveOf(
      summary('docs/20260106_meeting_notes.md', { titleText: 'lantern gathering 2026-01-06' }),
    );
    for (const [path, text, expected] of [
      ['file:///w/docs/20260106_meeting_notes.md', '', true],
      ['file:///w/docs/20260120_meeting_notes.md', '', true],
      ['file:///w/a.md', '# lantern office hours 2026-01-20', true],
      ['file:///w/a.md', '# Lantern gathering 2026-02-20', true],
      ['file:///w/a.md', '# Lantern gathering', false],
      ['file:///w/a.md', '# Changelog\n\n## 2026-01-20', false],
      ['file:///w/a.txt', '# lantern office hours 2026-01-20', false],
      ['file:///w/README.md', '# lantern office hours 2026-01-20', false],
      ['file:///elsewhere/20260120_meeting_notes.md', '', true],
      ['file:///w/.git/20260120_meeting_notes.md', '', false],
      ['untitled:Untitled-1', '# lantern office hours 2026-01-20', true],
      ['untitled:Untitled-1', '# lantern 2026-01-20', false],
      ['untitled:Untitled-1', '', false],
      ['vscode-vfs://github/o/r/docs/20260120_meeting_notes.md', '', true],
    ] as const) {
      it(`${path} ${JSON.stringify(text)}: ${expected}`, () =>
        assert.equal(archive.isNote(path, note(text)), expected));
    }
  });

  it('takes out a note, a folder, a series', () => {
    const archive = archiveOf(
      summary('docs/20260106_meeting_notes.md'),
      summary('docs/20260107_meeting_notes.md'),
      summary('docs/2026/20260108_meeting_notes.md'),
      summary('docs2/20260109_meeting_notes.md'),
    );
    assert.ok(archive.remove('file:///w/docs/20260107_meeting_notes.md'));
    assert.ok(!archive.remove('file:///w/docs/20260107_meeting_notes.md'));
    assert.equal(names(archive)?.length, 2);
    assert.ok(archive.remove('file:///w/docs/2026'));
    assert.equal(names(archive)?.length, 1);
    assert.ok(archive.remove('file:///w/docs/'));
    assert.equal(names(archive), undefined);
    assert.equal(archive.mainSeries('file:///w')?.folder, 'file:///w/docs2');
  });

  it('drops what lay in a workspace folder that is closed', () => {
    const archive = archiveOf(summary('docs/20260106_meeting_notes.md'));
    archive.update(summarizeName('file:///single/20260107_meeting_notes.md'));
    archive.setFolders([]);
    assert.equal(archive.mainSeries()?.folder, 'file:///single');
    assert.equal(archive.mainSeries()?.notes.length, 1);
  });

  describe('what it learns', () => {
    it('people by how lately, then by how often, in one spelling', () => {
      const archive = archiveOf(
        summary('docs/20260106_meeting_notes.md', { people: ['Ada', 'Bo', 'Cy'] }),
        summary('docs/20260107_meeting_notes.md', { people: ['Bo', 'Ada', 'Di'] }),
        summary('docs/20260108_meeting_notes.md', { people: ['ada', 'Ed'] }),
      );
      assert.deepEqual(archive.mainSeries()?.people, ['ada', 'Ed', 'Bo', 'Di', 'Cy']);
    });

    it('the repository that most notes name', () => {
      const repository = (name: string) => ({ host: 'github.com', owner: 'lantern', name });
      const named = (name: string): ReferenceMention => ({
        number: 1,
        kind: 'pull',
        repository: repository(name),
      });
      const archive = archiveOf(
        summary('docs/20260106_meeting_notes.md', { references: [named('lanternd')] }),
        summary('docs/20260107_meeting_notes.md', {
          references: [named('Lanternd'), { number: 2, kind: 'issue' }],
        }),
        summary('docs/20260108_meeting_notes.md', {
          references: [named('site'), named('site'), named('site')],
        }),
      );
      assert.deepEqual(archive.mainSeries()?.repository, repository('Lanternd'));
      assert.equal(archiveOf(summary('docs/20260106_meeting_notes.md')).mainSeries()?.repository, undefined);
    });

    it('the project that most of the latest titles name', () => {
      const archive = archiveOf(
        summary('docs/20260106_meeting_notes.md', { titleText: 'lamp office hours 2026-01-06' }),
        summary('docs/20260107_meeting_notes.md', { titleText: 'lantern office hours 2026-01-07' }),
        summary('docs/20260108_meeting_notes.md', { titleText: 'lantern office hours 2026-01-08' }),
      );
      assert.equal(archive.mainSeries()?.project, 'lantern');
    });

    for (const [title, project] of [
      ['lantern office hours 2026-01-06', 'lantern'],
      ['2026-01-06 Lantern community meeting', 'Lantern'],
      [
        'Node.js Technical Steering Committee (TSC) Meeting 2026-01-06',
        'Node.js Technical Steering Committee (TSC)',
      ],
      ['lantern: office hours, 2026-01-06', 'lantern'],
      ['lantern - meeting notes', 'lantern'],
      ['Office hours 2026-01-06', undefined],
      ['lantern 2026-01-06', undefined],
      ['lantern', undefined],
      ['', undefined],
      ['2026-01-06', undefined],
    ] as const) {
      it(`${JSON.stringify(title)} → ${project}`, () => assert.equal(projectInTitle(title), project));
    }
  });

  it('answers with the same object until something changes', () => {
    const archive = archiveOf(summary('docs/20260106_meeting_notes.md'));
    const uri = 'file:///w/docs/20260106_meeting_notes.md';
    const before = archive.seriesOf(uri);
    const { generation } = archive;
    assert.ok(!archive.update(summary('docs/20260106_meeting_notes.md')));
    assert.equal(archive.seriesOf(uri), before);
    assert.equal(archive.generation, generation);
    assert.ok(archive.update(summary('docs/20260106_meeting_notes.md', { people: ['Ada'] })));
    assert.notEqual(archive.seriesOf(uri), before);
    assert.ok(archive.generation > generation);
  });

  describe('with 10,000 notes (acceptance 28)', () => {
    const most = 10_000;
    const pathOf = (index: number) => `docs/${addDays('2000-01-01', index)}.md`;
    const people = (index: number): string[] => ['Ada', `P${index % 50}`, `Q${index % 7}`];
    const filled = (count: number) => {
      const archive = archiveOf();
      for (let index = 0; index < count; index++) {
        archive.update(summary(pathOf(index), { people: people(index) }));
      }
      return archive;
    };

    it('holds them all', () => assert.equal(filled(most).mainSeries('file:///w')?.notes.length, most));

    it('takes as long for each as with a few', () => growsLinearly((count) => () => filled(count), most));

    it('answers as quickly as with a few while nothing changes', () => {
      growsLinearly((count) => {
        const archive = filled(count);
        const uri = `file:///w/${pathOf(0)}`;
        archive.seriesOf(uri);
        return () => {
          // Once for each: an answer that costs what there is would make it a square.
          for (let index = 0; index < count; index++) {
            archive.update(summary(pathOf(0), { people: people(0) }));
            archive.seriesOf(uri);
            archive.isNote(uri, undefined);
          }
        };
      }, most);
    });

    it('costs no more than to look at each once when one changes', () => {
      growsLinearly((count) => {
        const archive = filled(count);
        return () => {
          for (let index = 0; index < 10; index++) {
            archive.update(summary(pathOf(0), { people: people(index + 1) }));
            archive.mainSeries('file:///w');
          }
        };
      }, most);
    });
  });
});
