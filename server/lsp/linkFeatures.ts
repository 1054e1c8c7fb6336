/** The requests about references: hover, document links, inlay hints. */

import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  DocumentLink,
  DocumentLinkParams,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Settings } from '../../shared/settings.ts';
import { documentLinks, type LinkInputs } from '../core/features/documentLinks.ts';
import { type HoverGitHub, type HoverInputs, hover } from '../core/features/hover.ts';
import { inlayHints } from '../core/features/inlayHints.ts';
import { toSpan } from '../core/features/range.ts';
import { templateHover } from '../core/features/template/hover.ts';
import type { TemplateInputs } from '../core/features/template/inputs.ts';
import type { OpenDocument } from './documents.ts';
import { contain, documentHandler, type HandlerState } from './handler.ts';
import { Later } from './later.ts';
import { showsMarkdown } from './ownClient.ts';

export interface LinkState extends HandlerState {
  /** Settled once the settings are known. */
  readonly ready: Promise<void>;
  /** The client is ours. */
  readonly own: boolean;
  /** Undefined: the document is no note. */
  inputsFor(document: OpenDocument): (LinkInputs & HoverInputs) | undefined;
  /** Undefined: the document is no template file. */
  templateOf(document: OpenDocument): TemplateInputs | undefined;
  settingsFor(uri: string): Settings;
  /** Undefined: GitHub is not asked. */
  github(): Pick<HoverGitHub, 'store' | 'now'> | undefined;
}

export interface LinkFeatures {
  /** Titles may differ now. */
  titlesChanged(): void;
  settingsChanged(): void;
  /** For the end of a session. */
  dispose(): void;
}

export const linkCapabilities: ServerCapabilities = {
  hoverProvider: true,
  documentLinkProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
};

export function serveLinkFeatures(
  connection: Connection,
  state: LinkState,
  capabilities: ClientCapabilities,
): LinkFeatures {
  serveHover(connection, state, capabilities);
  connection.onDocumentLinks(
    documentHandler<DocumentLinkParams, DocumentLink[] | null>(
      state,
      'textDocument/documentLink',
      null,
      async (document) => {
        await state.ready;
        const inputs = state.inputsFor(document);
        if (inputs === undefined) return null;
        const links = documentLinks(document.document, { ...inputs, markdown: state.own });
        return canSayTooltips(capabilities)
          ? links
          : links.map(({ range, target }) => ({ range, target: target! }));
      },
    ),
  );
  return serveHints(connection, state, capabilities);
}

function canSayTooltips(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.documentLink?.tooltipSupport === true;
}

function serveHover(connection: Connection, state: LinkState, capabilities: ClientCapabilities): void {
  const markdown = showsMarkdown(capabilities.textDocument?.hover?.contentFormat, state.own);
  connection.onHover(
    documentHandler<HoverParams, Hover | null>(
      state,
      'textDocument/hover',
      null,
      (document, { position }, cancellation: CancellationToken) => {
        const template = state.templateOf(document);
        const at = document.document.offsetAt(position);
        if (template !== undefined) return templateHover(document.document, template, at, markdown);
        const inputs = state.inputsFor(document);
        if (inputs === undefined) return null;
        const known = state.github();
        const github = known && { ...known, cancellation };
        return hover(document.document, { ...inputs, github, icons: state.own }, at, markdown);
      },
    ),
  );
}

/** Several answers of GitHub make one refresh. */
const refreshDelayMs = 100;

function serveHints(
  connection: Connection,
  state: LinkState,
  capabilities: ClientCapabilities,
): LinkFeatures {
  let isAsked = false;
  let isWanted = false;
  connection.languages.inlayHint.on(
    documentHandler<InlayHintParams, InlayHint[] | null>(
      state,
      'textDocument/inlayHint',
      null,
      async (document, { range }) => {
        await state.ready;
        isAsked = true;
        if (!state.settingsFor(document.uri).inlayTitles) return [];
        isWanted = true;
        const inputs = state.inputsFor(document);
        return inputs ? inlayHints(document.document, inputs, toSpan(range, document.document)) : null;
      },
    ),
  );
  const canRefresh = capabilities.workspace?.inlayHint?.refreshSupport === true;
  const refresh = new Later(() => {
    void contain(state.log, 'workspace/inlayHint/refresh', () => connection.languages.inlayHint.refresh());
  });
  return {
    titlesChanged() {
      if (canRefresh && isWanted) refresh.in(refreshDelayMs);
    },
    settingsChanged() {
      if (canRefresh && isAsked) refresh.in(refreshDelayMs);
    },
    dispose: () => refresh.cancel(),
  };
}
