/** The headings of a note, as an outline. */

import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Note, Section } from '../note/note.ts';
import type { TextDocument } from '../note/noteDocument.ts';
import { toRange } from './range.ts';

/** The title holds the sections below it. `document` holds the text of `note`. Names begin with the heading's `#`. */
export function documentSymbols(document: TextDocument, { title, sections }: Note): DocumentSymbol[] {
  const symbols = (list: readonly Section[]): DocumentSymbol[] =>
    list.map(({ level, heading, range, headingRange, children }) => ({
      name: named(level, heading),
      kind: SymbolKind.String,
      range: toRange(range, document),
      selectionRange: toRange(headingRange, document),
      children: symbols(children),
    }));
  if (title === undefined) return symbols(sections);
  const next = sections.findIndex(({ level, range }) => level === 1 && range.from > title.range.from);
  const end = next < 0 ? sections.length : next;
  const first = sections.findIndex(({ range }) => range.from > title.range.from);
  const start = first < 0 ? end : Math.min(first, end);
  const to = next < 0 ? document.getText().length : sections[next]!.range.from;
  const whole: DocumentSymbol = {
    name: named(1, title.text),
    kind: SymbolKind.String,
    range: toRange({ from: title.range.from, to }, document),
    selectionRange: toRange(title.range, document),
    children: symbols(sections.slice(start, end)),
  };
  return [...symbols(sections.slice(0, start)), whole, ...symbols(sections.slice(end))];
}

/** As VS Code's own outline of Markdown has it. A name must not be empty (LSP 3.18, `DocumentSymbol`). */
function named(level: number, heading: string): string {
  return `${'#'.repeat(level)} ${heading}`.trim();
}
