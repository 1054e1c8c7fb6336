import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import { cliBundle, frame, type ServerProcess, spawnServer } from '../helpers/process.ts';
import {
  connect,
  initialize,
  plainClient,
  pullClient,
  startOnStreams,
  startSession,
} from '../helpers/session.ts';

const start = { processId: null, rootUri: null, capabilities: {} };
const about = { textDocument: { uri: 'file:///n.md' } };

/** The code of the error a promise is rejected with. */
async function codeOf(answer: Promise<unknown>): Promise<number> {
  try {
    return await answer.then(() => Number.NaN);
  } catch (error) {
    return (error as ResponseError).code;
  }
}

/**
 * Kills a server's client and gives the milliseconds until the server is gone, and its exit code. What this process itself
 * was late by, with its other tests and on a busy machine, is not counted.
 */
async function killClient(): Promise<{ readonly after: number; readonly code: number | string }> {
  // The client is a process that lives on its own; our pipe to the server stays open.
  const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const server = spawnServer();
  await initialize(server.client, plainClient, { params: { processId: editor.pid! } });
  editor.kill('SIGKILL');
  await once(editor, 'exit');
  const late = monitorEventLoopDelay();
  late.enable();
  const killed = performance.now();
  const code = await server.ended;
  server.client.dispose();
  return { after: performance.now() - killed - late.max / 1e6, code };
}

/** Takes its time, while the other tests run. */
let killed: ReturnType<typeof killClient>;
before(() => {
  cliBundle();
  killed = killClient();
});

describe('life cycle (acceptance 21)', () => {
  it('answers -32002 before initialize, known method or not', async () => {
    const client = connect();
    for (const method of ['textDocument/diagnostic', 'textDocument/codeAction', 'shutdown', 'no/such']) {
      equal(await codeOf(client.sendRequest(method, about)), ErrorCodes.ServerNotInitialized, method);
    }
    const { capabilities } = (await initialize(client, plainClient)).initialized;
    equal(capabilities.positionEncoding, 'utf-16');
    client.dispose();
  });

  it('drops notifications before initialize', async () => {
    const client = connect();
    const textDocument = { uri: 'file:///n.md', languageId: 'markdown', version: 1, text: '# N 2026-01-06' };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    await initialize(client, pullClient);
    deepEqual(await client.sendRequest('textDocument/diagnostic', about), { kind: 'full', items: [] });
    client.dispose();
  });

  it('answers -32600 to a second initialize and goes on', async () => {
    const { client } = await startSession(pullClient);
    equal(await codeOf(client.sendRequest('initialize', start)), ErrorCodes.InvalidRequest);
    deepEqual(await client.sendRequest('textDocument/diagnostic', about), { kind: 'full', items: [] });
    client.dispose();
  });

  it('answers -32600 after shutdown', async () => {
    const { client } = await startSession(pullClient);
    equal(await client.sendRequest('shutdown'), null);
    for (const method of ['textDocument/diagnostic', 'shutdown', 'initialize', 'no/such']) {
      equal(
        await codeOf(client.sendRequest(method, { ...about, ...start })),
        ErrorCodes.InvalidRequest,
        method,
      );
    }
    client.dispose();
  });

  it('answers -32601 to methods it does not know, and null to what is missing (acceptance 25)', async () => {
    const { client } = await startSession(pullClient);
    equal(await codeOf(client.sendRequest('no/such', {})), ErrorCodes.MethodNotFound);
    await client.sendNotification('no/such', {});
    equal(await client.sendRequest('textDocument/codeAction', { ...about, range: {}, context: {} }), null);
    client.dispose();
  });
});

describe('life cycle of the process', () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = spawnServer();
  });
  afterEach(() => {
    server.client.dispose();
    server.process.kill('SIGKILL');
  });

  it('exit after shutdown: 0 (acceptance 21)', async () => {
    await initialize(server.client, plainClient);
    await server.client.sendRequest('shutdown');
    await server.client.sendNotification('exit');
    equal(await server.ended, 0);
  });

  it('exit without shutdown: 1 (acceptance 21)', async () => {
    await initialize(server.client, plainClient);
    await server.client.sendNotification('exit');
    equal(await server.ended, 1);
  });

  it('exit before initialize: 1 (acceptance 21)', async () => {
    await server.client.sendNotification('exit');
    equal(await server.ended, 1);
  });

  it('a refused shutdown does not count', async () => {
    await codeOf(server.client.sendRequest('shutdown'));
    await server.client.sendNotification('exit');
    equal(await server.ended, 1);
  });

  it('is gone within two seconds when stdin is closed (acceptance 22)', async () => {
    await initialize(server.client, plainClient);
    const quickest = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(quickest, 'spawn');
    server.process.stdin.end();
    quickest.stdin.end();
    // As soon as anything ends on this machine, which may be busy.
    const ended = once(quickest, 'exit').then(() => performance.now());
    equal(await server.ended, 1);
    const gone = performance.now();
    ok(gone - (await ended) < 2_000);
  });
});

describe('malformed input (acceptance 25)', () => {
  const good = frame({ jsonrpc: '2.0', id: 1, method: 'initialize', params: start });
  for (const [name, bytes] of [
    ['no JSON', frame('{"jsonrpc":')],
    ['a number', frame('7')],
    ['null', frame('null')],
    ['an empty batch', frame('[]')],
    ['no method', frame({ jsonrpc: '2.0', id: 9 })],
    ['a method that is a number', frame({ jsonrpc: '2.0', id: 9, method: 4 })],
    ['an answer nobody asked for', frame({ jsonrpc: '2.0', id: 99, result: {} })],
    ['a cancellation of nothing', frame({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 42 } })],
    ['parameters of the wrong shape', frame({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: 'x' })],
  ] as const) {
    it(`survives ${name}`, async () => {
      const { toServer, toClient } = startOnStreams();
      toServer.write(bytes + good);
      await new Promise<void>((resolve) => {
        toClient.on('data', (chunk: Buffer) => {
          if (String(chunk).includes('"capabilities"')) resolve();
        });
      });
    });
  }

  it('ends or goes on when there is no Content-Length, and the next session works', async () => {
    const server = spawnServer();
    let errors = '';
    server.process.stderr.on('data', (chunk: Buffer) => {
      errors += String(chunk);
    });
    server.process.stdin.end('Content-Type: nonsense\r\n\r\n{}');
    equal(await server.ended, 1);
    ok(!errors.includes('    at '), errors);
    server.client.dispose();
    const next = spawnServer();
    match(String((await initialize(next.client, plainClient)).initialized.serverInfo?.name), /office-hours/);
    next.process.kill();
    next.client.dispose();
  });
});

describe('a killed client', () => {
  it('takes the server with it within five seconds (acceptance 22)', async () => {
    const { after, code } = await killed;
    equal(code, 1);
    ok(after < 5_000, `${after} ms`);
  });
});
