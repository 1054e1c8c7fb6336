/**
 * Keeps colour swatches out of notes. VS Code takes `#272` for a colour and draws a green square before it, in any
 * language, unless a colour provider answers for the document (`editor.defaultColorDecorators`: `auto`). So for the
 * folders notes turn up in, and no others, the server says that there are no colours.
 */

import { type Connection, DocumentColorRequest, type ServerCapabilities } from 'vscode-languageserver';
import { contain } from '../core/contain.ts';
import { parentUri } from '../core/uri.ts';
import type { Session } from './session.ts';

export function serveDocumentColor(connection: Connection, session: Session): ServerCapabilities {
  const { capabilities, log, notes } = session;
  const registered = new Set<string>();
  if (!capabilities.textDocument?.colorProvider?.dynamicRegistration) return {};
  connection.onDocumentColor(() => []);
  connection.onColorPresentation(() => []);
  notes.found.on(({ canonicalUri }) => {
    const folder = parentUri(canonicalUri);
    if (registered.has(folder)) return;
    registered.add(folder);
    void contain(log, 'textDocument/documentColor', async () => {
      const filter = filterFor(folder);
      if (filter === undefined) return;
      await connection.client.register(DocumentColorRequest.type, { documentSelector: [filter] });
    });
  });
  return {};
}

/** The folder's Markdown files. Characters that mean something in a glob are put in brackets of their own. */
function filterFor(folder: string): { scheme: string; language: string; pattern: string } | undefined {
  const url = URL.canParse(folder) ? new URL(folder) : undefined;
  if (url === undefined || !url.pathname.startsWith('/')) return undefined;
  const path = decodeURIComponent(url.pathname).replaceAll(/[[\]{}*?!]/g, '[$&]');
  return { scheme: url.protocol.slice(0, -1), language: 'markdown', pattern: `${path}/*` };
}
