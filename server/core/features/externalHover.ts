/** The hover of what is no issue and has an address of its own: `EIP-1`, a commit, a release, a file on GitHub. */

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type Say, t } from '../../../shared/l10n.ts';
import type { ExternalReference, Note, PrefixedReference } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { type Paragraph, type Piece, paragraph, printParagraphs } from './hoverText.ts';
import { toRange } from './range.ts';

/** The hover of `found` at `offset`; `about` is what is said of a page. `document` holds the text of `note`. */
export function externalHover(
  document: TextDocument,
  note: Note,
  found: ExternalReference,
  offset: number,
  markdown: boolean,
  about: readonly Paragraph[] = [],
  say?: Say,
): Hover {
  const { range } = found;
  const around = 'link' in found && found.link && !isWithin(offset, range) ? found.link.range : range;
  const paragraphs = 'page' in found ? [...about, ...repeated(found, note)] : prefixed(found, note, markdown);
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: printParagraphs(paragraphs, markdown, say),
    },
    range: toRange(around, document),
  };
}

function prefixed(found: PrefixedReference, note: Note, markdown: boolean): Paragraph[] {
  const { prefix, url } = found;
  return [
    paragraph({ text: url, ...(markdown && { target: url }) }),
    paragraph(...timesOf(found, note), {
      text: t('The prefix {0} is defined in the template file.', prefix),
    }),
  ];
}

function repeated(found: ExternalReference, note: Note): Paragraph[] {
  const [times] = timesOf(found, note);
  return times === undefined ? [] : [paragraph(times)];
}

function timesOf({ url }: ExternalReference, { external }: Note): Piece[] {
  const same = external.filter((each) => each.url === url).length;
  return same > 1 ? [{ text: t('{0} times in this note.', same) }, { text: ' ' }] : [];
}

function isWithin(offset: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return offset >= from && offset <= to;
}
