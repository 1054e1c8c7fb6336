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

  describe('in a clone', () => {
    const remote = { host: 'github.com', owner: 'octo', name: 'notes' };
    const write = (...urls: string[]) =>
      seriesFrom({
        '2026-08-04': urls.map((url, at) => `https://github.com/${url}/pull/${at + 1}`).join('\n\n'),
      });
    const many = (count: number, name: string): string[] => Array(count).fill(name);
    for (const [name, setting, series, expected] of [
      ['the setting comes first', 'a/b', none, 'github.com/a/b'],
      ['then the clone', '', none, 'github.com/octo/notes'],
      ['also where there are no notes yet', '', undefined, 'github.com/octo/notes'],
      ['also where the notes taught another one', '', learned, 'github.com/octo/notes'],
      [
        'unless they write out another one again and again',
        '',
        write(...many(10, 'octo/lantern')),
        'github.com/octo/lantern',
      ],
      [
        'but not when they speak of their own as well',
        '',
        write(...many(10, 'octo/lantern'), ...many(3, 'octo/notes')),
        'github.com/octo/notes',
      ],
    ] as const) {
      it(name, () => {
        const own = ownRepository(setting, series, parseNote('#1'), remote);
        assert.equal(own && repositoryKey(own), expected);
      });
    }

    for (const [name, named, expected] of [
      ['a bare name is on the server of the clone', 'Octo/Notes', 'ghe.example.com/octo/notes'],
      ['also another one', 'octo/lantern', 'ghe.example.com/octo/lantern'],
      ['a template may name one of github.com', { ...remote, name: 'lantern' }, 'github.com/octo/lantern'],
      ['a template’s name of the clone is the clone', remote, 'ghe.example.com/octo/notes'],
    ] as const) {
      it(name, () => {
        const own = ownRepository(named, none, parseNote('#1'), { ...remote, host: 'ghe.example.com' });
        assert.equal(own && repositoryKey(own), expected);
      });
    }
  });
});
