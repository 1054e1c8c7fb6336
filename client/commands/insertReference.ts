/** "Insert Reference…": a list of issues and pull requests, from the notes and the cache at once, from GitHub later. */

import * as vscode from 'vscode';
import {
  type SearchReferencesParams,
  type SearchReferencesResult,
  searchReferences,
} from '../../shared/protocol.ts';
import { withoutIcons } from '../host/literal.ts';
import type { NotesClient } from './newNote.ts';

/** The server waits for the pause in typing itself before it asks GitHub. */
const livePauseMs = 200;

const help = 'Type a number, words of a title, or owner/name# followed by either';

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
  list.title = 'Insert Reference';
  list.placeholder = help;
  // The server finds; the list is not to filter what it found once more.
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let source = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (query: string, live: boolean, token: vscode.CancellationToken): Promise<void> => {
    const params: SearchReferencesParams = { uri, query, live };
    const none: SearchReferencesResult = { items: [] };
    const result = await client
      .sendRequest<SearchReferencesResult>(searchReferences, params, token)
      .catch(() => none);
    if (token.isCancellationRequested) return;
    show(list, result, query);
    if (live) list.busy = false;
  };
  const search = (query: string): void => {
    source.cancel();
    source.dispose();
    clearTimeout(timer);
    source = new vscode.CancellationTokenSource();
    const { token } = source;
    list.busy = true;
    void ask(query, false, token);
    timer = setTimeout(() => void ask(query, true, token), livePauseMs);
  };

  return new Promise((resolve) => {
    list.onDidChangeValue(search);
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.text);
      list.hide();
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

function show(
  list: vscode.QuickPick<ReferenceItem>,
  { items, hint }: SearchReferencesResult,
  query: string,
): void {
  const hadFocus = list.activeItems[0]?.text;
  list.items = items.map(({ number, title, description, text }) => ({
    label: `#${number} ${withoutIcons(title)}`.trim(),
    description,
    text,
    // Words in any order, which the list's own filter does not know.
    alwaysShow: true,
  }));
  // What the writer had moved to stays what Enter takes.
  const again = list.items.find(({ text }) => text === hadFocus);
  if (again !== undefined) list.activeItems = [again];
  const nothing = query === '' ? 'No issues or pull requests in the notes yet' : 'No results found';
  list.placeholder = hint ?? (items.length === 0 ? nothing : help);
}
