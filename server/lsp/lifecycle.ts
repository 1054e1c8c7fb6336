/**
 * The life of a session by the specification (LSP 3.18, "Lifecycle Messages"), which the protocol library leaves to
 * the server: requests before `initialize` are answered -32002, requests after `shutdown` and a second `initialize`
 * -32600, notifications outside a session are dropped except `exit`.
 */

import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** What a refused request is turned into, so that one handler answers it. No client sends it. */
const refused = 'officeHours/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** The strategy to create a connection with. One per connection; `answerRefused` completes it. */
export function lifecycleStrategy(): MessageStrategy {
  let state: 'new' | 'running' | 'shut-down' = 'new';

  function refusal(method: string): Refusal | undefined {
    if (state === 'shut-down') {
      return {
        code: ErrorCodes.InvalidRequest,
        message: `The server has shut down; ${method} is rejected.`,
      };
    }
    if (method === 'initialize') {
      if (state === 'running') {
        return { code: ErrorCodes.InvalidRequest, message: 'The server is already initialized.' };
      }
      state = 'running';
      return undefined;
    }
    if (state === 'new') {
      return { code: ErrorCodes.ServerNotInitialized, message: `${method} was sent before initialize.` };
    }
    if (method === 'shutdown') state = 'shut-down';
    return undefined;
  }

  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const params = refusal(message.method);
        if (params === undefined) return next(message);
        const answer: RequestMessage = { jsonrpc: message.jsonrpc, id: message.id, method: refused, params };
        return next(answer);
      }
      if (Message.isNotification(message) && state !== 'running' && message.method !== 'exit')
        return undefined;
      return next(message);
    },
  };
}

/** Answers what `lifecycleStrategy` refused. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, (refusal: Refusal) => new ResponseError(refusal.code, refusal.message));
}
