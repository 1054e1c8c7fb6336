import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { literalText, longestDetail } from '../../../shared/literalText.ts';
import { anyCharacter } from '../../helpers/anyCharacter.ts';

describe('literal text in Markdown', () => {
  for (const [name, text, expected] of [
    ['leaves letters, digits and blanks', 'Fix 12 bugs', 'Fix 12 bugs'],
    ['leaves other scripts', 'Größe 日本 🦉', 'Größe 日本 🦉'],
    ['takes a link for text', '[x](command:y)', '&#91;x&#93;&#40;command&#58;y&#41;'],
    ['takes an image for text', '![](http://a.b)', '&#33;&#91;&#93;&#40;http&#58;&#47;&#47;a&#46;b&#41;'],
    ['takes HTML for text', '<img src="a">', '&#60;img src&#61;&#34;a&#34;&#62;'],
    ['takes a bare URL for text', 'www.example.com', 'www&#46;example&#46;com'],
    ['takes an address for text', 'a@b.c', 'a&#64;b&#46;c'],
    ['takes an entity for text', '&lt;&#60;', '&#38;lt&#59;&#38;&#35;60&#59;'],
    ['takes an icon for text', '$(zap)', '&#36;&#40;zap&#41;'],
    ['takes a stop for text', '${1:x}', '&#36;&#123;1&#58;x&#125;'],
    [
      'takes emphasis and code for text',
      '*a* _b_ `c` ~d~',
      '&#42;a&#42; &#95;b&#95; &#96;c&#96; &#126;d&#126;',
    ],
    ['stays on one line', 'a\n\n# b', 'a &#35; b'],
    ['knows every line end', 'a\rb\r\nc\u2028d\u2029e\u0085f', 'a b c d e f'],
    ['never indents', '      code', ' code'],
    ['keeps the blank at the start', ' a', ' a'],
    ['keeps one blank of many', 'a \t\u00a0 b', 'a b'],
    ['keeps the blank at the end', 'a ', 'a '],
    ['leaves out what turns text round', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['leaves out what cannot be seen', 'a\u200bb\u00adc\ufeffd\u{e0041}e', 'abcde'],
    ['leaves out controls', 'a\u0000b\u0007c\u001b[0m', 'abc&#91;0m'],
    ['replaces half a character', 'a\ud83db\udc00', 'a\ufffdb\ufffd'],
    ['keeps what joins emoji', '👩🏽\u200d🚒 a\u200db', '👩🏽\u200d🚒 ab'],
    ['keeps a blank alone', ' \n', ' '],
    ['gives nothing for nothing', '\u200b', ''],
  ] as const) {
    it(name, () => assert.equal(literalText(text, 'markdown'), expected));
  }

  it('lets no ASCII character with a meaning through, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
        const escaped = literalText(text, 'markdown');
        assert.match(escaped, /^(?:[A-Za-z0-9 ]|&#[0-9]{2,3};|[^\0-\x7f])*$/u);
        const ascii = (value: string) => value.replace(/[^A-Za-z0-9]/g, '');
        assert.equal(ascii(escaped.replace(/&#[0-9]+;/g, '')), ascii(text));
      }),
    );
  });
});

describe('literal text elsewhere', () => {
  for (const [text, use, shown] of [
    ['$(zap) $$(sync~spin)', 'label', '\\$(zap) $\\$(sync~spin)'],
    ['[x](command:y)', 'message', '[x] (command:y)'],
    ['$(zap) [x](file:///etc)', 'status', '\\$(zap) [x] (file:///etc)'],
    ['$(zap) [x](command:y)', 'plain', '$(zap) [x](command:y)'],
    ['a\r\n\u202eb\u001b[0m', 'plain', 'a b[0m'],
    [' a ', 'label', 'a'],
  ] as const) {
    it(`${use}: ${JSON.stringify(text)}`, () => assert.equal(literalText(text, use), shown));
  }

  for (const [text, shown] of [
    ['', ''],
    ['ghe.example.com is not allowed yet', 'ghe.example.com is not allowed yet'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    ['😀'.repeat(61), `${'😀'.repeat(59)}…`],
    [`${'x'.repeat(58)} word`, `${'x'.repeat(58)}…`],
  ] as const) {
    it(`leaves room for the button of a language status: ${text.length}`, () =>
      assert.equal(literalText(text, 'status', longestDetail), shown));
  }
});
