/** What a list of completion items in a template file is made of. */

import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Span } from '../../note/note.ts';

/** One line of a list. */
export interface Offer {
  readonly label: string;
  readonly detail?: string;
  /** Plain text. */
  readonly documentation?: string;
  readonly kind: CompletionItemKind;
  readonly newText: string;
}

export interface Offers {
  /** What is replaced. */
  readonly range: Span;
  /** The best first. */
  readonly offers: readonly Offer[];
}
