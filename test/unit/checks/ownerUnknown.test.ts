import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { assertFinds, check, seriesOf } from '../../helpers/check.ts';
import { definedBy, templateOf } from './templated.ts';

const people = [
  { name: 'Grace Hopper', login: 'ghopper', initials: 'GH', aliases: ['amazing'] },
  { name: 'Ada', aliases: [] },
  { name: 'wren-lantern', login: 'wren-lantern', aliases: [] },
];
const rostered = definedBy(templateOf('# T\n'), { conventions: { ...usualConventions, people } });

describe('owner-unknown', () => {
  it('is off by default', () => assert.equal(defaultSeverities['owner-unknown'], 'off'));
  it('marks an owner nobody else mentions and offers the near spellings', () => {
    const [problem] = assertFinds(
      'owner-unknown',
      'Sharvil: hello\n\nTODO(‹Sharvl›): it\n\nTODO(Sharvil): that\n',
    );
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Change to Sharvil'],
    );
  });
  it('knows the people of earlier notes and the roster, whatever the case', () => {
    const text = 'TODO(Seph): a\n\nTODO(@ann): b';
    assert.deepEqual(
      check('owner-unknown', text, {
        series: seriesOf({ people: ['seph'] }),
        note: parseNote(text, undefined, { ...usualConventions, people: [{ name: 'Ann', aliases: [] }] }),
      }),
      [],
    );
  });
  it('does not take this note’s place in the index for somebody who knows the owner', () => {
    const uri = 'file:///notes/2026-01-20.md';
    const summary = { fileName: 'x.md', headings: [], references: [] };
    const notes = [
      { ...summary, uri, people: ['Sharvl', 'Ted'] },
      { ...summary, uri: 'file:///notes/2026-01-06.md', people: ['Sharvil', 'ted'] },
    ];
    const series = seriesOf({ notes, people: ['Sharvl', 'Ted', 'Sharvil'] });
    const [problem] = assertFinds('owner-unknown', 'TODO(‹Sharvl›): a\n\nTODO(Ted): b\n', { series, uri });
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Change to Sharvil'],
    );
  });
});

describe('owner-unknown, by a roster', () => {
  for (const name of [
    'Grace Hopper',
    'Grace',
    'ghopper',
    '@ghopper',
    'GH',
    'amazing',
    'Ada',
    '@wren-lantern',
  ]) {
    it(`knows ${name}`, () =>
      assert.deepEqual(check('owner-unknown', `TODO(${name}): write it`, rostered), []));
  }
  it('does not know others, and offers the nearest of its names', () => {
    const titles = (text: string) =>
      check('owner-unknown', text, rostered)[0]?.fixes.map(({ title }) => title);
    assert.deepEqual(titles('TODO(Grade): write it'), ['Change to Grace']);
    assert.deepEqual(titles('TODO(@ghoper): write it'), ['Change to @ghopper']);
    assert.deepEqual(titles('TODO(GI): write it'), []);
  });
});
