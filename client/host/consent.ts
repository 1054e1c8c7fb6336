/**
 * Which API addresses the user allowed or refused: a file in the extension's global storage, out of reach of a workspace.
 * `npm start` writes one for the stand-in that it starts itself (scripts/sampleGitHub.mjs).
 */

import * as vscode from 'vscode';

export type Answer = 'allowed' | 'denied';

const fileName = 'api-origins.json';

export class Consent {
  readonly #file: vscode.Uri;
  #answers: Readonly<Record<string, Answer>> = {};
  /** Resolves once the file has been read; never rejects. */
  readonly ready: Promise<void>;

  constructor(storage: vscode.Uri) {
    this.#file = vscode.Uri.joinPath(storage, fileName);
    this.ready = this.read().then(() => {});
  }

  /** Undefined: not asked yet. `origin` as in `originOf`. */
  of(origin: string): Answer | undefined {
    return Object.hasOwn(this.#answers, origin) ? this.#answers[origin] : undefined;
  }

  /** Keeps an answer for later sessions, too, where the file can be written. */
  async set(origin: string, answer: Answer): Promise<void> {
    await this.read();
    this.#answers = { ...this.#answers, [origin]: answer };
    try {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(this.#file, '..'));
      await vscode.workspace.fs.writeFile(
        this.#file,
        new TextEncoder().encode(JSON.stringify(this.#answers)),
      );
    } catch {
      // The answer still counts for this session.
    }
  }

  /** Reads the file anew: another window may have written. Never rejects. */
  async read(): Promise<this> {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      this.#answers = { ...this.#answers, ...answersIn(JSON.parse(text)) };
    } catch {
      // No file, or not one of ours: nothing is allowed by it.
    }
    return this;
  }
}

function answersIn(value: unknown): Record<string, Answer> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).filter(([, answer]) => answer === 'allowed' || answer === 'denied');
  return Object.fromEntries(entries) as Record<string, Answer>;
}
