/** The commands "Open Sample Note" and "Get Started": nothing is written to a file, and nothing opens by itself. */

import * as vscode from 'vscode';
import { showNote } from './openNote.ts';
import { lineToWriteIn, sampleText } from './sampleText.ts';

const day = 24 * 60 * 60_000;

export function registerSampleNote(
  context: Pick<vscode.ExtensionContext, 'subscriptions' | 'extension'>,
): void {
  const walkthrough = `${context.extension.id}#start`;
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.openSample', openSample),
    vscode.commands.registerCommand('officeHours.getStarted', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
    ),
  );
}

async function openSample(): Promise<void> {
  // A day that is over in every time zone: what is checked only after the meeting is checked.
  const date = new Date(Date.now() - 2 * day).toISOString().slice(0, 10);
  const content = sampleText(date);
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isUntitled && !document.isClosed && document.getText() === content,
  );
  const document = open ?? (await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  await showNote(document, document.lineAt(lineToWriteIn).range.end);
}
