import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearly } from '../../helpers/growth.ts';
import { testReferences } from '../../helpers/referenceTable.ts';

const five = '#5 unknown hash';

describe('references in HTML that shows or hides text as it is', () => {
  testReferences([
    ...['code', 'pre', 'kbd', 'samp', 'tt', 'var', 'script', 'style', 'textarea', 'xmp'].map(
      (tag) => [`a <${tag}>#1 PR #2 o/r#3 https://github.com/o/r/pull/4</${tag}> ‹#5›`, five] as const,
    ),
    ['a <CODE>#1</Code> ‹#5›', five],
    ['a <code class="x">#1</code> ‹#5›', five],
    ['a <code>#1</code > ‹#5›', five],
    ['a <code>[#1](https://github.com/o/r/pull/1) [x](y)</code> ‹#5›', five],
    ['a <code><https://github.com/o/r/pull/1> `#2` <!-- x --></code> ‹#5›', five],
    ['a <code><b>#1</b></code> ‹#5›', five],
    ['a <code>x <code>#1</code> #2</code> ‹#5›', five],
    ['a <code>x <kbd>#1</code> ‹#2›</kbd> ‹#5›', '#2 unknown hash', five],
    ['a <kbd>#1</kbd>+<kbd>#2</kbd> ‹#5›', five],
    ['a <code></code> ‹#5›', five],
    ['a <code>\n#1\n</code> ‹#5›', five],
    ['- a <code>#1</code> ‹#5›\n- ‹#5›', five, five],
    ['> a <code>#1</code> ‹#5›', five],
    ['## a <code>#1</code> ‹#5›', five],
    ['| a | b |\n|---|---|\n| x <code>#1</code> | ‹#5› |', five],
    // Not closed, as a browser reads it; in this block alone.
    ['a <code>#1\n\n‹#5›', five],
    ['| a | b |\n|---|---|\n| x <code>#1 | ‹#5› |', five],
    // Opened before
    ['a #1</code> ‹#5›', five],
    // HTML blocks and comments
    ['<pre>\n#1\n\n#2\n</pre>\n\n‹#5›', five],
    ['<script>\n#1\n\n#2\n</script>\n\n‹#5›', five],
    ['<style>\n#1\n\n#2\n</style>\n\n‹#5›', five],
    ['<!--\n#1\n\n#2\n-->\n\n‹#5›', five],
    ['<code>\n#1\n</code>\n\n‹#5›', five],
    ['a <!-- #1 --> ‹#5›', five],
    ['a <?x #1 ?> ‹#5›', five],
    ['a <a title="#1 PR #2">‹#5›</a>', five],
    // Tags that hide nothing
    ['a <b>‹#5›</b> <em>‹#5›</em> <sub>‹#5›</sub> <del>‹#5›</del>', five, five, five, five],
    ['a <codex>‹#5›</codex> <precode>‹#5›</precode>', five, five],
    ['a \\<code>‹#5›\\</code>', five],
    ['a `<code>` ‹#5› `</code>`', five],
    ['a < code>‹#5›', five],
  ]);

  it('keeps opaque spans apart, in order', () => {
    const text = 'a <code>[x](https://e.org) `y` <b>z</b></code> `w` <kbd>#1</kbd>\n';
    const { opaque } = parseNote(text);
    assert.deepEqual(
      opaque.map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`),
      [
        'html <code>',
        'code [x](https://e.org) `y` <b>z</b>',
        'html </code>',
        'code `w`',
        'html <kbd>',
        'code #1',
        'html </kbd>',
      ],
    );
  });

  for (const unit of ['<code>#1</code> ', '<code>', '</code>', '<code><kbd>', 'a <kbd>#1 '])
    it(`costs what the text is long: ${unit}`, () =>
      growsLinearly((size) => {
        const text = unit.repeat(size / unit.length);
        return () => parseNote(text);
      }, 40_000));
});
