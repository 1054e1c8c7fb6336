import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isPlaceholder, typedTextStart } from '../../../../server/core/features/completion/typedText.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { parseTemplate } from '../../../../server/core/template/file/parseTemplate.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

describe('typedTextStart (acceptance 49)', () => {
  for (const [marked, expected] of [
    ['see ‹#›<|>', '#'],
    ['see PR ‹#27›<|>', '#27'],
    ['see ‹PR #27›<|>', 'PR #27'],
    ['* TODO(‹mi›<|>', 'mi'],
    ['* TODO(‹›<|>', 'TODO('],
    ['* TODO: ‹›<|>', 'TODO: '],
    ['* TODO:  ‹›<|>', 'TODO:  '],
    ['text\n## ‹›<|>', '## '],
    ['text\n‹›<|>', ''],
    ['text\r  ‹›<|>', '  '],
  ] as const) {
    it(JSON.stringify(marked), () => {
      const { text, cursor, ranges } = parseMarked(marked);
      assert.equal(text.slice(typedTextStart(text, cursor!, ranges), cursor), expected);
    });
  }
});

describe('isPlaceholder', () => {
  const options = { required: () => false };
  const template = parseTemplate('# T\n\n* ${1:who}: ${2:what} (PR #${3:pull request})\n', options);
  for (const [text, expected] of [
    ['number', true],
    ['owner', true],
    ['who', true],
    ['pull request', true],
    ['pull', false],
    ['', false],
    ['27', false],
  ] as const) {
    it(`${JSON.stringify(text)}: ${expected ? 'yes' : 'no'}`, () =>
      assert.equal(isPlaceholder(text, template), expected));
  }
  it('knows what the built-in template has', () => assert.ok(isPlaceholder('what changed', builtinTemplate)));
});
