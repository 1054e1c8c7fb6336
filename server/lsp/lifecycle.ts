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

export interface Lifecycle extends MessageStrategy {
  /**
   * What comes from now on is handled once the work is done, in its order. The work begins when the message at hand has been
   * answered. Where it fails, requests are refused with its error.
   */
  holdUntil(work: () => Promise<void>): void;
}

/** The strategy to create a connection with. One per connection; `answerRefused` completes it. */
export function lifecycleStrategy(): Lifecycle {
  let state: 'new' | 'running' | 'shut-down' = 'new';
  let failure: string | undefined;
  let held: (() => void)[] | undefined;

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
    return failure === undefined ? undefined : { code: ErrorCodes.InternalError, message: failure };
  }

  function handle(message: Message, next: (message: Message) => void): void {
    if (Message.isRequest(message)) {
      const params = refusal(message.method);
      const { jsonrpc, id } = message;
      const answer: RequestMessage | undefined = params && { jsonrpc, id, method: refused, params };
      next(answer ?? message);
    } else if (!Message.isNotification(message) || state === 'running' || message.method === 'exit')
      next(message);
  }

  return {
    handleMessage(message, next) {
      if (held) held.push(() => handle(message, next));
      else handle(message, next);
    },
    holdUntil(work) {
      const waiting: (() => void)[] = [];
      held = waiting;
      // A turn of the event loop: by then the answer is written.
      setTimeout(() => {
        void work()
          .catch((error: unknown) => {
            failure = `The server could not start: ${error instanceof Error ? error.message : String(error)}`;
          })
          .then(() => {
            held = undefined;
            for (const run of waiting) run();
          });
      }, 0);
    },
  };
}

/** Answers what `lifecycleStrategy` refused. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, (refusal: Refusal) => new ResponseError(refusal.code, refusal.message));
}
