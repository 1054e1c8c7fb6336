import { deepEqual, equal } from 'node:assert/strict';
import { Progress } from '../../../server/cli/progress.ts';

describe('progress', () => {
  let now: number;
  let written: string[];
  const progress = (isTTY: boolean, env: Record<string, string> = {}) =>
    new Progress({ isTTY, write: (text) => written.push(text) }, env, () => now);
  beforeEach(() => {
    now = 0;
    written = [];
  });

  it('is one line that is gone at the end', () => {
    const line = progress(true);
    line.show('Checked 1 of 3 files');
    now = 50;
    line.show('Checked 2 of 3 files');
    now = 200;
    line.show('Checked 3 of 3 files');
    line.erase();
    line.erase();
    deepEqual(written, ['\rChecked 1 of 3 files\u001b[K', '\rChecked 3 of 3 files\u001b[K', '\r\u001b[K']);
  });

  for (const [what, isTTY, env] of [
    ['into a file', false, {}],
    ['where no colours are wanted', true, { NO_COLOR: '1' }],
    ['on a dumb terminal', true, { TERM: 'dumb' }],
  ] as const) {
    it(`writes nothing ${what}`, () => {
      const line = progress(isTTY, env);
      line.show('Checked 1 of 3 files');
      line.erase();
      equal(written.length, 0);
    });
  }
});
