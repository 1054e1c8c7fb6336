import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quote } from '../../../server/core/checks/quote.ts';

describe('a quote in a message', () => {
  for (const [markdown, text] of [
    ['** bold2', 'bold2'],
    ['**bold** and *italic*', 'bold and italic'],
    ['__bold__ _it_ snake_case', 'bold it snake_case'],
    ['2 * 3 = 6', '2 * 3 = 6'],
    ['~~struck~~ ~ 5', 'struck ~ 5'],
    ['run `npm *test*`', 'run npm test'],
    ['see [the docs](https://example.org/a_(b)) now', 'see the docs now'],
    ['![logo](a.png) [**x**](y)', 'logo x'],
    ['[bug] crash [1]', '[bug] crash [1]'],
    ['see [open', 'see [open'],
    ['see [a](b', 'see a'],
    ['\\*kept\\* \\[x](y)', '*kept* [x](y)'],
    ['a <b>bold</b> <https://example.org> c < d', 'a bold https://example.org c < d'],
    ['hidden <!-- comment --> end', 'hidden end'],
    ['open <!-- comment', 'open <!-- comment'],
    ['two\n  lines\t here', 'two lines here'],
    ['"quoted"', '"quoted"'],
    ['', ''],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    [`${'x'.repeat(58)}😀 and more`, `${'x'.repeat(58)}…`],
  ] as const) {
    it(`of ${JSON.stringify(markdown.slice(0, 60))}`, () => assert.equal(quote(markdown), `"${text}"`));
  }
});
