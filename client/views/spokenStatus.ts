/** What a screen reader says of an entry of the language status: with the name of the extension, as nothing else around it has it. */

import type * as vscode from 'vscode';
import { type Say, t } from '../../shared/l10n.ts';

type Item = Pick<vscode.LanguageStatusItem, 'name' | 'text' | 'detail' | 'accessibilityInformation'>;

/** Call it when the text of the entry is set. */
export function speakStatus(item: Item, isWarning: boolean, say: Say): void {
  const parts = [item.name, isWarning ? say(t('Warning: {0}', item.text)) : item.text, item.detail];
  item.accessibilityInformation = { label: parts.filter(Boolean).join(', ') };
}
