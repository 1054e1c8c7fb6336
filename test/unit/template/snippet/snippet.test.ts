import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseSnippet } from '../../../../server/core/template/snippet/parseSnippet.ts';
import {
  escapeSnippet,
  printSnippet,
  type SnippetNode,
  snippetText,
} from '../../../../server/core/template/snippet/snippet.ts';
import { growsLinearlyIn } from '../../../helpers/growth.ts';

/** In the tables `§` is a dollar sign, which the linter takes for a mistaken template string. */
const dollars = (text: string): string => text.replaceAll('§', '$');

const text = (value: string): SnippetNode => ({ kind: 'text', text: dollars(value) });
const stop = (index: number, ...children: SnippetNode[]): SnippetNode => ({ kind: 'stop', index, children });
const choice = (index: number, ...options: string[]): SnippetNode => ({ kind: 'choice', index, options });
const variable = (name: string, ...children: SnippetNode[]): SnippetNode => ({
  kind: 'variable',
  name,
  children,
});

describe('parseSnippet', () => {
  const table: readonly [string, ...SnippetNode[]][] = [
    ['plain', text('plain')],
    ['§1', stop(1)],
    ['§{1}', stop(1)],
    ['a§10b', text('a'), stop(10), text('b')],
    ['§0§1', stop(0), stop(1)],
    ['§{1:default}', stop(1, text('default'))],
    ['§{1:}', stop(1)],
    ['§{1:a §{2:b} c}', stop(1, text('a '), stop(2, text('b')), text(' c'))],
    ['§{1:two\nlines}', stop(1, text('two\nlines'))],
    ['§{1|one,two|}', choice(1, 'one', 'two')],
    ['§{1|a\\,b,c\\|d,e\\\\f|}', choice(1, 'a,b', 'c|d', 'e\\f')],
    ['§{1|a \\} b|}', choice(1, 'a \\} b')],
    ['§NAME', variable('NAME')],
    ['§{NAME}', variable('NAME')],
    ['§{NAME:§1 x}', variable('NAME', stop(1), text(' x'))],
    ['§name_2!', variable('name_2'), text('!')],
    ['\\§1 \\} \\\\', text('§1 } \\')],
    ['a\\b', text('a\\b')],
    ['\\', text('\\')],
    ['}', text('}')],
    ['{1}', text('{1}')],
    ['§', text('§')],
    ['§§1', text('§'), stop(1)],
    ['§-', text('§-')],
    // What VS Code takes literally because it is malformed.
    ['§{', text('§{')],
    ['§{1', text('§{1')],
    ['§{1 }', text('§{1 }')],
    ['§{1:open', text('§{1:open')],
    ['§{1:a §{2:b', text('§{1:a §{2:b')],
    ['§{1:a §2', text('§{1:a '), stop(2)],
    ['§{NAME:a', text('§{NAME:a')],
    ['§{1||}', text('§{1||}')],
    ['§{1|a,|}', text('§{1|a,|}')],
    ['§{1|a', text('§{1|a')],
    ['§{1|a|b}', text('§{1|a|b}')],
    ['§{0|a,b|}', text('§{0|a,b|}')],
    ['§{NAME|a,b|}', text('§{NAME|a,b|}')],
    ['§{1/(/x/}', text('§{1/(/x/}')],
    ['§{1/a/b}', text('§{1/a/b}')],
    ['§{1/a/b/q}', text('§{1/a/b/q}')],
  ];
  for (const [source, ...expected] of table) {
    it(JSON.stringify(source), () => assert.deepEqual(parseSnippet(dollars(source)), expected));
  }

  for (const [name, transform] of [
    ['1', '/a/b/'],
    ['TM_FILENAME', '/(.*)\\..+$/$1/'],
    ['1', '/(.*)/§{1:/upcase}/g'],
    ['1', '/(a)?/§{1:+yes}§{1:-no}§{1:?y:n}/'],
    ['1', '/\\//\\//'],
  ].map((row) => row.map(dollars))) {
    it(`keeps the transform ${transform}`, () => {
      const source = `\${${name}${transform}}!`;
      const [node, rest] = parseSnippet(source);
      assert.equal(node !== undefined && 'transform' in node && node.transform, transform);
      assert.deepEqual(rest, text('!'));
      assert.equal(printSnippet(parseSnippet(source)), source);
    });
  }

  it('never throws, prints what it read, and reads what it printed', () => {
    const parts = ['$', '{', '}', '1', '0', '2', ':', '|', ',', '/', '\\', 'a', 'X', '_', '\n', ' '];
    const source = fc.oneof(
      fc.array(fc.constantFrom(...parts, '${1:', '${2|', '${NAME', '${1/'), { maxLength: 40 }),
      fc.array(fc.string(), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(source, (pieces) => {
        const tree = parseSnippet(pieces.join(''));
        assert.deepEqual(parseSnippet(printSnippet(tree)), tree);
        assert.equal(typeof snippetText(tree), 'string');
      }),
      { numRuns: 3000 },
    );
  });

  it('reads escaped text as that text', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        assert.equal(snippetText(parseSnippet(escapeSnippet(any))), any);
      }),
    );
  });

  for (const part of ['${1:', '${1|a', '${1|a,', '${1/a/b/', '${1/x/${1:+', '$', '\\', '${NAME:$1']) {
    it(`is linear in ${JSON.stringify(dollars(part).repeat(3))}…`, () => {
      growsLinearlyIn([part], 200_000, (text) => {
        const tree = parseSnippet(text);
        printSnippet(tree);
        snippetText(tree);
      });
    });
  }
});

describe('printSnippet', () => {
  for (const [printed, ...nodes] of [
    ['§1 §2', stop(1), text(' '), stop(2)],
    ['§{1}2', stop(1), text('2')],
    ['§{1:a\\}b\\§\\\\}', stop(1, text('a}b§\\'))],
    ['§{1|a\\,b,c|}', choice(1, 'a,b', 'c')],
    ['§{NAME:§1}', variable('NAME', stop(1))],
    ['§{NAME}x', variable('NAME'), text('x')],
  ] as const) {
    it(printed, () => assert.equal(printSnippet(nodes), dollars(printed)));
  }
});

describe('snippetText', () => {
  for (const [source, expected] of [
    ['a §{1:b} §{2:c §{3:d}} §0', 'a b c d '],
    ['§1 §{1:x} §1', 'x x x'],
    ['§{1|one,two|}, §1', 'one, one'],
    ['§{1:a§1}', 'a'],
    ['§{1:§2}§{2:§1}', ''],
    ['§{YEAR}-§{OTHER:§{1:x}}', '2026-x'],
    ['§unknown §TM_FILENAME.', 'unknown .'],
  ] as const) {
    it(source, () => {
      const year = (name: string): string | undefined => (name === 'YEAR' ? '2026' : undefined);
      assert.equal(snippetText(parseSnippet(dollars(source)), year), expected);
    });
  }

  it('stays small when stops mirror stops', () => {
    let source = '';
    for (let index = 1; index < 60; index++) source += `\${${index}:${`$${index + 1}`.repeat(20)}}`;
    assert.equal(snippetText(parseSnippet(`${source}\${60:x}`)).length, 200_000);
  });
});
