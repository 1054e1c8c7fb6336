import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentLinks } from '../../../server/core/features/documentLinks.ts';
import type { Conventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { communityOf } from '../../helpers/conventions.ts';
import { hostileTitles } from '../../helpers/github/hostileTitles.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

const web = 'https://github.com/octo/lantern';
const issues = memoryOf({
  1: 'pull',
  2: { kind: 'issue', title: hostileTitles.commandLink! },
  3: 'not-found',
});

function linksIn(marked: string, own: typeof lantern | undefined = lantern, conventions?: Conventions) {
  const { text } = parseMarked(marked);
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const links = documentLinks(document, { note: parseNote(text, undefined, conventions), own, issues });
  const spans = links.map(({ range }) => ({
    from: document.offsetAt(range.start),
    to: document.offsetAt(range.end),
  }));
  assert.equal(markRanges(text, spans), marked);
  return links;
}

describe('document links', () => {
  for (const [marked, ...targets] of [
    [
      '‹EIP-1›, ‹TSC#2› and ‹#1›',
      'https://eips.example.org/1',
      'https://github.com/octo/TSC/issues/2',
      `${web}/pull/1`,
    ],
    ['### TSC\n\n‹PR #1›, ‹EIP-2›', 'https://github.com/octo/TSC/pull/1', 'https://eips.example.org/2'],
    ['[EIP-1](/x) [EIP-1][a] [EIP-1] `EIP-1`\n\n[a]: /x\n[EIP-1]: /x'],
  ] as const) {
    it(`by conventions: ${marked}`, () =>
      assert.deepEqual(
        linksIn(marked, lantern, communityOf()).map(({ target }) => target),
        targets,
      ));
  }

  for (const [marked, ...targets] of [
    ['see ‹PR #1› and ‹#1›', `${web}/pull/1`, `${web}/pull/1`],
    ['‹PR #2› is an issue', `${web}/issues/2`],
    [
      '‹#3›, ‹PR #4›, ‹issue 5› and ‹#6›',
      ...['issues/3', 'pull/4', 'issues/5', 'issues/6'].map((p) => `${web}/${p}`),
    ],
    ['## ‹GH-1›', `${web}/pull/1`],
    ['| a |\n|---|\n| ‹octo/other#7› |', 'https://github.com/octo/other/issues/7'],
    ['‹discussion #8›', `${web}/discussions/8`],
    ['😀 ‹PRs #1›, ‹#4›', `${web}/pull/1`, `${web}/pull/4`],
    [`${web}/pull/1 <${web}/pull/1> [PR #1](${web}/pull/1) [#1](/x) [#1][a] \`#1\`\n\n[a]: /x`],
  ] as const) {
    it(marked, () =>
      assert.deepEqual(
        linksIn(marked).map(({ target }) => target),
        targets,
      ),
    );
  }

  it('have the title as a tooltip once it is known, as plain text', () => {
    const [known, unknown] = linksIn('‹#2› ‹#4›');
    assert.equal(known?.tooltip, hostileTitles.commandLink);
    assert.equal(unknown?.tooltip, undefined);
  });

  for (const [name, title] of Object.entries({
    ...hostileTitles,
    autolink: '<command:x> \\\\](command:y) [z',
  })) {
    it(`have nothing to click in a tooltip that becomes Markdown: ${name}`, () => {
      const text = '#1 EIP-1';
      const note = parseNote(text, undefined, communityOf());
      const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
      const known = memoryOf({ 1: { kind: 'issue', title } });
      for (const { tooltip = '' } of documentLinks(document, {
        note,
        own: lantern,
        issues: known,
        markdown: true,
      }))
        assert.match(tooltip, /^(?:[A-Za-z0-9 ]|&#[0-9]+;|[^ -~])*$/);
    });
  }

  it('are not made up where the repository is unknown', () => {
    const { text } = parseMarked('#1 and octo/other#7');
    const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
    const links = documentLinks(document, { note: parseNote(text) });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://github.com/octo/other/issues/7'],
    );
  });
});
