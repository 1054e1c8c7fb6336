import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { originDate, originOf, withoutOrigin } from '../../../server/core/archive/origin.ts';
import { packPlace, unpackPlace } from '../../../server/core/archive/place.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const uri = 'file:///w/docs/20260106_meeting_notes.md';

/** Each mention as `what line:character+length`. */
function spell(text: string, of: 'references' | 'people'): string[] {
  const summary = summarize(uri, parseNote(text));
  const pairs = summary.facts?.[of] ?? [];
  return pairs.flatMap((packed, at) => {
    if (at % 2 === 0) return [];
    const index = pairs[at - 1]!;
    const { line, character, length } = unpackPlace(packed);
    const what = of === 'people' ? summary.people[index] : `#${summary.references[index]!.number}`;
    return [`${what} ${line}:${character}+${length}`];
  });
}

describe('the places of a summary', () => {
  for (const [text, ...expected] of [
    ['# T\n\nPR #1 and #2', '#1 2:0+5', '#2 2:10+2'],
    ['# T\r\n\r\nx #1\r\ny #1', '#1 2:2+2', '#1 3:2+2'],
    ['# T\r\rx #1', '#1 2:2+2'],
    // A link is one mention, at its target.
    ['# T\n\n[PR 3](https://github.com/o/r/pull/3)', '#3 2:7+29'],
    ['# T\n\n[#4](https://github.com/o/r/pull/3)', '#4 2:1+2', '#3 2:5+29'],
    ['# T\n\n[the fix](https://github.com/o/r/pull/3) and #5', '#3 2:10+29', '#5 2:45+2'],
  ] as const) {
    it(`references: ${JSON.stringify(text)}`, () => assert.deepEqual(spell(text, 'references'), expected));
  }

  it('people, without @', () =>
    assert.deepEqual(spell('# T\n\n* Mirela: parsers\n* @wren: packages', 'people'), [
      'Mirela 2:2+6',
      'wren 3:3+4',
    ]));

  for (const [text, ...expected] of [
    ['TODO(okan): review PR #226', { text: 'review PR #226', owners: ['okan'], references: [0] }],
    ['TODO: write to them', { text: 'write to them', possibleOwners: ['write'] }],
    [
      '## Action items\n\n- [x] @ada: ship it\n- [ ] Bo: (WIP) test it',
      { text: '@ada: ship it', owners: ['ada'], state: 'done' },
      { text: 'Bo: (WIP) test it', owners: ['Bo'] },
    ],
    ['> TODO split it', ...[]],
    ['TODO: Ada: x y (since [2026-01-06](a.md))', { text: 'Ada: x y', owners: ['Ada'] }],
  ] as const) {
    it(`action items: ${JSON.stringify(text)}`, () => {
      const items = summarize(uri, parseNote(`# T\n\n${text}`)).facts?.items ?? [];
      assert.deepEqual(
        items.map(({ place: _, ...rest }) => rest),
        expected,
      );
    });
  }

  it('is in lines of the file where it has several meetings, and not kept twice', () => {
    const text = '# Notes\n\n## 2026-01-06\n\nTODO: a b #1\n\n## 2026-01-20\n\nTODO: c d #2\n';
    const summary = summarize('file:///w/docs/2026.md', parseNote(text));
    assert.equal(summary.facts, undefined);
    assert.deepEqual(
      summary.meetings?.map(({ facts }) => facts?.items.map(({ place }) => unpackPlace(place).line)),
      [[4], [8]],
    );
  });

  it('is plain data that can be stored', () => {
    const { facts } = summarize(uri, parseNote('# T\n\nTODO(okan): review PR #226\n\n* Ada: x'));
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
    assert.deepEqual(Object.keys(facts ?? {}), ['references', 'people', 'items']);
    assert.deepEqual(Object.keys(facts?.items[0] ?? {}), ['place', 'text', 'owners', 'references']);
  });

  it('packs a place into one number', () => {
    for (const place of [
      { line: 0, character: 0, length: 0 },
      { line: 3, character: 7, length: 12 },
      { line: 2_000_000, character: 65_535, length: 65_535 },
    ])
      assert.deepEqual(unpackPlace(packPlace(place)), place);
    const far = unpackPlace(packPlace({ line: 1, character: 70_000, length: 70_000 }));
    assert.deepEqual(far, { line: 1, character: 65_535, length: 65_535 });
  });
});

describe('the origin of a copied item', () => {
  const origin = originOf('2026-01-06', '../2026/a%20(b).md');
  for (const [text, without, date] of [
    [`Ada: write it${origin}`, 'Ada: write it', '2026-01-06'],
    [`Ada: write it${origin} (done)`, 'Ada: write it (done)', '2026-01-06'],
    ['Ada: write it (since [last year](a.md))', 'Ada: write it (since [last year](a.md))', undefined],
    ['Ada: write it (since [2026-01-06](a.md)', 'Ada: write it (since [2026-01-06](a.md)', undefined],
    ['', '', undefined],
  ] as const) {
    it(text, () => {
      assert.equal(withoutOrigin(text), without);
      assert.equal(originDate(text), date);
    });
  }
});
