/** What a list of completion items in a template file is made of. */

import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Message } from '../../../../shared/l10n.ts';
import type { Span } from '../../note/note.ts';

/** One line of a list. */
export interface Offer {
  readonly label: string;
  readonly detail?: string | Message;
  /** Plain text. */
  readonly documentation?: Message;
  readonly kind: CompletionItemKind;
  readonly newText: string;
}

export interface Offers {
  /** What is replaced. */
  readonly range: Span;
  /** The best first. */
  readonly offers: readonly Offer[];
}
