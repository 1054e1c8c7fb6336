/** The repositories that the notes' folders are clones of: asked for once per folder, never waited for by a keystroke. */

import { Emitter } from '../emitter.ts';
import type { Repository } from '../note/note.ts';
import { type Remote, repositoryOfRemotes, repositoryOfVirtualUri } from '../references/remote.ts';
import { parentUri } from '../uri.ts';

/** The remotes of the clone around a folder (a URI); none when there is none. */
export type RemoteSource = (folder: string) => Promise<readonly Remote[]>;

export class Remotes {
  /** What `of` gives differs now. */
  readonly changed = new Emitter();
  readonly #sources: readonly RemoteSource[];
  readonly #enterpriseHost: string | undefined;
  readonly #known = new Map<string, Repository | undefined>();
  readonly #asked = new Map<string, Promise<void>>();
  /** Asked for, and there were none. */
  readonly #without = new Set<string>();

  /** The first source that has any remotes is believed. `enterpriseHost`: see `Conventions`. */
  constructor(sources: readonly RemoteSource[], enterpriseHost?: string) {
    this.#sources = sources;
    this.#enterpriseHost = enterpriseHost;
  }

  /** What is known for a document by now; undefined while it is not, or when there is none. */
  of(uri: string): Repository | undefined {
    const folder = parentUri(uri);
    void this.#ask(folder);
    return this.#known.get(folder);
  }

  /** Settled when it is known. Where there was none, there may be one by now. Never rejects. */
  settled(uri: string): Promise<void> {
    const folder = parentUri(uri);
    if (this.#without.delete(folder)) this.#asked.delete(folder);
    return this.#ask(folder);
  }

  #ask(folder: string): Promise<void> {
    let asked = this.#asked.get(folder);
    if (asked === undefined) {
      asked = this.#find(folder);
      this.#asked.set(folder, asked);
    }
    return asked;
  }

  async #find(folder: string): Promise<void> {
    const virtual = repositoryOfVirtualUri(folder);
    if (virtual !== undefined) {
      this.#known.set(folder, virtual);
      return;
    }
    for (const source of this.#sources) {
      const remotes = await source(folder).catch(() => []);
      if (remotes.length === 0) continue;
      const repository = repositoryOfRemotes(remotes, this.#enterpriseHost);
      this.#known.set(folder, repository);
      if (repository === undefined) break;
      this.changed.emit();
      return;
    }
    this.#without.add(folder);
  }
}
