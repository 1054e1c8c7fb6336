/** The consent for another API than GitHub's own: offered by the language status, not by the Command Palette. */

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
