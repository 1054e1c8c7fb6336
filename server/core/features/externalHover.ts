/** The hover of `EIP-1` and the like: its URL, and where the prefix is defined. Sends no request. */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Note } from '../note/note.ts';
import { externalReferenceAt } from '../note/referenceAt.ts';
import { paragraph, printParagraphs } from './hoverText.ts';
import { toRange } from './range.ts';

/** The hover at `offset`; null where no such reference is. `document` holds the text of `note`. */
export function externalHover(
  document: TextDocument,
  note: Note,
  offset: number,
  markdown: boolean,
): Hover | null {
  const found = externalReferenceAt(note, offset);
  if (found === undefined) return null;
  const { prefix, id, url, range } = found;
  const same = note.external.filter((each) => each.prefix === prefix && each.id === id).length;
  const times = same > 1 ? `${same} times in this note. ` : '';
  const paragraphs = [
    paragraph({ text: url, ...(markdown && { target: url }) }),
    paragraph({ text: `${times}The prefix ${prefix} is defined in the template file.` }),
  ];
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: printParagraphs(paragraphs, markdown),
    },
    range: toRange(range, document),
  };
}
