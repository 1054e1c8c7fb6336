import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { snippetItems } from '../../../../server/core/features/completion/snippets.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import snippets from '../../../../snippets/office-hours.json';

function items(marked: string) {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
  return snippetItems(document, parseNote(text), at, '2026-08-11');
}

describe('the snippets for other editors', () => {
  const all = Object.values(snippets).length;
  for (const [marked, labels] of [
    ['oht|', ['ohtopic', 'ohtodo']],
    ['# t\n\nOHTO|\n', ['ohtopic', 'ohtodo']],
    ['ohpr|', ['ohpr']],
    ['office|', ['office-hours']],
    ['\r\nohtodo|', ['ohtodo']],
    ['* ohtodo|', []],
    ['see oht|', []],
    ['```\noht|\n```\n', []],
    ['<!--\noht|\n-->\n', []],
    ['other|', []],
  ] as const) {
    it(JSON.stringify(marked), () =>
      deepEqual(
        items(marked).map(({ label }) => label),
        labels,
      ),
    );
  }

  it('are all offered on an empty line', () => equal(items('# t\n\n|\n').length, all));

  it('replace the word, in the protocol’s syntax', () => {
    const [todo] = items('# t\n\noHtodo|\n');
    deepEqual(todo?.textEdit, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } },
      newText: '* TODO(${1:owner}): ${2:what is to be done}$0',
    });
    equal(todo?.insertTextFormat, 2);
  });

  it('hold the day, which not every editor knows the variables of', () => {
    const [note] = items('ohnote|');
    const { newText } = note!.textEdit as TextEdit;
    ok(newText.startsWith('# ${1:project} office hours ${2:2026-08-11}\n'), newText);
    ok(!newText.includes('CURRENT_'));
  });
});
