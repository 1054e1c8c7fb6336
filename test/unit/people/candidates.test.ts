import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/core/features/completion/completion.ts';
import { type Person, usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { type CandidateSource, ownerCandidates } from '../../../server/core/people/candidates.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { t, verbatim } from '../../../shared/l10n.ts';
import { check, seriesOf } from '../../helpers/check.ts';
import { parseMarked } from '../../helpers/markedText.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';
import { templateOf } from '../checks/templated.ts';

const roster: readonly Person[] = [
  { name: 'Grace Hopper', login: 'ghopper', initials: 'GH', aliases: [] },
  { name: 'wren-lantern', login: 'wren-lantern', aliases: [] },
];

interface Case {
  readonly people?: readonly Person[];
  readonly earlier?: string;
  readonly template?: CandidateSource['template'];
}

const samples = seriesFrom({ '2026-08-04': '* Tove: a\n* @tove-lantern: b\n* Okan: c\n' });

describe('who may own a task', () => {
  const cases: readonly [name: string, marked: string, expected: readonly string[], more?: Case][] = [
    ['people of the section, then of the note', 'Bo: a\n\n## A\n\nCy: b\n\nTODO: <|>', ['Cy', 'Bo']],
    ['the most often mentioned first', '* Bo: a\n* Cy: b\n* Cy: c\n\nTODO: <|>', ['Cy', 'Bo']],
    [
      'one person of a name and a login',
      '* Tove: a\n* @tove-lantern: b\n* Bo: c\n\nTODO: <|>',
      ['Tove', 'Bo'],
    ],
    [
      'mentions by name and by login together',
      '* Bo: a\n* Tove: b\n* @tove-lantern: c\n\nTODO: <|>',
      ['Tove', 'Bo'],
    ],
    ['one person of a full name and its login', '* Ada King: a\n\n@adaking\n\nTODO: <|>', ['Ada King']],
    ['one person of a first name and a full one', '* Grace: a\n* Grace Kim: b\n\nTODO: <|>', ['Grace Kim']],
    [
      'two people where either may be meant',
      '* Ada: a\n* @ada-k: b\n* @ada-m: c\n\nTODO: <|>',
      ['Ada', '@ada-k', '@ada-m'],
    ],
    ['no login for the sake of one letter', '* Ada: a\n* @adam: b\n\nTODO: <|>', ['Ada', '@adam']],
    [
      'the roster first, as it writes them',
      'Zoe: a\n\n@ghopper: b\n\nTODO: <|>',
      ['Grace Hopper', '@wren-lantern', 'Zoe'],
      { people: roster },
    ],
    [
      'no placeholder of the template',
      '* initials: it\n* Ann: it\n\nTODO: <|>',
      ['Ann'],
      { template: templateOf('# T\n\n* ${1:initials}: ${2:what}\n') },
    ],
    ['earlier notes’ people last', 'Bo: a\n\nTODO: <|>', ['Bo', 'Cy'], { earlier: '* Cy: b\n' }],
    [
      'one person whom earlier notes call by the login',
      '* Tove: a\n\nTODO: <|>',
      ['Tove'],
      { earlier: '* @tove-lantern: b\n' },
    ],
    ['one person in a parenthesis as well', '* Tove: a\n* @tove-lantern: b\n\nTODO(<|>): it', ['Tove']],
    ['nobody twice in an action section', '* Bo: a\n\n## Action items\n\n* <|>mend it', ['Bo']],
  ];
  for (const [name, marked, expected, { people = [], earlier, template = builtinTemplate } = {}] of cases) {
    it(`are ${name}: the same in the list and in the fix`, () => {
      const { text, cursor } = parseMarked(marked);
      const conventions = { ...usualConventions, people };
      const whole = `${text.slice(0, cursor)}${text.slice(cursor!) === '' ? 'mend it' : text.slice(cursor!)}`;
      const note = parseNote(whole, undefined, conventions);
      const series = earlier === undefined ? undefined : seriesFrom({ '2026-08-04': earlier });
      const uri = noteUri('2026-08-18');
      const document = TextDocument.create(uri, 'markdown', 1, whole);
      const list = complete(document, { note, uri, series, template }, cursor!);
      const [problem] = check('todo-owner-missing', whole, { note, template, ...(series && { series }) });
      assert.deepEqual(
        list?.items.map(({ label }) => label),
        expected,
        'the list',
      );
      assert.deepEqual(
        problem?.fixes.map(({ title }) => title.replace('Assign to ', '')),
        expected,
        'the fix',
      );
    });
  }

  it('are one person of the samples’ name and login, found by either', () => {
    const note = parseNote('TODO: ');
    const found = ownerCandidates({ note, series: samples, template: builtinTemplate }, { from: 6, to: 6 });
    assert.deepEqual(found, [
      { name: 'Tove', known: t('in earlier notes'), login: 'tove-lantern' },
      { name: 'Okan', known: t('in earlier notes') },
    ]);
  });

  it('are one person of a name and of the account that GitHub calls so', () => {
    const note = parseNote('* Jo Harb: a\n\n@');
    const accounts = [
      { login: 'jharb', name: 'Jo Harb' },
      { login: 'cy', name: 'Cyd' },
    ];
    const place = { from: note.text.length, to: note.text.length };
    assert.deepEqual(ownerCandidates({ note, accounts, template: builtinTemplate }, place), [
      { name: 'Jo Harb', known: t('in this note'), login: 'jharb' },
      { name: '@cy', known: verbatim('Cyd') },
    ]);
  });

  it('are found for a series of very many people once', () => {
    const people = Array.from({ length: 3_000 }, (_, index) => `ann${index} Ito`);
    const note = parseNote('TODO: ');
    const source = { note, series: seriesOf({ people }), template: builtinTemplate };
    assert.equal(ownerCandidates(source, { from: 6, to: 6 }).length, 3_000);
  });
});
