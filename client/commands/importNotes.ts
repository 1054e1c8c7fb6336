/**
 * "Import Pasted Notes": text from a shared pad becomes notes of the series. Until the writer has seen what becomes of it, nothing is
 * made; then all of it is, or nothing. A file that is there is never written over.
 */

import * as vscode from 'vscode';
import {
  type ImportedNote,
  type ImportNotesParams,
  type ImportNotesResult,
  importNotes as importNotesRequest,
} from '../../shared/importNotes.ts';
import { literalText } from '../../shared/literalText.ts';
import { createByEditor, type FileMaker } from '../host/createFile.ts';
import { say as inWords } from '../host/say.ts';
import { chooseNext } from './chooseNext.ts';
import { chooseWhere, type Where } from './chooseWhere.ts';
import { inform } from './message.ts';
import { linksToFollow, type NotesClient, newNotePlace, withLineEnds } from './newNote.ts';
import { entryLike, openDocumentLike, showNote } from './openNote.ts';
import { whileReadingNotes } from './readingNotes.ts';
import { registerRestartable } from './restartable.ts';

type Notes = Extract<ImportNotesResult, { kind: 'notes' }>;

interface Row extends vscode.QuickPickItem {
  readonly day?: string;
}

const title = () => vscode.l10n.t('Import Pasted Notes');

/** `files`: exclusive creation where the host has it. */
export function registerImportNotes(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
  files: FileMaker = createByEditor,
): void {
  registerRestartable(
    context,
    'officeHours.importNotes',
    (_, token) => importNotes(client, files, token),
    (reason) => inform(vscode.l10n.t('Nothing was imported: {0}', reason)),
  );
}

async function importNotes(
  client: NotesClient,
  files: FileMaker,
  token: vscode.CancellationToken,
): Promise<void> {
  const where = await chooseWhere(undefined, newNotePlace());
  if (where === undefined || token.isCancellationRequested) return;
  let params: ImportNotesParams = {
    folder: where.folder?.toString() ?? null,
    target: null,
    document: vscode.window.activeTextEditor?.document.uri.toString() ?? null,
    text: await pastedText(),
  };
  const ask = () =>
    whileReadingNotes(
      (cancellation) => client.sendRequest<ImportNotesResult>(importNotesRequest, params, cancellation),
      token,
    );
  while (!token.isCancellationRequested) {
    const step = await ask();
    if (step === undefined || token.isCancellationRequested) return;
    switch (step.kind) {
      case 'meeting':
      case 'date': {
        const chosen = await chooseNext(step, token, title());
        if (chosen === undefined) return;
        params = { ...params, ...chosen };
        break;
      }
      case 'notes': {
        if (params.days) return write(step, where, files);
        const days = await preview(step, token);
        if (days === undefined || days.length === 0) return;
        params = { ...params, days };
        break;
      }
      default:
        return inform(step.message);
    }
  }
}

/** What is selected, else the text of an untitled document, else that of the clipboard. */
async function pastedText(): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor) {
    const { document, selection } = editor;
    const text =
      selection.isEmpty && !document.isUntitled
        ? ''
        : document.getText(selection.isEmpty ? undefined : selection);
    if (text.trim() !== '') return text;
  }
  return vscode.env.clipboard.readText();
}

/** The days of the notes to write; undefined: the writer left, or there are none. */
async function preview(
  { notes }: Notes,
  token: vscode.CancellationToken,
): Promise<readonly string[] | undefined> {
  const wanted = notes.filter(({ state }) => state === 'new' || state === 'added');
  const skipped = notes.filter((note) => !wanted.includes(note)).map(whySkipped);
  if (wanted.length === 0) {
    inform([...new Set(skipped)].join(' '));
    return undefined;
  }
  const rows: Row[] = [
    ...wanted.map(rowOf),
    ...skipped.map(
      (label): Row => ({ label: literalText(label, 'label'), kind: vscode.QuickPickItemKind.Separator }),
    ),
  ];
  const picked = await vscode.window.showQuickPick(
    rows,
    {
      title: title(),
      placeHolder: vscode.l10n.t('Choose the notes to create. Nothing is overwritten.'),
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    },
    token,
  );
  return picked?.flatMap(({ day }) => day ?? []);
}

function rowOf({ day, uri, state, problems }: ImportedNote): Row {
  const path = uri === null ? vscode.l10n.t('untitled document') : pathOf(uri);
  const [first] = problems;
  const count =
    problems.length === 1
      ? vscode.l10n.t('1 problem: {0}', first ?? '')
      : vscode.l10n.t('{0} problems: {1}', problems.length, problems.join('; '));
  return {
    label: day,
    description: literalText(state === 'new' ? path : vscode.l10n.t('added to {0}', path), 'label'),
    ...(problems.length > 0 && { detail: literalText(count, 'label') }),
    picked: true,
    day,
  };
}

function whySkipped({ day, uri, state, message = '' }: ImportedNote): string {
  if (state === 'refused') return vscode.l10n.t('{0} is skipped: {1}', day, message);
  if (state === 'twice') return vscode.l10n.t('{0} is skipped: the text has this note twice.', day);
  return vscode.l10n.t('{0} is skipped: {1} exists.', day, uri === null ? day : pathOf(uri));
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true), false);
}

/** All or nothing: files that were made are deleted again where another one cannot be. */
async function write({ files: wanted, changes }: Notes, where: Where, maker: FileMaker): Promise<void> {
  const made: { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[] = [];
  const problem = (await makeFiles(wanted, where, maker, made)) ?? (await change(changes));
  if (problem !== undefined) {
    await Promise.all(made.map(takeBack));
    if (problem !== '') inform(vscode.l10n.t('Nothing was imported: {0}', problem));
    return;
  }
  for (const { uri, text } of wanted)
    if (uri === null)
      await showNote(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
  const first = made[0]?.uri ?? (changes[0] && vscode.Uri.parse(changes[0].uri, true));
  if (first) await showNote(first);
}

/** `made` gets what was made. Gives what was in the way; empty: the writer left. */
async function makeFiles(
  wanted: Notes['files'],
  { folder }: Where,
  maker: FileMaker,
  made: { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[],
): Promise<string | undefined> {
  for (const { uri, text } of wanted) {
    if (uri === null) continue;
    const target = vscode.Uri.parse(uri, true);
    const path = vscode.workspace.asRelativePath(target, false);
    if (openDocumentLike(target, '') ?? (await entryLike(target))) return vscode.l10n.t('{0} exists.', path);
    const parent = vscode.Uri.joinPath(target, '..');
    const root = folder ?? parent;
    const links = await linksToFollow(root, parent, maker);
    if (links === undefined) return '';
    const bytes = new TextEncoder().encode(withLineEnds(text, target));
    const created = await maker.create(target, bytes, { root, ...links });
    if (created.kind === 'exists') return vscode.l10n.t('{0} exists.', path);
    if (created.kind === 'failed')
      return vscode.l10n.t('{0} was not created: {1}.', path, inWords(created.reason));
    made.push({ uri: target, bytes });
  }
  return undefined;
}

/** One edit, which one undo takes back. */
async function change(changes: Notes['changes']): Promise<string | undefined> {
  if (changes.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, version, edits } of changes) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    if (version === null ? document.isDirty : document.version !== version)
      return vscode.l10n.t('{0} has changed meanwhile.', pathOf(uri));
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(
        document.uri,
        new vscode.Range(start.line, start.character, end.line, end.character),
        newText,
      );
    }
  }
  if (await vscode.workspace.applyEdit(edit)) return undefined;
  return vscode.l10n.t('the file could not be changed.');
}

/** Whoever has written into it meanwhile keeps it. */
async function takeBack({
  uri,
  bytes,
}: {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
}): Promise<void> {
  try {
    const now = await vscode.workspace.fs.readFile(uri);
    if (now.length === bytes.length && now.every((byte, at) => byte === bytes[at]))
      await vscode.workspace.fs.delete(uri);
  } catch {
    // It is gone already.
  }
}
