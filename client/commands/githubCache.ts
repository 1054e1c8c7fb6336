/** "Refresh Titles from GitHub" and "Clear GitHub Cache". */

import * as vscode from 'vscode';
import { clearCache, refreshTitles } from '../../shared/protocol.ts';
import type { NotesClient } from './newNote.ts';

export function registerGitHubCache(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const run = (method: string, title: string, failed: string) => async (): Promise<void> => {
    const options = { location: vscode.ProgressLocation.Window, title: `Office Hours: ${title}` };
    try {
      await vscode.window.withProgress(options, () => client.sendRequest<null>(method, {}));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Office Hours: ${failed} ${reason}`);
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'officeHours.refreshTitles',
      run(refreshTitles, 'Refreshing titles…', 'The titles could not be refreshed.'),
    ),
    vscode.commands.registerCommand(
      'officeHours.clearCache',
      run(clearCache, 'Clearing the GitHub cache…', 'The GitHub cache could not be cleared.'),
    ),
  );
}
