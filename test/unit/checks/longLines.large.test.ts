/** A line of one piece over and over, with a long rest behind it: no piece may cost a look at the whole line. */

import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { growsLinearly } from '../../helpers/growth.ts';

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

const words = [
  ...[
    '@a',
    '#1',
    '#1, ',
    'a: ',
    'a:',
    '(a',
    '(a) ',
    '[a',
    'a] ',
    'PR ',
    'PR #',
    '10/',
    '1-',
    '2026-',
    '2026-01-',
  ],
  ...[
    'and ',
    'a, ',
    'A ',
    'Aa ',
    'Aa, ',
    'Aa and ',
    'A. ',
    '**',
    '~~',
    '``',
    'a-',
    'a.',
    'a_',
    'a/',
    ' - ',
    '- a ',
  ],
  ...[
    'TODO ',
    'TODO: ',
    'TODO(',
    'AI: ',
    'a@',
    'http://',
    'https://a ',
    'github.com/',
    'a/b#',
    'a/b',
    '&#',
    '<a',
  ],
  ...[
    '<a>',
    '</',
    '{{',
    'a|',
    '. ',
    '? ',
    '; ',
    '((',
    ') ',
    '[x] ',
    '[ ] ',
    'Jan ',
    '6 Jan ',
    '1st ',
    'by ',
    'via ',
  ],
  ...[
    'to ',
    'Aa will ',
    'done ',
    '(done) ',
    'due ',
    ':a: ',
    'GH-',
    'v1.',
    'a=',
    'owner=',
    'Owner: ',
    '+1 ',
    'NN1',
  ],
  ...['é', '日', '1月', '😀', '—', '→ ', '：', '、', '\t', '\u00a0', '\u200b'],
];

const read = (text: string) => () => {
  const note = parseNote(text);
  findProblems({ note, template: builtinTemplate, today: '2026-02-01' }, defaultSeverities);
  return summarize('file:///w/20260106_notes.md', note);
};

describe('a line of the same over and over', () => {
  for (const [where, start] of [
    ['in an item of a task list', '* [ ] '],
    ['in a paragraph', ''],
    ['in a heading', '## '],
  ] as const) {
    it(`is read and checked in linear time ${where}`, () => {
      for (const piece of [...printable, ...words]) {
        growsLinearly(
          (size) => {
            const line = `${start}${piece.repeat(Math.ceil(size / piece.length))}${'y'.repeat(5 * size)}`;
            return read(`# a office hours 2026-01-06\n\n## Action items\n\n${line}\n`);
          },
          18_000,
          JSON.stringify(piece),
        );
      }
    });
  }
});
