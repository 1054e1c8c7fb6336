import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import { ownRepository } from '../../../server/core/archive/ownRepository.ts';
import { hover } from '../../../server/core/features/hover.ts';
import type { Conventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { communityOf } from '../../helpers/conventions.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';
import { noteUri, seriesFrom } from '../../helpers/series.ts';

const series = seriesFrom({
  '2026-08-04': 'PR #51 and issue #9, octo/other#9',
  '2026-07-21': 'PR octo/lantern#51',
  '2026-07-07': 'https://github.com/octo/lantern/pull/51',
});

interface Wishes {
  readonly markdown?: boolean;
  readonly alone?: boolean;
  readonly setting?: string;
  readonly date?: string;
  readonly conventions?: Conventions;
}

/** What is shown at `<|>`, with entities read as Markdown would, and its range as `‹›` in the text. */
async function hoverAt(
  marked: string,
  { markdown = true, alone, setting = '', date = '2026-08-18', conventions }: Wishes = {},
) {
  const { text, cursor } = parseMarked(marked);
  const uri = noteUri(date);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const note = parseNote(text, undefined, conventions);
  const learned = alone ? undefined : series;
  const own = ownRepository(setting, learned, note);
  const found = await hover(document, { note, uri, series: learned, own }, cursor!, markdown);
  if (found === null) return null;
  assert.ok(MarkupContent.is(found.contents));
  const { range } = found;
  assert.ok(range);
  return {
    kind: found.contents.kind,
    raw: found.contents.value,
    shown: found.contents.value.replace(/&#([0-9]+);/g, (_, code) => String.fromCharCode(Number(code))),
    place: markRanges(text, [{ from: document.offsetAt(range.start), to: document.offsetAt(range.end) }]),
  };
}

const file = (date: string) => `[${date}](<${noteUri(date)}#L3>)`;

describe('hover', () => {
  describe('by conventions', () => {
    const conventions = communityOf();
    for (const [marked, place, shown] of [
      [
        'EIP-1 and EI<|>P-1',
        'EIP-1 and ‹EIP-1›',
        '[https://eips.example.org/1](<https://eips.example.org/1>)\n\n2 times in this note. The prefix EIP- is defined in the template file.',
      ],
      ['TS<|>C#9', '‹TSC#9›', '[octo/TSC#9](<https://github.com/octo/TSC/issues/9>)'],
      [
        '### TSC\n\nPR #<|>9',
        '### TSC\n\n‹PR #9›',
        '[octo/TSC#9](<https://github.com/octo/TSC/pull/9>), a pull request',
      ],
    ] as const) {
      it(marked, async () => {
        const found = await hoverAt(marked, { conventions });
        assert.equal(found?.place, place);
        assert.equal(found?.shown, shown);
      });
    }

    it('in plain text', async () => {
      const found = await hoverAt('EIP-1<|>', { conventions, markdown: false });
      assert.equal(
        found?.shown,
        'https://eips.example.org/1\n\nThe prefix EIP- is defined in the template file.',
      );
    });
  });

  for (const [marked, place, shown] of [
    [
      'see PR #5<|>1',
      'see ‹PR #51›',
      '[octo/lantern#51](<https://github.com/octo/lantern/pull/51>), a pull request\n\n' +
        `Also in 3 notes, first in ${file('2026-07-07')}, last in ${file('2026-08-04')}.`,
    ],
    [
      'see #<|>9',
      'see ‹#9›',
      `[octo/lantern#9](<https://github.com/octo/lantern/issues/9>)\n\nAlso in the note ${file('2026-08-04')}.`,
    ],
    [
      'issue octo/other#<|>9',
      '‹issue octo/other#9›',
      `[octo/other#9](<https://github.com/octo/other/issues/9>), an issue\n\nAlso in the note ${file('2026-08-04')}.`,
    ],
    [
      '#7<|> and #7, octo/lantern#7 and octo/other#7',
      '‹#7› and #7, octo/lantern#7 and octo/other#7',
      '[octo/lantern#7](<https://github.com/octo/lantern/issues/7>)\n\n3 times in this note.',
    ],
    [
      '[PR<|> #7](https://github.com/octo/lantern/pull/7)',
      '[‹PR #7›](https://github.com/octo/lantern/pull/7)',
      '[octo/lantern#7](<https://github.com/octo/lantern/pull/7>), a pull request',
    ],
    [
      '[the <|>fix](https://github.com/octo/other/pull/7)',
      '‹[the fix](https://github.com/octo/other/pull/7)›',
      '[octo/other#7](<https://github.com/octo/other/pull/7>), a pull request',
    ],
    [
      '[PR<|> #7](https://github.com/octo/other/pull/7)',
      '[‹PR #7›](https://github.com/octo/other/pull/7)',
      '[octo/other#7](<https://github.com/octo/other/pull/7>), a pull request',
    ],
    [
      'https://github.com/octo/lantern/discussions/7#<|>discussioncomment-1',
      '‹https://github.com/octo/lantern/discussions/7#discussioncomment-1›',
      '[octo/lantern#7](<https://github.com/octo/lantern/discussions/7>), a discussion',
    ],
    [
      'https://octo.ghe.com/a/b/pull<|>/7',
      '‹https://octo.ghe.com/a/b/pull/7›',
      '[octo.ghe.com/a/b#7](<https://octo.ghe.com/a/b/pull/7>), a pull request',
    ],
  ] as const) {
    it(marked, async () => {
      const found = await hoverAt(marked);
      assert.equal(found?.place, place);
      assert.equal(found?.shown, shown);
      assert.equal(found?.kind, 'markdown');
    });
  }

  it('does not count the note itself among the others, however its URI is spelled', async () => {
    assert.match(
      (await hoverAt('PR #51<|>', { date: '2026-08-04' }))!.shown,
      /Also in 2 notes, .*last in \[2026-07-21\]/,
    );
  });

  it('links nothing while the repository is unknown', async () => {
    assert.equal((await hoverAt('PR #51<|>', { alone: true }))?.shown, '#51, a pull request');
  });

  it('takes the repository from the setting, or from the note itself', async () => {
    const byNote = await hoverAt('#51<|> https://github.com/a/b/pull/1', { alone: true });
    assert.equal(byNote?.shown, '[a/b#51](<https://github.com/a/b/issues/51>)');
    const bySetting = await hoverAt('#51<|>', { setting: 'c/d' });
    assert.match(bySetting!.shown, /^\[c\/d#51\]/);
  });

  it('is plain text for a client that shows no other', async () => {
    const found = await hoverAt('PR #51<|>', { markdown: false });
    assert.equal(found?.kind, 'plaintext');
    assert.equal(
      found?.raw,
      'octo/lantern#51 (https://github.com/octo/lantern/pull/51), a pull request\n\n' +
        'Also in 3 notes, first in 2026-07-07, last in 2026-08-04.',
    );
  });

  it('encodes all that a note could say with markup', async () => {
    const found = await hoverAt('a_b/c_d#1 and octo/lan_tern.js#1<|>');
    assert.ok(found?.raw.startsWith('[octo&#47;lan&#95;tern&#46;js&#35;1](<https://'), found?.raw);
  });

  it('gives no link to a host that is not what it seems', async () => {
    const found = await hoverAt('https://github.com@evil.example/a/b/pull/1<|>', { alone: true });
    assert.equal(found, null);
  });

  for (const marked of ['<|>', 'the PR<|> is', 'see `PR #5<|>1`', '## Topic<|>', '```\n#5<|>1\n```']) {
    it(`nothing: ${JSON.stringify(marked)}`, async () => assert.equal(await hoverAt(marked), null));
  }
});
