/** "Sign In to GitHub" and "Sign Out of GitHub". Nothing else ever opens a sign-in dialog. */

import * as vscode from 'vscode';
import type { GitHubAccess } from '../host/github.ts';
import { enterpriseHost } from '../host/origins.ts';

export function registerSignIn(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  github: GitHubAccess,
): void {
  // The palette lists "Sign Out" only where there is something to sign out of.
  const show = () => vscode.commands.executeCommand('setContext', 'officeHours.signedIn', github.isSignedIn);
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.signIn', () => signIn(github).finally(show)),
    vscode.commands.registerCommand('officeHours.signOut', () => signOut(github).finally(show)),
  );
  void show();
}

const accesses = () => [
  {
    label: vscode.l10n.t('Public repositories'),
    detail: vscode.l10n.t('No permissions requested; higher rate limit'),
    access: 'public' as const,
  },
  {
    label: vscode.l10n.t('Public and private repositories'),
    detail: vscode.l10n.t('Requests the "repo" permission, which GitHub requires for reading private issues'),
    access: 'private' as const,
  },
];

async function signIn(github: GitHubAccess): Promise<void> {
  const title = vscode.l10n.t('Sign In to GitHub');
  const enterprise = enterpriseHost();
  const host = enterprise
    ? await vscode.window.showQuickPick(['github.com', enterprise], {
        title,
        placeHolder: vscode.l10n.t('Choose the server'),
      })
    : 'github.com';
  if (host === undefined) return;
  const placeHolder = vscode.l10n.t('Which repositories should be accessible?');
  const choice = await vscode.window.showQuickPick(accesses(), { title, placeHolder });
  if (choice !== undefined) await github.signIn(host, choice.access);
}

async function signOut(github: GitHubAccess): Promise<void> {
  const wasSignedIn = github.isSignedIn;
  await github.signOut();
  const message = wasSignedIn
    ? vscode.l10n.t('Signed out of GitHub. Titles of private repositories were removed from the cache.')
    : vscode.l10n.t('You are not signed in to GitHub.');
  void vscode.window.showInformationMessage(`Office Hours: ${message}`);
}
