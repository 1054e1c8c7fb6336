/** The numbers of issues whose forms were opened: whoever comes back to the window finds them in their action items. */

import * as vscode from 'vscode';
import {
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  type ListedActionItem,
} from '../../shared/actionItems.ts';
import { applyResult } from './applyResult.ts';
import type { NotesClient } from './newNote.ts';

/** Nobody fills in a form for longer, in milliseconds, or looks back at the editor more often before that. */
const longest = 60 * 60_000;
const mostLooks = 10;

interface Awaited {
  readonly params: EditItemParams;
  readonly since: number;
  looks: number;
}

export class CreatedIssues {
  readonly #client: NotesClient;
  #awaited: readonly Awaited[] = [];
  #isLooking = false;

  constructor({ subscriptions }: Pick<vscode.ExtensionContext, 'subscriptions'>, client: NotesClient) {
    this.#client = client;
    subscriptions.push(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused || this.#isLooking) return;
        this.#isLooking = true;
        void this.#look().finally(() => {
          this.#isLooking = false;
        });
      }),
    );
  }

  /** The form for this item is opened now. */
  expect({ uri, line, character, key }: ListedActionItem): void {
    const since = Date.now();
    const params: EditItemParams = { uri, line, character, key, action: { kind: 'refer', since } };
    const others = this.#awaited.filter(({ params: each }) => each.uri !== uri || each.key !== key);
    this.#awaited = [...others, { params, since, looks: 0 }];
  }

  /** One at a time; what GitHub does not tell of yet is looked for when the window has the focus again. */
  async #look(): Promise<void> {
    const now = Date.now();
    this.#awaited = this.#awaited.filter(({ since, looks }) => now - since < longest && looks < mostLooks);
    for (const each of this.#awaited) {
      each.looks++;
      const result = await this.#client
        .sendRequest<EditItemResult>(editActionItem, each.params)
        .catch(() => undefined);
      if (result?.kind !== 'edit') continue;
      this.#awaited = this.#awaited.filter((other) => other !== each);
      await applyResult(Promise.resolve(result));
    }
  }
}
