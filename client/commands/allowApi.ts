/** The question whether another API than GitHub's own may be asked; the language status offers it, the palette does not. */

import * as vscode from 'vscode';
import type { GitHubAccess } from '../host/github.ts';

export function registerAllowApi(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  github: GitHubAccess,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.allowApi', () => github.askForConsent()),
  );
}
