import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isReferenceInProse } from '../../../../server/core/features/completion/pastedUrl.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

const url = 'https://github.com/octo/lantern/pull/1';

/** `<|>` is where the URL is pasted. */
const prose: readonly string[] = [
  '<|>',
  'see <|>',
  'see <|> and more',
  '- <|>',
  '- [ ] <|>',
  '> <|>',
  '## About <|>',
  '| a |\n|---|\n| <|> |',
  'fixed (<|>)',
  'fixed (<|>',
  '*<|>*',
  'PR: <|>',
  '请看<|>',
  '`code` <|>',
  '<b>x</b> <|>',
  '---\na: b\n---\n\n<|>',
  '```\nx\n```\n\n<|>',
  '<!-- x -->\n\n<|>',
  '[a]: https://example.org\n\nsee <|>',
  '[x](https://example.org) <|>',
];

const asItIs: readonly string[] = [
  // Code
  '```\n<|>\n```',
  '~~~sh\ncurl <|>\n~~~',
  '```\n<|>',
  '- x\n\n  ```\n  <|>\n  ```',
  '    <|>',
  'x\n\n    curl <|>',
  'see `<|>`',
  'see `curl <|>`',
  'see `<|>',
  'see `curl <|>',
  'see ``a `b` <|>``',
  'a <code><|></code>',
  'a <kbd>x <|></kbd>',
  'a <code><|>',
  // Front matter
  '---\nrecording: <|>\n---\n\n# T',
  '---\n- <|>\n---\n',
  '+++\nrecording = "<|>"\n+++\n',
  // Comments
  '<!-- <|> -->',
  'a <!-- see <|> --> b',
  '<!--\n\n<|>\n\n-->',
  '<!-- <|>',
  // Link definitions
  '[a]: <|>',
  '[a]: <<|>>',
  '> [a]: <|>',
  '[a]:\n<|>',
  // Links
  '[a](<|>)',
  '[a](<|>',
  '[a](<<|>>)',
  '[a](https://example.org/<|>)',
  '![a](<|>)',
  '![a](<|>',
  '[<|>](https://example.org)',
  '[<|>][a]\n\n[a]: https://example.org',
  '<<|>>',
  '<<|>',
  // HTML
  '<a href="<|>">x</a>',
  "<a href='<|>'>x</a>",
  '<a href=<|>>x</a>',
  '<a href="<|>',
  '<img src="<|>">',
  '<a href="https://example.org/?u=<|>">x</a>',
  '<div>\n<|>\n</div>',
  '<details>\n<summary><|></summary>',
  '<pre>\n<|>\n</pre>',
  '<script>\n<|>\n</script>',
  // Within a word or another address
  'word<|>',
  'https://example.org/?u=<|>',
  'https://example.org/<|>',
  'a\\<|>x `',
];

describe('a pasted URL', () => {
  for (const [list, expected] of [
    [prose, true],
    [asItIs, false],
  ] as const)
    for (const marked of list)
      it(`${expected ? 'may be a reference' : 'stays as it is'}: ${marked.replaceAll('\n', '⏎')}`, () => {
        const { text, cursor } = parseMarked(marked);
        assert.equal(isReferenceInProse(parseNote(text), cursor!, url), expected);
      });
});
