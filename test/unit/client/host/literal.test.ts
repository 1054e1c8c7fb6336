import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shortDetail, withoutIcons, withoutLinks } from '../../../../client/host/literal.ts';

/** VS Code's, 1.91 to 1.139 (iconLabels.ts, linkedText.ts). */
const picture = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

describe('a stranger’s words in the workbench', () => {
  for (const text of ['$(zap)', '$$(sync~spin)', '\\$(zap)', '\\\\$(zap) $(alert)', '$($(zap))']) {
    it(`are no picture: ${text}`, () => {
      const shown = withoutIcons(text);
      const pictures = [...shown.matchAll(picture)];
      assert.ok(pictures.length > 0, shown);
      assert.ok(pictures.every(([, escaped]) => escaped === '\\'));
    });
  }
  for (const text of [
    '[x](command:y)',
    '[[x](command:y)](https://example.org)',
    '[x]](](COMMAND:y "z")',
    '"[x](file:///etc)" contains a character',
  ]) {
    it(`are no link: ${text}`, () => assert.doesNotMatch(withoutLinks(text), link));
  }
});

describe('the detail of a language status', () => {
  for (const [text, shown] of [
    ['', ''],
    ['ghe.example.com is not allowed yet', 'ghe.example.com is not allowed yet'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    ['😀'.repeat(61), `${'😀'.repeat(59)}…`],
    [`${'x'.repeat(58)} word`, `${'x'.repeat(58)}…`],
  ] as const) {
    it(`leaves room for the button: ${text.length}`, () => assert.equal(shortDetail(text), shown));
  }
});
