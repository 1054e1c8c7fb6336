import assert from 'node:assert/strict';
import { comparedNotes } from '../../../server/core/archive/comparedNotes.ts';
import type { NoteSummary } from '../../../server/core/archive/noteSummary.ts';
import { summarizeName } from '../../../server/core/archive/summary.ts';

const uriOf = (day: number): string => `file:///notes/2026-01-${String(day).padStart(2, '0')}.md`;

/** The newest first, one note a day. */
function archive(days: number): NoteSummary[] {
  return Array.from({ length: days }, (_, index) => summarizeName(uriOf(days - index)));
}

const cases: readonly {
  readonly title: string;
  readonly days: number;
  readonly day?: number;
  readonly expected:
    | {
        readonly side: 'before' | 'after' | 'around';
        readonly days: readonly number[];
        readonly next?: readonly number[];
      }
    | undefined;
}[] = [
  {
    title: 'the eight just before, the nearest first',
    days: 20,
    day: 15,
    expected: { side: 'before', days: [14, 13, 12, 11, 10, 9, 8, 7], next: [16, 17] },
  },
  {
    title: 'fewer than eight where there are no more',
    days: 20,
    day: 5,
    expected: { side: 'before', days: [4, 3, 2, 1], next: [6, 7] },
  },
  {
    title: 'those just after for the first ones',
    days: 20,
    day: 2,
    expected: { side: 'after', days: [3, 4, 5, 6, 7, 8, 9, 10] },
  },
  {
    title: 'the latest ones for a note to come',
    days: 10,
    expected: { side: 'before', days: [10, 9, 8, 7, 6, 5, 4, 3] },
  },
  { title: 'all others where there are three', days: 3, day: 2, expected: { side: 'around', days: [1, 3] } },
  { title: 'nothing where there are too few', days: 2, day: 2, expected: undefined },
  { title: 'nothing in an empty archive', days: 0, day: 2, expected: undefined },
];

describe('the notes that a note is compared with', () => {
  for (const { title, days, day, expected } of cases) {
    it(title, () => {
      const uri = day === undefined ? undefined : uriOf(day);
      const date = day === undefined ? undefined : uriOf(day).slice(14, 24);
      const compared = comparedNotes(archive(days), uri, date);
      if (expected === undefined) return assert.equal(compared, undefined);
      assert.equal(compared?.side, expected.side);
      assert.deepEqual(
        compared.notes.map(({ uri }) => uri),
        expected.days.map(uriOf),
      );
      assert.deepEqual(
        compared.next.map(({ uri }) => uri),
        (expected.next ?? []).map(uriOf),
      );
    });
  }

  it('leaves out notes without a day', () => {
    const undated = summarizeName('file:///notes/ideas.md');
    const compared = comparedNotes([...archive(3), undated], undefined, undefined);
    assert.equal(compared?.notes.length, 3);
  });
});
