/** What is remembered of GitHub: brought up to date, or forgotten. */

import * as vscode from 'vscode';
import { clearCache, refreshTitles } from '../../shared/protocol.ts';
import type { NotesClient } from './newNote.ts';

export function registerGitHubMemory(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const ask = (method: string, title: string) => async (): Promise<void> => {
    const options = { location: vscode.ProgressLocation.Window, title: `Office Hours: ${title}` };
    try {
      await vscode.window.withProgress(options, () => client.sendRequest<null>(method, {}));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Office Hours: ${title} failed: ${reason}`);
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.refreshTitles', ask(refreshTitles, 'refreshing titles')),
    vscode.commands.registerCommand('officeHours.clearCache', ask(clearCache, 'forgetting titles')),
  );
}
