/** `textDocument/hover` */

import type { Connection, Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../core/features/hover.ts';
import { templateHover } from '../core/features/template/hover.ts';
import { showsMarkdown } from './clientKind.ts';
import { documentHandler } from './handler.ts';
import type { Session } from './session.ts';

export function serveHover(connection: Connection, session: Session): void {
  const { capabilities, clientKind, clock } = session;
  const markdown = showsMarkdown(capabilities.textDocument?.hover?.contentFormat, clientKind);
  connection.onHover(
    documentHandler<HoverParams, Hover | null>(
      session,
      'textDocument/hover',
      null,
      (document, { position }, cancellation) => {
        const at = document.document.offsetAt(position);
        const template = session.templateOf(document);
        if (template !== undefined)
          return templateHover(document.document, template, at, markdown, session.say);
        const inputs = session.inputsFor(document);
        if (inputs === undefined) return null;
        const { store } = session;
        const github = store && { store, now: clock.now(), cancellation };
        return hover(
          document.document,
          {
            ...inputs,
            github,
            icons: clientKind === 'extension',
            openMeetings: session.settingsFor(document.uri).actionItemMeetings,
          },
          at,
          markdown,
        );
      },
    ),
  );
}
