import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { inlayHints } from '../../../server/core/features/inlayHints.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';

const web = 'https://github.com/octo/lantern';
const long = 'A title which is so long that nobody wants to see all of it in a sentence';
const issues = memoryOf({ 1: { title: 'Keep it' }, 2: { title: long }, 3: 'not-found' });

/** The text with every hint in it, as the editor would show it. */
function hinted(text: string, span = { from: 0, to: text.length }): string {
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const hints = inlayHints(document, { note: parseNote(text), own: lantern, issues }, span);
  return hints.reduceRight((shown, { position, label }) => {
    const at = document.offsetAt(position);
    return `${shown.slice(0, at)}«${String(label)}»${shown.slice(at)}`;
  }, text);
}

describe('inlay hints', () => {
  for (const [text, shown] of [
    ['see PR #1, #1.', 'see PR #1«Keep it», #1«Keep it».'],
    [`${web}/pull/1 x`, `${web}/pull/1«Keep it» x`],
    [`<${web}/pull/1> x`, `<${web}/pull/1>«Keep it» x`],
    ['#2', '#2«A title which is so long that nobody wan…»'],
    [`#3 #4 [PR #1](${web}/pull/1) \`#1\` [#1][a]\n\n[a]: /x`, undefined],
  ] as const) {
    it(text, () => assert.equal(hinted(text), shown ?? text));
  }

  it('are given for the lines in view only', () => {
    assert.equal(hinted('#1\n#1\n#1', { from: 3, to: 5 }), '#1\n#1«Keep it»\n#1');
  });

  it('tell a title whole that was cut', () => {
    const document = TextDocument.create('file:///n.md', 'markdown', 1, '#1 #2');
    const hints = inlayHints(
      document,
      { note: parseNote('#1 #2'), own: lantern, issues },
      { from: 0, to: 5 },
    );
    assert.deepEqual(
      hints.map(({ tooltip }) => tooltip),
      [undefined, long],
    );
  });

  it('need GitHub', () => {
    const document = TextDocument.create('file:///n.md', 'markdown', 1, '#1');
    assert.deepEqual(inlayHints(document, { note: parseNote('#1'), own: lantern }, { from: 0, to: 2 }), []);
  });
});
