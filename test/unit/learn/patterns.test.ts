import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learnPattern, type PatternOptions } from '../../../server/core/learn/patterns.ts';

/** `{YYYY-MM-DD}.md 2/2` */
const learn = (texts: readonly string[], options?: PatternOptions): string | undefined => {
  const found = learnPattern(
    texts.map((text) => ({ text })),
    options,
  );
  return found && `${found.source} ${found.count}/${texts.length}`;
};
const project = { project: 'lantern' };
const compact = { compact: true };

describe('learnPattern', () => {
  for (const [name, texts, options, expected] of [
    [
      'titles with the project',
      ['lantern office hours 2026-03-03', 'Lantern office hours 2026-03-17'],
      project,
      '{project} office hours {YYYY-MM-DD} 2/2',
    ],
    [
      'a project that is only part of a word stays',
      ['lanternd call 2026-03-03', 'lanternd call 2026-03-17'],
      project,
      'lanternd call {YYYY-MM-DD} 2/2',
    ],
    [
      'file names',
      ['20260303_meeting_notes.md', '20260317_meeting_notes.md', 'odd.md'],
      compact,
      '{YYYYMMDD}_meeting_notes.md 2/3',
    ],
    [
      'days with and without a leading zero',
      ['9 August 2021', '19 August 2021', '2 May 2021'],
      {},
      '{D MMMM YYYY} 3/3',
    ],
    ['numbers', ['Call 12', 'Call 13', 'Call 14'], {}, 'Call {number} 3/3'],
    [
      'numbers beside dates',
      ['Call #12 2026-03-03', 'Call #13 2026-03-17'],
      {},
      'Call #{number} {YYYY-MM-DD} 2/2',
    ],
    [
      'what differs behind the date',
      ['2026-03-03-parsers.md', '2026-03-17-plans.md', '2026-03-31-packages.md'],
      {},
      '{YYYY-MM-DD}-{any}.md 3/3',
    ],
    ['the commoner of two forms', ['2026-03-03 a', '2026-03-17 b', '2026-03-31 b'], {}, '{YYYY-MM-DD} b 2/3'],
    ['one text', ['2026-03-03.md'], {}, '{YYYY-MM-DD}.md 1/1'],
    ['braces', ['{draft} 2026-03-03', '{draft} 2026-03-17'], {}, '{{draft}} {YYYY-MM-DD} 2/2'],
    ['the same title each time', ['Releases WG', 'Releases WG'], {}, 'Releases WG 2/2'],
    ['nothing in common', ['red', 'green', 'blue'], {}, undefined],
    ['no texts', [], {}, undefined],
  ] as const) {
    it(name, () => assert.equal(learn(texts, options), expected));
  }

  it('takes no day without a year for a number that counts', () => {
    for (const months of [
      ['November', 'November', 'November', 'December'],
      ['novembre', 'novembre', 'novembre', 'novembre'],
    ]) {
      const found = learnPattern(
        ['12', '19', '26', '03'].map((day, index) => ({
          text: `${months[index]} ${Number(day)}`,
          date: `2026-${index < 3 ? '11' : '12'}-${day}`,
        })),
      );
      assert.equal(found, undefined);
    }
    const counted = learnPattern([
      { text: 'Call 12', date: '2026-11-12' },
      { text: 'Call 13', date: '2026-11-19' },
      { text: 'Call 14', date: '2026-11-26' },
    ]);
    assert.equal(counted?.source, 'Call {number}');
  });

  it('tells day and month apart by the days known otherwise', () => {
    const found = learnPattern([
      { text: '03/04/2026', date: '2026-04-03' },
      { text: '05/04/2026', date: '2026-04-05' },
    ]);
    assert.equal(found?.source, '{DD/MM/YYYY}');
  });
});
