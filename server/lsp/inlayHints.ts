/** `textDocument/inlayHint`, and `workspace/inlayHint/refresh` where a title or the setting has changed. */

import type { Connection, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { contain } from '../core/contain.ts';
import { Debounce } from '../core/debounce.ts';
import { inlayHints } from '../core/features/inlayHints.ts';
import { toSpan } from '../core/features/range.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

/** Several answers of GitHub make one refresh. */
const refreshDelayMs = 100;

export function serveInlayHints(connection: Connection, session: Session): void {
  const { capabilities, configuration, log, timers } = session;
  let isAsked = false;
  let isWanted = false;
  connection.languages.inlayHint.on(
    documentHandler<InlayHintParams, InlayHint[] | null>(
      session,
      'textDocument/inlayHint',
      null,
      async (document, { range }) => {
        await session.ready;
        isAsked = true;
        if (!configuration.settingsFor(document.uri).inlayTitles) return [];
        isWanted = true;
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const markdown = session.clientKind === 'extension';
        return inlayHints(document.document, { ...inputs, markdown }, toSpan(range, document.document));
      },
    ),
  );
  if (capabilities.workspace?.inlayHint?.refreshSupport === true) {
    const refresh = new Debounce(timers, () => {
      void contain(log, 'workspace/inlayHint/refresh', () => connection.languages.inlayHint.refresh());
    });
    session.titlesChanged.on(() => {
      if (isWanted) refresh.schedule(refreshDelayMs);
    });
    configuration.changed.on(() => {
      if (isAsked) refresh.schedule(refreshDelayMs);
    });
    session.ended.on(() => refresh.cancel());
  }
}
