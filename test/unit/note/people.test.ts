import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';

const table: readonly [text: string, ...people: string[]][] = [
  ['* Sharvil: it builds', 'Sharvil attribution'],
  ['Sharvil: https://github.com/o/r/pull/1 builds', 'Sharvil attribution'],
  ['Ted/Zach: nice', 'Ted attribution', 'Zach attribution'],
  ['seph via PR review: done it', 'seph attribution'],
  ['Nishant (Example Corp):\n* more', 'Nishant attribution'],
  ['Priya (Debian): packaged', 'Priya attribution'],
  ['AI: Priya to ask', 'Priya owner'],
  ['(Sharvil); able to sign', 'Sharvil attribution'],
  ['**Melissa**: hello', 'Melissa attribution'],
  ['It helps (Stefano).', 'Stefano parenthesis'],
  ['Any topics? (mike)', 'mike parenthesis'],
  ['thanks to @ada and (@bo)', 'ada login', 'bo login'],
  ['seph will do it. Groob asks why. Stefano likes it', 'seph subject', 'Groob subject', 'Stefano subject'],
  ['I do not know - Sharvil', 'Sharvil attribution'],
  ['TODO(ann): it', 'ann owner'],
];

const nobody: readonly string[] = [
  'Documentation: https://example.org',
  '* Calendar: <https://example.org/calendar>',
  'Backports: https://github.com/o/r/pull/1, <https://github.com/o/r/pull/2>',
  '* Q: is it done?\n* A: it is',
  'Open question: why?',
  'Next Steps:\n* x',
  'Release to packages (complete)',
  'YouTube Link: https://youtu.be/x',
  'Folks will review. We will. They will. This will. Someone will',
  'user@example.org, @types/node, @org/team, `@code`',
  'Refactoring will make sense; some_value will be 0',
  '[PR6562](https://github.com/o/r/pull/6562): add it',
  '* macOS: works\n* Linux: works',
];

describe('people', () => {
  for (const [text, ...expected] of table) {
    it(text.replaceAll('\n', '⏎'), () => {
      const found = parseNote(text).people.map(({ name, evidence }) => `${name} ${evidence}`);
      assert.deepEqual(found, expected);
    });
  }
  for (const text of nobody) {
    it(`nobody in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(parseNote(text).people, []));
  }
  it('takes no word of the title for a person', () => {
    const note = parseNote(
      '# lantern office hours 2026-01-06\n\nlantern will work. seph will, too.\n\nseph says so',
    );
    assert.deepEqual([...new Set(note.people.map(({ name }) => name))], ['seph']);
  });
});
