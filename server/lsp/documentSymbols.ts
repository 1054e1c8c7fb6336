/** `textDocument/documentSymbol`, for clients other than VS Code, whose own Markdown support has it. */

import type {
  Connection,
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
} from 'vscode-languageserver';
import { documentSymbols } from '../core/features/documentSymbols.ts';
import { flatSymbols } from '../core/features/workspaceSymbols.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveDocumentSymbols(connection: Connection, session: Session): void {
  if (session.clientKind === 'extension') return;
  const client = session.capabilities.textDocument?.documentSymbol;
  connection.onDocumentSymbol(
    documentHandler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(
      session,
      'textDocument/documentSymbol',
      null,
      async (document) => {
        await session.ready;
        if (!session.isNote(document)) return null;
        const symbols = documentSymbols(document.document, document.note);
        if (client?.hierarchicalDocumentSymbolSupport) return symbols;
        const { uri } = document;
        return flatSymbols(symbols).map(({ name, kind, range }) => ({
          name,
          kind,
          location: { uri, range },
        }));
      },
    ),
  );
}
