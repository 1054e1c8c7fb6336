/**
 * How long a server does nothing else, in milliseconds: between two turns of its event loop, and no more than the CPU time that the
 * process had meanwhile, so that a busy machine is not counted.
 */

import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a module to preload into a Node process (`--require`): the process keeps its longest stall in `result`. */
export function writeMonitor(script: string, result: string): void {
  writeFileSync(
    script,
    `const { writeFileSync } = require('node:fs');
let [wall, cpu, worst, since] = [performance.now(), process.cpuUsage(), 0, 0];
const total = ({ user, system }) => (user + system) / 1000;
globalThis.officeHoursStall = { reset: () => (worst = 0) };
setInterval(() => {
  const [now, used] = [performance.now(), process.cpuUsage()];
  const stall = Math.min(now - wall, total(used) - total(cpu));
  if (stall > worst) {
    worst = stall;
    writeFileSync(${JSON.stringify(result)}, worst.toFixed(1));
  }
  [wall, cpu] = [performance.now(), process.cpuUsage()];
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
