import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { contextAt } from '../../../server/core/features/completion/contextAt.ts';
import { documentLinks } from '../../../server/core/features/documentLinks.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { parseMarked } from '../../helpers/markedText.ts';

const own = { host: 'github.com', owner: 'octo', name: 'lantern' };

/** `‹›`: hovers, is a link of ours, and is completed at its end. */
const references: readonly string[] = [
  '‹#5›/‹#6›',
  '‹PR #5›/‹#6›',
  '‹PR5›/‹PR6›',
  '‹o/r#5›/‹#6›',
  '‹#12›-‹#15›',
  '‹#12›–‹#15›',
  '‹PRs #12›-‹15›',
  '‹PRs 1201›-‹1204›',
  '‹#5›、‹#6›',
  '修复‹#5›的问题',
  '合并了‹PR#5›和‹#6›',
  '🎉‹#5›🎉',
  '‹GH-5›/‹GH-6›',
  '_‹GH-14›_',
  'a <code>#1</code> ‹#5›',
];

/** `‹›`: hovers and is a link, but is not completed: an address. */
const addresses: readonly string[] = [
  '‹octo/lantern@a5c3785›',
  '请看‹octo/lantern@a5c3785›。',
  '‹github.com/o/r/commit/a5c3785›',
  '‹github.com/o/r/releases/tag/v1.2›',
  '‹github.com/o/r/compare/v1...v2›',
  '‹github.com/o/r/blob/main/docs/a.md#L3›',
  '‹github.com/o/r/pull/1›',
  '请看‹www.github.com/o/r/issues/2›。',
];

/** `‹›`: hovers alone: the editor makes it a link by itself. */
const links: readonly string[] = [
  '‹https://github.com/o/r/commit/a5c3785›',
  '‹https://github.com/o/r/releases/tag/v1.2›',
  '‹https://github.com/o/r/compare/v1...v2›',
  '‹https://github.com/o/r/blob/main/docs/a.md#L3›',
  '‹[a](https://github.com/o/r/commit/a5c3785)›',

  '‹https://redirect.github.com/o/r/pull/1›',
  '请看‹https://github.com/o/r/pull/1›。',
];

/** Where a number is, with none of it: `‹›` marks where hover and completion are asked. */
const nothing: readonly string[] = [
  'a <code>‹#1›</code>',
  'a <kbd>PR ‹#1›</kbd>',
  'a <samp>o/r‹#1›</samp>',
  'a <code>‹#1› and',
  '<pre>\n‹#1›\n</pre>',
  '<script>\n‹#1›\n</script>',
  'a <!-- ‹#1› -->',
  'GH-‹14›_foo',
  '‹#14›_foo',
  'x/github.com/o/r/pull/‹1›',
  '`octo/lantern@‹a5c3785›`',
  'octo/lantern@‹v1.2›',
  'user@‹a5c3785›',
];

async function featuresAt(text: string): Promise<(from: number, to: number) => Promise<string>> {
  const note = parseNote(text);
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const linked = documentLinks(document, { note, own }).map(({ range }) => document.offsetAt(range.start));
  return async (from, to) => {
    const hovered = await hover(document, { note, uri: document.uri, own }, from, true);
    const context = contextAt(note, to);
    return [
      hovered && 'hover',
      linked.includes(from) && 'link',
      context?.kind === 'reference' && context.whole.from === from && 'completion',
    ]
      .filter(Boolean)
      .join(' ');
  };
}

describe('hover, links and completion agree on', () => {
  for (const [list, expected] of [
    [references, 'hover link completion'],
    [addresses, 'hover link'],
    [links, 'hover'],
    [nothing, ''],
  ] as const)
    for (const marked of list)
      it(`${marked.replaceAll('\n', '⏎')}: ${expected || 'nothing'}`, async () => {
        const { text, ranges } = parseMarked(marked);
        const features = await featuresAt(text);
        assert.ok(ranges.length > 0);
        for (const { from, to } of ranges)
          assert.equal(await features(from, to), expected, text.slice(from, to));
      });
});
