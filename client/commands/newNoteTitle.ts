import * as vscode from 'vscode';

/** Of each step of the command. */
export function newNoteTitle(): string {
  return vscode.l10n.t('New office hours note');
}
