import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cutGraphemes, graphemesOf, oneLine } from '../../../server/core/github/text.ts';
import { anyCharacter } from '../../helpers/anyCharacter.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

/** What a stranger wrote, and what is kept of it. */
const lines: readonly [what: string, written: string, kept: string][] = [
  ['plain words', 'Fix the tide table', 'Fix the tide table'],
  [
    'markup, which is escaped where it is printed',
    '[x](command:y) ![](http://127.0.0.1:9) <img> $(zap) ${1:x}',
    '[x](command:y) ![](http://127.0.0.1:9) <img> $(zap) ${1:x}',
  ],
  ['a lone CR', 'one\r# two', 'one # two'],
  ['line ends of every kind', 'a\nb\r\nc\u2028d\u2029e\x85f\vg\fh\ti', 'a b c d e f g h i'],
  ['blanks', '  a   \u00a0\u3000 b  ', 'a b'],
  ['controls', 'a\x00b\x07c\x1b[31md\x7fe\x9bf', 'abc[31mdef'],
  ['bidirectional controls', 'a\u202Eb\u202Cc\u2066d\u2069e\u200Ff\u061Cg', 'abcdefg'],
  ['zero-width characters', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg\u034Fh', 'abcdefgh'],
  ['fillers and tags', 'a\u3164b\u115Fc\u{E0041}d\u{E0100}e\uFE0Ff', 'abcdef'],
  ['noncharacters and lone surrogates', 'a\uFFFEb\uD800c\uDC00d', 'ab\uFFFDc\uFFFDd'],
  ['emoji as one', '👩\u200D💻 ❤\uFE0F 👍🏽 🏳\uFE0F\u200D🌈', '👩\u200D💻 ❤\uFE0F 👍🏽 🏳\uFE0F\u200D🌈'],
  ['scripts of the world', 'Größe 日本語 Привет שלום naïve', 'Größe 日本語 Привет שלום naïve'],
  ['a pile of marks', `z${'\u0301'.repeat(50)}!`, `z${'\u0301'.repeat(4)}!`],
  ['nothing to see', '\u200B\u202E \x00', ''],
];

describe('strangers’ text', () => {
  for (const [what, written, kept] of lines) {
    it(`keeps of ${what}: ${JSON.stringify(kept)}`, () => assert.equal(oneLine(written, 300), kept));
  }

  it('cuts 100,000 characters between graphemes', () => {
    const family = '👨\u200D👩\u200D👧';
    assert.equal(oneLine(family.repeat(100_000 / family.length), 300), `${family.repeat(300)}…`);
    assert.equal(oneLine('x'.repeat(100_000), 300), `${'x'.repeat(300)}…`);
    assert.equal(oneLine(' '.repeat(100_000), 300), '…');
    assert.equal(oneLine(`e${'\u0301'.repeat(100_000)}`, 300), 'e\u0301\u0301\u0301\u0301…');
  });

  it('is linear', () => {
    const pieces = ['👨\u200D👩\u200D👧', 'x', ' ', '\u0301', '\u200B'];
    growsLinearlyIn(pieces, 100_000, (text) => oneLine(text, 300));
  });

  it('cuts within the limit and says so only when something is missing', () => {
    assert.equal(cutGraphemes('abc', 3), 'abc');
    assert.equal(cutGraphemes('abcd', 3), 'abc…');
    assert.equal(cutGraphemes('e\u0301e\u0301e\u0301', 3), 'e\u0301e\u0301e\u0301');
    assert.equal(cutGraphemes('ab cd', 3), 'ab…');
  });

  it('never gives what it promises to take out', () => {
    const unit = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('\r', '\n', '\u202E', '\u200B', '\u200D', '\uFE0F', '\uD83D', '👍', '\u0301', ' '),
    );
    const text = fc.array(unit).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (written, most) => {
        const kept = oneLine(written, most);
        assert.doesNotMatch(
          kept,
          /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u,
        );
        assert.equal(kept, kept.trim());
        assert.ok([...graphemesOf(kept)].length <= most + 1);
        assert.equal(oneLine(kept, most + 1), kept, 'nothing changes the second time');
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells graphemes where the host cannot', () => {
    assert.deepEqual(
      [...graphemesOf('ae\u0301👍🏽👩\u200D💻', false)],
      ['a', 'e\u0301', '👍🏽', '👩\u200D💻'],
    );
    assert.deepEqual([...graphemesOf('', false)], []);
  });
});
