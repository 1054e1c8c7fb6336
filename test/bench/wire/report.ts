/** The table: what a row costs in ours, as a multiple of the floor's; then the figures of all. */

import { type Figures, type Measured, quantile } from './samples.ts';
import type { ServerName } from './servers.ts';

export interface Row {
  readonly title: string;
  /** '': a number of things. */
  readonly unit: 'ms' | 's' | '';
  /** Times the floor. */
  readonly goal?: number;
  readonly measured: Measured;
}

const names: readonly ServerName[] = ['floor', 'ours', 'VS Code Markdown', 'rumdl', 'remark', 'markdownlint'];

/** A table in Markdown: the cells of a server are its median and, behind a slash, the 95th percentile. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['work', '× floor', 'fastest', 'CPU', 'goal', 'met', ...names];
  const body = rows.map(({ title, unit, goal, measured }) => {
    const ratio = ratioOf(measured, 0.5);
    const fastest = ratioOf(measured, 0.1);
    const processor = (measured.ours?.processor ?? Number.NaN) / (measured.floor?.processor ?? Number.NaN);
    return [
      unit === '' ? title : `${title}, ${unit}`,
      Number.isNaN(ratio) ? '' : ratio.toFixed(1),
      Number.isNaN(fastest) ? '' : fastest.toFixed(1),
      Number.isNaN(processor) ? '' : processor.toFixed(1),
      goal === undefined ? '' : `≤ ${goal}`,
      goal === undefined || Number.isNaN(ratio) ? '' : ratio <= goal ? 'yes' : 'no',
      ...names.map((name) => cell(measured[name])),
    ];
  });
  const widths = head.map((title, index) =>
    Math.max(title.length, ...body.map((cells) => cells[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((each, index) => (index === 0 ? each.padEnd(widths[index] ?? 0) : each.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

/** Ours as a multiple of the floor's, both at this share of their samples: what is fast tells more on a busy machine. */
function ratioOf({ floor, ours }: Measured, share: number): number {
  return quantile(ours?.times ?? [], share) / quantile(floor?.times ?? [], share);
}

function cell(figures: Figures | undefined): string {
  if (figures === undefined) return '';
  const { times } = figures;
  if (times.length === 0) return '';
  if (times.length === 1) return short(times[0]!);
  return `${short(quantile(times, 0.5))} / ${short(quantile(times, 0.95))}`;
}

function short(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 3 });
}
