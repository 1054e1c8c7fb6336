/** "Insert Reference…": a list of issues and pull requests, from the notes and the cache at once, from GitHub later. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import {
  type SearchReferencesParams,
  type SearchReferencesResult,
  searchReferences,
} from '../../shared/protocol.ts';
import type { NotesClient } from './newNote.ts';

/** The server waits for the pause in typing itself before it asks GitHub. */
const livePauseMs = 200;

function help(): string {
  return vscode.l10n.t('Type a number, words of a title, or {0} followed by either', 'owner/name#');
}

interface ReferenceItem extends vscode.QuickPickItem {
  readonly text: string;
}

export function registerInsertReference(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.insertReference', async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId !== 'markdown') return;
      const text = await pick(editor.document.uri.toString(), client);
      if (text === undefined) return;
      // Not as a snippet: a title may hold what means something in one.
      await editor.edit((edit) => {
        for (const selection of editor.selections) edit.replace(selection, text);
      });
    }),
  );
}

function pick(uri: string, client: NotesClient): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<ReferenceItem>();
  list.title = vscode.l10n.t('Insert Reference');
  list.placeholder = help();
  // The server finds; the list is not to filter what it found once more.
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let source = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What the shown items answer; behind what is typed until the next answer.
  let answered: string | undefined;
  let accepts = false;

  const ask = async (query: string, live: boolean, token: vscode.CancellationToken): Promise<void> => {
    const params: SearchReferencesParams = { uri, query, live };
    const none: SearchReferencesResult = { items: [] };
    const result = await client
      .sendRequest<SearchReferencesResult>(searchReferences, params, token)
      .catch(() => none);
    if (token.isCancellationRequested) return;
    const focused = show(list, result, query, query === answered);
    answered = query;
    if (live) list.busy = false;
    if (accepts) accept(focused);
  };
  const search = (query: string): void => {
    source.cancel();
    source.dispose();
    clearTimeout(timer);
    source = new vscode.CancellationTokenSource();
    const { token } = source;
    list.busy = true;
    accepts = false;
    void ask(query, false, token);
    timer = setTimeout(() => void ask(query, true, token), livePauseMs);
  };

  let accept: (item: ReferenceItem | undefined) => void = () => {};
  return new Promise((resolve) => {
    accept = (item) => {
      if (item === undefined) return;
      resolve(item.text);
      list.hide();
    };
    list.onDidChangeValue(search);
    list.onDidAccept(() => {
      // Enter may come before the answer to the last key, when the items are still about less than what is typed.
      const [selected] = list.selectedItems;
      if (list.value !== answered) accepts = true;
      else accept(selected && list.items.includes(selected) ? selected : list.items[0]);
    });
    list.onDidHide(() => {
      source.cancel();
      clearTimeout(timer);
      list.dispose();
      resolve(undefined);
    });
    list.show();
    search('');
  });
}

/**
 * Returns the item that has the focus now. The list itself tells the former one for a moment: it hears of the new one from
 * the window.
 */
function show(
  list: vscode.QuickPick<ReferenceItem>,
  { items, hint }: SearchReferencesResult,
  query: string,
  isSameQuery: boolean,
): ReferenceItem | undefined {
  const hadFocus = isSameQuery ? list.activeItems[0]?.text : undefined;
  list.items = items.map(({ number, title, description, text }) => ({
    label: `#${number} ${literalText(title, 'label')}`.trim(),
    description: literalText(description, 'label'),
    text,
    // Words in any order, which the list's own filter does not know.
    alwaysShow: true,
  }));
  // What the writer sees as the one that Enter takes stays that one; for other words it is the first.
  const again = list.items.find(({ text }) => text === hadFocus);
  if (again !== undefined) list.activeItems = [again];
  const nothing =
    query === ''
      ? vscode.l10n.t('No issues or pull requests in the notes yet')
      : vscode.l10n.t('No results found');
  list.placeholder = hint ?? (items.length === 0 ? nothing : help());
  return again ?? list.items[0];
}
