import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ownRepository } from '../../../server/core/archive/ownRepository.ts';
import { repositoryKey } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { seriesFrom } from '../../helpers/series.ts';

const learned = seriesFrom({ '2026-08-04': 'https://octo.ghe.com/octo/lantern/pull/1' });
const none = seriesFrom({ '2026-08-04': '#1' });

describe('ownRepository', () => {
  for (const [name, setting, series, text, expected] of [
    ['the setting comes first', 'a/b', learned, 'c/d#1', 'github.com/a/b'],
    [
      'the setting’s host is the one the notes write',
      'Octo/Lantern',
      learned,
      '',
      'octo.ghe.com/octo/lantern',
    ],
    ['then what the notes taught', '', learned, 'c/d#1', 'octo.ghe.com/octo/lantern'],
    ['then what this note writes most often', '', none, 'a/b#1, c/d#1, C/D#2, #3', 'github.com/c/d'],
    ['the same without other notes', '', undefined, 'a/b#1', 'github.com/a/b'],
    ['nothing where nobody says', '', none, '#3', undefined],
    ['a setting that is none is none', 'a', undefined, '#3', undefined],
  ] as const) {
    it(name, () => {
      const own = ownRepository(setting, series, parseNote(text));
      assert.equal(own && repositoryKey(own), expected);
    });
  }
});
