import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { assertFinds, check, seriesOf } from '../../helpers/check.ts';

describe('owner-unknown', () => {
  it('is off by default', () => assert.equal(defaultSettings.severity['owner-unknown'], 'off'));
  it('marks an owner nobody else mentions and offers the near spellings', () => {
    const [problem] = assertFinds(
      'owner-unknown',
      'Sharvil: hello\n\nTODO(‹Sharvl›): it\n\nTODO(Sharvil): that\n',
    );
    assert.deepEqual(
      problem?.fixes.map(({ title }) => title),
      ['Change it to Sharvil'],
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
      ['Change it to Sharvil'],
    );
  });
});
