/** What the server answers to a wish for an edit, applied. */

import * as vscode from 'vscode';
import type { EditItemResult } from '../../shared/actionItems.ts';
import { inform } from './message.ts';

/** One edit, which undo takes back. A file that is not open is opened first, so that it can be looked at and saved. */
export async function applyResult(
  request: Promise<EditItemResult>,
  token?: vscode.CancellationToken,
): Promise<void> {
  const result = await request.catch(
    (): EditItemResult => ({
      kind: 'refused',
      message: vscode.l10n.t(
        'The language server does not respond. Run the command "Restart Language Server" and try again.',
      ),
    }),
  );
  // Whoever cancelled knows.
  if (token?.isCancellationRequested) return;
  if (result.kind === 'refused') return inform(result.message);
  const uri = vscode.Uri.parse(result.uri, true);
  const document = await vscode.workspace.openTextDocument(uri);
  if (result.version !== null && document.version !== result.version)
    return inform(vscode.l10n.t('The note has changed meanwhile. Try again.'));
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of result.edits) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isShown) await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  if (!(await vscode.workspace.applyEdit(edit))) inform(vscode.l10n.t('The note could not be changed.'));
}
