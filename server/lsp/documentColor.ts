/**
 * Keeps colour swatches out of notes. VS Code takes `#272` for a colour and draws a green square before it, in any
 * language, unless a colour provider answers for the document (`editor.defaultColorDecorators`: `auto`). So for the
 * folders notes turn up in, and no others, the server says that there are no colours.
 */

import { type Connection, DocumentColorRequest } from 'vscode-languageserver';
import { contain } from '../core/contain.ts';
import { parentUri } from '../core/uri.ts';
import type { Session } from './session.ts';

export function serveDocumentColor(connection: Connection, session: Session): void {
  const { capabilities, log, notes } = session;
  const registered = new Set<string>();
  if (!capabilities.textDocument?.colorProvider?.dynamicRegistration) return;
  connection.onDocumentColor(() => []);
  connection.onColorPresentation(() => []);
  notes.found.on(({ canonicalUri }) => {
    const place = parentUri(canonicalUri) || canonicalUri;
    if (registered.has(place)) return;
    registered.add(place);
    void contain(log, 'textDocument/documentColor', async () => {
      const filter = filterFor(place);
      if (filter === undefined) return;
      await connection.client.register(DocumentColorRequest.type, { documentSelector: [filter] });
    });
  });
}

/**
 * The folder's Markdown files, or those of one document that is in no folder: `untitled:Untitled-1`. Characters that mean something in a glob
 * are put in brackets of their own.
 */
function filterFor(place: string): { scheme: string; language: string; pattern: string } | undefined {
  const url = URL.canParse(place) ? new URL(place) : undefined;
  if (url === undefined) return undefined;
  const path = decodeURIComponent(url.pathname).replaceAll(/[[\]{}*?!]/g, '[$&]');
  const isFolder = path.startsWith('/');
  return {
    scheme: url.protocol.slice(0, -1),
    language: 'markdown',
    pattern: isFolder ? `${path}/*` : path,
  };
}
