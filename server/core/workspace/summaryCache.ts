/**
 * What the index keeps of each note, beyond the session: a note whose text is what it was is not parsed again. Each workspace folder has
 * files of some hundred notes, in the same storage as the titles: a large one would be in memory several times while it is read. Anything
 * odd about a file makes it one that is not there.
 */

import type { NoteSummary } from '../archive/noteSummary.ts';
import { checksum } from '../checksum.ts';
import type { Conventions } from '../note/conventions.ts';
import type { IsoDate } from '../note/note.ts';
import type { Logger, Storage } from '../ports.ts';
import { type PackedSummaries, packSummaries, unpackSummaries } from './packedSummaries.ts';

/** Names every file of notes. */
const prefix = 'notes-';
/** With fewer notes to parse, a file is not worth it. */
const fewestNotes = 100;
const mostNotes = 20_000;
/** Of a file. */
const notesOfFile = 250;
/** Of all files of a folder, in UTF-16 code units. */
const mostText = 32_000_000;
const mostFolders = 10;
/** More notes that are gone make another file. */
const mostMissing = 20;

/** What a summary was made of, besides the code. */
export interface SummarySource {
  readonly uri: string;
  readonly text: string;
  readonly conventions: Conventions;
  readonly fileDate: IsoDate | undefined;
}

interface Kept {
  readonly key: string;
  readonly summary: NoteSummary;
}

export class SummaryCache {
  readonly #storage: Storage;
  readonly #build: string;
  readonly #log: Logger;
  readonly #conventions = new WeakMap<Conventions, string>();
  /** By URI. */
  #before = new Map<string, Kept>();
  #now = new Map<string, Kept>();
  #made = 0;
  #cleared = 0;

  /** `build` tells the code that makes the summaries from every other. */
  constructor(storage: Storage, build: string, log: Logger) {
    this.#storage = storage;
    this.#build = build;
    this.#log = log;
  }

  /** Before the notes of a workspace folder, a URI, are read. Never rejects. */
  async begin(folder: string): Promise<void> {
    this.#before = await this.#load(folder);
    this.#now = new Map();
    this.#made = 0;
  }

  /** The summary of a note: as it was kept, or made anew. */
  of(source: SummarySource, make: () => NoteSummary): NoteSummary {
    const { uri, text, conventions, fileDate } = source;
    const key = `${checksum(text)}.${text.length}.${this.#keyOf(conventions)}.${fileDate ?? ''}`;
    const known = this.#before.get(uri);
    const kept = known?.key === key ? known : { key, summary: make() };
    if (kept !== known) this.#made++;
    this.#now.set(uri, kept);
    return kept.summary;
  }

  /** After all notes have been read: keeps their summaries, where some are new. Never rejects. */
  async end(folder: string): Promise<void> {
    const notes = this.#now;
    // Notes that are open are not read.
    const missing = this.#before.size - notes.size;
    const isSame = this.#made === 0 && missing >= 0 && missing < mostMissing;
    // Held no longer than they are needed.
    this.#before = new Map();
    this.#now = new Map();
    if (isSame || notes.size < fewestNotes || notes.size > mostNotes) return;
    const cleared = this.#cleared;
    await this.#contain('written', async () => {
      await this.#removeOthers(folder);
      const all = [...notes.values()];
      const names = new Set<string>();
      let length = 0;
      for (let from = 0; from < all.length && this.#cleared === cleared; from += notesOfFile) {
        const file = serialize(this.#build, folder, all.slice(from, from + notesOfFile));
        length += file.length;
        if (length > mostText) break;
        const name = `${nameOf(folder)}.${names.size}`;
        names.add(name);
        await this.#storage.write(name, file);
      }
      if (this.#cleared !== cleared) return this.clear();
      for (const name of await this.#storage.list(nameOf(folder)))
        if (!names.has(name)) await this.#storage.remove(name);
    });
  }

  /** Of the other folders, only some are kept. */
  async #removeOthers(folder: string): Promise<void> {
    const names = await this.#storage.list(prefix);
    const own = nameOf(folder);
    const others = [...new Set(names.map(folderOf))].filter((each) => each !== own);
    const gone = new Set(others.slice(mostFolders - 1));
    for (const name of names) if (gone.has(folderOf(name))) await this.#storage.remove(name);
  }

  /** Removes what is kept of all folders. Never rejects. */
  async clear(): Promise<void> {
    this.#cleared++;
    this.#before = new Map();
    await this.#contain('removed', async () => {
      for (const name of await this.#storage.list(prefix)) await this.#storage.remove(name);
    });
  }

  async #load(folder: string): Promise<Map<string, Kept>> {
    const all = new Map<string, Kept>();
    await this.#contain('read', async () => {
      for (const name of await this.#storage.list(nameOf(folder))) {
        const file = await this.#storage.read(name);
        for (const kept of (file && parse(file, this.#build)) || []) all.set(kept.summary.uri, kept);
      }
    });
    return all;
  }

  #keyOf(conventions: Conventions): string {
    const known = this.#conventions.get(conventions) ?? checksum(textOf(conventions));
    this.#conventions.set(conventions, known);
    return known;
  }

  async #contain(what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch {
      this.#log.error(`The file of what the notes say could not be ${what}.`);
    }
  }
}

function nameOf(folder: string): string {
  return `${prefix}${checksum(folder)}`;
}

function textOf(conventions: Conventions): string {
  return JSON.stringify(conventions, (_, value) => (value instanceof Map ? [...value] : value));
}

/** The common beginning of the names of a folder's files. */
function folderOf(name: string): string {
  return name.split('.')[0]!;
}

/** The first line tells whether the rest is whole and by the same code. */
function serialize(build: string, folder: string, notes: readonly Kept[]): string {
  const keys = notes.map(({ key }) => key);
  const body = JSON.stringify([folder, keys, packSummaries(notes.map(({ summary }) => summary))]);
  return `${headOf(build, body)}\n${body}`;
}

function headOf(build: string, body: string): string {
  return JSON.stringify(['notes', build, checksum(body)]);
}

function parse(file: string, build: string): Kept[] | undefined {
  const end = file.indexOf('\n');
  const body = file.slice(end + 1);
  if (end < 0 || file.length > mostText || file.slice(0, end) !== headOf(build, body)) return undefined;
  const [, keys, packed] = JSON.parse(body) as [string, string[], PackedSummaries];
  return unpackSummaries(packed).map((summary, index) => ({ key: keys[index]!, summary }));
}
