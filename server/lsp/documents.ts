/** The documents the editor has open; `listen` them to a connection. */

import { type Range, TextDocuments } from 'vscode-languageserver';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { NoteDocument } from '../core/note/noteDocument.ts';
import { type ConventionsOf, OpenDocument } from '../core/workspace/openDocument.ts';

export type OpenDocuments = TextDocuments<OpenDocument>;

export function openDocuments(conventionsOf: ConventionsOf): OpenDocuments {
  return new TextDocuments<OpenDocument>({
    // What these throw is logged, and no such document is among the others.
    create(uri, languageId, version, text) {
      if (typeof uri !== 'string' || uri === '' || typeof text !== 'string')
        throw new TypeError('a document without a URI or a text');
      return new OpenDocument(new NoteDocument(uri, text, languageId, version), conventionsOf);
    },
    update(document, changes, version) {
      if (!changes.every(isChange)) throw new TypeError('a change without a text or with an odd range');
      document.update(changes, version);
      return document;
    },
  });
}

/** Whether a message has what the protocol asks for: everything that is asked of the document would fail later. */
function isChange(change: TextDocumentContentChangeEvent): boolean {
  if (typeof change?.text !== 'string') return false;
  const { start, end } = 'range' in change ? (change.range ?? {}) : wholeText;
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isInteger);
}

const place = { line: 0, character: 0 };
const wholeText: Partial<Range> = { start: place, end: place };
