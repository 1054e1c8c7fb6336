/** Whose meeting it is, where a folder has the templates of several. */

import * as vscode from 'vscode';
import type { ListMeetingsResult } from '../../shared/protocol.ts';
import { withoutIcons } from '../host/literal.ts';

interface MeetingItem extends vscode.QuickPickItem {
  readonly template: string;
}

/**
 * The URI of the template that the writer picks; null where there is nothing to choose; undefined when they left. The
 * first of `meetings` is the likeliest.
 */
export async function chooseMeeting(
  { meetings }: ListMeetingsResult,
  token: vscode.CancellationToken,
): Promise<string | null | undefined> {
  if (meetings.length < 2) return null;
  const items = meetings.map(
    ({ template, name, description }): MeetingItem => ({
      label: withoutIcons(name),
      description: withoutIcons(description),
      template,
    }),
  );
  const options = {
    title: 'New office hours note',
    placeHolder: 'Choose the meeting',
    matchOnDescription: true,
  };
  const picked = await vscode.window.showQuickPick(items, options, token);
  return picked?.template;
}
