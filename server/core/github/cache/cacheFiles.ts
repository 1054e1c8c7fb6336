/** Reads and writes the repositories' files, beside other windows that do the same. */

import { checksum } from '../../checksum.ts';
import type { Logger, Storage } from '../../ports.ts';
import { mergeSaved, parseFile, type SavedRepository, serialize, withoutFuture } from './cacheFormat.ts';
import { accountPrefix, anyPrefix, type FileOf, fileName, hostPrefix } from './fileNames.ts';

export class CacheFiles {
  readonly #storage: Storage;
  readonly #log: Logger;
  /** What each file was when it was last read or written here: anything else was written by another window. */
  readonly #seen = new Map<string, string>();

  constructor(storage: Storage, log: Logger) {
    this.#storage = storage;
    this.#log = log;
  }

  /** Undefined when there is no file, or none that can be read. `now` in milliseconds since 1970. Never rejects. */
  async load(of: FileOf, now: number): Promise<SavedRepository | undefined> {
    const name = fileName(of);
    const file = await this.#read(name);
    if (file === undefined) return undefined;
    this.#seen.set(name, checksum(file));
    const kept = parseFile(file, of);
    if (kept === undefined) this.#log.info('A cache file is damaged or from another version and is rebuilt.');
    return kept && withoutFuture(kept, now);
  }

  /**
   * Writes what is known, together with what another window has written since; that is what it gives. Undefined when it
   * could not be kept. Never rejects.
   */
  async save(
    of: FileOf,
    kept: SavedRepository,
    isWanted: () => boolean,
  ): Promise<SavedRepository | undefined> {
    const name = fileName(of);
    const file = await this.#read(name);
    const isOthers = file !== undefined && checksum(file) !== this.#seen.get(name);
    const others = isOthers ? parseFile(file, of) : undefined;
    const merged = others === undefined ? kept : mergeSaved(kept, withoutFuture(others, kept.savedAt));
    const next = serialize(merged, of);
    if (!isWanted() || !(await this.#write(name, next))) return undefined;
    // Signed out while it was being written.
    if (!isWanted()) await this.#remove([name]);
    this.#seen.set(name, checksum(next));
    return merged;
  }

  /** Removes all that an account could see. Never rejects. */
  async purge(host: string, accountId: string): Promise<void> {
    await this.#remove(await this.#list(accountPrefix(host, accountId)));
  }

  /** Removes what is left of accounts that are signed out since; public titles stay. Never rejects. */
  async purgeOthers(host: string, accountIds: readonly string[]): Promise<void> {
    const kept = accountIds.map((id) => accountPrefix(host, id));
    const names = await this.#list(hostPrefix(host));
    await this.#remove(names.filter((name) => !kept.some((prefix) => name.startsWith(prefix))));
  }

  /** Removes everything about a host, or about all; drafts of killed processes, too. Never rejects. */
  async clear(host?: string): Promise<void> {
    await this.#remove(await this.#list(host === undefined ? anyPrefix : hostPrefix(host)));
  }

  async #remove(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#seen.delete(name);
      await this.#contain('removed', undefined, () => this.#storage.remove(name));
    }
  }

  #read(name: string): Promise<string | undefined> {
    return this.#contain('read', undefined, () => this.#storage.read(name));
  }

  async #write(name: string, text: string): Promise<boolean> {
    const written = await this.#contain('written', false, () => this.#storage.write(name, text));
    if (!written) this.#log.error('The titles of a repository could not be written to the cache.');
    return written;
  }

  #list(prefix: string): Promise<readonly string[]> {
    return this.#contain('listed', [], () => this.#storage.list(prefix));
  }

  /** A storage that fails is a storage that has nothing. */
  async #contain<T>(what: string, otherwise: T, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch {
      this.#log.error(`A cache file could not be ${what}.`);
      return otherwise;
    }
  }
}
