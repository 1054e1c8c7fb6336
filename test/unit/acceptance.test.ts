/** Each of the bad inputs and faults that must be survived has tests that name its number. */

import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { acceptanceNumbers, worse } from '../../scripts/mochaReport.mjs';
import { inputs, scoreboard, sumAcceptance, sumMeasures } from '../../scripts/stages/scoreboard.mjs';

const none = { passed: 0, failed: 0, skipped: 0, failures: [] };

describe('acceptance', () => {
  it('has tests for each number', () => {
    const files = readdirSync('test', { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((name) => /\.(?:test\.ts|scenario\.mjs)$/.test(name) && !name.endsWith('acceptance.test.ts'))
      .map((name) => readFileSync(`test/${name}`, 'utf8'));
    const named = new Set(texts.flatMap(acceptanceNumbers));
    deepEqual(
      Array.from({ length: inputs }, (_, index) => index + 1).filter((number) => !named.has(number)),
      [],
    );
    deepEqual(
      [...named].filter((number) => number > inputs),
      [],
    );
  });

  it('reads the numbers of a title', () => {
    const title = (numbers: string) => `a test (acceptance ${numbers}) of this`;
    deepEqual(acceptanceNumbers(title('1 to 3, 7')), [1, 2, 3, 7]);
    deepEqual(acceptanceNumbers(title('13')), [13]);
    deepEqual(acceptanceNumbers('a test'), []);
  });

  it('survives only where no test failed and one ran', () => {
    const acceptance = sumAcceptance([
      { ...none, acceptance: { 1: 'passed', 2: 'passed', 3: 'skipped', 4: 'skipped' } },
      { ...none, acceptance: { 1: 'failed', 3: 'passed' } },
    ]);
    deepEqual(acceptance, { 1: 'failed', 2: 'passed', 3: 'passed', 4: 'skipped' });
    equal(worse('failed', 'passed'), 'failed');
    const counted = { inputs: 1000, bytes: 5000, lost: 0, sightings: 0, stallMs: 12 };
    const measures = sumMeasures([{ ...none, measures: counted }, { ...none, measures: counted }, none]);
    const lines = scoreboard({ ...none, acceptance, measures }).join('\n');
    const says = (words: string) => equal(lines.includes(words), true, lines);
    says('2 of 50; failed: 1; not run: 4, 5,');
    says('2,000, seed ');
    says('0 of 10,000');
    says('12 ms');
  });
});
