/** What there is to offer, as the protocol has it. */

import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';
import type { Note, Span } from '../../note/note.ts';
import type { TextDocument } from '../../note/noteDocument.ts';
import { toRange } from '../range.ts';
import type { Draft } from './referenceItem.ts';

export interface ListOptions {
  /**
   * True: the client asks again with each key and shows what it is given. Each item's `filterText` is then the typed text,
   * so that the editor's fuzzy match never keeps an item for anything typed behind it, such as `#273` for `#27.`.
   */
  readonly filtered?: boolean;
  /** True: the client takes the range of the edits from the list (LSP 3.17, `CompletionList.itemDefaults.editRange`). */
  readonly rangeOfList?: boolean;
}

/** What there is to offer at an offset. */
export interface Candidates {
  readonly drafts: readonly { readonly draft: Draft; readonly range: Span }[];
  /** There are more, or others, once more is typed. */
  readonly more: boolean;
  /** What stands there is the default of a tab stop, such as `number`; it narrows nothing. */
  readonly placeholder: boolean;
}

export function completionList(
  document: TextDocument,
  { note, filtered = false, rangeOfList = false }: ListOptions & { readonly note: Note },
  offset: number,
  { drafts, more, placeholder }: Candidates,
): CompletionList {
  const digits = String(drafts.length).length;
  // Most lists have one range, and its position is looked up once.
  const ofSpan = new Map<Span, { readonly range: Range; readonly typed: string }>();
  const placeOf = (span: Span) => {
    const known = ofSpan.get(span);
    if (known) return known;
    // A blank matches where nothing is typed, and no character that may follow.
    const typed = note.written.slice(span.from, offset) || ' ';
    const place = { range: toRange(span, document), typed };
    ofSpan.set(span, place);
    return place;
  };
  const common = rangeOfList ? drafts[0]?.range : undefined;
  return {
    isIncomplete: filtered || more,
    ...(common && { itemDefaults: { editRange: placeOf(common).range } }),
    items: drafts.map(({ draft, range: span }, index) => {
      const { label, labelDetails, kind, detail, data, newText } = draft;
      const { range, typed } = placeOf(span);
      // Property by property: a list has a hundred items, and copies of objects without some of their parts are slow.
      const listed: CompletionItem = { label, sortText: String(index).padStart(digits, '0') };
      if (labelDetails !== undefined) listed.labelDetails = labelDetails;
      if (kind !== undefined) listed.kind = kind;
      if (detail !== undefined) listed.detail = detail;
      if (data !== undefined) listed.data = data;
      const matched = filtered || placeholder ? typed : draft.filterText;
      // Left out, it is the label. Neovim's own list, up to 0.10, begins at the edit only where there is none.
      if (matched !== undefined && matched !== label) listed.filterText = matched;
      if (span === common) {
        // Left out, it is the label (LSP 3.17).
        if (newText !== label) listed.textEditText = newText;
        return listed;
      }
      listed.insertTextFormat = InsertTextFormat.PlainText;
      listed.textEdit = { range, newText };
      return listed;
    }),
  };
}
