/** The command "Report an Issue": a text to be completed by the user. Nothing is sent. */

import * as vscode from 'vscode';
import { issueReport } from './issueReport.ts';
import { showNote } from './openNote.ts';

/** `lines` gives the latest lines of the log. */
export function registerReportIssue(context: vscode.ExtensionContext, lines: () => readonly string[]): void {
  const report = async (): Promise<void> => {
    const { version } = context.extension.packageJSON as { readonly version: string };
    const where = vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop';
    const host =
      typeof process === 'undefined' ? 'a worker' : `Node ${process.versions.node}, ${process.platform}`;
    const remote = vscode.env.remoteName;
    const folders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => [
      uri.fsPath,
      uri.toString(),
    ]);
    const content = issueReport({
      versions: [
        `Office Hours Notes ${version}`,
        `${vscode.env.appName} ${vscode.version} (${where}${remote === undefined ? '' : `, remote: ${remote}`})`,
        `Extension host: ${host}`,
        `Restricted Mode: ${vscode.workspace.isTrusted ? 'no' : 'yes'}`,
      ],
      log: lines(),
      folders,
    });
    await showNote(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  };
  context.subscriptions.push(vscode.commands.registerCommand('officeHours.reportIssue', report));
}
