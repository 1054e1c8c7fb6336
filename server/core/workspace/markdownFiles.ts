/** The Markdown files there are, by folder: what lies beside a file says whether it is worth reading. */

import { isBelow, parentUri } from '../uri.ts';
import { isNoteName } from './membership.ts';

interface Folder {
  readonly files: Set<string>;
  /** How many of them are notes by name. */
  dated: number;
}

/** Every URI is canonical. */
export class MarkdownFiles {
  readonly #folders = new Map<string, Folder>();
  readonly #changedFolders = new Set<string>();

  /** A folder of notes, whatever else is in it: half of its files are notes by name. */
  isAmongNotes(folder: string): boolean {
    const known = this.#folders.get(folder);
    return known !== undefined && 2 * known.dated >= known.files.size;
  }

  /** Whether a file is known in a folder. */
  isKnown(folder: string): boolean {
    return this.#folders.has(folder);
  }

  has(uri: string): boolean {
    return this.#folders.get(parentUri(uri))?.files.has(uri) === true;
  }

  add(uri: string): void {
    const parent = parentUri(uri);
    const folder = this.#folders.get(parent) ?? { files: new Set(), dated: 0 };
    if (folder.files.has(uri)) return;
    this.#change(parent, () => {
      this.#folders.set(parent, folder);
      folder.files.add(uri);
      if (isNoteName(uri)) folder.dated++;
    });
  }

  /** Takes out a file, or all below a folder. True when there were any. */
  remove(uri: string): boolean {
    const gone = this.#below(uri);
    for (const each of gone) this.#delete(each);
    return gone.length > 0;
  }

  /** All below a folder is known now; files for which `isOthers` holds stay as they are. */
  replace(folder: string, uris: readonly string[], isOthers: (uri: string) => boolean): void {
    for (const uri of this.#below(folder)) if (!isOthers(uri)) this.#delete(uri);
    for (const uri of uris) this.add(uri);
    this.#changedFolders.clear();
  }

  /** The folders whose other files are worth reading now, or no longer, since this was asked for the last time. */
  takeChangedFolders(): readonly string[] {
    const changed = [...this.#changedFolders];
    this.#changedFolders.clear();
    return changed;
  }

  #below(uri: string): string[] {
    const own = this.has(uri) ? [uri] : [];
    const folders = [...this.#folders].filter(([parent]) => isBelow(parent, uri));
    return [...own, ...folders.flatMap(([, { files }]) => [...files])];
  }

  #delete(uri: string): void {
    const parent = parentUri(uri);
    const folder = this.#folders.get(parent);
    if (folder === undefined) return;
    this.#change(parent, () => {
      folder.files.delete(uri);
      if (isNoteName(uri)) folder.dated--;
      if (folder.files.size === 0) this.#folders.delete(parent);
    });
  }

  #change(parent: string, run: () => void): void {
    const size = (): number => this.#folders.get(parent)?.files.size ?? 0;
    const [before, wasAmong] = [size(), this.isAmongNotes(parent)];
    run();
    const hasOthers = Math.min(before, size()) > 0;
    if (hasOthers && this.isAmongNotes(parent) !== wasAmong) this.#changedFolders.add(parent);
  }
}
