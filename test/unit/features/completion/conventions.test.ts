import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit } from 'vscode-languageserver-types';
import {
  type CompletionInputs,
  complete,
  questionAt,
} from '../../../../server/core/features/completion/completion.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { communityOf } from '../../../helpers/conventions.ts';
import { lantern } from '../../../helpers/issueMemory.ts';
import { parseMarked } from '../../../helpers/markedText.ts';
import { noteUri, seriesFrom } from '../../../helpers/series.ts';

const series = seriesFrom({
  '2026-08-04':
    '## Present\n\n* Wren Oak @wren-o\n* Tove Lind @tove-lantern\n\n## A\n\n* octo/TSC#7, #48\n* Jun: yes',
});

function ask(marked: string, trigger?: string, more: Partial<CompletionInputs> = {}) {
  const { text, cursor } = parseMarked(marked);
  const document = TextDocument.create(noteUri('2026-08-18'), 'markdown', 1, text);
  const note = parseNote(text, undefined, communityOf());
  const inputs: CompletionInputs = {
    note,
    uri: document.uri,
    series,
    own: lantern,
    template: builtinTemplate,
    ...more,
  };
  const items = complete(document, inputs, cursor!, trigger)?.items ?? [];
  const accepted = items.map(({ textEdit }) => {
    assert.ok(TextEdit.is(textEdit));
    return TextDocument.applyEdits(document, [textEdit]);
  });
  return { labels: items.map(({ label }) => label), accepted, items, inputs, cursor: cursor! };
}

describe('completion by conventions', () => {
  for (const [name, marked, expected, trigger] of [
    ['a repository’s issues behind its name', 'see TSC#<|>', ['#7'], '#'],
    ['whatever the case', 'see tsc#<|>', ['#7'], '#'],
    ['those of the heading’s repository behind a bare mark', '### octo/TSC\n\n* #<|>', ['#7'], '#'],
    ['those of a heading that is a name', '### TSC\n\nPR #<|>', ['#7'], '#'],
    ['the series’ own behind its full name there', '### TSC\n\nocto/lantern#<|>', ['#48'], '#'],
    ['the series’ own elsewhere', '### TSC\n\n## B\n\nsee #<|>', ['#48'], '#'],
    ['names that begin so', 'see t<|>', ['TSC#'], undefined],
    ['names in headings and in lists', '* c<|>', ['core#'], undefined],
    [
      'prefixes, then what the note mentions',
      'EIP-7 and EIP-15\n\nEIP-2 or e<|>, EIP-9',
      ['EIP-', 'ERC-', 'EIP-2', 'EIP-15', 'EIP-7', 'EIP-9'],
      undefined,
    ],
    ['what was mentioned, behind a prefix', 'EIP-7, EIP-15, see EIP-<|>', ['EIP-15', 'EIP-7'], '-'],
    ['only what goes on as typed', 'EIP-7, EIP-15, see EIP-1<|>', ['EIP-15'], undefined],
    ['nothing behind another hyphen', 'EIP-7, see eip-<|>', [], '-'],
    ['nothing that nobody asked for', 'see T<|>', [], ' '],
    ['nothing in a path', 'docs/T<|>', [], undefined],
    ['nothing in code', '`T<|>', [], undefined],
    [
      'the template’s people first, each once',
      '* tove-lantern: a\n* Priya: b\n\nTODO: <|>',
      ['Tove Lind', 'Bo', 'Priya', 'Wren Oak', 'Jun'],
      undefined,
    ],
    ['whoever is called by the first name alone', '* Tove: a\n\nTODO: to<|>', ['Tove Lind'], undefined],
    [
      'nobody who stands for others',
      '* @someone: a\n\nTODO: <|>',
      ['Tove Lind', 'Bo', 'Wren Oak', 'Jun'],
      undefined,
    ],
    ['none who is named already', 'TODO(TL, <|>', ['Bo', 'Wren Oak', 'Jun'], undefined],
    ['logins where a login is written', 'see @<|>', ['@tove-lantern', 'Bo', '@wren-o', 'Jun'], '@'],
    ['a login by the name', 'see @tov<|>', ['@tove-lantern'], undefined],
    ['a name by the login', 'TODO: wren-<|>', ['Wren Oak'], undefined],
    ['people of an own action section', '## Action items\n\n- b<|>', ['Bo'], undefined],
  ] as const) {
    it(`offers ${name}`, () => assert.deepEqual(ask(marked, trigger).labels, expected));
  }

  for (const [marked, expected] of [
    ['see T<|>SC#', 'see TSC#'],
    ['see c<|>o', 'see core#'],
    ['EIP-15 e<|>', 'EIP-15 EIP-'],
    ['TODO: to<|>', 'TODO: Tove Lind: '],
  ] as const) {
    it(`writes ${marked}`, () => assert.equal(ask(marked).accepted[0], expected));
  }

  it('writes numbers as they are read in that place', () => {
    const own = { style: 'kind' } as const;
    assert.equal(ask('### TSC\n\n- see #<|>', undefined, own).accepted[0], '### TSC\n\n- see #7');
    assert.equal(
      ask('### TSC\n\nocto/lantern#<|>', undefined, own).accepted[0],
      '### TSC\n\nocto/lantern#48',
    );
    assert.equal(ask('TSC#<|>', undefined, own).accepted[0], 'octo/TSC#7');
  });

  it('asks for the issues that it lists', () => {
    const { inputs, cursor } = ask('### TSC\n\n* #<|>');
    assert.equal(questionAt(inputs, cursor)?.repository.name, 'TSC');
  });
});
