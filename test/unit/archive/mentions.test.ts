import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Mentioned, mentionsElsewhere } from '../../../server/core/archive/mentions.ts';
import { noteOf } from '../../../server/core/archive/noteOf.ts';
import { seriesOf } from '../../../server/core/archive/series.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';

const own = { host: 'github.com', owner: 'octo', name: 'lantern' };
const other = { host: 'github.com', owner: 'octo', name: 'other' };

const series = seriesFrom({
  '2026-08-04': '#1, PR #2, OCTO/Lantern#1',
  '2026-07-21': 'https://github.com/octo/lantern/pull/1, issue #3, octo/other#1',
  '2026-07-07': 'issue #1 and issue octo/other#1',
});

const inWords = ({ number, kind, notes }: Mentioned) =>
  `${kind} ${number}: ${notes.map((note) => note.fileDate).join(' ')}`;

describe('mentionsElsewhere', () => {
  it('knows what each note mentions, the latest first', () => {
    const mentions = mentionsElsewhere(series, noteUri('2026-08-18'), own);
    assert.deepEqual([...mentions.of(own)].map(inWords), [
      'pull 1: 2026-08-04 2026-07-21 2026-07-07',
      'pull 2: 2026-08-04',
      'issue 3: 2026-07-21',
    ]);
    assert.deepEqual([...mentions.of(undefined)], [...mentions.of(own)]);
    assert.deepEqual([...mentions.of(other)].map(inWords), ['issue 1: 2026-07-21 2026-07-07']);
  });

  it('finds a number in its repository only', () => {
    const mentions = mentionsElsewhere(series, noteUri('2026-08-18'), own);
    assert.equal(inWords(mentions.find(3, undefined)!), 'issue 3: 2026-07-21');
    assert.equal(mentions.find(3, other), undefined);
    assert.equal(mentions.find(4, own), undefined);
  });

  it('keeps bare numbers apart while nobody knows what they mean', () => {
    const mentions = mentionsElsewhere(series, noteUri('2026-08-18'), undefined);
    assert.deepEqual([...mentions.of(undefined)].map(inWords), [
      'pull 2: 2026-08-04',
      'issue 1: 2026-08-04 2026-07-07',
      'issue 3: 2026-07-21',
    ]);
  });

  it('leaves out the note itself, however its URI is spelled', () => {
    for (const uri of [noteUri('2026-08-04'), noteUri('2026-08-04').replace('_meeting', '%5Fmeeting')]) {
      const mentions = mentionsElsewhere(series, uri, own);
      assert.deepEqual([...mentions.of(own)].map(inWords), [
        'issue 3: 2026-07-21',
        'pull 1: 2026-07-21 2026-07-07',
      ]);
    }
  });

  it('reads the others once, though the note that is being written makes the series anew', () => {
    const uri = noteUri('2026-08-04');
    const before = mentionsElsewhere(series, uri, own);
    const [written, ...others] = series.notes;
    const changed = seriesOf(series.folder, [{ ...written!, references: [] }, ...others]);
    assert.equal(mentionsElsewhere(changed, uri, own), before);
    const [older, ...rest] = others;
    const moved = seriesOf(series.folder, [written!, { ...older!, references: [] }, ...rest]);
    assert.equal(mentionsElsewhere(moved, uri, own).find(3, own), undefined);
  });

  it('knows nothing of a series without other notes', () => {
    const alone = seriesFrom({ '2026-08-04': '#1' });
    assert.deepEqual([...mentionsElsewhere(alone, noteUri('2026-08-04'), own).of(own)], []);
    assert.equal(mentionsElsewhere(alone, noteUri('2026-08-04'), own).find(1, own), undefined);
  });
});

describe('noteOf', () => {
  it('is undefined for a note of another folder', () => {
    assert.equal(noteOf(series, noteUri('2026-08-04').replace('docs', 'other')), undefined);
    assert.equal(noteOf(series, noteUri('2026-08-04'))?.fileDate, '2026-08-04');
  });
});
