import { deepEqual, equal, ok } from 'node:assert/strict';
import { excerpt } from '../../../server/cli/terminal.ts';
import { makeVisible } from '../../../shared/visibleText.ts';
import { parseMarked } from '../../helpers/markedText.ts';

describe('terminal', () => {
  for (const [name, marked, expected] of [
    ['a range', 'see ‹PR #1› now', ['see PR #1 now', '    ^^^^^']],
    ['an empty range', 'see ‹›now', ['see now', '    ^']],
    ['the end of a line', 'see‹›', ['see', '   ^']],
    ['an empty line', '‹›', ['', '^']],
    ['tabs', '\t*\t‹x›', ['\t*\tx', '\t \t^']],
    ['wide characters', '日本 ‹語›x', ['日本 語x', '     ^^']],
    ['pictures', '👩‍👩‍👧 ‹a›', ['👩‍👩‍👧 a', '   ^']],
    ['combining marks', 'e\u0301 ‹a›', ['e\u0301 a', '  ^']],
    ['control characters', '\u001b[31m ‹a›', ['␛[31m a', '      ^']],
  ] as const) {
    it(`points at ${name}`, () => {
      const { text, ranges } = parseMarked(marked);
      const { source, carets } = excerpt(text, ranges[0]!.from, ranges[0]!.to);
      deepEqual([source, carets], expected);
    });
  }

  it('shows a long line in part', () => {
    const line = `${'😀'.repeat(100_000)}PR #1${'x'.repeat(100_000)}`;
    const { source, carets } = excerpt(line, 200_000, 200_005);
    ok(source.length < 200, String(source.length));
    ok(source.startsWith('…😀') && source.endsWith('x…'));
    equal(carets.trim(), '^^^^^');
  });

  it('makes visible what would command a terminal or hide', () => {
    equal(makeVisible('a\tb'), 'a\tb');
    equal(makeVisible('\u0007\u001b]0;x\u009c\u007f\r'), '␇␛]0;x<U+009C>␡␍');
    equal(makeVisible('\u202eabc\u2066\u200b'), '<U+202E>abc<U+2066><U+200B>');
    equal(makeVisible('\ud800x'), '<U+D800>x');
  });
});
