import { deepEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placeholderTokens } from '../../../server/core/features/semanticTokens.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';

/** The text of each token, decoded as a client does (LSP 3.17, "Semantic Tokens"). */
function texts(text: string): string[] {
  const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
  const { data } = placeholderTokens(document, { note: parseNote(text), template: builtinTemplate });
  const lines = text.split(/\r?\n/);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines_ = 0, characters = 0, length = 0, type, modifiers] = data.slice(at, at + 5);
    character = lines_ === 0 ? character + characters : characters;
    line += lines_;
    found.push(lines[line]?.slice(character, character + length) ?? '');
    deepEqual([type, modifiers], [0, 0]);
  }
  return found;
}

describe('semantic tokens', () => {
  for (const [text, expected] of [
    ['# project office hours 2026-01-06\n', ['project']],
    ['# T\n\n* what changed (PR #number)\n* A (PR #number)\n', ['what changed', 'number', 'number']],
    [
      '# T\r\n\r\n* TODO(owner): what is to be done\r\n\r\n## Topic\r\n',
      ['owner', 'what is to be done', 'Topic'],
    ],
    ['# T\n\n* done (PR #12)\n\n```\nwhat was said\n```\n', []],
    ['', []],
  ] as const) {
    it(`mark ${expected.length} placeholders in ${JSON.stringify(text)}`, () =>
      deepEqual(texts(text), expected));
  }
});
