import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { stripped } from '../../../server/core/note/lexicon/fold.ts';
import { growsLinearly } from '../../helpers/growth.ts';

/** What the check says; nothing when all is well. */
function check(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/patterns/check.mjs', ...args], {
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}

describe('every pattern that ships', () => {
  it('takes no more than linear time', () => {
    const { safe, measured } = JSON.parse(readFileSync('scripts/patterns/safe.json', 'utf8'));
    assert.ok(safe.length > 200 && measured.length < 12);
    assert.equal(check(), '');
  });

  it('is judged', () => {
    const [first = '', second = '', ...more] = check('^a+$', '^[ab]*c', '^(a+)+$', '[a-c]+$')
      .trim()
      .split('\n');
    assert.match(first, /exponential/);
    assert.match(second, /2nd degree/);
    assert.deepEqual(more, []);
  });
});

describe('stripping', () => {
  for (const [text, expected] of [
    ['**(n/a)**.', 'n/a'],
    [' [tbd] ', 'tbd'],
    ['a*b', 'a*b'],
    ['***', ''],
    ['', ''],
    ['\u00a0_x_\ufeff', 'x'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(stripped(text, '*_([', '*_)].'), expected));
  }

  it('looks at each character once', () =>
    growsLinearly((length) => () => stripped(`x${'*'.repeat(length)}x`, '*', '*'), 40_000));
});
