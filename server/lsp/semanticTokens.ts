/** `textDocument/semanticTokens/full`, and `workspace/semanticTokens/refresh` where the template has changed. */

import type { Connection, SemanticTokens, SemanticTokensParams } from 'vscode-languageserver';
import { contain } from '../core/contain.ts';
import { Debounce } from '../core/debounce.ts';
import { placeholderTokens } from '../core/features/semanticTokens.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

/** A burst of changes makes one refresh. */
const refreshDelayMs = 100;

export function serveSemanticTokens(connection: Connection, session: Session): void {
  const { answersChanged, capabilities, ended, log, timers } = session;
  if (capabilities.textDocument?.semanticTokens === undefined) return;
  let isAsked = false;
  connection.languages.semanticTokens.on(
    // The protocol allows null; the library's type does not.
    documentHandler<SemanticTokensParams, SemanticTokens>(
      session,
      'textDocument/semanticTokens/full',
      null as unknown as SemanticTokens,
      async (document) => {
        await session.ready;
        isAsked = true;
        const inputs = session.inputsFor(document);
        return inputs ? placeholderTokens(document.document, inputs) : (null as unknown as SemanticTokens);
      },
    ),
  );
  if (capabilities.workspace?.semanticTokens?.refreshSupport === true) {
    const refresh = new Debounce(timers, () => {
      void contain(log, 'workspace/semanticTokens/refresh', async () => {
        await connection.languages.semanticTokens.refresh();
      });
    });
    answersChanged.on(() => {
      if (isAsked) refresh.schedule(refreshDelayMs);
    });
    ended.on(() => refresh.cancel());
  }
}
