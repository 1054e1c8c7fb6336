/** The whole table in one run, written to `out/bench.md` and, with every sample, to `out/bench.json`. */

import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { writeArchive } from '../notes.ts';
import { measureArchive } from './archive.ts';
import { type Row, tableOf } from './report.ts';
import { quantile } from './samples.ts';
import { measureScale } from './scale.ts';
import { serversWith } from './servers.ts';
import { measureIndex, measureStart } from './start.ts';
import { measureStorm } from './storm.ts';
import { measureTyping } from './typing.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const servers = serversWith(process.env.OFFICE_HOURS_PEERS).filter(
  ({ name }) => !process.argv.includes('--own') || name === 'floor' || name === 'ours',
);
const wants = (part: string): boolean => only === undefined || only.split(',').includes(part);

const parts: string[] = [];
const say = (text: string): void => {
  parts.push(text);
  process.stdout.write(`${text}\n`);
};

const [cpu] = cpus();
const load = loadavg()[0] ?? 0;
const rows: Row[] = [];
say(
  `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${type()} ${release()}; Node ${process.versions.node}; load ${load.toFixed(1)}`,
);
say(
  `Calibration: ${calibration()}. Medians / 95th percentiles; × floor: of the medians, of the tenth percentiles, of the processor time. Servers take turns with each sample.`,
);

const folder = writeArchive(30);
if (wants('typing')) rows.push(...(await measureTyping(servers, folder, quick ? 30 : 100)));
if (wants('start')) {
  rows.push(await measureStart(servers, folder, quick ? 7 : 21));
  // What most people start it with.
  const node = process.env.OFFICE_HOURS_EDITOR_NODE;
  if (node) {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).split('.')[0]!.slice(1);
    const inEditor = serversWith(process.env.OFFICE_HOURS_PEERS, node).filter(({ name }) =>
      servers.some((each) => each.name === name),
    );
    rows.push(await measureStart(inEditor, folder, quick ? 7 : 21, `, an editor’s Node ${version}`));
  }
}
if (wants('storm')) {
  rows.push(...(await measureStorm(servers, folder, 80, quick ? 1 : 3)));
  rows.push(...(await measureStorm(servers, folder, 5_000, quick ? 1 : 3)));
}
rmSync(folder, { recursive: true, force: true });
if (wants('index')) {
  rows.push(...(await measureIndex(servers, 1_000, quick ? 3 : 7)));
  if (!quick) rows.push(...(await measureIndex(servers, 10_000, 3)));
}
if (rows.length > 0) say(`\n${tableOf(rows)}\n`);
if (wants('archive')) {
  const ours = servers.find(({ name }) => name === 'ours')!;
  say('The archive of ours: the first start, and the next one, which reads only what changed.\n');
  await measureArchive(ours, quick ? [100, 1_000] : [100, 1_000, 10_000], quick ? 1 : 3, say);
}
if (wants('scale') && !quick) {
  const ours = servers.find(({ name }) => name === 'ours')!;
  const place = writeArchive(30);
  say('Growth of ours, each size twice the one before:\n');
  await measureScale(ours, place, say);
  rmSync(place, { recursive: true, force: true });
}
writeFileSync('out/bench.md', `${parts.join('\n')}\n`);
writeFileSync('out/bench.json', JSON.stringify({ machine: parts[0], rows }, null, 1));
process.stdout.write('Written to out/bench.md and out/bench.json.\n');

/** A fixed amount of work of one thread: compare it between runs before their milliseconds. */
function calibration(): string {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    let state = 1;
    for (let step = 0; step < 20_000_000; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return performance.now() - start + (state === 0 ? 1 : 0);
  });
  return `${quantile(times, 0.5).toFixed(1)} ms for twenty million steps, the fastest ${Math.min(...times).toFixed(1)}`;
}
