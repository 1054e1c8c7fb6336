/** How the cost grows: each size is twice the one before, and so is the time where the cost is linear. */

import { pathToFileURL } from 'node:url';
import { makeNote } from '../notes.ts';
import { quantile } from './samples.ts';
import { type Server, startIn } from './servers.ts';
import { measureIndex } from './start.ts';
import type { WireClient } from './wireClient.ts';
import { Writer } from './writer.ts';

interface Curve {
  readonly title: string;
  readonly sizes: readonly number[];
  /** Milliseconds. */
  run(client: WireClient, folder: string, size: number): Promise<number>;
}

function doublings(from: number, to: number): number[] {
  const sizes = [from];
  while (sizes.at(-1)! * 2 <= to) sizes.push(sizes.at(-1)! * 2);
  return sizes;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

let names = 0;

function writerOf(client: WireClient, folder: string, lines: readonly string[]): Writer {
  return new Writer(client, `${folder}/docs/office-hours/20260120_notes_${++names}.md`, lines);
}

async function opening(client: WireClient, folder: string, lines: readonly string[]): Promise<number> {
  const writer = writerOf(client, folder, lines);
  const took = await timed(() => {
    writer.open();
    return writer.pull();
  });
  writer.close();
  return took;
}

/** The fastest of some keys into one line. */
async function typing(
  client: WireClient,
  folder: string,
  lines: readonly string[],
  line: number,
): Promise<number> {
  const writer = writerOf(client, folder, lines);
  writer.open();
  await writer.pull();
  const times: number[] = [];
  for (let key = 0; key < 5; key++) {
    const took = timed(() => {
      writer.change(line, 3, 0, 'x');
      return writer.pull();
    });
    times.push(await took);
  }
  writer.close();
  return quantile(times, 0);
}

const references = (count: number) => [
  '# lantern office hours 2026-01-20',
  '',
  ...Array.from({ length: count }, (_, index) => `* A change (PR #${index + 1})`),
];

const links = (count: number) => [
  '# lantern office hours 2026-01-20',
  '',
  `Here are ${Array.from({ length: count }, (_, index) => `[a](https://x.org/${index})`).join(' ')}`,
];

const curves: readonly Curve[] = [
  {
    title: 'lines of a note, opened',
    sizes: doublings(100, 51_200),
    run: (client, folder, size) => opening(client, folder, makeNote(size, 1).split('\n')),
  },
  {
    title: 'lines of a note, a key',
    sizes: doublings(100, 51_200),
    run: (client, folder, size) => {
      const lines = makeNote(size, 1).split('\n');
      return typing(client, folder, lines, lines.map((line) => /^[A-Z]/.test(line)).lastIndexOf(true));
    },
  },
  {
    title: 'references in a note, a key',
    sizes: doublings(250, 4_000),
    run: (client, folder, size) => typing(client, folder, references(size), size),
  },
  {
    title: 'links in a paragraph, opened',
    sizes: doublings(2_500, 20_000),
    run: (client, folder, size) => opening(client, folder, links(size)),
  },
  {
    title: 'links in a paragraph, a key',
    sizes: doublings(2_500, 20_000),
    run: (client, folder, size) => typing(client, folder, links(size), 2),
  },
  {
    title: 'characters of a line, opened',
    sizes: doublings(125_000, 1_000_000),
    run: (client, folder, size) => opening(client, folder, ['# T', '', 'words and #1 '.repeat(size / 13)]),
  },
  {
    title: 'open notes, a key',
    sizes: doublings(12, 48),
    run: async (client, folder, size) => {
      const others = Array.from({ length: size }, () =>
        writerOf(client, folder, makeNote(80, 1).split('\n')),
      );
      for (const other of others) {
        other.open();
        await other.pull();
      }
      const took = await typing(client, folder, makeNote(80, 2).split('\n'), 12);
      for (const other of others) other.close();
      return took;
    },
  },
];

/** `say` gets a line for each curve. */
export async function measureScale(
  server: Server,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const uri = pathToFileURL(folder).href;
  const client = await startIn(server, uri);
  await server.indexed?.(client, uri);
  for (let round = 0; round < 60; round++) await opening(client, uri, makeNote(80, round).split('\n'));
  for (const { title, sizes, run } of curves) {
    const times: number[] = [];
    for (const size of sizes) {
      const runs = [await run(client, uri, size), await run(client, uri, size)];
      times.push(Math.min(...runs));
    }
    say(printed(title, sizes, times, 'ms'));
  }
  await client.end();
  const sizes = doublings(1_250, 10_000);
  const times: number[] = [];
  for (const size of sizes) {
    const [cold] = await measureIndex([server], size, 1);
    times.push(quantile(cold?.measured[server.name]?.times ?? [], 0));
  }
  say(printed('notes of an archive, indexed', sizes, times, 's'));
}

function printed(title: string, sizes: readonly number[], times: readonly number[], unit: string): string {
  const cells = sizes.map((size, index) => {
    const before = times[index - 1];
    const growth = before === undefined ? '' : ` (× ${(times[index]! / before).toFixed(1)})`;
    return `${size.toLocaleString('en')}: ${times[index]!.toLocaleString('en', { maximumSignificantDigits: 2 })} ${unit}${growth}`;
  });
  return `- ${title}: ${cells.join(', ')}`;
}
