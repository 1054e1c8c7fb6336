/** What the file is called and where it goes, where the latest notes do not tell. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import type { NameChoice } from '../../shared/protocol.ts';
import { newNoteTitle } from './newNoteTitle.ts';

interface NameItem extends vscode.QuickPickItem {
  readonly uri: string;
}

/** The URI that the writer picks; undefined when they left. */
export async function chooseName(
  names: readonly NameChoice[],
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const items = names.map(({ uri, name, folder }): NameItem => {
    const description =
      folder === '' ? vscode.l10n.t('in the workspace folder') : vscode.l10n.t('in {0}', folder);
    return { label: literalText(name, 'label'), description: literalText(description, 'label'), uri };
  });
  const options = {
    title: newNoteTitle(),
    // Longer words would be cut off.
    placeHolder: vscode.l10n.t('Choose the file name: the latest notes are named in several ways'),
    matchOnDescription: true,
  };
  const picked = await vscode.window.showQuickPick(items, options, token);
  return picked?.uri;
}
