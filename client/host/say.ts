/** Messages of `shared/` and of modules that do not know the editor, in the editor's language. */

import * as vscode from 'vscode';
import { type Message, type Say, sayIn } from '../../shared/l10n.ts';

let inLanguage: Say | undefined;

/** The bundle is loaded before the extension is activated. */
export function say(message: Message): string {
  inLanguage ??= sayIn(vscode.l10n.bundle);
  return inLanguage(message);
}
