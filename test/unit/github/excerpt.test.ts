import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excerptOf, mostGraphemes, mostLines } from '../../../server/core/github/excerpt.ts';
import { graphemesOf } from '../../../server/core/github/text.ts';
import { hostileTitles } from '../../helpers/github/hostileTitles.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

const word = 'word '.repeat(200);

describe('excerptOf', () => {
  for (const [written, lines] of [
    ['', []],
    ['It sank.', ['It sank.']],
    ['## What happened ##\nIt sank.', ['What happened', 'It sank.']],
    ['What happened\n===\nIt sank.', ['What happened', 'It sank.']],
    ['a **bold** _thin_ ~~gone~~ `code` word', ['a bold thin gone code word']],
    ['***both*** __bold__ *a*b', ['both bold ab']],
    ['2 * 3 * 4 and snake_case_name', ['2 * 3 * 4 and snake_case_name']],
    ['one paragraph\nin two lines', ['one paragraph in two lines']],
    ['one  \ntwo\\\nthree', ['one two three']],
    [
      'see [the log](https://a.example/b "title"), [x][1] and <https://c.example>',
      ['see the log, x and https://c.example'],
    ],
    ['[**a** `b`]( <x y> )c', ['a bc']],
    ['[1]: https://a.example', []],
    ['bare https://a.example/b_c_d', ['bare https://a.example/b_c_d']],
    ['![pixel](http://127.0.0.1:9/p.png)', []],
    ['before ![a **b**](p.png) after', ['before after']],
    ['[![badge](b.png)](https://ci.example) built', ['built']],
    ['<img src="x"> text <b>bold</b> <!-- c --> end', ['text bold end']],
    ['<!-- Please\r\nread -->\r\n\r\n### What happened\r\n\rIt sank.', ['What happened', 'It sank.']],
    ['<!-- never closed', []],
    ['<details>\n<summary>Log</summary>\n\ninside\n\n</details>', ['inside']],
    ['- [x] exit codes\n- [ ] rule language\n- plain', ['• ☑ exit codes', '• ☐ rule language', '• plain']],
    ['1. first\n2. second', ['• first', '• second']],
    ['- ![only an image](x.png)\n- text', ['• text']],
    ['> quoted\n> on\n\nanswer', ['quoted on', 'answer']],
    ['```\nlog\n```\nafter', ['after']],
    ['    code\n\nafter', ['after']],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n\nafter', ['after']],
    ['***\ntext\n\n---', ['text']],
    [
      '\\*not bold\\* &lt;b&gt; &amp;#42; &#42; &#x2a; &#0; &copy;',
      ['*not bold* <b> &#42; * * \uFFFD &copy;'],
    ],
    ['a &#8238;b &#x200B;c', ['a b c']],
    ['1\n\n2\n\n3\n\n4\n\n5\n\n6', ['1', '2', '3', '4', '5']],
  ] as const) {
    it(JSON.stringify(written), () => assert.deepEqual(excerptOf(written), lines));
  }

  it('ends with a sentence where there is one', () => {
    assert.deepEqual(excerptOf(`It sank. ${'It was late. '.repeat(25)}${word}`), [
      `It sank. ${'It was late. '.repeat(25).trim()} …`,
    ]);
    assert.deepEqual(excerptOf(`First.\n\n${'Next "one." '.repeat(60)}`).slice(0, 1), ['First.']);
    assert.match(excerptOf('Next "one." '.repeat(60))[0]!, /"one\." …$/);
  });

  it('ends with a word where there is no sentence', () => {
    const [line] = excerptOf(word);
    assert.match(line!, /word…$/);
    assert.match(excerptOf(`e.g. ${word}`)[0]!, /word…$/);
    assert.equal(excerptOf('x'.repeat(1_000))[0], `${'x'.repeat(mostGraphemes)}…`);
  });

  it('never is longer than it may be', () => {
    for (const body of [
      `${'x'.repeat(150)}\n\n`.repeat(9),
      'a b. '.repeat(900),
      '👨‍👩‍👧‍👦'.repeat(900),
      `${word}\n\n${word}`,
    ]) {
      const lines = excerptOf(body);
      assert.ok(lines.length <= mostLines);
      assert.ok([...graphemesOf(lines.join(''))].length <= mostGraphemes + 2 * mostLines);
      assert.ok(lines.every((line) => line.trim() === line && line !== ''));
    }
  });

  it('leaves nothing of a hostile text that does not show', () => {
    for (const title of Object.values(hostileTitles)) {
      for (const line of excerptOf(title)) assert.doesNotMatch(line, /[\p{Cc}\u202E\u200B\uFEFF\n\r]/u);
    }
  });

  it('is linear', () => {
    growsLinearlyIn(['<!--', '\n', '-->', 'x\n'], 400_000, excerptOf);
    growsLinearlyIn(['> ', '- ', '[a](', '*a ', '![', '`', '<b '], 400_000, excerptOf);
  });
});
