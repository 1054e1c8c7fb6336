import { deepEqual, equal, match } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ErrorCodes, type Message, type RequestMessage } from 'vscode-languageserver';
import { lifecycleStrategy } from '../../../server/lsp/lifecycle.ts';

const jsonrpc = '2.0';
const request = (method: string): RequestMessage => ({ jsonrpc, id: method, method });

/** A session whose `initialize` has been handled, with its work under way; `handled` names what was let through. */
function initialized() {
  const lifecycle = lifecycleStrategy();
  const handled: string[] = [];
  const refusals: { readonly code: number; readonly message: string }[] = [];
  const send = (message: Message) =>
    lifecycle.handleMessage(message, (each) => {
      const { method, params } = each as RequestMessage;
      if (method === 'officeHours/refused') refusals.push(params as (typeof refusals)[number]);
      else handled.push(method);
    });
  send(request('initialize'));
  let end: (error?: Error) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  lifecycle.holdUntil(() => {
    handled.push('work');
    return ended;
  });
  return { handled, refusals, send, end };
}

/** By then all that was due has been done. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what comes while a session is loaded', () => {
  it('waits for it, in its order', async () => {
    const { handled, send, end } = initialized();
    send({ jsonrpc, method: 'initialized' } as Message);
    deepEqual(handled, ['initialize']);
    await settled();
    send(request('textDocument/hover'));
    deepEqual(handled, ['initialize', 'work']);
    end();
    await settled();
    send(request('textDocument/diagnostic'));
    deepEqual(handled, [
      'initialize',
      'work',
      'initialized',
      'textDocument/hover',
      'textDocument/diagnostic',
    ]);
  });

  it('is refused by the rules of the time it was sent in', async () => {
    const { handled, refusals, send, end } = initialized();
    for (const method of ['initialize', 'shutdown', 'textDocument/hover']) send(request(method));
    end();
    await settled();
    deepEqual(handled, ['initialize', 'work', 'shutdown']);
    deepEqual(
      refusals.map(({ code }) => code),
      [ErrorCodes.InvalidRequest, ErrorCodes.InvalidRequest],
    );
  });

  it('is refused with the reason where it cannot be loaded; only exit is handled', async () => {
    const { handled, refusals, send, end } = initialized();
    send(request('textDocument/hover'));
    await settled();
    end(new Error('no such file'));
    await settled();
    send(request('shutdown'));
    send({ jsonrpc, method: 'exit' } as Message);
    deepEqual(handled, ['initialize', 'work', 'exit']);
    equal(refusals.length, 2);
    for (const { code, message } of refusals) {
      equal(code, ErrorCodes.InternalError);
      match(message, /could not start: no such file/);
    }
  });
});
