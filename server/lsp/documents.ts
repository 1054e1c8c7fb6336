/** The documents the editor has open; `listen` them to a connection. */

import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ConventionsOf, OpenDocument } from '../core/workspace/openDocument.ts';

export type OpenDocuments = TextDocuments<OpenDocument>;

export function openDocuments(conventionsOf: ConventionsOf): OpenDocuments {
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      new OpenDocument(TextDocument.create(uri, languageId, version, text), conventionsOf),
    update(document, changes, version) {
      document.update(changes, version);
      return document;
    },
  });
}
