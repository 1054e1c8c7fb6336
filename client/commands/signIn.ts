/** Signing in to GitHub, only ever because the user asked for it, and forgetting that again. */

import * as vscode from 'vscode';
import type { GitHubAccess } from '../host/github.ts';
import { enterpriseHost } from '../host/origins.ts';

export function registerSignIn(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  github: GitHubAccess,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.signIn', () => signIn(github)),
    vscode.commands.registerCommand('officeHours.signOut', () => signOut(github)),
  );
}

const accesses = [
  {
    label: 'Public repositories',
    detail: 'Asks GitHub for no permission; a sign-in alone raises its limits.',
    access: 'public' as const,
  },
  {
    label: 'Private repositories, too',
    detail: 'Asks for "repo", the least permission GitHub has for reading their issues.',
    access: 'private' as const,
  },
];

async function signIn(github: GitHubAccess): Promise<void> {
  const title = 'Sign in to GitHub';
  const enterprise = enterpriseHost();
  const host = enterprise
    ? await vscode.window.showQuickPick(['github.com', enterprise], { title, placeHolder: 'Where?' })
    : 'github.com';
  if (host === undefined) return;
  const placeHolder = 'Whose issues and pull requests do your notes mention?';
  const choice = await vscode.window.showQuickPick(accesses, { title, placeHolder });
  if (choice !== undefined) await github.signIn(host, choice.access);
}

async function signOut(github: GitHubAccess): Promise<void> {
  const wasSignedIn = github.isSignedIn;
  await github.signOut();
  const message = wasSignedIn
    ? 'the sign-in is not used any more, and what only it could see is forgotten.'
    : 'there is no sign-in to forget.';
  void vscode.window.showInformationMessage(`Office Hours: ${message}`);
}
