import { deepEqual, equal } from 'node:assert/strict';
import { findNamed, select, shownPath } from '../../../server/cli/selection.ts';
import { CommandLine } from '../../helpers/commandLine.ts';

describe('selection', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
    for (const name of ['a', 'b', 'c']) line.write(`docs/${name}.md`);
  });
  afterEach(() => line.remove());

  it('says so when a folder has more files than are looked at', async () => {
    const { named } = findNamed(['docs'], line.root);
    deepEqual((await select(named, { isWanted: () => true, limit: 3 })).errors, []);
    const { candidates, errors } = await select(named, { isWanted: () => true, limit: 2 });
    equal(candidates.length, 2);
    deepEqual(errors, ['"docs" has more than 2 Markdown files. Specify the folders with the notes.']);
  });

  for (const [path, expected] of [
    ['/w/docs/a.md', 'docs/a.md'],
    ['/w/..a.md', '..a.md'],
    ['/a.md', '/a.md'],
    ['/w', '/w'],
  ] as const) {
    it(`shows ${path} in /w as ${expected}`, function () {
      // Paths have drives there.
      if (process.platform === 'win32') this.skip();
      equal(shownPath(path, '/w'), expected);
    });
  }
});
