import { deepEqual, equal, ok } from 'node:assert/strict';
import type { NoteSummary } from '../../../server/core/archive/noteSummary.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { scanFolder } from '../../../server/core/workspace/scan.ts';
import { SummaryCache } from '../../../server/core/workspace/summaryCache.ts';
import { makeArchive } from '../../bench/notes.ts';
import { archives } from '../../helpers/archives.ts';
import { parserWork } from '../../helpers/parserWork.ts';
import { MemoryLog, MemoryStorage } from '../github/fakes.ts';

const root = 'file:///w';

interface Scanned {
  readonly notes: readonly NoteSummary[];
  /** Characters that the parser has seen. */
  readonly parsed: number;
}

async function scan(
  texts: ReadonlyMap<string, string>,
  storage: MemoryStorage,
  build = 'a',
  enterpriseHost?: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Scanned> {
  const archive = new Archive(enterpriseHost);
  archive.setFolders([{ uri: root }]);
  const summaries = new SummaryCache(storage, build, new MemoryLog());
  let read = 0;
  let isStopped = false;
  const { parsed } = await parserWork(async () => {
    await summaries.begin(root);
    await scanFolder(root, undefined, {
      archive,
      summaries,
      files: {
        listMarkdown: async () => [...texts.keys()],
        read: async (uris) => {
          read += uris.length;
          isStopped = read > most;
          return uris.map((uri) => ({ kind: 'text', text: texts.get(uri)! }));
        },
      },
      clock: { now: () => 0, today: () => '2026-02-01' },
      isOpen: () => false,
      isCancelled: () => isStopped,
      pause: async () => {},
    });
    // The next round begins when all is written.
    await (isStopped ? summaries.begin(root) : summaries.end());
  });
  return { notes: archive.allSeries().flatMap(({ notes }) => notes), parsed };
}

function archiveOf(count: number): Map<string, string> {
  return new Map(
    makeArchive(count).map(({ name, text }) => [`${root}/docs/office-hours/${name}`, text] as const),
  );
}

/** Short ones, where only their number matters. */
function shortNotes(count: number): Map<string, string> {
  const day = 86_400_000;
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const date = new Date(Date.UTC(2026, 0, 6) - (count - 1 - at) * 14 * day).toISOString().slice(0, 10);
      const place = `${root}/docs/office-hours/${date.replaceAll('-', '')}_meeting_notes.md`;
      return [place, `# lantern office hours ${date}\n\n* okan: PR #${1 + at}\n`];
    }),
  );
}

describe('what is kept of notes for the next session', () => {
  it('is what would be read of them again', async () => {
    const texts = archiveOf(120);
    for (const { name, files } of archives(7)) {
      for (const { path, text } of files) texts.set(`${root}/${name}/${path}`, text);
    }
    const storage = new MemoryStorage();
    const cold = await scan(texts, storage);
    const warm = await scan(texts, storage);
    ok(cold.parsed > 0 && cold.notes.length >= 120);
    equal(warm.parsed, 0);
    deepEqual(warm.notes, cold.notes);
  });

  it('is read again where the text, the code or the way of reading has changed', async () => {
    const texts = shortNotes(120);
    const storage = new MemoryStorage();
    const { parsed } = await scan(texts, storage);
    const [first] = texts.keys();
    texts.set(first!, `${texts.get(first!)}\n## Added\n`);
    const changed = await scan(texts, storage);
    ok(changed.parsed > 0 && changed.parsed < parsed / 50);
    ok(changed.notes.some(({ headings }) => headings.some(({ text }) => text === 'Added')));
    equal((await scan(texts, storage)).parsed, 0);
    ok((await scan(texts, storage, 'b')).parsed >= parsed);
    ok((await scan(texts, storage, 'b', 'ghe.example.com')).parsed >= parsed);
  });

  it('is nothing where the file is damaged, cleared, or not worth it', async () => {
    const texts = shortNotes(120);
    const storage = new MemoryStorage();
    const { parsed } = await scan(texts, storage);
    const [name] = await storage.list('notes-');
    const file = await storage.read(name!);
    for (const damaged of ['', 'x', file!.slice(0, -5), file!.replace('okan', 'okam')]) {
      await storage.write(name!, damaged);
      equal((await scan(texts, storage)).parsed, parsed);
    }
    await new SummaryCache(storage, 'a', new MemoryLog()).clear();
    deepEqual(await storage.list('notes-'), []);
    await scan(shortNotes(99), storage);
    deepEqual(await storage.list('notes-'), []);
  });

  it('is in files of some hundred notes, without those of notes that are gone', async () => {
    const storage = new MemoryStorage();
    const many = shortNotes(600);
    const { parsed } = await scan(many, storage);
    equal((await storage.list('notes-')).length, 3);
    equal((await scan(many, storage)).parsed, 0);
    const [, second] = await storage.list('notes-');
    await storage.remove(second!);
    const partly = await scan(many, storage);
    ok(partly.parsed > parsed / 4 && partly.parsed < parsed / 2);
    equal((await scan(many, storage)).parsed, 0);
    await scan(shortNotes(120), storage);
    equal((await storage.list('notes-')).length, 1);
  });

  it('is kept while the notes are read, for a session that ends before all are', async () => {
    const storage = new MemoryStorage();
    const many = shortNotes(1_000);
    const { parsed } = await scan(many, new MemoryStorage());
    await scan(many, storage, 'a', undefined, 800);
    equal((await storage.list('notes-')).length, 3);
    const rest = await scan(many, storage);
    ok(rest.parsed > 0.2 * parsed && rest.parsed < 0.3 * parsed);
    equal(rest.notes.length, 1_000);
    equal((await scan(many, storage)).parsed, 0);
  });

  it('writes one file for a note that changed, and one for notes that came', async () => {
    const storage = new MemoryStorage();
    const some = shortNotes(600);
    await scan(some, storage);
    const names = await storage.list('notes-');
    const before = await Promise.all(names.map((name) => storage.read(name)));
    const changed = async () => {
      const after = await Promise.all(names.map((name) => storage.read(name)));
      return after.filter((text, index) => text !== before[index]).length;
    };
    const [first] = some.keys();
    some.set(first!, `${some.get(first!)}\n## Added\n`);
    await scan(some, storage);
    equal(await changed(), 1);
    for (const day of ['06', '07', '08'])
      some.set(`${root}/docs/office-hours/202602${day}_meeting_notes.md`, `# Notes 2026-02-${day}\n`);
    await scan(some, storage);
    ok((await changed()) <= 2);
    equal((await storage.list('notes-')).length, 3);
    const { notes, parsed } = await scan(some, storage);
    deepEqual([notes.length, parsed], [603, 0]);
  });

  it('takes a third of the room that its data takes', async () => {
    const storage = new MemoryStorage();
    const { notes } = await scan(archiveOf(250), storage);
    const texts = await Promise.all((await storage.list('notes-')).map((name) => storage.read(name)));
    ok(texts.join('').length < 0.4 * JSON.stringify(notes).length);
  });
});
