import assert from 'node:assert/strict';
import { isAtLeast } from '../../../../client/host/editorVersion.ts';

describe('a version of VS Code', () => {
  const compared: readonly (readonly [
    version: string,
    least: readonly [number, number],
    expected: boolean,
  ])[] = [
    ['1.91.1', [1, 97], false],
    ['1.96.4', [1, 97], false],
    ['1.97.0', [1, 97], true],
    ['1.98.0-insider', [1, 97], true],
    ['1.139.1', [1, 97], true],
    ['2.0.0', [1, 97], true],
    ['0.100.0', [1, 97], false],
    ['', [1, 97], false],
    ['unknown', [1, 97], false],
  ];
  for (const [version, least, expected] of compared) {
    it(`${version || 'nothing'} is ${expected ? '' : 'not '}at least ${least.join('.')}`, () => {
      assert.equal(isAtLeast(version, least), expected);
    });
  }
});
