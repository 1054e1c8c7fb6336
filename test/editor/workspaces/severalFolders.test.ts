/** A workspace of several folders: `lantern`, the samples, and `harbor`, a clone of another repository. */

import * as vscode from 'vscode';
import { becomes, eventually, matches, ok, same } from '../suite/support/expect.ts';
import { codesOf, hoverAt, insert, rangeOf, startedWithoutGitHub } from '../suite/support/note.ts';
import { tidyUp } from '../suite/support/workspace.ts';
import { nameOf, newNote, noteOf, targetOf } from './support/folders.ts';

/** The editor may still be reading the workspace file, which takes it long on a busy machine. */
async function folderCalled(name: string): Promise<vscode.Uri> {
  const folder = await eventually(
    `${name} to be open`,
    () => vscode.workspace.workspaceFolders?.find((each) => each.name === name),
    (found) => found !== undefined,
    45_000,
  );
  ok(folder, `${name} is not open`);
  return folder.uri;
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

describe('several folders', () => {
  let harbor: vscode.Uri;
  const dates = ['2026-06-03', '2026-06-10', '2026-06-17'];

  startedWithoutGitHub();
  before(async () => {
    harbor = await folderCalled('harbor');
    for (const date of dates)
      await write(vscode.Uri.joinPath(harbor, 'notes', nameOf(date)), noteOf('harbor', date, '#7'));
  });
  afterEach(tidyUp);

  async function open(folder: vscode.Uri, ...path: readonly string[]): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, ...path));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }

  it('have a repository each', async () => {
    const ours = await open(
      await folderCalled('lantern'),
      'docs',
      'office-hours',
      '20260804_meeting_notes.md',
    );
    const theirs = await open(harbor, 'notes', nameOf('2026-06-17'));
    matches(
      await targetOf(ours, '#270'),
      /^https:\/\/github\.com\/lantern-project\/lantern\/(pull|issues)\/270$/,
    );
    matches(await targetOf(theirs, '#7'), /^https:\/\/github\.com\/harbor-team\/harbor\/(pull|issues)\/7$/);
  });

  it('know their own notes and no others', async () => {
    const document = await open(harbor, 'notes', nameOf('2026-06-17'));
    const said = await eventually(
      'the other notes',
      () => hoverAt(document, rangeOf(document, '#7').start),
      (text) => text.includes('2026&#45;06&#45;10'),
    );
    ok(said.includes('harbor&#45;team&#47;harbor&#35;7') && !said.includes('lantern'), said);
  });

  it('are asked for which one a new note is for, and begin it there', async () => {
    const before = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(harbor, 'notes'));
    same(await newNote(harbor), [], 'What was said');
    const document = vscode.window.activeTextEditor?.document;
    ok(document, 'no document is open');
    ok(document.uri.path.includes('/harbor/notes/'), `${document.uri} is open`);
    matches(document.getText(), /^# harbor office hours \d{4}-\d\d-\d\d\n/);
    const after = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(harbor, 'notes'));
    same(after.length, before.length + 1, 'The number of notes');
    await vscode.workspace.fs.delete(document.uri);
  });

  it('follow their own settings', async () => {
    const document = await open(harbor, 'notes', nameOf('2026-06-17'));
    const settings = vscode.workspace.getConfiguration('officeHours', harbor);
    await settings.update(
      'checks.severity',
      { 'section-empty': 'error', 'recording-missing': 'off' },
      vscode.ConfigurationTarget.WorkspaceFolder,
    );
    await insert(document, document.positionAt(document.getText().length), '\n## Misc\n');
    await becomes('what is wrong', () => codesOf(document), ['section-empty']);
    await settings.update('checks.severity', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await becomes('what is wrong by default', () => codesOf(document), []);
  });
});
