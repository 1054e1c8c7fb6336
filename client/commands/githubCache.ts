/** "Refresh Titles from GitHub" and "Clear GitHub Cache". */

import * as vscode from 'vscode';
import { clearCache, refreshTitles } from '../../shared/protocol.ts';
import { refuse } from './message.ts';
import type { NotesClient } from './newNote.ts';

export function registerGitHubCache(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const run =
    (method: string, title: string, failed: (reason: string) => string) => async (): Promise<void> => {
      const options = { location: vscode.ProgressLocation.Window, title: `Office Hours: ${title}` };
      try {
        await vscode.window.withProgress(options, () => client.sendRequest<null>(method, {}));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        refuse(failed(reason));
      }
    };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'officeHours.refreshTitles',
      run(refreshTitles, vscode.l10n.t('Refreshing titles…'), (reason) =>
        vscode.l10n.t('The titles could not be refreshed. {0}', reason),
      ),
    ),
    vscode.commands.registerCommand(
      'officeHours.clearCache',
      run(clearCache, vscode.l10n.t('Clearing the GitHub cache…'), (reason) =>
        vscode.l10n.t('The GitHub cache could not be cleared. {0}', reason),
      ),
    ),
  );
}
