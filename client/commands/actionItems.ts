/** What can be done with an action item of the view, and with those of earlier notes. */

import * as vscode from 'vscode';
import {
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  type IssueFormParams,
  type IssueFormResult,
  issueFormOfItem,
  type ListedActionItem,
} from '../../shared/actionItems.ts';
import { inClone } from '../host/git.ts';
import type { ActionItemsView } from '../views/actionItems.ts';
import { applyResult } from './applyResult.ts';
import { CreatedIssues } from './createdIssues.ts';
import { inform } from './message.ts';
import type { NotesClient } from './newNote.ts';

export function registerActionItems(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
  view: ActionItemsView,
): void {
  const created = new CreatedIssues(context, client);
  const withItem = (act: (item: ListedActionItem) => Promise<void>) => async (node: unknown) => {
    const item = itemOf(node) ?? (await view.focused()) ?? view.selected;
    if (item === undefined) return;
    await act(item);
    await view.refresh();
  };
  const edit = (item: ListedActionItem, action: EditItemParams['action']) => {
    const { uri, line, character, key } = item;
    const params: EditItemParams = { uri, line, character, key, action };
    return applyResult(client.sendRequest<EditItemResult>(editActionItem, params));
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'officeHours.markItemDone',
      withItem((item) => edit(item, { kind: 'done' })),
    ),
    vscode.commands.registerCommand(
      'officeHours.createIssue',
      withItem(async (item) => {
        const { uri, key } = item;
        const clone = (await inClone(vscode.Uri.parse(uri, true))) ?? null;
        const params: IssueFormParams = { uri, key, clone };
        const result = await client.sendRequest<IssueFormResult>(issueFormOfItem, params);
        if (result.kind === 'refused') return inform(result.message);
        created.expect(item);
        // A `Uri` would encode the form's fields once more.
        await vscode.commands.executeCommand('vscode.open', result.url);
      }),
    ),
    vscode.commands.registerCommand(
      'officeHours.assignItem',
      withItem(async (item) => {
        const owner = await vscode.window.showInputBox({
          title: vscode.l10n.t('Assign Action Item'),
          prompt: vscode.l10n.t('The name as the notes write it, or @login.'),
          value: item.owners[0] ?? '',
        });
        if (owner?.trim()) await edit(item, { kind: 'assign', owner: owner.trim() });
      }),
    ),
    vscode.commands.registerCommand(
      'officeHours.copyItemToNote',
      withItem(async (item) => {
        const target = currentNote();
        if (target === undefined)
          inform(vscode.l10n.t('Open the note that the action item is to be copied to.'));
        else await edit(item, { kind: 'copy', target: target.uri, targetLine: target.line });
      }),
    ),
  );
}

/** A node of the view, which the commands of its rows get. */
function itemOf(node: unknown): ListedActionItem | undefined {
  const isItem = typeof node === 'object' && node !== null && 'item' in node;
  return isItem ? (node.item as ListedActionItem) : undefined;
}

/** The Markdown file in the editor, and the line of the cursor. */
export function currentNote(): { readonly uri: string; readonly line: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return undefined;
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}
