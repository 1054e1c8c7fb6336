/** `textDocument/documentLink` */

import type { Connection, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinkSteps } from '../core/features/documentLinks.ts';
import { inSlices } from '../core/slices.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveDocumentLinks(connection: Connection, session: Session): void {
  const showsTooltips = session.capabilities.textDocument?.documentLink?.tooltipSupport === true;
  connection.onDocumentLinks(
    documentHandler<DocumentLinkParams, DocumentLink[] | null>(
      session,
      'textDocument/documentLink',
      null,
      async (document, _, token) => {
        await session.ready;
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const markdown = session.clientKind === 'extension';
        const { version } = document;
        const steps = documentLinkSteps(document.document, { ...inputs, markdown });
        // An editor asks again once its text is another one.
        const isWanted = () => !token.isCancellationRequested && document.version === version;
        const links = await inSlices(steps, session, isWanted);
        if (links === undefined) return null;
        return showsTooltips ? links : links.map(({ range, target }) => ({ range, target: target! }));
      },
    ),
  );
}
