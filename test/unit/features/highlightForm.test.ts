import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learnHighlightForm, writeHighlight } from '../../../server/core/features/highlightForm.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const own = { host: 'github.com', owner: 'o', name: 'r' };
const url = 'https://github.com/o/r/pull/7';
const key = { repository: own, number: 7 };
const note = (text: string) =>
  parseNote(`# T\n\n## Highlights since the last meeting\n\n${text}\n\n## Misc\n`);

describe('a highlight has the form of the earlier notes', () => {
  for (const [lines, expected] of [
    ['', '* Keep it (PR #7)'],
    ['nothing', '* Keep it (PR #7)'],
    ['* Sockets stay (PR #1)\n* Rules (PR #2)', '* Keep it (PR #7)'],
    ['- Sockets stay (#1)', '- Keep it (#7)'],
    ['* Sockets stay #1', '* Keep it #7'],
    ['* Sockets stay - PR #1', '* Keep it - PR #7'],
    ['* Sockets stay [#1](https://github.com/o/r/pull/1)', `* Keep it [#7](${url})`],
    ['- Sockets stay ([PR #1](https://github.com/o/r/pull/1))', `- Keep it ([PR #7](${url}))`],
    ['* [Sockets stay](https://github.com/o/r/pull/1)', `* [Keep it](${url})`],
    ['https://github.com/o/r/pull/1\n\nhttps://github.com/o/r/pull/2', url],
    ['* https://github.com/o/r/pull/1', `* ${url}`],
    ['* PR #1: Sockets stay', '* PR #7: Keep it'],
    ['* #1 Sockets stay', '* #7 Keep it'],
    // The form of most lines.
    ['* a (PR #1)\n* b (PR #2)\n* #3 c', '* Keep it (PR #7)'],
    // Lines with several references tell nothing.
    ['* #1 and #2 are in', '* Keep it (PR #7)'],
  ] as const) {
    it(lines.replaceAll('\n', '⏎') || 'none', () =>
      assert.equal(writeHighlight(learnHighlightForm([note(lines)]), key, 'Keep it', own), expected),
    );
  }

  it('with a stranger’s title as plain words', () => {
    const line = writeHighlight(learnHighlightForm([]), key, '[x](command:y) <b> #9 **z**', own);
    assert.equal(line, '* \\[x\\](command:y) \\<b\\> \\#9 \\*\\*z\\*\\* (PR #7)');
    const { references } = parseNote(line);
    assert.deepEqual(
      references.map(({ number }) => number),
      [7],
    );
  });
});
