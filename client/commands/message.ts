/** What commands say in the corner of the window, whatever notes and GitHub put into it. Not waited for: it stays until it is closed. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';

/** `message`: a sentence. */
export function inform(message: string): void {
  void vscode.window.showInformationMessage(shown(message));
}

export function warn(message: string): void {
  void vscode.window.showWarningMessage(shown(message));
}

/** Something was not done. */
export function refuse(message: string): void {
  void vscode.window.showErrorMessage(shown(message));
}

function shown(message: string): string {
  return literalText(`Office Hours: ${message}`, 'message');
}
