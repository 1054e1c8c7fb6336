/** The edit of a note that a command asks for, or why there is none. */

import type { EditItemResult } from '../../../shared/actionItems.ts';
import { type Message, sayAll, type Unsaid } from '../../../shared/l10n.ts';
import type { Session } from '../session.ts';

export type ItemEdit = Unsaid<EditItemResult, 'message'>;

export function refused(message: Message): ItemEdit {
  return { kind: 'refused', message };
}

export function said(edit: ItemEdit, { say }: Pick<Session, 'say'>): EditItemResult {
  return sayAll<EditItemResult, 'message'>(edit, say);
}
