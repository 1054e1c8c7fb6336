/**
 * What the index keeps of each note, beyond the session: a note whose text is what it was is not parsed again. A file for each
 * workspace folder, in the same storage as the titles. Anything odd about a file makes it one that is not there.
 */

import type { NoteSummary } from '../archive/noteSummary.ts';
import { checksum } from '../checksum.ts';
import type { Conventions } from '../note/conventions.ts';
import type { IsoDate } from '../note/note.ts';
import type { Logger, Storage } from '../ports.ts';

/** Names every file of notes. */
const prefix = 'notes-';
/** With fewer notes to parse, a file is not worth it. */
const fewestNotes = 100;
const mostNotes = 20_000;
/** Of a file, in UTF-16 code units. */
const longestFile = 32_000_000;
const mostFiles = 10;
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
    this.#before = await this.#load(nameOf(folder));
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
    const file = serialize(this.#build, folder, notes);
    if (file.length > longestFile) return;
    const cleared = this.#cleared;
    await this.#contain('written', async () => {
      const name = nameOf(folder);
      const others = (await this.#storage.list(prefix)).filter((each) => each !== name);
      for (const each of others.slice(mostFiles - 1)) await this.#storage.remove(each);
      if (this.#cleared === cleared) await this.#storage.write(name, file);
    });
  }

  /** Removes what is kept of all folders. Never rejects. */
  async clear(): Promise<void> {
    this.#cleared++;
    this.#before = new Map();
    await this.#contain('removed', async () => {
      for (const name of await this.#storage.list(prefix)) await this.#storage.remove(name);
    });
  }

  async #load(name: string): Promise<Map<string, Kept>> {
    let kept: Map<string, Kept> | undefined;
    await this.#contain('read', async () => {
      const file = await this.#storage.read(name);
      kept = file === undefined ? undefined : parse(file, this.#build);
    });
    return kept ?? new Map();
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

/** The first line tells whether the rest is whole and by the same code. */
function serialize(build: string, folder: string, notes: ReadonlyMap<string, Kept>): string {
  const body = JSON.stringify([folder, [...notes.values()]]);
  return `${headOf(build, body)}\n${body}`;
}

function headOf(build: string, body: string): string {
  return JSON.stringify(['notes', build, checksum(body)]);
}

function parse(file: string, build: string): Map<string, Kept> | undefined {
  const end = file.indexOf('\n');
  const body = file.slice(end + 1);
  if (end < 0 || file.length > longestFile || file.slice(0, end) !== headOf(build, body)) return undefined;
  const [, notes] = JSON.parse(body) as [string, Kept[]];
  return new Map(notes.map((kept) => [kept.summary.uri, kept]));
}
