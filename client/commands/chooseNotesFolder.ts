/** The command "Choose Notes Folder…": writes `officeHours.notes.folder` for a workspace folder, and offers to undo it. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import { findNotesFolders, type NotesFolder, type NotesFoldersResult } from '../../shared/protocol.ts';
import { warn } from './message.ts';
import type { NotesClient } from './newNote.ts';
import { whileReadingNotes } from './readingNotes.ts';
import { registerRestartable } from './restartable.ts';

const setting = 'notes.folder';
const key = `officeHours.${setting}`;

export function registerChooseNotesFolder(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  registerRestartable(
    context,
    'officeHours.chooseNotesFolder',
    (_, token) => chooseNotesFolder(client, token),
    (reason) => warn(vscode.l10n.t('the notes folder was not changed: {0}', reason)),
  );
}

async function chooseNotesFolder(client: NotesClient, token: vscode.CancellationToken): Promise<void> {
  const folder = await workspaceFolder();
  if (folder === undefined || token.isCancellationRequested) return;
  const params = { folder: folder.uri.toString() };
  const found = await whileReadingNotes(
    (cancellation) => client.sendRequest<NotesFoldersResult>(findNotesFolders, params, cancellation),
    token,
  );
  if (found === undefined || token.isCancellationRequested) return;
  const path = await choosePath(found.folders, folder, token);
  if (path === undefined || token.isCancellationRequested) return;
  await write(folder, path);
}

/** That of the document in the editor, else the only one or the one picked. */
async function workspaceFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const around = document && vscode.workspace.getWorkspaceFolder(document);
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (around !== undefined || others.length === 0) return around ?? only;
  return vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Choose the workspace folder whose notes folder to set'),
  });
}

interface PathItem extends vscode.QuickPickItem {
  /** What the setting becomes; absent: a folder is to be chosen in a dialog. */
  readonly path?: string;
}

/** Relative to the workspace folder; empty: the folder is found. Undefined: the writer left. */
async function choosePath(
  folders: readonly NotesFolder[],
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const current = vscode.workspace.getConfiguration('officeHours', folder).get(setting, '');
  const items: PathItem[] = folders
    .filter(({ path }) => path !== '')
    .map(({ path, description }) => ({
      label: literalText(path, 'label'),
      description: literalText(description, 'label'),
      ...(path === current && { detail: vscode.l10n.t('Set in {0}', 'officeHours.notes.folder') }),
      path,
    }));
  const automatic: PathItem = {
    label: vscode.l10n.t('Find Automatically'),
    description:
      current === ''
        ? vscode.l10n.t('as now')
        : vscode.l10n.t('instead of {0}', literalText(current, 'label')),
    path: '',
  };
  const other: PathItem = { label: vscode.l10n.t('Another Folder…') };
  const options = {
    title: vscode.l10n.t('Choose Notes Folder'),
    placeHolder: vscode.l10n.t('Choose the folder of the notes in {0}', folder.name),
    matchOnDescription: true,
  };
  const picked = await vscode.window.showQuickPick([...items, automatic, other], options, token);
  if (picked === undefined || token.isCancellationRequested) return undefined;
  return picked.path ?? browse(folder);
}

async function browse({ uri, name }: vscode.WorkspaceFolder): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: uri,
      openLabel: vscode.l10n.t('Choose Notes Folder'),
    })) ?? [];
  if (chosen === undefined) return undefined;
  const root = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  if (chosen.scheme === uri.scheme && chosen.authority === uri.authority && chosen.path.startsWith(root))
    return chosen.path.slice(root.length).replace(/\/$/, '');
  warn(vscode.l10n.t('choose a folder inside {0}.', name));
  return undefined;
}

async function write(folder: vscode.WorkspaceFolder, path: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('officeHours', folder);
  const target = vscode.ConfigurationTarget.WorkspaceFolder;
  const before = configuration.inspect<string>(setting)?.workspaceFolderValue;
  const wanted = path === '' ? undefined : path;
  if (wanted === before) return;
  await configuration.update(setting, wanted, target);
  const what =
    wanted === undefined
      ? vscode.l10n.t(
          'The notes folder is found automatically ({0} in the settings of {1}).',
          key,
          folder.name,
        )
      : vscode.l10n.t('The notes folder is {0} ({1} in the settings of {2}).', wanted, key, folder.name);
  const undo = vscode.l10n.t('Undo');
  const message = literalText(`Office Hours: ${what}`, 'message');
  // Not waited for: the message stays until it is closed.
  void vscode.window.showInformationMessage(message, undo).then((chosen) => {
    if (chosen === undo) void configuration.update(setting, before, target);
  });
}
