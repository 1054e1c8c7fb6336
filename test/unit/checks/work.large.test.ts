/** What rules and scanners do grows with the text and no faster, by a count of the code that runs: the same on each machine. */

import { deepEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ruleCodes } from '../../../shared/settings.ts';

/** Lines, or what takes their place: so many, and twice as many. */
const size = 60;
/** Twice the text may cost somewhat more than twice, by what is sorted; what is quadratic costs four times as much. */
const most = 2.6;

describe('work with twice the text', function () {
  this.timeout(0);
  let rows: [what: string, text: string, once: number, twice: number][] = [];
  before(() => {
    const outfile = join('out', 'work', 'work.cjs');
    buildSync({
      entryPoints: ['test/helpers/work.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    const { stdout, stderr, status } = spawnSync(process.execPath, [outfile, String(size)], {
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    ok(status === 0, stderr);
    rows = JSON.parse(stdout);
  });

  const ratio = ([, , once, twice]: (typeof rows)[number]) => twice / once;

  it('is counted, for each rule', () => {
    const counted = new Set(rows.map(([what]) => what));
    deepEqual(
      ruleCodes.filter((code) => !counted.has(code)),
      [],
    );
    const [known] = rows.filter(([what]) => what === 'each with each');
    ok(known && ratio(known) > 3.5, 'what is quadratic would not be seen');
  });

  it('is at most about twice as much', () => {
    const more = rows.filter((row) => row[0] !== 'each with each' && !(ratio(row) <= most));
    deepEqual(more, []);
  });
});
