import * as vscode from 'vscode';
import { eventually, ok, same } from './support/expect.ts';
import { leaveOut } from './support/leaveOut.ts';
import { listenToLog } from './support/log.ts';
import { id, started } from './support/note.ts';
import { newUntitled, tidyUp } from './support/workspace.ts';

/** What the runner says of this run; for a browser's extension host, which has no environment, it is written in. */
const underTest = process.env.OFFICE_HOURS_UNDER_TEST;

/** This file comes first: the extension must not be active yet. */
describe('activation', () => {
  const log = listenToLog();
  afterEach(tidyUp);

  it('is the extension under test', function () {
    const extension = vscode.extensions.getExtension(id);
    ok(extension, `${id} is not there`);
    if (underTest === undefined) leaveOut(this, 'nobody says whether the folder or the package is meant');
    const installed = extension.extensionPath.endsWith(`${id}-${extension.packageJSON.version}`);
    same(installed, underTest === 'package', `${extension.extensionPath} is the installed one, which`);
  });

  it('runs in the kind of extension host that is meant', () => {
    // A worker has none; what a test calls `process.env` is written into it.
    same('process' in globalThis ? 'node' : 'worker', process.env.OFFICE_HOURS_HOST ?? 'node');
    const version = process.env.OFFICE_HOURS_VSCODE;
    if (version) same(vscode.version, version, 'The version of VS Code');
  });

  it('does not happen for other documents', async () => {
    await newUntitled('# office hours 2026-01-06\n', 'plaintext');
    await newUntitled('{}\n', 'json');
    same(vscode.extensions.getExtension(id)?.isActive, false);
  });

  it('happens when a Markdown document opens', async () => {
    const extension = vscode.extensions.getExtension(id);
    await newUntitled('# notes\n');
    await eventually(
      'the extension to be active',
      () => extension?.isActive,
      (active) => active,
    );
  });

  it('goes without an error, and says what an old editor cannot do', async () => {
    await started();
    same(log.errors, [], 'What the log says is wrong');
    const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
    const said = log.infos.filter((line) => line.includes(`this is ${vscode.version}`));
    const isOld = major === 1 && minor < 97;
    same(
      said,
      isOld
        ? [
            `Pasting and dropping URLs as references requires VS Code 1.97 or later; this is ${vscode.version}.`,
          ]
        : [],
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
