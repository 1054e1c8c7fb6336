/** Headings of all notes by what the writer remembers of them. */

import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { NoteSummary, Series } from '../archive/noteSummary.ts';

/** More would only be scrolled past. */
const mostNotes = 50;

/**
 * Whether the query's characters are in the text, in this order (LSP 3.18, `workspace/symbol`: "a query should be
 * interpreted in a relaxed way"). Case and blanks do not count.
 */
export function matchesQuery(query: string, text: string): boolean {
  const wanted = [...query.toLowerCase()].filter((char) => char.trim() !== '');
  let at = 0;
  for (const char of text.toLowerCase()) if (char === wanted[at]) at++;
  return at >= wanted.length;
}

/** The notes with a heading like this, the newest of each series first. */
export function notesWithHeading(query: string, all: readonly Series[]): NoteSummary[] {
  const found: NoteSummary[] = [];
  for (const { notes } of all) {
    for (const note of notes) {
      if (found.length >= mostNotes) return found;
      const texts = [note.titleText ?? '', ...note.headings.map(({ text }) => text)];
      if (texts.some((text) => matchesQuery(query, text))) found.push(note);
    }
  }
  return found;
}

/** An outline without its levels, in document order. */
export function flatSymbols(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatSymbols(symbol.children ?? [])]);
}
