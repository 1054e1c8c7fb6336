/** The one wrapper around every request: finds the document, honours cancellation, contains bugs. */

import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { logBug } from '../core/contain.ts';
import type { Logger } from '../core/ports.ts';
import type { OpenDocument } from '../core/workspace/openDocument.ts';

export interface HandlerState {
  readonly log: Logger;
  document(uri: string): OpenDocument | undefined;
  /** The same, once its note costs nothing to ask for. */
  documentRead(uri: string): Promise<OpenDocument | undefined>;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

export type Answer<R> = R | ResponseError<never>;

/**
 * A request handler that never throws: a cancelled request is answered -32800 (LSP 3.18, "Cancellation Support"), a
 * bug is logged once and answered with `otherwise`.
 */
export function handler<P, R>(
  state: Pick<HandlerState, 'log'>,
  name: string,
  otherwise: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<Answer<R>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await run(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      logBug(state.log, name, error);
      return otherwise;
    }
  };
}

/** The same for a request about one document: `otherwise` too when the document is not open. */
export function documentHandler<P extends AboutDocument, R>(
  state: HandlerState,
  name: string,
  otherwise: R,
  run: (document: OpenDocument, params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<Answer<R>> {
  return handler<P, R>(state, name, otherwise, async (params, token) => {
    const document = await state.documentRead(params.textDocument.uri);
    return document === undefined || token.isCancellationRequested ? otherwise : run(document, params, token);
  });
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
