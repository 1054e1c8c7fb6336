import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/core/features/documentSymbols.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

/** `name FROM-TO`, 1-based lines of the whole, deeper ones indented. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, range, children = [] }) => [
    `${indent}${name} ${range.start.line + 1}-${range.end.line + 1}`,
    ...outline(children, `${indent}  `),
  ]);
}

describe('the outline of a note', () => {
  for (const [name, text, expected] of [
    ['nothing', '', []],
    ['no heading', 'hello\n', []],
    ['a title alone', '# a 2026-01-06\n', ['# a 2026-01-06 1-2']],
    [
      'sections without a title',
      '## one\n\n### two\n\n## three',
      ['## one 1-5', '  ### two 3-5', '## three 5-5'],
    ],
    [
      'sections below the title',
      '# t\n\n## one\n\ntext\n\n### two\n\n## three\n',
      ['# t 1-10', '  ## one 3-9', '    ### two 7-9', '  ## three 9-10'],
    ],
    [
      'before the title and behind another of its level',
      '## before\n\n# t\n\n## one\n\n# other\n\n## two\n',
      ['## before 1-3', '# t 3-7', '  ## one 5-7', '# other 7-10', '  ## two 9-10'],
    ],
    ['an empty heading', '# t\n\n##\n', ['# t 1-4', '  ## 3-4']],
    ['a heading in code', '# t\n\n```\n## no\n```\n', ['# t 1-6']],
  ] as const) {
    it(name, () => {
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
      deepEqual(outline(documentSymbols(document, parseNote(text))), expected);
    });
  }
});
