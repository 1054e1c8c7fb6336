/** The reference at the cursor: opened on GitHub, or copied as a Markdown link. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import {
  type ReferenceAtParams,
  type ReferenceAtResult,
  referenceAtPosition,
} from '../../shared/protocol.ts';
import type { NotesClient } from './newNote.ts';

export function registerReferenceAtCursor(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const withReference = (use: (reference: ReferenceAtResult) => Thenable<unknown>) => async () => {
    const reference = await referenceAtCursor(client);
    if (reference !== undefined) await use(reference);
    else say(vscode.l10n.t('No issue or pull request at the cursor, or its repository is unknown.'));
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'officeHours.openReference',
      withReference(({ url }) => vscode.env.openExternal(vscode.Uri.parse(url, true))),
    ),
    vscode.commands.registerCommand(
      'officeHours.copyLink',
      withReference(({ markdown }) => vscode.env.clipboard.writeText(markdown)),
    ),
  );
}

async function referenceAtCursor(client: NotesClient): Promise<ReferenceAtResult | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return undefined;
  const { line, character } = editor.selection.active;
  const params: ReferenceAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
  const found = client.sendRequest<ReferenceAtResult | null>(referenceAtPosition, params);
  return (await found.catch(() => null)) ?? undefined;
}

function say(message: string): void {
  void vscode.window.showInformationMessage(literalText(`Office Hours: ${message}`, 'message'));
}
