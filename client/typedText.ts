/**
 * Keeps what is typed in a note as it is typed.
 *
 * VS Code gives the focus to the first item of a list that opened by itself; Enter and Tab then replace the typed text by
 * it: `issue #27` becomes `issue #273`. An extension cannot change that for some files of a language only. So the first item of
 * each list of ours is the typed text itself, and package.json binds Enter and Tab to what they do without a list while
 * that item has the focus. Any other item has to be reached with the arrow keys first, and is then accepted as ever.
 *
 * When-clauses know the item by `suggestionCanResolve`: false only for an item of a provider without
 * `resolveCompletionItem`, without documentation, and whose detail is its label (VS Code's suggestController.ts, 1.91 to
 * 1.139). `officeHours.typedTextShown` limits that to notes, as another extension may have such an item.
 */

import * as vscode from 'vscode';
import { literalText } from '../shared/literalText.ts';
import {
  completionTriggers,
  type TypedTextParams,
  type TypedTextResult,
  typedText,
} from '../shared/protocol.ts';
import type { NotesClient } from './commands/newNote.ts';

/** True in an editor whose note has shown a list of ours. */
const shownKey = 'officeHours.typedTextShown';

/** As many as may be typed before an answer. */
const blanks = ' '.repeat(20);

/** In UTF-16 code units; the default of a tab stop for a number or a person is a word or two. */
const longestPlaceholder = 60;

export function registerTypedText(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
  listShown: (typed: string) => void,
): void {
  let shown = false;
  const show = (value: boolean) => {
    if (value === shown) return;
    shown = value;
    void vscode.commands.executeCommand('setContext', shownKey, value);
  };
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, { triggerCharacter }) {
      const { version } = document;
      const found = await ask(client, document, position, token, triggerCharacter).catch(() => null);
      // Where the server had the next key already, it may find no list for the former position. VS Code asks only those
      // providers again that gave an item, and would show the next list without the typed text.
      if (found === null || (found.start === null && document.version === version)) return undefined;
      show(true);
      const character = found.start ?? wordStart(document, position);
      const range = new vscode.Range(position.with({ character }), position);
      // The typed text differs after the next key.
      const text = document.getText(range);
      if (found.start !== null) listShown(text);
      if (text.trim() === '') return undefined;
      return new vscode.CompletionList([itemFor(text, range, found.inserts)], true);
    },
  };
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(
      { language: 'markdown' },
      provider,
      ...completionTriggers,
    ),
    vscode.window.onDidChangeActiveTextEditor(() => show(false)),
    vscode.window.onDidChangeTextEditorSelection((event) => void openAtTabStop(event, client)),
  );
}

function ask(
  client: NotesClient,
  { uri }: vscode.TextDocument,
  { line, character }: vscode.Position,
  token?: vscode.CancellationToken,
  trigger?: string,
): Promise<TypedTextResult | null> {
  const position = { line, character };
  const params: TypedTextParams = { uri: uri.toString(), position, ...(trigger && { trigger }) };
  return client.sendRequest<TypedTextResult | null>(typedText, params, token);
}

/** Of the last word before the position, and of the spaces behind it. */
function wordStart(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  const before = document.lineAt(line).text.slice(0, character).trimEnd();
  return Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1;
}

/**
 * `isKept`: blanks may be typed behind the text while the list is in view, until the answer about them is there. The
 * other items stay then, and one of them would have the focus.
 */
function itemFor(text: string, range: vscode.Range, isKept: boolean): vscode.CompletionItem {
  const label = literalText(text.trim(), 'label');
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Text);
  item.detail = label;
  item.range = range;
  item.insertText = text;
  item.filterText = isKept ? text + blanks : text;
  item.sortText = ' ';
  item.preselect = true;
  return item;
}

/** The list opens when a snippet selects the default of a tab stop for a number or a person. */
async function openAtTabStop(
  { textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent,
  client: NotesClient,
): Promise<void> {
  const [selection] = selections;
  const { document } = textEditor;
  if (document.languageId !== 'markdown' || selection === undefined || selections.length > 1) return;
  // Selected by the writer, it is no tab stop.
  if (
    kind === vscode.TextEditorSelectionChangeKind.Keyboard ||
    kind === vscode.TextEditorSelectionChangeKind.Mouse
  )
    return;
  if (selection.isEmpty || !selection.isSingleLine) return;
  if (selection.end.character - selection.start.character > longestPlaceholder) return;
  const { version } = document;
  const found = await ask(client, document, selection.end).catch(() => null);
  const isThere =
    textEditor === vscode.window.activeTextEditor &&
    document.version === version &&
    textEditor.selection.isEqual(selection);
  // As if by itself: where nothing is found after all, nothing is said.
  if (found?.placeholder && isThere)
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
