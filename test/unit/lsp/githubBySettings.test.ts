import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Configuration } from '../../../server/lsp/configuration.ts';
import { githubBySettings } from '../../../server/lsp/githubBySettings.ts';
import { FakeTransport, MemoryLog, MemoryStorage } from '../github/fakes.ts';

describe('GitHub for a plain client', () => {
  const custom = 'https://api.example.com';
  const general = { githubEnabled: true, githubApiUrl: '' };
  const configuration = { general, known: Promise.resolve() } as unknown as Configuration;
  const request = { host: 'github.com', method: 'GET', path: '/user', timeout: 1_000 } as const;

  it('sends a request for the account that asks, and for no other', async () => {
    const [usual, other] = [new FakeTransport(), new FakeTransport()];
    usual.current = { id: 'one', signedIn: true };
    other.current = { id: 'anonymous@other', signedIn: false };
    const { transport } = githubBySettings(
      { transport: usual, storage: new MemoryStorage() },
      () => ({ kind: 'ready', github: { transport: other } }),
      configuration,
      new MemoryLog(),
    );
    await transport.send({ ...request, account: 'one' });
    usual.current = { id: 'two', signedIn: true };
    const late = await transport.send({ ...request, account: 'one' });
    general.githubApiUrl = custom;
    const elsewhere = await transport.send({ ...request, account: 'two' });
    deepEqual(
      [late, elsewhere].map((response) => response.kind === 'failed' && response.reason),
      ['cancelled', 'cancelled'],
    );
    deepEqual([usual.requests.length, other.requests.length], [1, 0]);
  });
});
