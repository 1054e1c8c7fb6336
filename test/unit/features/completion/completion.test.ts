import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, type CompletionList, Range, TextEdit } from 'vscode-languageserver-types';
import { ownRepository } from '../../../../server/core/archive/ownRepository.ts';
import { type CompletionInputs, complete } from '../../../../server/core/features/completion/completion.ts';
import { withLiteralLabel } from '../../../../server/core/features/completion/literalLabel.ts';
import { type Person, usualConventions } from '../../../../server/core/note/conventions.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { parseTemplate } from '../../../../server/core/template/file/parseTemplate.ts';
import { completionTriggers } from '../../../../shared/protocol.ts';
import { parseMarked } from '../../../helpers/markedText.ts';
import { noteUri, seriesFrom } from '../../../helpers/series.ts';

const series = seriesFrom({
  '2026-08-04': [
    '## Announcements and Highlights since the last meeting',
    '* PR #51, issue #48, octo/other#7, https://github.com/octo/lantern/pull/50',
    '* Tove: #49',
    '## Any questions?',
    '## Old pull requests',
  ].join('\n\n'),
  '2026-07-21': [
    '## Highlights since the last meeting',
    '* https://github.com/octo/lantern/issues/48, https://github.com/octo/lantern/pull/40, PR #51',
    '* TODO(mirela): ask [@wren](https://github.com/wren)',
    '## Any questions?',
  ].join('\n\n'),
  '2026-07-07': '## Old pull requests\n\n## Any questions?\n\n* #39, issue #38\n* Jun: yes',
});

const sol: Person = { name: 'Sol', aliases: [] };

interface Wishes {
  readonly trigger?: string;
  readonly date?: string;
  readonly alone?: boolean;
  readonly setting?: string;
  readonly people?: readonly Person[];
  readonly inputs?: Partial<CompletionInputs>;
}

interface Asked {
  readonly document: TextDocument;
  readonly cursor: number;
  readonly list: CompletionList | null;
}

function ask(marked: string, wishes: Wishes = {}): Asked {
  const { trigger, date = '2026-08-18', alone, setting = '', people = [], inputs } = wishes;
  const { text, cursor } = parseMarked(marked);
  const document = TextDocument.create(noteUri(date), 'markdown', 1, text);
  const note = parseNote(text, undefined, { ...usualConventions, people });
  const learned = alone ? undefined : series;
  const own = ownRepository(setting, learned, note);
  const all = { note, uri: document.uri, series: learned, own, template: builtinTemplate, ...inputs };
  return { document, cursor: cursor!, list: complete(document, all, cursor!, trigger) };
}

/** The labels as the editor shows them when nothing is typed yet. */
function labels(list: CompletionList | null): string[] {
  const items = [...(list?.items ?? [])].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  return items.map(({ label }) => label);
}

/** The document once the item is accepted. */
function applyEdit(document: TextDocument, item: CompletionItem | undefined): string {
  assert.ok(item && TextEdit.is(item.textEdit));
  return TextDocument.applyEdits(document, [item.textEdit]);
}

describe('complete', () => {
  describe('offers, the likeliest first', () => {
    for (const [name, marked, expected] of [
      ['the notes’ numbers, the latest first', 'see #<|>', ['#49', '#50', '#48', '#51', '#40', '#38', '#39']],
      [
        'pull requests where one is wanted, then what may be one',
        'PR #<|>',
        ['#50', '#51', '#40', '#49', '#39'],
      ],
      ['issues where one is wanted', 'issue #<|>', ['#48', '#38', '#49', '#39']],
      [
        'this note’s own first, the nearest above the cursor before those below',
        '#3 #4 and #<|>, #5 #4',
        ['#4', '#3', '#5', '#49', '#50', '#48', '#51', '#40', '#38', '#39'],
      ],
      [
        'each once, and with the kind that any note gives it',
        '#51 and #48, PR #<|>',
        ['#51', '#50', '#40', '#49', '#39'],
      ],
      ['another repository’s only behind its name', 'octo/other#<|>', ['#7']],
      ['whatever case it is written in', 'OCTO/Other#<|>', ['#7']],
      [
        'the own repository’s behind its name, too',
        'octo/lantern#<|>',
        ['#49', '#50', '#48', '#51', '#40', '#38', '#39'],
      ],
      ['nothing for a repository nobody mentioned', 'octo/none#<|>', []],
      [
        'what a link goes to as what its text says',
        '[#7](https://github.com/octo/other/pull/7) octo/other#<|>',
        ['#7'],
      ],
      ['the number as typed, then what begins with it', 'see #4<|>', ['#4', '#49', '#48', '#40']],
      ['a number that the notes know first', '#5 #51 #50, see #5<|>', ['#5', '#50', '#51']],
      ['nothing for the one number that is typed in full', 'see #49<|>', []],
      ['nothing else', 'see #9<|>', []],
      ['numbers as they are written', 'see GH-4<|>', ['GH-4', 'GH-49', 'GH-48', 'GH-40']],
      ['numbers without a mark', 'PR 4<|>', ['4', '40', '49']],
      ['the owner in a list', 'PRs #51, #<|>', ['#51', '#50', '#40', '#49', '#39']],
      [
        'the template’s people, those of the section, the note, earlier notes',
        '# T\n\nYouTube: x\n\n## A\n\n* Okan: a\n* Priya: b\n* Priya: c\n\n## B\n\n* Wren: d\n\nTODO: <|>',
        ['Sol', 'Wren', 'Priya', 'Okan', 'Tove', 'mirela', 'Jun'],
      ],
      ['people but those named already', 'TODO(tove, <|>', ['Sol', 'mirela', 'wren', 'Jun']],
      ['people by what is typed', '* TODO: MI<|>', ['mirela']],
      [
        'logins with `@`, and names as they are',
        '* Ada Lovelace: a\n\n@<|>',
        ['Sol', 'Ada Lovelace', 'Tove', 'mirela', '@wren', 'Jun'],
      ],
      [
        'people as they are called in the note',
        '* @jun-b fixed it\n\nTODO(<|>',
        ['Sol', 'Jun', 'Tove', 'mirela', 'wren'],
      ],
      ['everything in place of a tab stop’s default', 'issue #number<|>', ['#48', '#38', '#49', '#39']],
      [
        'everybody in place of a tab stop’s default',
        'TODO(owner<|>)',
        ['Sol', 'Tove', 'mirela', 'wren', 'Jun'],
      ],
      ['people at the start of an action item', '## Action items\n\n- w<|>', ['wren']],
      [
        'missing sections as lately worded, then the habits of the latest notes',
        '# T\n\n## <|>',
        [
          'Announcements and Highlights since the last meeting',
          'Action items',
          'Misc',
          'Any questions?',
          'Old pull requests',
        ],
      ],
      [
        'sections that are not there under any name',
        '## highlights since the last meeting:\n\n## **Misc**\n\n## any questions\n\n## <|>',
        ['Action items', 'Old pull requests'],
      ],
      [
        'the heading itself while it is changed',
        '## Misc<|>\n\n## Action items',
        [
          'Announcements and Highlights since the last meeting',
          'Misc',
          'Any questions?',
          'Old pull requests',
        ],
      ],
      [
        'only habits where the template has nothing',
        '## A\n\n### <|>',
        ['Any questions?', 'Old pull requests'],
      ],
    ] as const) {
      it(name, () => assert.deepEqual(labels(ask(marked, { people: [sol] }).list), expected));
    }

    it('the same without other notes', () => {
      assert.deepEqual(labels(ask('PR #5, issue #<|>', { alone: true }).list), []);
      assert.deepEqual(labels(ask('https://github.com/a/b/pull/5 PR #<|>', { alone: true }).list), ['#5']);
      assert.deepEqual(labels(ask('## <|>', { alone: true }).list), [
        'Highlights since the last meeting',
        'Action items',
        'Misc',
      ]);
    });

    it('the numbers of the repository that the setting names', () => {
      assert.deepEqual(labels(ask('#<|>', { setting: 'octo/other', alone: false }).list), []);
      assert.deepEqual(labels(ask('see #<|>', { setting: 'octo/other' }).list), [
        '#49',
        '#7',
        '#48',
        '#51',
        '#38',
        '#39',
      ]);
    });

    it('sections of the level that is begun', () => {
      const template = parseTemplate('# T\n\n## One\n\n### Sub\n\n## Two\n', { required: () => true });
      const inputs = { template };
      assert.deepEqual(labels(ask('### <|>', { alone: true, inputs }).list), ['Sub']);
      assert.deepEqual(labels(ask('## Two\n\n## <|>', { alone: true, inputs }).list), ['One']);
    });
  });

  describe('says where it was seen', () => {
    for (const [marked, date, details] of [
      [
        '## Topic\n\nPR #5, #<|>',
        '2026-08-18',
        {
          '#5': 'pull request, in this note, under "Topic"',
          '#49': 'in the note 2026-08-04',
          '#51': 'pull request, in 2 notes, last in 2026-08-04',
        },
      ],
      // The file on disk is not another note than the one that is open.
      ['#<|>', '2026-08-04', {}],
      ['PR #<|>', '2026-08-04', { '#51': 'pull request, in the note 2026-07-21' }],
      ['TODO: <|>', '2026-08-18', { Tove: 'in earlier notes', Sol: 'in the template' }],
      [
        '## <|>',
        '2026-08-18',
        { 'Any questions?': 'in 3 of the latest notes', Misc: 'in the template, missing in this note' },
      ],
    ] as const) {
      it(JSON.stringify(marked), () => {
        const { list } = ask(marked, { date, people: [sol] });
        const found = Object.fromEntries(list?.items.map(({ label, detail }) => [label, detail]) ?? []);
        for (const [label, detail] of Object.entries(details)) assert.equal(found[label], detail);
        assert.ok(!('#49' in found) || date !== '2026-08-04');
      });
    }
  });

  describe('edits', () => {
    for (const [marked, label, expected] of [
      ['PR #<|>', '#51', 'PR #51'],
      ['PR #5<|>', '#51', 'PR #51'],
      ['(PR #5<|>)', '#51', '(PR #51)'],
      ['PR #5<|>0 is', '#51', 'PR #51 is'],
      ['octo/other#<|>', '#7', 'octo/other#7'],
      ['gh-5<|>', 'gh-51', 'gh-51'],
      ['PR 5<|>', '51', 'PR 51'],
      ['pr5<|>', '51', 'pr51'],
      ['TODO: <|>', 'Tove', 'TODO: Tove: '],
      ['TODO:<|>', 'Tove', 'TODO: Tove: '],
      ['TODO: to<|>', 'Tove', 'TODO: Tove: '],
      ['TODO: <|>write it', 'Tove', 'TODO: Tove: write it'],
      ['TODO:<|> write it', 'Tove', 'TODO: Tove: write it'],
      ['TODO: to<|>ve: write it', 'Tove', 'TODO: Tove: write it'],
      ['TODO(<|>', 'Tove', 'TODO(Tove): '],
      ['TODO(<|>)', 'Tove', 'TODO(Tove): '],
      ['TODO(<|>)\nnext', 'Tove', 'TODO(Tove): \nnext'],
      ['TODO(t<|>): write it', 'Tove', 'TODO(Tove): write it'],
      ['TODO(<|>wren): write it', 'Tove', 'TODO(Tove): write it'],
      ['TODO(wren, <|>): write it', 'Tove', 'TODO(wren, Tove): write it'],
      ['TODO @<|>', '@wren', 'TODO @wren'],
      ['see it through (@<|>)', '@wren', 'see it through (@wren)'],
      ['see it through (@<|>)', 'Tove', 'see it through (Tove)'],
      ['see it through (@to<|>)', 'Tove', 'see it through (Tove)'],
      ['## Action items\n\n* <|>', 'Tove', '## Action items\n\n* Tove: '],
      ['## Action items\n\n* [ ] <|>close it', 'Tove', '## Action items\n\n* [ ] Tove: close it'],
      ['## <|>\n\ntext', 'Misc', '## Misc\n\ntext'],
      ['## mi<|>x\n\ntext', 'Misc', '## Misc\n\ntext'],
      ['##\t<|>\r\n\r\ntext', 'Misc', '##\tMisc\r\n\r\ntext'],
    ] as const) {
      it(`${JSON.stringify(marked)} to ${JSON.stringify(expected)}`, () => {
        const { document, list } = ask(marked);
        assert.equal(
          applyEdit(
            document,
            list?.items.find((item) => item.label === label),
          ),
          expected,
        );
      });
    }

    it('of references are read as what was wanted', () => {
      for (const [marked, kind] of [
        ['PR #<|>', 'pull'],
        ['(pull request #<|>', 'pull'],
        ['PRs #50, #<|>', 'pull'],
        ['PR octo/lantern#<|>', 'pull'],
        ['PR 5<|>', 'pull'],
        ['GH-<|>', 'unknown'],
      ] as const) {
        const { document, list } = ask(marked);
        const note = parseNote(
          applyEdit(
            document,
            list?.items.find(({ label }) => label.endsWith('51')),
          ),
        );
        const last = note.references.at(-1);
        assert.deepEqual([last?.number, last?.kind], [51, kind], marked);
      }
    });

    it('of owners are read as the owner', () => {
      for (const marked of [
        'TODO: <|>',
        'TODO:<|>',
        'TODO <|>',
        'TODO(<|>',
        'TODO(<|>)',
        '* FIXME: <|>',
        'ACTION ITEM: <|>',
        'AI: <|>',
        'TODO: wren and <|>',
        '## Action items\n\n* <|>',
        'Sync (TODO: <|>)',
      ]) {
        const { document, list } = ask(marked);
        const text = applyEdit(
          document,
          list?.items.find(({ label }) => label === 'Tove'),
        );
        const [item] = parseNote(text.endsWith(' ') ? `${text}write it down` : text).actionItems;
        assert.ok(
          item?.owners.some(({ name }) => name === 'Tove'),
          text,
        );
      }
    });
  });

  describe('opens by itself', () => {
    // The character before the cursor is the one just typed.
    for (const marked of [
      'see #<|>',
      'PR #<|>',
      '(#<|>',
      'octo/other#<|>',
      'GH-<|>',
      'TODO: <|>',
      'TODO:<|>',
      'TODO(<|>)',
      'with @<|>',
      '## <|>',
      '## Any <|>',
      '@jun-<|> @jun-b',
    ]) {
      it(JSON.stringify(marked), () => {
        const trigger = marked[marked.indexOf('<|>') - 1]!;
        assert.ok(completionTriggers.includes(trigger));
        assert.ok(ask(marked, { trigger }).list);
      });
    }
  });

  describe('stays closed', () => {
    for (const marked of [
      'PR <|>',
      'TODO <|>',
      'TODO: wren and <|>',
      'TODO: write <|>',
      'TODO(wren): <|>',
      'text <|>',
      'text: <|>',
      'text:<|>',
      'text (<|>)',
      '-<|>',
      '- <|>',
      '#<|>',
      '##<|>',
      '## My own topic <|>',
      '## Misc <|>',
      '## Any questions?:<|>',
      '## Pre-<|>',
      '## Action items\n\n- <|>',
      '## Action items\n\n- [ ] <|>',
      '`PR #<|>`',
    ]) {
      it(JSON.stringify(marked), () => {
        const trigger = marked[marked.indexOf('<|>') - 1]!;
        assert.equal(ask(marked, { trigger }).list, null);
      });
    }
  });

  it('never takes anything over by itself: no preselection, no commit characters, no snippet syntax', () => {
    for (const marked of ['PR #<|>', 'TODO: <|>', '## <|>', '@<|>', '* ${1:x}: a\n\nTODO(<|>']) {
      const { list } = ask(marked);
      assert.ok(list && list.items.length > 0);
      assert.equal(list.itemDefaults, undefined);
      for (const item of list.items) {
        assert.equal(item.preselect, undefined);
        assert.equal(item.commitCharacters, undefined);
        assert.equal(item.command, undefined);
        assert.equal(item.insertTextFormat, 1);
      }
    }
  });

  it('gives each item a filter text that begins with what the edit replaces', () => {
    for (const marked of ['PR #5<|>', 'gh-5<|>', 'PR 5<|>', 'TODO: to<|>', '@to<|>', '## mis<|>']) {
      const { document, list, cursor } = ask(marked);
      assert.ok(list && list.items.length > 0, marked);
      for (const item of list.items) {
        assert.ok(TextEdit.is(item.textEdit));
        const typed = document.getText().slice(document.offsetAt(item.textEdit.range.start), cursor);
        // Without one, it is the label (LSP 3.18, `CompletionItem`).
        const filter = item.filterText ?? item.label;
        assert.notEqual(item.filterText, item.label);
        if (!marked.startsWith('##'))
          assert.ok(filter.toLowerCase().startsWith(typed.toLowerCase()), item.label);
      }
    }
  });

  it('gives a list that can be read, and says when there is more', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `* PR #${1000 + index}\n`).join('');
    const { list } = ask(`${text}\nPR #<|>`);
    assert.equal(list?.items.length, 100);
    assert.equal(list?.isIncomplete, true);
    assert.equal(labels(list)[0], '#1999');
    const narrowed = ask(`${text}\nPR #119<|>`).list;
    assert.deepEqual(labels(narrowed).slice(0, 3), ['#119', '#1199', '#1198']);
    assert.equal(narrowed?.isIncomplete, true);
  });

  describe('with the range of the edits in the list, for a client that takes it from there', () => {
    for (const marked of ['PR #5<|>', 'gh-5<|>', 'PR 5<|>', 'TODO: to<|>', '@to<|>', '## mis<|>']) {
      it(marked, () => {
        const { list } = ask(marked);
        const compact = ask(marked, { inputs: { rangeOfList: true } }).list;
        const range = compact?.itemDefaults?.editRange;
        assert.ok(list && compact && Range.is(range));
        assert.ok(JSON.stringify(compact).length < JSON.stringify(list).length);
        const edits = compact.items.map(
          (item) => item.textEdit ?? { range, newText: item.textEditText ?? item.label },
        );
        assert.deepEqual(
          edits,
          list.items.map(({ textEdit }) => textEdit),
        );
      });
    }

    it('keeps the text of an item whose label is shown otherwise', () => {
      const item = withLiteralLabel({ label: '## $(zap)' });
      assert.notEqual(item.label, '## $(zap)');
      assert.equal(item.textEditText, '## $(zap)');
    });
  });

  it('keeps to one line, around the cursor, whatever the note is', () => {
    const parts = [
      'PR #',
      '#',
      '## ',
      'TODO: ',
      'TODO(',
      ')',
      '@',
      '- ',
      '\n',
      '\r\n',
      ' ',
      'wren',
      '5',
      '`',
      '](',
      '<!--',
      '🦉',
      'octo/lantern',
      'GH-',
      ':',
    ];
    let items = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), fc.nat(60), (pieces, at) => {
        const text = pieces.join('');
        const cursor = Math.min(at, text.length);
        const { document, list } = ask(`${text.slice(0, cursor)}<|>${text.slice(cursor)}`);
        const { line, character } = document.positionAt(cursor);
        for (const { textEdit } of list?.items ?? []) {
          items++;
          assert.ok(TextEdit.is(textEdit));
          const { start, end } = textEdit.range;
          assert.ok(start.line === line && end.line === line);
          assert.ok(start.character <= character && character <= end.character);
          assert.ok(!/[\r\n]/.test(textEdit.newText));
        }
      }),
      { numRuns: 1000 },
    );
    assert.ok(items > 100, `${items} items in all`);
  });
});
