import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import type { PersonMention } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearly, growsLinearlyIn } from '../../helpers/growth.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

function spell({ name, login, evidence }: PersonMention): string {
  return [name, login && `@${login}`, evidence === 'present' ? '' : evidence].filter(Boolean).join(' ');
}

/** Marked text: every mention; then what each is. */
const table: readonly [marked: string, ...people: string[]][] = [
  [
    '## Present\n\n* ‹Tove Lind› @tove-l (TSC)\n* ‹Bo van der Berg› @bo\n* ‹@wren›\n* ‹Ada› (@ada)\n* ‹Mirela›\n* ‹seph›',
    'Tove Lind @tove-l',
    'Bo van der Berg @bo',
    'wren @wren',
    'Ada @ada',
    'Mirela',
    'seph',
  ],
  [
    '**Present**: ‹Tove Lind› (@tove-l), ‹Bo›, ‹seph› and ‹@wren›',
    'Tove Lind @tove-l',
    'Bo',
    'seph',
    'wren @wren',
  ],
  ['**Attendees:**\n\n* ‹Tove›\n* [‹@wren›](https://example.org/wren)', 'Tove', 'wren @wren'],
  ['* Present:\n  * ‹Tove› @tove\n* ‹Bo›: hello', 'Tove @tove', 'Bo attribution'],
  ['**Date**: 2021-08-19\n**Present**: ‹Tove› (@tove), ‹Bo›\n**Regrets**: later', 'Tove @tove', 'Bo'],
  [
    '## Present\n\n‹Tove Lind›, ‹Bo› & ‹Ada K. Byte›\n\n## Notes\n\n* ‹Tove›: yes',
    'Tove Lind',
    'Bo',
    'Ada K. Byte',
    'Tove attribution',
  ],
  [
    '## Attendees\n\n| Member | GitHub | Today |\n| --- | --- | --- |\n| ‹Okan Er› | @okan | asks ‹@zoe› |\n| ‹Lise› | | #1 |\n| ‹@bo› | | |\n| N/A | | |',
    'Okan Er @okan',
    'zoe login',
    'Lise',
    'bo @bo',
  ],
  ['## 2. 👥 Attendees (3)\n\n* ‹Tove›\n* ‹seph›', 'Tove', 'seph'],
  ['## People present (lines said)\n\n1. ‹tove› (34)\n2. ‹bo-l› (2)', 'tove', 'bo-l'],
  ['## Anwesend\n\n- ‹Jörg›\n- ‹Ute Öz›', 'Jörg', 'Ute Öz'],
  ['## 参会人员\n\n- ‹张三›\n- ‹李四›', '张三', '李四'],
  ['**Asistentes:** ‹Ana›, ‹José›', 'Ana', 'José'],
  ['## Present the plan (10 min)\n\n* Windows'],
  ['## Attendees\n\n* N/A'],
  ['## Attendance\n\n### Guests\n\n- ‹Tove› @tove (Example Corp)\n- [x] ‹Bo› @bo', 'Tove @tove', 'Bo @bo'],
];

describe('people who were there', () => {
  for (const [marked, ...expected] of table) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { people, text } = parseNote(parseMarked(marked).text);
      assert.deepEqual(people.map(spell), expected);
      assert.equal(
        markRanges(
          text,
          people.map(({ range }) => range),
        ),
        marked,
      );
    });
  }

  for (const text of [
    '## Present\n\n* nobody\n* Everyone who could come\n* ada@example.org\n* @org/team',
    '## Present\n\nAll of the team was there, and some more.',
    'Presently: Ada',
    '## Presents\n\n* Ada',
  ]) {
    it(`none in ${text.replaceAll('\n', '⏎')}`, () =>
      assert.deepEqual(
        parseNote(text).people.filter(({ evidence }) => evidence === 'present'),
        [],
      ));
  }

  it('are those of the roster, by name or by login', () => {
    const tove = { name: 'Tove Lind', login: 'tove-l', aliases: ['Tove'] };
    const { people } = parseNote('## Present\n\n* Tove @x\n* T. Lind @tove-l\n* @tove-l', undefined, {
      ...usualConventions,
      people: [tove],
    });
    assert.deepEqual(
      people.map(({ person }) => person),
      [tove, tove, tove],
    );
  });

  it('keeps what it has read over an edit that moves it', () => {
    const text = '# T\n\n## Present\n\n* Tove @tove\n';
    const note = parseNote(`x\n${text}`, {
      note: parseNote(text),
      changes: [{ fromA: 0, toA: 0, fromB: 0, toB: 2 }],
    });
    assert.deepEqual(note.people.map(spell), ['Tove @tove']);
  });

  it('is linear', () => {
    growsLinearlyIn(['@', 'A,', 'A @', '(', 'a: ', ' and '], 90_000, (text) =>
      parseNote(`## Present\n\n* ${text}`),
    );
  });

  it('is linear where nobody knows who `AI` is', () => {
    growsLinearly((size) => {
      const many = size / 20;
      const text = `## Present\n\n${'* Bo Ito\n'.repeat(many)}\n${'## A\n\nAI: write it\n\n'.repeat(many)}`;
      return () => parseNote(text);
    }, 90_000);
  });
});
