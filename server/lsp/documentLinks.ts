/** `textDocument/documentLink` */

import type { Connection, DocumentLink, DocumentLinkParams, ServerCapabilities } from 'vscode-languageserver';
import { documentLinks } from '../core/features/documentLinks.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveDocumentLinks(connection: Connection, session: Session): ServerCapabilities {
  const showsTooltips = session.capabilities.textDocument?.documentLink?.tooltipSupport === true;
  connection.onDocumentLinks(
    documentHandler<DocumentLinkParams, DocumentLink[] | null>(
      session,
      'textDocument/documentLink',
      null,
      async (document) => {
        await session.ready;
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const markdown = session.clientKind === 'extension';
        const links = documentLinks(document.document, { ...inputs, markdown });
        return showsTooltips ? links : links.map(({ range, target }) => ({ range, target: target! }));
      },
    ),
  );
  return { documentLinkProvider: { resolveProvider: false } };
}
