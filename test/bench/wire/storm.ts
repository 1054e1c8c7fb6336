/**
 * A writer who types without a pause: 200 keys at 60 a second. As editors do, each key is followed by a pull of the diagnostics,
 * and every third by a list; what was asked before and is not answered yet is cancelled.
 */

import { pathToFileURL } from 'node:url';
import type { Row } from './report.ts';
import { type Figures, quantile } from './samples.ts';
import { type Server, type ServerName, startIn } from './servers.ts';
import type { Asked } from './wireClient.ts';
import { linesOf, tail, Writer } from './writer.ts';

const keys = 200;
const pause = 1_000 / 60;
/** A key for a list. */
const listEvery = 3;
/** Milliseconds; one that has not answered by then is left. */
const longestSettling = 25_000;

interface Storm {
  /** Milliseconds of the lists that came. */
  readonly lists: number[];
  readonly dropped: number;
  /** Milliseconds from the last key to its diagnostics. */
  readonly settled: number;
  readonly processor: number | undefined;
}

async function storm(server: Server, folder: string, lines: number): Promise<Storm> {
  const uri = pathToFileURL(folder).href;
  const client = await startIn(server, uri);
  await server.indexed?.(client, uri);
  const writer = new Writer(client, `${uri}/docs/office-hours/20260120_notes.md`, linesOf(lines));
  writer.open();
  await writer.pull();
  const line = writer.lines.length - 2;
  // Warm, as a writer's server is.
  for (let index = 0; index < 60; index++) {
    writer.change(line, tail, 0, 'y');
    await writer.pull();
    await writer.complete(line, tail + 1);
  }
  const lists: number[] = [];
  let dropped = 0;
  let list: Asked | undefined;
  let problems: Asked | undefined;
  const before = client.processorTime();
  const start = performance.now();
  for (let key = 0; key < keys; key++) {
    const wait = start + key * pause - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    writer.change(line, tail, 0, key % listEvery === 0 ? '#' : 'x');
    if (problems) client.cancel(problems.id);
    const pull = writer.askProblems();
    problems = pull;
    void pull.reply.then(() => {
      if (problems === pull) problems = undefined;
    });
    if (key % listEvery > 0) continue;
    if (list) {
      client.cancel(list.id);
      dropped++;
    }
    const since = performance.now();
    const wanted = writer.askList(line, tail + 1);
    list = wanted;
    void wanted.reply.then(({ error }) => {
      if (list === wanted) list = undefined;
      if (error === undefined) lists.push(performance.now() - since);
    });
  }
  const last = performance.now();
  const giveUp = new Promise((resolve) => setTimeout(resolve, longestSettling).unref());
  await Promise.race([Promise.all([problems?.reply, list?.reply]), giveUp]);
  const settled = performance.now() - last;
  const spent = client.processorTime();
  await client.end();
  const processor = spent === undefined || before === undefined ? undefined : (spent - before) / keys;
  return { lists, dropped, settled, processor };
}

/** The servers one after the other, as each takes its seconds; `rounds` times. */
export async function measureStorm(
  servers: readonly Server[],
  folder: string,
  lines: number,
  rounds: number,
): Promise<Row[]> {
  const found = new Map<ServerName, Storm[]>();
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) {
      // Those without completion of their own are not what a writer has.
      if (server.name === 'remark' || server.name === 'markdownlint') continue;
      found.set(server.name, [...(found.get(server.name) ?? []), await storm(server, folder, lines)]);
    }
  }
  const rowOf = (
    title: string,
    goal: number | undefined,
    unit: Row['unit'],
    figuresOf: (storms: Storm) => readonly number[],
    share?: number,
  ): Row => ({
    title: `storm, ${lines.toLocaleString('en')} lines: ${title}`,
    unit,
    ...(goal && { goal }),
    measured: Object.fromEntries(
      [...found].map(([name, storms]): [string, Figures] => {
        const times = storms.flatMap(figuresOf);
        return [name, { times: share ? [quantile(times, share)] : times, processor: undefined }];
      }),
    ),
  });
  return [
    rowOf('95th percentile of the lists', 2, 'ms', ({ lists }) => lists, 0.95),
    rowOf(`lists dropped of ${Math.ceil(keys / listEvery)}`, undefined, '', ({ dropped }) => [dropped]),
    rowOf('last key to diagnostics', 2, 'ms', ({ settled }) => [settled]),
    rowOf('processor time a key', 2, 'ms', ({ processor }) => (processor === undefined ? [] : [processor])),
  ];
}
