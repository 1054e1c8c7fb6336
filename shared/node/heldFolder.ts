/**
 * A folder that is held open while a file is made in it: whoever swaps a folder on the way for a link gets nothing elsewhere.
 * On Linux entries are named below the open folder itself (proc(5), `/proc/self/fd`), and no link is followed on the way
 * to it (`O_NOFOLLOW`). Other systems have no such names in Node; there the folder is looked at again before anything is written.
 */

import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmdirSync,
} from 'node:fs';
import { join, parse, sep } from 'node:path';

/** Needs no permission to list the folder (open(2)). Node has no name for it. */
const openPath = 0o10000000;

export const hasDescriptors: boolean = process.platform === 'linux' && existsSync('/proc/self/fd');

export class HeldFolder {
  readonly #real: string;
  readonly #byDescriptor: boolean;
  readonly #descriptors: number[] = [];
  /** The folders that were made, outermost first. */
  readonly #made: string[] = [];
  #at: string;
  #identity = '';

  /**
   * `real`: an absolute path without links. Throws an error with a code when it cannot be opened: `ELOOP` where a link is on
   * the way. `make`: folders that are missing are made.
   */
  constructor(real: string, make: boolean, byDescriptor = hasDescriptors) {
    this.#real = real;
    this.#byDescriptor = byDescriptor;
    const { root } = parse(real);
    this.#at = root;
    try {
      for (const component of real.slice(root.length).split(sep)) {
        if (component !== '') this.#enter(component, make);
      }
      this.#identity = identityOf(this.#at);
    } catch (error) {
      this.removeMade();
      this.release();
      throw error;
    }
  }

  /** The path of an entry. */
  at(name: string): string {
    return join(this.#at, name);
  }

  /** Whether the folder is still where it was, and no link is on the way. */
  isInPlace(): boolean {
    try {
      return realpathSync(this.#real) === this.#real && identityOf(this.#real) === this.#identity;
    } catch {
      return false;
    }
  }

  /** Removes the folders that were made for it, from the innermost out, as far as they are empty. */
  removeMade(): void {
    try {
      for (let folder = this.#made.pop(); folder !== undefined; folder = this.#made.pop()) {
        // By its path it may be another one by now.
        if (this.#byDescriptor || realpathSync(folder) === folder) rmdirSync(folder);
      }
    } catch {
      // Somebody uses it by now.
    }
  }

  release(): void {
    for (const descriptor of this.#descriptors.splice(0)) closeSync(descriptor);
  }

  #enter(component: string, make: boolean): void {
    const path = join(this.#at, component);
    try {
      this.#open(path);
    } catch (error) {
      if (!make || codeOf(error) !== 'ENOENT') throw error;
      this.#make(path);
      this.#open(path);
    }
  }

  #make(path: string): void {
    try {
      mkdirSync(path);
      this.#made.push(path);
    } catch (error) {
      // Somebody else was quicker.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }

  #open(path: string): void {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) throw withCode('ELOOP', path);
    if (!stat.isDirectory()) throw withCode('ENOTDIR', path);
    if (!this.#byDescriptor) {
      this.#at = path;
      return;
    }
    const descriptor = openSync(path, openPath | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    this.#descriptors.push(descriptor);
    this.#at = `/proc/self/fd/${descriptor}`;
  }
}

/** Of the folder at a path. The last component is followed: below `/proc` it is a link of its own kind. */
function identityOf(path: string): string {
  const { dev, ino } = lstatSync(`${path}${sep}.`, { bigint: true });
  return `${dev} ${ino}`;
}

function withCode(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
