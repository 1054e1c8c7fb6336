/** Commands that put into the note in the editor what its series and GitHub know: merged pull requests, the agenda. */

import * as vscode from 'vscode';
import type { EditItemResult } from '../../shared/actionItems.ts';
import { type DraftNoteParams, type DraftPart, draftNote } from '../../shared/drafts.ts';
import { currentNote } from './actionItems.ts';
import { applyResult } from './applyResult.ts';
import { inform } from './message.ts';
import type { NotesClient } from './newNote.ts';

/** The progress of each. */
const commands = (): Readonly<
  Record<string, { readonly parts: readonly DraftPart[]; readonly title: string }>
> => ({
  'officeHours.draftHighlights': {
    parts: ['highlights'],
    title: vscode.l10n.t('Looking up merged pull requests…'),
  },
  'officeHours.carryOver': { parts: ['todos'], title: vscode.l10n.t('Reading earlier notes…') },
  'officeHours.draftReleases': { parts: ['releases'], title: vscode.l10n.t('Looking up releases…') },
  'officeHours.fillAgenda': { parts: ['agenda'], title: vscode.l10n.t('Looking up the agenda…') },
  'officeHours.addRecurring': {
    parts: ['recurring'],
    title: vscode.l10n.t('Looking up references of earlier notes…'),
  },
  'officeHours.addOldestPulls': {
    parts: ['oldestPulls'],
    title: vscode.l10n.t('Looking up the oldest pull requests…'),
  },
  'officeHours.addAttendees': { parts: ['attendance'], title: vscode.l10n.t('Reading earlier notes…') },
});

export function registerDrafts(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  for (const [command, { parts, title }] of Object.entries(commands())) {
    const run = async () => {
      const note = currentNote();
      if (note === undefined) return inform(vscode.l10n.t('Open the note that is to be filled in.'));
      const params: DraftNoteParams = { ...note, parts };
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title, cancellable: true },
        (_, token) => applyResult(client.sendRequest<EditItemResult>(draftNote, params, token), token),
      );
    };
    context.subscriptions.push(vscode.commands.registerCommand(command, run));
  }
}
