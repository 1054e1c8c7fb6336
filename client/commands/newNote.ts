/**
 * The command "New office hours note". Until the writer has chosen a date nothing is made.
 *
 * The note becomes a file at once, holding the template's plain text, and the same text is then put into the editor
 * as a snippet, for its tab stops. A document that is only to be saved there one day would do without the file, but
 * the Explorer, source control and other people's tools would not see the note, and two windows could each begin one.
 * Since the file comes into being outside of any edit, no undo can delete it.
 */

import * as vscode from 'vscode';
import {
  type ListMeetingsParams,
  type ListMeetingsResult,
  listMeetings,
  type PrepareNoteParams,
  type PrepareNoteResult,
  type ProposeDatesParams,
  type ProposeDatesResult,
  prepareNote,
  proposeDates,
} from '../../shared/protocol.ts';
import { type CreateFile, createByEditor } from '../host/createFile.ts';
import { withoutLinks } from '../host/literal.ts';
import { chooseDate } from './chooseDate.ts';
import { chooseMeeting } from './chooseMeeting.ts';
import { entryLike, linkOnTheWay, openDocumentLike, showNote } from './openNote.ts';
import { registerRestartable } from './restartable.ts';

/** The language server, as far as this command asks it. */
export interface NotesClient {
  sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R>;
}

/** Where the command was called for. */
interface Where {
  readonly folder: vscode.Uri | null;
  readonly target: vscode.Uri | null;
}

/** `createFile`: exclusive creation where the host has it. */
export function registerNewNote(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
  createFile: CreateFile = createByEditor,
): void {
  registerRestartable(
    context,
    'officeHours.newNote',
    (clicked, token) => newNote(clicked, client, createFile, token),
    (reason) => say(`the note was not created: ${reason}`),
  );
}

async function newNote(
  clicked: unknown,
  client: NotesClient,
  createFile: CreateFile,
  token: vscode.CancellationToken,
): Promise<void> {
  const where = await chooseWhere(clicked);
  if (where === undefined || token.isCancellationRequested) return;
  const folder = where.folder?.toString() ?? null;
  const target = where.target?.toString() ?? null;

  const meetings = await inProgress(() =>
    client.sendRequest<ListMeetingsResult>(listMeetings, at(folder), token),
  );
  if (token.isCancellationRequested) return;
  // A folder that was pointed at says whose meeting it is.
  const template = target === null ? await chooseMeeting(meetings, token) : null;
  if (template === undefined || token.isCancellationRequested) return;

  const asked: ProposeDatesParams = { folder, target, template };
  const { proposals } = await inProgress(() =>
    client.sendRequest<ProposeDatesResult>(proposeDates, asked, token),
  );
  if (token.isCancellationRequested) return;
  const date = await chooseDate(proposals, token);
  if (date === undefined || token.isCancellationRequested) return;

  const wanted: PrepareNoteParams = { folder, date, target, template };
  const note = await inProgress(() => client.sendRequest<PrepareNoteResult>(prepareNote, wanted, token));
  if (token.isCancellationRequested) return;
  if (note.kind === 'refused') say(note.message);
  else if (note.kind === 'exists') await showNote(vscode.Uri.parse(note.uri, true));
  else if (note.uri === null) await beginUntitled(note.snippet, note.text);
  else await beginFile(where, vscode.Uri.parse(note.uri, true), note, createFile);
}

function at(folder: string | null): ListMeetingsParams {
  const document = vscode.window.activeTextEditor?.document.uri.toString() ?? null;
  return { folder, document };
}

/** The folder clicked in the Explorer, else the one workspace folder, else the one picked; undefined: the writer left. */
async function chooseWhere(clicked: unknown): Promise<Where | undefined> {
  // The list of File > New File… passes something else, which says nothing of a place.
  if (clicked instanceof vscode.Uri) {
    const around = vscode.workspace.getWorkspaceFolder(clicked);
    if (around !== undefined) return { folder: around.uri, target: await folderOf(clicked) };
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return { folder: folders[0]?.uri ?? null, target: null };
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: 'Choose the workspace folder for the note',
  });
  return picked && { folder: picked.uri, target: null };
}

async function folderOf(clicked: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(clicked);
  return (type & vscode.FileType.Directory) !== 0 ? clicked : vscode.Uri.joinPath(clicked, '..');
}

async function beginUntitled(snippet: string, text: string): Promise<void> {
  const there = openDocumentLike(null, text);
  if (there !== undefined) {
    await showNote(there);
    return;
  }
  const editor = await showNote(await vscode.workspace.openTextDocument({ language: 'markdown' }));
  await editor.insertSnippet(new vscode.SnippetString(snippet));
}

async function beginFile(
  { folder }: Where,
  target: vscode.Uri,
  { snippet, text }: { readonly snippet: string; readonly text: string },
  createFile: CreateFile,
): Promise<void> {
  const there = openDocumentLike(target, text) ?? (await entryLike(target));
  if (there !== undefined) {
    await showNote(there);
    return;
  }
  const path = vscode.workspace.asRelativePath(target, false);
  if (vscode.workspace.fs.isWritableFileSystem(target.scheme) === false) {
    say(`${path} was not created: the folder is read-only.`);
    return;
  }
  if (folder !== null && !(await mayFollowLink(folder, vscode.Uri.joinPath(target, '..')))) return;

  const created = await createFile(target, new TextEncoder().encode(withLineEnds(text, target)));
  if (created.kind === 'failed') {
    say(`${path} was not created: ${created.reason}.`);
    return;
  }
  const editor = await showNote(target);
  if (created.kind === 'exists') return;
  const { document } = editor;
  const isAsWritten = () => document.getText().replaceAll('\r\n', '\n') === text;
  // VS Code may remember the text of another file that stood here until a moment ago; its own is read instead.
  if (!isAsWritten() && !document.isDirty)
    await vscode.commands.executeCommand('workbench.action.files.revert');
  // Whoever has written into it since wins.
  if (!isAsWritten()) return;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole);
}

/** A repository may hold a link to any folder of the machine; writing through it is the writer's decision. */
async function mayFollowLink(root: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const link = await linkOnTheWay(root, folder);
  if (link === undefined) return true;
  const path = vscode.workspace.asRelativePath(link, false);
  const create = 'Create Note';
  const chosen = await vscode.window.showWarningMessage(
    `${path} is a symbolic link. Create the note in the target of the link?`,
    { modal: true },
    create,
  );
  return chosen === create;
}

function withLineEnds(text: string, target: vscode.Uri): string {
  const eol = vscode.workspace.getConfiguration('files', target).get<string>('eol');
  return eol === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
}

/** The server may still be starting or reading the notes; a notification for that would be in the way. */
function inProgress<R>(run: () => Promise<R>): Thenable<R> {
  const options = { location: vscode.ProgressLocation.Window, title: 'Office Hours: Reading notes…' };
  return vscode.window.withProgress(options, run);
}

/** Not waited for: the message stays until it is closed. */
function say(message: string): void {
  void vscode.window.showErrorMessage(withoutLinks(`Office Hours: ${message}`));
}
