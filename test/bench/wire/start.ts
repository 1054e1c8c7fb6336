/** How long an editor waits for a server that is not there yet, and for its index. */

import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeArchive } from '../notes.ts';
import type { Row } from './report.ts';
import { collect } from './samples.ts';
import { initialize, type Server, startIn, storage } from './servers.ts';
import type { WireClient } from './wireClient.ts';

async function untilInitialized(server: Server, folder: string): Promise<number> {
  const start = performance.now();
  const client = server.start();
  await initialize(client, server, folder);
  const took = performance.now() - start;
  await endPolitely(client);
  return took;
}

/** Ends as an editor ends it, so that the server can keep what it keeps. */
async function endPolitely(client: WireClient): Promise<void> {
  await client.ask('shutdown', null).reply;
  client.notify('exit', null);
  await Promise.race([client.ended, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  await client.end();
}

/** Milliseconds from the start of the process to the answer to `initialize`; `where` says which Node runs it. */
export async function measureStart(
  servers: readonly Server[],
  folder: string,
  samples: number,
  where = '',
): Promise<Row> {
  const uri = pathToFileURL(folder).href;
  const candidates = servers.map((server) => ({
    name: server.name,
    run: () =>
      untilInitialized(server, uri).catch((error: unknown) => {
        if (server.name !== 'rumdl') throw error;
        // See `initialized`.
        return undefined;
      }),
  }));
  const measured = await collect(candidates, samples, 2);
  return { title: `spawn to initialize${where}`, unit: 'ms', goal: 1.3, measured };
}

/** Seconds from `initialized` to an answer that needs every note: the first time, and when the server was there before. */
export async function measureIndex(
  servers: readonly Server[],
  count: number,
  samples: number,
): Promise<Row[]> {
  const cold = await measureScan(servers, count, samples, false);
  // The others keep nothing, but for rumdl.
  const keeping = servers.filter(({ name }) => name !== 'VS Code Markdown');
  return [cold, await measureScan(keeping, count, samples, true)];
}

async function measureScan(
  servers: readonly Server[],
  count: number,
  samples: number,
  isWarm: boolean,
): Promise<Row> {
  const folder = writeArchive(count);
  const uri = pathToFileURL(folder).href;
  const candidates = servers
    .filter(({ indexed }) => indexed !== undefined)
    .map((server) => ({
      name: server.name,
      run: async () => {
        if (!isWarm) storage.clear();
        const client = await startIn(server, uri);
        const start = performance.now();
        await server.indexed?.(client, uri);
        const took = performance.now() - start;
        // What it keeps is written behind the answer.
        if (isWarm) await new Promise((resolve) => setTimeout(resolve, 1_000));
        await client.end();
        return took / 1_000;
      },
    }));
  const measured = await collect(candidates, samples, isWarm ? 1 : 0);
  rmSync(folder, { recursive: true, force: true });
  const title = `index ${count.toLocaleString('en')} notes${isWarm ? ', again' : ''}`;
  return { title, unit: 's', ...(!isWarm && { goal: 3 }), measured };
}
