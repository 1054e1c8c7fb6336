/** The reference at the cursor: opened on GitHub, or copied as a Markdown link. */

import * as vscode from 'vscode';
import {
  type ReferenceAtParams,
  type ReferenceAtResult,
  referenceAtPosition,
} from '../../shared/protocol.ts';
import { inform } from './message.ts';
import type { NotesClient } from './newNote.ts';

export function registerReferenceAtCursor(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const withReference = (use: (reference: ReferenceAtResult) => Thenable<unknown>) => async () => {
    const reference = await referenceAtCursor(client);
    if (reference !== undefined) await use(reference);
    else inform(vscode.l10n.t('No issue or pull request at the cursor, or its repository is unknown.'));
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'officeHours.openReference',
      // A `Uri` would encode the `=` of a query (microsoft/vscode#85930).
      withReference(({ url }) => vscode.commands.executeCommand('vscode.open', url)),
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
