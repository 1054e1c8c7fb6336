import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noteDate } from '../../../server/core/archive/summary.ts';
import { itemKey } from '../../../server/core/recall/itemKey.ts';
import { openItems } from '../../../server/core/recall/openItems.ts';
import { plainText } from '../../../server/core/recall/plainText.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';
import { seriesFrom } from '../../helpers/series.ts';

/** Each item as `last date: text, since first date, age, older`. */
const spell = (texts: Readonly<Record<string, string>>, meetings?: number): string[] =>
  openItems(seriesFrom(texts).notes, meetings).map(({ item, note, first, age, isOlder }) =>
    [`${noteDate(note)}: ${item.text}`, `since ${noteDate(first)}`, age, ...(isOlder ? ['older'] : [])].join(
      ', ',
    ),
  );

describe('the open items of a series', () => {
  it('are those of the newest note first, in the order of each', () =>
    assert.deepEqual(
      spell({
        '2026-01-06': 'TODO: Ada: write a\n\nTODO: Bo: write b',
        '2026-01-20': 'nothing',
        '2026-02-03': 'TODO: Cy: write c',
      }),
      [
        '2026-02-03: Cy: write c, since 2026-02-03, 0',
        '2026-01-06: Ada: write a, since 2026-01-06, 2',
        '2026-01-06: Bo: write b, since 2026-01-06, 2',
      ],
    ));

  it('are one where later notes have the same again', () =>
    assert.deepEqual(
      spell({
        '2026-01-06': 'TODO(Ada): write the manual',
        '2026-01-20': 'TODO: Ada: Write the manual.',
        '2026-02-03': '## Action items\n\n* Ada to write the manual (since [2026-01-06](a.md))',
      }),
      ['2026-02-03: Ada to write the manual, since 2026-01-06, 2'],
    ));

  for (const done of [
    '- [x] Ada: write the manual',
    '- Ada: ~~write the manual~~',
    '- Ada: write the manual (done, see #12)',
    '- DONE: write the manual',
    '- DONE Ada: write the manual',
    '- DONE: Ada: write the manual',
    '- done ada: write the manual',
    '- DONE @ada to write the manual',
    '- Ada: write the manual ✅',
    '- [x] Bo: write the manual',
  ]) {
    it(`are done when a later note says so: ${done}`, () =>
      assert.deepEqual(
        spell({
          '2026-01-06': 'TODO(Ada): write the manual',
          '2026-01-20': `## Action items\n\n${done}`,
        }),
        [],
      ));
  }

  it('are open again when they are promised again', () =>
    assert.deepEqual(
      spell({
        '2026-01-06': '## Action items\n\n- [x] Ada: write the manual',
        '2026-01-20': 'TODO: Ada: write the manual',
      }),
      ['2026-01-20: Ada: write the manual, since 2026-01-20, 0'],
    ));

  it('are older where none of the latest meetings promised them', () =>
    assert.deepEqual(
      spell(
        {
          '2026-01-06': 'TODO: Ada: x y',
          '2026-01-20': 'TODO: Bo: z w',
          '2026-02-03': 'none',
          '2026-02-17': 'none',
        },
        3,
      ),
      ['2026-01-20: Bo: z w, since 2026-01-20, 2', '2026-01-06: Ada: x y, since 2026-01-06, 3, older'],
    ));
});

describe('itemKey', () => {
  for (const [text, owners, key] of [
    ['Ada: write `it`', ['Ada'], 'write it'],
    ['@ada-l to [write](https://x.example) it!', ['ada-l'], 'write it'],
    ['write it (Ada)', ['Ada'], 'write it'],
    ['**write** it', [], 'write it'],
    ['to do', [], 'to do'],
    ['(done) Ada: write it', ['Ada'], 'write it'],
    ['fix issue #12', [], 'fix issue #12'],
    ['…', [], ''],
  ] as const) {
    it(text, () => assert.equal(itemKey({ text, owners }), key));
  }

  it('costs what the text is long', () => {
    growsLinearlyIn(['[', '(', '](', '[x](', '(done', '**', 'a (b'], 100_000, (text) => itemKey({ text }));
  });
});

describe('plainText', () => {
  for (const [text, plain] of [
    ['answer in [#199](https://x.example/a_(b)) now', 'answer in #199 now'],
    ['`code` and **strong** and ~~gone~~', 'code and strong and gone'],
    ['[ ] box [done]', '[ ] box [done]'],
    ['a](b', 'a](b'],
    ['snake_case * 2', 'snake_case  2'],
  ] as const) {
    it(text, () => assert.equal(plainText(text), plain));
  }
});
