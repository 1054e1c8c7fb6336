/**
 * The command "New office hours note". Until the writer has chosen a date nothing is made.
 *
 * The note becomes a file at once, holding the template's plain text, and the same text is then put into the editor
 * as a snippet, for its tab stops. A document that is only to be saved there one day would do without the file, but
 * the Explorer, source control and other people's tools would not see the note, and two windows could each begin one.
 * Since the file comes into being outside of any edit, no undo can delete it.
 */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import {
  type NewNoteParams,
  type NewNoteResult,
  type NewNoteStep,
  newNote as newNoteRequest,
} from '../../shared/protocol.ts';
import { createByEditor, type FileMaker } from '../host/createFile.ts';
import { say as inWords } from '../host/say.ts';
import { chooseName } from './chooseName.ts';
import { chooseNext } from './chooseNext.ts';
import { chooseParts, missingParts, type PartMemory, partsAsBefore } from './chooseParts.ts';
import { chooseWhere, type Where } from './chooseWhere.ts';
import { refuse, warn } from './message.ts';
import { entryLike, linkOnTheWay, openDocumentLike, showNote } from './openNote.ts';
import { whileReadingNotes } from './readingNotes.ts';
import { registerRestartable } from './restartable.ts';

/** The language server, as far as this command asks it. */
export interface NotesClient {
  sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R>;
}

/** `files`: exclusive creation where the host has it. */
export function registerNewNote(
  context: Pick<vscode.ExtensionContext, 'subscriptions' | 'workspaceState'>,
  client: NotesClient,
  files: FileMaker = createByEditor,
): void {
  registerRestartable(
    context,
    'officeHours.newNote',
    (clicked, token) => newNote(clicked, client, { files, memory: context.workspaceState }, token),
    (reason) => refuse(vscode.l10n.t('the note was not created: {0}', reason)),
  );
}

export function newNotePlace(): string {
  return vscode.l10n.t('Choose the workspace folder for the note');
}

interface Host {
  readonly files: FileMaker;
  readonly memory: PartMemory;
}

async function newNote(
  clicked: unknown,
  client: NotesClient,
  { files, memory }: Host,
  token: vscode.CancellationToken,
): Promise<void> {
  const where = await chooseWhere(clicked, newNotePlace());
  if (where === undefined || token.isCancellationRequested) return;
  const note = await chooseAll(where, client, memory, token);
  if (note === undefined || token.isCancellationRequested) return;
  if (note.kind === 'refused') refuse(note.message);
  else if (note.kind === 'exists') await showExisting(note);
  else if (note.kind === 'insert') await insertMeeting(note);
  else if (note.uri === null) await beginUntitled(note.snippet, note.text);
  else await beginFile(where, vscode.Uri.parse(note.uri, true), note, files);
  if ((note.kind !== 'ready' && note.kind !== 'insert') || note.series === undefined) return;
  const missing = missingParts(note.undrafted ?? [], note.series, memory);
  if (missing !== undefined) warn(missing);
}

/** Asks the server for the note, and the writer for each choice that the server wants first; undefined: the writer left. */
async function chooseAll(
  { folder, target }: Where,
  client: NotesClient,
  memory: PartMemory,
  token: vscode.CancellationToken,
): Promise<Extract<NewNoteStep, { kind: 'ready' | 'insert' | 'exists' | 'refused' }> | undefined> {
  let params: NewNoteParams = {
    folder: folder?.toString() ?? null,
    target: target?.toString() ?? null,
    document: vscode.window.activeTextEditor?.document.uri.toString() ?? null,
    offerParts: true,
  };
  while (!token.isCancellationRequested) {
    const step = await whileReadingNotes(
      (cancellation) => client.sendRequest<NewNoteStep>(newNoteRequest, params, cancellation),
      token,
      // GitHub may be asked then.
      ...(params.date ? [vscode.l10n.t('Preparing the note…')] : []),
    );
    if (step === undefined || token.isCancellationRequested) return undefined;
    switch (step.kind) {
      case 'meeting':
      case 'date': {
        const chosen = await chooseNext(step, token);
        if (chosen === undefined) return undefined;
        params = { ...params, ...chosen };
        break;
      }
      case 'name': {
        const uri = await chooseName(step.names, token);
        if (uri === undefined) return undefined;
        params = { ...params, uri };
        break;
      }
      case 'parts': {
        const parts = asksForParts(folder)
          ? await chooseParts(step, memory, token)
          : partsAsBefore(step, memory);
        if (parts === undefined) return undefined;
        params = { ...params, parts };
        break;
      }
      default:
        return step;
    }
  }
  return undefined;
}

/** `officeHours.newNote.chooseParts` */
function asksForParts(folder: vscode.Uri | null): boolean {
  return vscode.workspace.getConfiguration('officeHours', folder).get('newNote.chooseParts', true);
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
  { snippet, ...note }: Pick<Extract<NewNoteStep, { kind: 'ready' }>, 'snippet' | 'text' | 'template'>,
  files: FileMaker,
): Promise<void> {
  // What was drafted is an edit, so that one undo takes it back.
  const text = note.template ?? note.text;
  const there = openDocumentLike(target, text) ?? (await entryLike(target));
  if (there !== undefined) {
    await showNote(there);
    return;
  }
  const path = vscode.workspace.asRelativePath(target, false);
  if (vscode.workspace.fs.isWritableFileSystem(target.scheme) === false) {
    refuse(vscode.l10n.t('{0} was not created: the folder is read-only.', path));
    return;
  }
  const parent = vscode.Uri.joinPath(target, '..');
  const root = folder ?? parent;
  const links = await linksToFollow(root, parent, files);
  if (links === undefined) return;
  const bytes = new TextEncoder().encode(withLineEnds(text, target));
  const created = await files.create(target, bytes, { root, ...links });
  if (created.kind === 'failed') {
    refuse(vscode.l10n.t('{0} was not created: {1}.', path, inWords(created.reason)));
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

async function showExisting({ uri, line }: Extract<NewNoteResult, { kind: 'exists' }>): Promise<void> {
  const start = line === undefined ? undefined : new vscode.Position(line, 0);
  const editor = await showNote(vscode.Uri.parse(uri, true), start);
  if (start === undefined) return;
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** One edit of the file in the editor, which one undo takes back. It is the writer who saves it. */
async function insertMeeting(note: Extract<NewNoteResult, { kind: 'insert' }>): Promise<void> {
  const editor = await showNote(vscode.Uri.parse(note.uri, true));
  const { document } = editor;
  const { line, character } = note.position;
  if (line >= document.lineCount || document.lineAt(line).text !== note.line) {
    const path = vscode.workspace.asRelativePath(document.uri, false);
    refuse(
      vscode.l10n.t('the meeting was not added: {0} has changed meanwhile. Run the command again.', path),
    );
    return;
  }
  if (character === 0) {
    await editor.insertSnippet(new vscode.SnippetString(note.snippet), new vscode.Position(line, 0));
    return;
  }
  // A snippet takes over the indentation of the line that it is put into.
  const end = new vscode.Position(line, character);
  const below = note.snippet.replace(/^\n/, '');
  await editor.edit((edit) => edit.insert(end, '\n'), { undoStopBefore: true, undoStopAfter: false });
  await editor.insertSnippet(new vscode.SnippetString(below), new vscode.Position(line + 1, 0), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
}

/**
 * A repository may hold a link to any folder of the machine; writing through it is the writer's decision, and is for
 * where the link led then. Undefined: the writer does not want it.
 */
export async function linksToFollow(
  root: vscode.Uri,
  folder: vscode.Uri,
  files: FileMaker,
): Promise<{ readonly linksInto?: string } | undefined> {
  const link = await linkOnTheWay(root, folder);
  if (link === undefined) return {};
  const linksInto = files.targetOf(link);
  const path = vscode.workspace.asRelativePath(link, false);
  const create = vscode.l10n.t('Create Note');
  const chosen = await vscode.window.showWarningMessage(
    literalText(
      vscode.l10n.t('{0} is a symbolic link. Create the note in the target of the link?', path),
      'message',
    ),
    { modal: true, ...(linksInto !== undefined && { detail: literalText(linksInto, 'message') }) },
    create,
  );
  if (chosen !== create) return undefined;
  return linksInto === undefined ? {} : { linksInto };
}

export function withLineEnds(text: string, target: vscode.Uri): string {
  const eol = vscode.workspace.getConfiguration('files', target).get<string>('eol');
  return eol === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
}
