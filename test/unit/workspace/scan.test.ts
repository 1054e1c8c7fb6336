import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import type { Files, ReadResult } from '../../../server/core/ports.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import {
  readNotes,
  type ScanOptions,
  scanFolder,
  worthReading,
} from '../../../server/core/workspace/scan.ts';
import { addDays } from '../../../shared/calendar.ts';

const folder = 'file:///w';

/** Files in memory that remember what was read. */
class Disk implements Files {
  readonly texts = new Map<string, string | ReadResult>();
  readonly batches: (readonly string[])[] = [];
  /** Runs while a batch is under way, after its texts were taken. */
  meanwhile: () => void = () => {};

  add(path: string, text: string | ReadResult): this {
    this.texts.set(`${folder}/${path}`, text);
    return this;
  }

  async listMarkdown(below: string, limit: number): Promise<string[]> {
    return [...this.texts.keys()].filter((uri) => uri.startsWith(`${below}/`)).slice(0, limit);
  }

  async read(uris: readonly string[]): Promise<ReadResult[]> {
    this.batches.push(uris);
    const results = uris.map((uri): ReadResult => {
      const text = this.texts.get(uri);
      if (text === undefined) return { kind: 'missing' };
      return typeof text === 'string' ? { kind: 'text', text } : text;
    });
    await Promise.resolve();
    this.meanwhile();
    return results;
  }
}

const start = (files: Files, more: Partial<ScanOptions> = {}) => {
  const archive = new Archive();
  archive.setFolders([{ uri: folder }]);
  const options: ScanOptions = {
    archive,
    files,
    clock: { now: () => Date.now(), today: () => '2026-03-03' },
    isOpen: () => false,
    isCancelled: () => false,
    pause: async () => {},
    ...more,
  };
  return { archive, options };
};

const titled = (date: string): string => `# lantern office hours ${date}\n\n## Updates\n\n* Ada: hello\n`;

describe('scanFolder', () => {
  it('reads the notes, the newest first, and nothing else', async () => {
    const disk = new Disk()
      .add('README.md', '# Read me')
      .add('docs/guide.md', '# Guide')
      .add('docs/office-hours/20260106_meeting_notes.md', titled('2026-01-06'))
      .add('docs/office-hours/20260120_meeting_notes.md', titled('2026-01-20'))
      .add('docs/office-hours/README.md', '# About')
      .add('docs/office-hours/next.md', '# lantern office hours');
    const { archive, options } = start(disk);
    const result = await scanFolder(folder, undefined, options);
    assert.deepEqual(result, { kind: 'done', listed: 6, read: 3, capped: false });
    assert.deepEqual(
      disk.batches.flat().map((uri) => uri.split('/').at(-1)),
      ['20260120_meeting_notes.md', '20260106_meeting_notes.md', 'next.md'],
    );
    assert.equal(archive.mainSeries(folder)?.project, 'lantern');
    assert.deepEqual(archive.mainSeries(folder)?.people, ['Ada']);
    assert.equal(archive.mainSeries(folder)?.notes.length, 3);
  });

  it('reads in batches, and stops between them', async () => {
    const disk = new Disk();
    for (let index = 0; index < 200; index++) disk.add(`m/${addDays('2026-01-01', index)}.md`, '');
    const { options } = start(disk, { isCancelled: () => disk.batches.length >= 2 });
    const result = await scanFolder(folder, undefined, options);
    assert.equal(result.kind, 'cancelled');
    assert.deepEqual(
      disk.batches.map((batch) => batch.length),
      [64, 64],
    );
  });

  it('reads the template files a few at a time, and no more than anybody has', async () => {
    const disk = new Disk();
    for (let index = 0; index < 1000; index++) disk.add(`.office-hours/t${1000 + index}.md`, '# T');
    let pauses = 0;
    const { archive, options } = start(disk, { pause: async () => void pauses++ });
    await scanFolder(folder, undefined, options);
    assert.equal(archive.templates.all().length, 200);
    assert.ok(Math.max(...disk.batches.map((batch) => batch.length)) < 20);
    assert.ok(pauses > 10);
  });

  it('knows by its name what it cannot read', async () => {
    const disk = new Disk()
      .add('m/2026-01-01.md', { kind: 'too-large', bytes: 1e9 })
      .add('m/2026-01-02.md', { kind: 'binary' })
      .add('m/2026-01-03.md', { kind: 'failed', reason: 'EACCES' });
    const { archive, options } = start(disk);
    await scanFolder(folder, undefined, options);
    assert.deepEqual(
      archive.mainSeries(folder)?.notes.map((note) => note.fileDate),
      ['2026-01-03', '2026-01-02', '2026-01-01'],
    );
  });

  it('leaves open documents to the editor', async () => {
    const uri = `${folder}/m/2026-01-01.md`;
    const disk = new Disk().add('m/2026-01-01.md', titled('2026-01-01'));
    const { archive, options } = start(disk, { isOpen: (each) => each === uri });
    archive.update(summarize(uri, parseNote('# lamp office hours 2026-01-01')));
    await scanFolder(folder, undefined, options);
    assert.deepEqual(disk.batches.flat(), []);
    assert.equal(archive.mainSeries(folder)?.project, 'lamp');
  });

  for (const [what, gone] of [
    ['a note', 'm/2026-01-01.md'],
    ['its folder', 'm'],
  ] as const) {
    it(`makes no ghost of ${what} that is removed while it is read (acceptance 32)`, async () => {
      const disk = new Disk().add('m/2026-01-01.md', titled('2026-01-01'));
      const { archive, options } = start(disk);
      disk.meanwhile = () => archive.remove(`${folder}/${gone}`);
      await scanFolder(folder, undefined, options);
      assert.equal(archive.mainSeries(folder), undefined);
    });
  }

  it('does not undo an edit made while the file is read', async () => {
    const uri = `${folder}/m/2026-01-01.md`;
    const disk = new Disk().add('m/2026-01-01.md', titled('2026-01-01'));
    const { archive, options } = start(disk);
    disk.meanwhile = () => archive.update(summarize(uri, parseNote('# lamp office hours 2026-01-01')));
    await scanFolder(folder, undefined, options);
    assert.equal(archive.mainSeries(folder)?.project, 'lamp');
  });

  it('lets others have their turn while it works', async () => {
    const disk = new Disk();
    for (let index = 0; index < 40; index++) disk.add(`m/${addDays('2026-01-01', index)}.md`, '');
    let now = 0;
    let pauses = 0;
    const { options } = start(disk, {
      clock: { now: () => (now += 1), today: () => '2026-03-03' },
      pause: async () => {
        pauses++;
      },
    });
    await scanFolder(folder, undefined, options);
    assert.ok(pauses >= 3, String(pauses));
  });
});

describe('readNotes', () => {
  it('takes out what is gone', async () => {
    const disk = new Disk().add('m/2026-01-01.md', titled('2026-01-01')).add('m/2026-01-02.md', '');
    const { archive, options } = start(disk);
    await scanFolder(folder, undefined, options);
    disk.texts.delete(`${folder}/m/2026-01-01.md`);
    await readNotes([`${folder}/m/2026-01-01.md`], options);
    assert.deepEqual(
      archive.mainSeries(folder)?.notes.map((note) => note.fileName),
      ['2026-01-02.md'],
    );
  });
});

describe('worthReading', () => {
  const table: readonly [string, readonly string[], readonly string[]][] = [
    [
      'dated names anywhere',
      ['a.md', 'b.md', 'x/2026-01-01.md', '20260102.md'],
      ['20260102.md', 'x/2026-01-01.md'],
    ],
    ['folders named for notes', ['meetings/a.md', 'meetings/README.md', 'b/a.md'], ['meetings/a.md']],
    ['folders half full of notes', ['x/2026-01-01.md', 'x/a.md'], ['x/2026-01-01.md', 'x/a.md']],
    ['folders with a note among others', ['x/2026-01-01.md', 'x/a.md', 'x/b.md'], ['x/2026-01-01.md']],
    ['the folder of the setting', ['talk/x/a.md', 'talk/README.md', 'talks/a.md'], ['talk/x/a.md']],
    ['nothing hidden', ['.x/2026-01-01.md', 'node_modules/2026-01-01.md'], []],
  ];
  for (const [name, paths, expected] of table) {
    it(name, () => {
      const uris = paths.map((path) => `${folder}/${path}`);
      const found = worthReading(uris, folder, `${folder}/talk/`);
      assert.deepEqual(
        found.map((uri) => uri.slice(folder.length + 1)),
        expected,
      );
    });
  }
});
