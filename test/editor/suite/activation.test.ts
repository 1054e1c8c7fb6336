import * as vscode from 'vscode';
import { eventually, ok, same } from './support/expect.ts';
import { id } from './support/note.ts';
import { tidyUp } from './support/workspace.ts';

/** What the runner says of this run; a browser's extension host has no environment. */
const underTest = typeof process === 'undefined' ? undefined : process.env.OFFICE_HOURS_UNDER_TEST;

/** This file comes first: the extension must not be active yet. */
describe('activation', () => {
  afterEach(tidyUp);

  it('is the extension under test', function () {
    const extension = vscode.extensions.getExtension(id);
    ok(extension, `${id} is not there`);
    // Started from the debugger, nobody says which of the two is meant.
    if (underTest === undefined) this.skip();
    const installed = extension.extensionPath.endsWith(`${id}-${extension.packageJSON.version}`);
    same(installed, underTest === 'package', `${extension.extensionPath} is the installed one, which`);
  });

  it('does not happen for other documents', async () => {
    await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: '# office hours 2026-01-06\n',
    });
    await vscode.workspace.openTextDocument({ language: 'json', content: '{}\n' });
    same(vscode.extensions.getExtension(id)?.isActive, false);
  });

  it('happens when a Markdown document opens', async () => {
    const extension = vscode.extensions.getExtension(id);
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# notes\n' });
    await eventually(
      'the extension to be active',
      () => extension?.isActive,
      (active) => active,
    );
  });

  it('registers every command of the manifest', async () => {
    const { commands } = vscode.extensions.getExtension(id)?.packageJSON.contributes ?? {};
    const contributed: string[] = commands.map(({ command }: { command: string }) => command);
    ok(contributed.includes('officeHours.newNote'), contributed.join());
    ok(contributed.includes('officeHours.restartServer'), contributed.join());
    const known = await vscode.commands.getCommands(true);
    same(
      contributed.filter((command) => !known.includes(command)),
      [],
      'The list of commands without a function',
    );
  });
});
