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

/** A file as it was at the start. */
interface KeptFile {
  readonly name: string;
  /** How many notes are in it. */
  readonly size: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** Those of its notes that are there yet, as they are now. */
  readonly seen: Kept[];
  isChanged: boolean;
}

interface Known extends Kept {
  readonly file: KeptFile;
}

/** From `begin` to `end`. */
interface Round {
  readonly folder: string;
  readonly cleared: number;
  /** By URI. */
  readonly known: ReadonlyMap<string, Known>;
  readonly files: readonly KeptFile[];
  /** The names of files whose notes are there, and of those that are written. */
  readonly taken: Set<string>;
  /** Those of files that are good for nothing. */
  readonly free: Set<string>;
  /** Notes that no file has, fewer than fill one. */
  fresh: Kept[];
  /** How many notes there are. */
  count: number;
  /** Of all files, in UTF-16 code units. */
  length: number;
}

export class SummaryCache {
  readonly #storage: Storage;
  readonly #build: string;
  readonly #log: Logger;
  readonly #conventions = new WeakMap<Conventions, string>();
  #round: Round | undefined;
  /** Settled when all is written that is to be written so far. Never rejects. */
  #written: Promise<void> = Promise.resolve();
  #cleared = 0;

  /** `build` tells the code that makes the summaries from every other. */
  constructor(storage: Storage, build: string, log: Logger) {
    this.#storage = storage;
    this.#build = build;
    this.#log = log;
  }

  /** Before the notes of a workspace folder, a URI, are read. Never rejects. */
  async begin(folder: string): Promise<void> {
    await this.#written;
    this.#round = await this.#load(folder);
  }

  /** The summary of a note: as it was kept, or made anew. */
  of({ uri, text, conventions, fileDate }: SummarySource, make: () => NoteSummary): NoteSummary {
    const round = this.#round;
    if (round === undefined) return make();
    const key = `${checksum(text)}.${text.length}.${this.#keyOf(conventions)}.${fileDate ?? ''}`;
    const known = round.known.get(uri);
    const kept = known?.key === key ? known : { key, summary: make() };
    round.count++;
    if (known) {
      known.file.seen.push(kept);
      known.file.isChanged ||= kept !== known;
    } else {
      round.fresh.push(kept);
      // A session that ends before all notes are read leaves what it has read.
      if (round.fresh.length === notesOfFile) this.#writeFresh(round);
    }
    return kept.summary;
  }

  /** After all notes have been read: keeps what is not kept yet. Never rejects. */
  async end(): Promise<void> {
    const round = this.#round;
    // Held no longer than it is needed.
    this.#round = undefined;
    if (round && round.count >= fewestNotes) this.#writeRest(round);
    await this.#written;
  }

  #writeFresh(round: Round): void {
    const notes = round.fresh;
    round.fresh = [];
    this.#write(round, freeName(round), notes);
  }

  #writeRest(round: Round): void {
    const { files, fresh, free } = round;
    const kept = files.filter(({ seen }) => seen.length > 0);
    const withRoom = kept.find(({ seen }) => seen.length + fresh.length <= notesOfFile);
    if (fresh.length > 0 && withRoom) {
      withRoom.seen.push(...fresh);
      withRoom.isChanged = true;
    } else if (fresh.length > 0) this.#writeFresh(round);
    for (const { name, size, length, seen, isChanged } of kept) {
      // Notes that are open are not read.
      if (isChanged || size - seen.length >= mostMissing) this.#write(round, name, seen, length);
    }
    for (const { name, seen } of files) if (seen.length === 0) free.add(name);
    this.#queue(round, 'removed', async () => {
      for (const name of free) await this.#storage.remove(name);
    });
  }

  /** One file after the other: what waits is not text yet. `before` is the length of what stands there. */
  #write(round: Round, name: string, notes: readonly Kept[], before = 0): void {
    this.#queue(round, 'written', async () => {
      const file = serialize(this.#build, round.folder, notes);
      const length = round.length - before + file.length;
      if (length > mostText) return;
      round.length = length;
      await this.#storage.write(name, file);
    });
  }

  #queue(round: Round, what: string, run: () => Promise<void>): void {
    this.#written = this.#written.then(() =>
      this.#contain(what, async () => {
        if (this.#cleared === round.cleared) await run();
        if (this.#cleared !== round.cleared) await this.#removeAll();
      }),
    );
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
    this.#round = undefined;
    await this.#contain('removed', () => this.#removeAll());
  }

  async #removeAll(): Promise<void> {
    for (const name of await this.#storage.list(prefix)) await this.#storage.remove(name);
  }

  async #load(folder: string): Promise<Round> {
    const known = new Map<string, Known>();
    const files: KeptFile[] = [];
    const [taken, free] = [new Set<string>(), new Set<string>()];
    const cleared = this.#cleared;
    let length = 0;
    await this.#contain('read', async () => {
      for (const name of await this.#storage.list(nameOf(folder))) {
        const text = await this.#storage.read(name);
        const notes = text === undefined ? undefined : parse(text, this.#build);
        if (notes === undefined) {
          free.add(name);
          continue;
        }
        const file = { name, size: notes.length, length: text!.length, seen: [], isChanged: false };
        files.push(file);
        taken.add(name);
        length += file.length;
        for (const { key, summary } of notes) known.set(summary.uri, { key, summary, file });
      }
      if (files.length === 0) await this.#removeOthers(folder);
    });
    return { folder, cleared, known, files, taken, free, fresh: [], count: 0, length };
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

/** A name for one more file, first those that are good for nothing. */
function freeName({ folder, taken, free }: Round): string {
  let [name] = free;
  for (let index = 0; name === undefined || taken.has(name); index++) name = `${nameOf(folder)}.${index}`;
  free.delete(name);
  taken.add(name);
  return name;
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
