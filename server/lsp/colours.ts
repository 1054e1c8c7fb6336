/**
 * Keeps colour swatches out of notes. VS Code takes `#272` for a colour and draws a green square before it, in any
 * language, unless a colour provider answers for the document (`editor.defaultColorDecorators`: `auto`). So for the
 * folders notes turn up in, and no others, the server says that there are no colours.
 */

import { type ClientCapabilities, type Connection, DocumentColorRequest } from 'vscode-languageserver';
import type { Logger } from '../core/ports.ts';
import { parentUri } from '../core/uri.ts';
import { contain } from './handler.ts';

export interface Colours {
  /** A document is open and is a note. Its canonical URI. */
  noteSeen(uri: string): void;
}

export function serveColours(connection: Connection, capabilities: ClientCapabilities, log: Logger): Colours {
  const told = new Set<string>();
  if (!capabilities.textDocument?.colorProvider?.dynamicRegistration) return { noteSeen: () => {} };
  connection.onDocumentColor(() => []);
  connection.onColorPresentation(() => []);
  return {
    noteSeen(uri) {
      const folder = parentUri(uri);
      if (told.has(folder)) return;
      told.add(folder);
      void contain(log, 'colours', async () => {
        const filter = filterFor(folder);
        if (filter === undefined) return;
        await connection.client.register(DocumentColorRequest.type, { documentSelector: [filter] });
      });
    },
  };
}

/** The folder's Markdown files. Characters that mean something in a glob are put in brackets of their own. */
function filterFor(folder: string): { scheme: string; language: string; pattern: string } | undefined {
  const url = URL.canParse(folder) ? new URL(folder) : undefined;
  if (url === undefined || !url.pathname.startsWith('/')) return undefined;
  const path = decodeURIComponent(url.pathname).replaceAll(/[[\]{}*?!]/g, '[$&]');
  return { scheme: url.protocol.slice(0, -1), language: 'markdown', pattern: `${path}/*` };
}
