import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { yamlPlaceAt } from '../../../../server/core/features/template/yamlPlace.ts';
import { parseMarked } from '../../../helpers/markedText.ts';

describe('yamlPlaceAt', () => {
  /** `role path [typed]`, and what else there is to say. */
  for (const [marked, expected] of [
    ['<|>', 'key  []'],
    ['pro<|>', 'key  [pro]'],
    ['pro<|>ject: x', 'key  [project]'],
    ['project: <|>', 'value project []'],
    ['project:<|>', 'value project []'],
    ['project: lan<|>tern', 'value project [lantern]'],
    ['project: a # b<|>', undefined],
    ['# b<|>', undefined],
    ['project: a\n<|>', 'key  []'],
    ['project: a\nno<|>', 'key  [no]'],
    ["file: '{YY<|>}.md'", "value file [{YY}.md] '"],
    ["file: '{YY<|>", "value file [{YY] '"],
    ["file: 'it''s <|>'", "value file [it''s ] '"],
    ['every: second <|>', 'value every [second ]'],
    ['notes:\n  - <|>', 'value notes [] item'],
    ['notes:\n- <|>', 'value notes [] item'],
    ['notes:\n  - docs/<|>**', 'value notes [docs/**] item'],
    ['notes: [a, b<|>]', 'value notes [b] item flow'],
    ['notes: [a, <|>]', 'value notes [] item flow'],
    ["notes: [a, '*.m<|>d' ]", "value notes [*.md] ' item flow"],
    ['notes:\n  - a\nti<|>', 'key  [ti]'],
    ['people:\n  - name: G<|>', 'value people/name [G]'],
    ['people:\n  - name: G\n    lo<|>', 'key people [lo]'],
    ['people:\n  - name: G\n    login: x\n  - na<|>me: x', 'key people [name] item'],
    ['people:\n  - {name: G, lo<|>}', 'key people [lo] flow'],
    ['people:\n  - {name: G, login: <|>}', 'value people/login [] flow'],
    ['people: [Ada, {name: <|>G, aliases: [x]}]', 'value people/name [G] flow'],
    ['people: [Ada, {name: G, aliases: [x, y<|>]}]', 'value people/aliases [y] item flow'],
    ['people: [Ada,\n  {name: G},\n  {<|>}]', 'key people [] flow'],
    ['todo:\n  markers: [AP]\n  <|>', 'key todo []'],
    ['todo:\n  markers: [AP]\n  sec<|>', 'key todo [sec]'],
    ['todo:\n  markers: [AP]\n<|>', 'key  []'],
    ['checks: {section-empty: <|>}', 'value checks/section-empty [] flow'],
    ['checks: {section-empty: hint, <|>}', 'key checks [] flow'],
    ['checks: {a: b}<|>', undefined],
    ['checks:\n  section-empty: in<|>', 'value checks/section-empty [in]'],
    ["references:\n  'EIP-': htt<|>", 'value references/EIP- [htt]'],
    ['date:\r\n  in: <|>\r\n', 'value date/in []'],
    ['<|>  project: a', undefined],
  ] as const) {
    it(marked.replaceAll('\n', '⏎'), () => {
      const { text, cursor = 0 } = parseMarked(marked);
      const place = yamlPlaceAt(`---\n${text}`, { from: 4, to: text.length + 4 }, cursor + 4);
      if (place === undefined) return assert.equal(undefined, expected);
      const { role, path, range, quote, item, flow } = place;
      const typed = text.slice(range.from - 4, range.to - 4);
      const more = [quote, item && 'item', flow && 'flow'].filter((word) => word);
      assert.equal([`${role} ${path.join('/')} [${typed}]`, ...more].join(' '), expected);
      assert.ok(range.from <= cursor + 4 && cursor + 4 <= range.to);
    });
  }
});
