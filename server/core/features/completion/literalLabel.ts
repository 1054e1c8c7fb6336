/** Labels as VS Code's list shows them. */

import type { CompletionItem } from 'vscode-languageserver-types';
import { literalText } from '../../../../shared/literalText.ts';

/** The item with a label in which nothing becomes an icon. What is typed is still matched with the label as it was. */
export function withLiteralLabel(item: CompletionItem): CompletionItem {
  const label = literalText(item.label, 'label');
  if (label === item.label) return item;
  const filterText = item.filterText ?? item.label;
  // The text of an item that has the list's range is the label, too.
  const inserted = item.textEdit === undefined && { textEditText: item.textEditText ?? item.label };
  return { ...item, label, filterText, ...inserted };
}
