/** `textDocument/references` and `textDocument/documentHighlight` */

import type {
  Connection,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver';
import { documentHighlights, findReferences } from '../core/features/findReferences.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveFindReferences(connection: Connection, session: Session): void {
  const withMarkdown = session.clientKind === 'extension';
  connection.onReferences(
    documentHandler<ReferenceParams, Location[] | null>(
      session,
      'textDocument/references',
      null,
      async (document, { position }) => {
        await session.archiveReadSoon();
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const lists = session.recall.lists();
        return findReferences({ ...inputs, lists, withMarkdown }, document.document.offsetAt(position));
      },
    ),
  );
  connection.onDocumentHighlight(
    documentHandler<DocumentHighlightParams, DocumentHighlight[] | null>(
      session,
      'textDocument/documentHighlight',
      null,
      (document, { position }) => {
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const offset = document.document.offsetAt(position);
        return documentHighlights(document.document, { ...inputs, withMarkdown }, offset);
      },
    ),
  );
}
