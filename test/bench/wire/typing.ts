/** What a writer waits for, over the wire: a key, a list, a hover, a note that is opened. */

import { pathToFileURL } from 'node:url';
import type { Row } from './report.ts';
import { collect } from './samples.ts';
import { type Server, type ServerName, startIn } from './servers.ts';
import { linesOf, tail, Writer } from './writer.ts';

interface Work {
  readonly title: string;
  readonly goal: number;
  readonly lines: number;
  /** Gives the milliseconds. */
  run(writer: Writer, sample: number): Promise<number>;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function keystroke(writer: Writer, sample: number): Promise<number> {
  const proseLines = writer.lines.flatMap((line, index) => (/^[A-Z]/.test(line) ? [index] : []));
  const line = proseLines[(sample * 37) % proseLines.length] ?? 0;
  return timed(() => {
    writer.change(line, 3, 0, 'x');
    return writer.pull();
  });
}

async function completion(writer: Writer): Promise<number> {
  const line = writer.lines.length - 2;
  const took = await timed(() => {
    writer.change(line, tail, 0, '#');
    return writer.complete(line, tail + 1);
  });
  writer.change(line, tail, 1, '');
  await writer.pull();
  return took;
}

async function hover(writer: Writer, sample: number): Promise<number> {
  const places = writer.lines.flatMap((line, index) => {
    const character = line.indexOf('#', 3);
    return character < 0 ? [] : [{ line: index, character: character + 1 }];
  });
  const { line, character } = places[sample % places.length]!;
  return timed(() => writer.hover(line, character));
}

/** Fails where ours answers with nothing: the figures would be of that. */
async function expectAnswers(writer: Writer): Promise<void> {
  const line = writer.lines.findIndex((each) => each.includes('(PR #'));
  const character = writer.lines[line]!.indexOf('#') + 1;
  if ((await writer.hover(line, character)) === null) throw new Error('ours has no hover to measure');
  const { result } = (await writer.complete(line, character)) as {
    result?: { items: readonly unknown[] } | null;
  };
  if (!result || result.items.length === 0) throw new Error('ours has no list to measure');
}

async function opening(writer: Writer, sample: number): Promise<number> {
  const other = new Writer(
    writer.client,
    writer.uri.replace('.md', `_${sample}.md`),
    linesOf(writer.lines.length - 3),
  );
  const took = await timed(() => {
    other.open();
    return other.pull();
  });
  other.close();
  return took;
}

const works: readonly Work[] = [
  { title: 'keystroke to diagnostics, 80 lines', goal: 2, lines: 80, run: keystroke },
  { title: 'keystroke to diagnostics, 5,000 lines', goal: 2, lines: 5_000, run: keystroke },
  { title: 'open 80 lines', goal: 3, lines: 80, run: opening },
  { title: 'open 5,000 lines', goal: 10, lines: 5_000, run: opening },
  { title: 'completion after PR #, 80 lines', goal: 1.5, lines: 80, run: completion },
  { title: 'completion after a keystroke, 5,000 lines', goal: 2, lines: 5_000, run: completion },
  { title: 'hover, 80 lines', goal: 1.3, lines: 80, run: hover },
];

function shareOf(name: ServerName): number {
  if (name === 'floor' || name === 'ours') return 1;
  return name === 'remark' || name === 'markdownlint' ? 0.1 : 0.34;
}

/** `folder` has some earlier notes. Every server is started once, and they take turns with each sample. */
export async function measureTyping(
  servers: readonly Server[],
  folder: string,
  samples: number,
): Promise<Row[]> {
  const folderUri = pathToFileURL(folder).href;
  const running = await Promise.all(
    servers.map(async (server) => ({ server, client: await startIn(server, folderUri) })),
  );
  for (const { server, client } of running) await server.indexed?.(client, folderUri);
  const rows: Row[] = [];
  for (const { title, goal, lines, run } of works) {
    const candidates = await Promise.all(
      running.map(async ({ server, client }) => {
        const writer = new Writer(client, `${folderUri}/docs/office-hours/20260120_notes.md`, linesOf(lines));
        writer.open();
        await writer.pull();
        if (server.name === 'ours') await expectAnswers(writer);
        // A slow one is not asked as often.
        const share = lines > 1_000 ? shareOf(server.name) : 1;
        return {
          name: server.name,
          share,
          writer,
          run: (sample: number) => run(writer, sample),
          processorTime: () => client.processorTime(),
        };
      }),
    );
    rows.push({
      title,
      unit: 'ms',
      goal,
      measured: await collect(candidates, samples, lines > 1_000 ? samples : 5 * samples),
    });
    for (const { writer } of candidates) writer.close();
  }
  await Promise.all(running.map(({ client }) => client.end()));
  return rows;
}
