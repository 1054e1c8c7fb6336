/** The one wrapper around every request: finds the document, honours cancellation, contains bugs. */

import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Logger } from '../core/ports.ts';
import type { OpenDocument } from './documents.ts';

export interface HandlerState {
  readonly log: Logger;
  document(uri: string): OpenDocument | undefined;
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
  return handler<P, R>(state, name, otherwise, (params, token) => {
    const document = state.document(params.textDocument.uri);
    return document === undefined ? otherwise : run(document, params, token);
  });
}

/** Wraps what no request waits for: timers, notifications, background work. */
export async function contain(log: Logger, name: string, run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    logBug(log, name, error);
  }
}

const logged = new Set<string>();

/** A bug that every keystroke meets is still one bug. Nothing of the note's text is in the line. */
function logBug(log: Logger, name: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const line = `${name}: ${text}`;
  if (logged.has(line) || logged.size > 100) return;
  logged.add(line);
  log.error(line);
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
