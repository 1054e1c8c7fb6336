/** Files that wait until it is worth asking GitHub for what they mention: in few requests, and without keeping them all. */

import type { CheckContext } from '../core/checks/problem.ts';
import { type IssueKey, keyText, resolveReference } from '../core/references/issueKey.ts';
import type { LookUps } from './lookUp.ts';
import type { ReadFile } from './readFile.ts';

/** In UTF-16 code units of their texts together. */
const mostUnits = 8_000_000;

export class LookUpQueue {
  readonly #lookUps: LookUps | undefined;
  #files: ReadFile[] = [];
  #keys = new Map<string, IssueKey>();
  #units = 0;

  /** Without `lookUps` every file is ready at once. */
  constructor(lookUps: LookUps | undefined) {
    this.#lookUps = lookUps;
  }

  /** Gives those that are ready now, in the order they came. */
  async add(file: ReadFile): Promise<readonly ReadFile[]> {
    const lookUps = this.#lookUps;
    if (lookUps === undefined) return [file];
    this.#files.push(file);
    if (file.kind === 'note') this.#gather(file.context, lookUps);
    const isEnough = this.#keys.size === 0 || this.#keys.size >= lookUps.wanted || this.#units > mostUnits;
    return isEnough ? this.rest() : [];
  }

  /** Gives all that are left. */
  async rest(): Promise<readonly ReadFile[]> {
    const files = this.#files;
    const keys = [...this.#keys.values()];
    this.#files = [];
    this.#keys = new Map();
    this.#units = 0;
    await this.#lookUps?.lookUp(keys);
    return files;
  }

  #gather({ note, own }: CheckContext, lookUps: LookUps): void {
    this.#units += note.text.length;
    for (const reference of note.references) {
      const key = resolveReference(reference, own);
      if (key !== undefined && lookUps.isNew(key)) this.#keys.set(keyText(key), key);
    }
  }
}
