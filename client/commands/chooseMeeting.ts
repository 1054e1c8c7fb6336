/** Which series the note is for, where the workspace folder has several. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import type { MeetingChoice } from '../../shared/protocol.ts';
import { newNoteTitle } from './newNoteTitle.ts';

interface MeetingItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** The `id` of the series that the writer picks; undefined when they left. The first of `meetings` is the likeliest. */
export async function chooseMeeting(
  meetings: readonly MeetingChoice[],
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const items = meetings.map(({ id, name, description, latest }): MeetingItem => {
    const detail =
      latest === undefined ? {} : { detail: literalText(vscode.l10n.t('Latest note: {0}', latest), 'label') };
    return {
      label: literalText(name, 'label'),
      description: literalText(description, 'label'),
      ...detail,
      id,
    };
  });
  const options = {
    title: newNoteTitle(),
    placeHolder: vscode.l10n.t('Choose the meeting'),
    matchOnDescription: true,
    matchOnDetail: true,
  };
  const picked = await vscode.window.showQuickPick(items, options, token);
  return picked?.id;
}
