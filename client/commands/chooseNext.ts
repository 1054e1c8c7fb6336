/** What the writer chooses before there is a new note, whatever it begins with: its series, and its day. */

import type * as vscode from 'vscode';
import type { NewNoteParams, NewNoteResult } from '../../shared/protocol.ts';
import { chooseDate } from './chooseDate.ts';
import { chooseMeeting } from './chooseMeeting.ts';

/** For the next request, in place of what the former one had; undefined: the writer left. */
export async function chooseNext(
  step: Extract<NewNoteResult, { kind: 'meeting' | 'date' }>,
  token: vscode.CancellationToken,
  title?: string,
): Promise<Pick<NewNoteParams, 'meeting' | 'chooseMeeting' | 'date'> | undefined> {
  if (step.kind === 'meeting') {
    const meeting = await chooseMeeting(step.meetings, token);
    return meeting === undefined ? undefined : { meeting, chooseMeeting: false };
  }
  const chosen = await chooseDate(step, token, title);
  if (chosen === undefined) return undefined;
  return chosen.kind === 'date' ? { date: chosen.date } : { chooseMeeting: true, meeting: null };
}
