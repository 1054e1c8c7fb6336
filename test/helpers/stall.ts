/**
 * How long a server does nothing else, in milliseconds: between two turns of its event loop, and no more than the CPU time that it
 * had meanwhile, so that a busy machine is not counted. Where the system tells, that is the time of the loop's own thread: V8 compiles and
 * collects garbage in others beside it.
 */

import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a module to preload into a Node process (`--require`): the process keeps its longest stall in `result`. */
export function writeMonitor(script: string, result: string): void {
  writeFileSync(
    script,
    `const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const schedule = '/proc/self/task/' + process.pid + '/schedstat';
const ofProcess = () => process.cpuUsage().user / 1e3 + process.cpuUsage().system / 1e3;
const ofThread = () => Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6;
const total = existsSync(schedule) ? ofThread : ofProcess;
let [wall, cpu, worst] = [performance.now(), total(), 0];
globalThis.officeHoursStall = { reset: () => (worst = 0) };
setInterval(() => {
  const [now, used] = [performance.now(), total()];
  const stall = Math.min(now - wall, used - cpu);
  if (stall > worst) {
    worst = stall;
    writeFileSync(${JSON.stringify(result)}, worst.toFixed(1));
  }
  [wall, cpu] = [performance.now(), total()];
}, 1).unref();
process.on('SIGUSR2', () => {
  worst = 0;
  writeFileSync(${JSON.stringify(result)}, '0');
});
`,
  );
}

/** The longest stall so far. */
export function worstStall(result: string): number {
  try {
    return Number(readFileSync(result, 'utf8'));
  } catch {
    return 0;
  }
}
