/** The notes of a workspace as one memory: the first start, the next one that reads only what changed, and what it takes to know them. */

import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { writeArchive } from '../notes.ts';
import { quantile } from './samples.ts';
import { type Server, startIn, storage } from './servers.ts';

/** Of the first start. */
const mostOfCold = 0.4;
/** With 10,000 notes, in MB. */
const mostMemory = 180;

/** What is done behind the answer takes so long at most, in milliseconds. */
const restMs = 1_500;

/**
 * `say` gets a table in Markdown. Memory is that of the server's process, where the system tells it. The first start is killed with its
 * answer: what it has not written by then, the next start reads again.
 */
export async function measureArchive(
  server: Server,
  sizes: readonly number[],
  samples: number,
  say: (text: string) => void,
): Promise<void> {
  const rows: string[] = [];
  for (const size of sizes) {
    const folder = writeArchive(size);
    const uri = pathToFileURL(folder).href;
    const cold: number[] = [];
    const warm: number[] = [];
    let memory: Memory | undefined;
    let atFirst: Memory | undefined;
    for (let round = 0; round < samples; round++) {
      storage.clear();
      const first = await start(server, uri, 0);
      cold.push(first.seconds);
      atFirst = first.memory;
      const next = await start(server, uri, restMs);
      warm.push(next.seconds);
      memory = next.memory;
    }
    rmSync(folder, { recursive: true, force: true });
    const [first, second] = [quantile(cold, 0.5), quantile(warm, 0.5)];
    const ratio = second / first;
    rows.push(
      `| ${size.toLocaleString('en')} | ${first.toFixed(2)} s | ${second.toFixed(2)} s | ${ratio.toFixed(2)} | ${ratio <= mostOfCold ? 'yes' : 'no'} | ${atFirst ? `${atFirst.peak} MB` : ''} | ${memory ? `${memory.now} MB` : ''} | ${memory ? `${memory.peak} MB` : ''} | ${memory ? (memory.now <= mostMemory ? 'yes' : 'no') : ''} |`,
    );
  }
  say(
    [
      `| notes | first start | next start | of the first | ≤ ${mostOfCold} | first, at most | next | at most | ≤ ${mostMemory} MB |`,
      '| ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- |',
      ...rows,
      '',
    ].join('\n'),
  );
}

interface Memory {
  /** In MB. */
  readonly now: number;
  readonly peak: number;
}

async function start(
  server: Server,
  uri: string,
  rest: number,
): Promise<{ seconds: number; memory: Memory | undefined }> {
  const client = await startIn(server, uri);
  const begun = performance.now();
  await server.indexed?.(client, uri);
  const seconds = (performance.now() - begun) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, rest));
  const memory = client.memory();
  await client.end();
  return { seconds, memory };
}
