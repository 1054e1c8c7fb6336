/** What the previews link, asked of the server only for notes that are previewed. */

import * as vscode from 'vscode';
import {
  type DocumentParams,
  type PreviewReferencesResult,
  previewReferences,
} from '../../shared/protocol.ts';
import type { NotesServer } from '../host/notesServer.ts';
import { linkReferences, type MarkdownIt, type PreviewReference } from './linkReferences.ts';

interface CacheEntry {
  /** Of the document that was asked about; -1: to be asked again. */
  version: number;
  references: readonly PreviewReference[];
}

/** Several answers may come at once. */
const refreshPauseMs = 100;

export class PreviewReferences {
  readonly #cache = new Map<string, CacheEntry>();
  #server: NotesServer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Pick<vscode.ExtensionContext, 'subscriptions'>) {
    context.subscriptions.push(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#cache.delete(uri.toString())),
      { dispose: () => clearTimeout(this.#timer) },
    );
  }

  /** From now on this server is asked. */
  follow(server: NotesServer): void {
    this.#server = server;
    server.onDidChangeReferences(() => this.#askAgain());
    this.#askAgain();
  }

  readonly extendMarkdownIt = <T extends MarkdownIt>(markdown: T): T =>
    linkReferences(markdown, (document) => (document instanceof vscode.Uri ? this.#of(document) : []));

  #of(uri: vscode.Uri): readonly PreviewReference[] {
    const key = uri.toString();
    const entry = this.#cache.get(key) ?? { version: -1, references: [] };
    this.#cache.set(key, entry);
    this.#ask(key, entry);
    return entry.references;
  }

  #ask(key: string, entry: CacheEntry): void {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    if (document === undefined || this.#server === undefined || entry.version === document.version) return;
    entry.version = document.version;
    const params: DocumentParams = { uri: key };
    this.#server.sendRequest<PreviewReferencesResult | null>(previewReferences, params).then(
      (answer) => {
        const references = answer?.references ?? [];
        if (JSON.stringify(references) === JSON.stringify(entry.references)) return;
        entry.references = references;
        this.#refresh();
      },
      () => {
        // There is no server; the next one says when there is something to ask.
        entry.version = -1;
      },
    );
  }

  #askAgain(): void {
    for (const [key, entry] of this.#cache) {
      entry.version = -1;
      this.#ask(key, entry);
    }
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // The built-in Markdown extension may be switched off.
      vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => {});
    }, refreshPauseMs);
  }
}
