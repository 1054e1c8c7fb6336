import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { referenceActions } from '../../../server/core/features/referenceActions.ts';
import type { Conventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { atOnce } from '../../../shared/steps.ts';
import { communityOf } from '../../helpers/conventions.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';
import { parseMarked } from '../../helpers/markedText.ts';
import { Random } from '../../helpers/random.ts';

const web = 'https://github.com/octo/lantern';
const other = 'https://github.com/octo/other';
const issues = memoryOf({ 1: 'pull', 2: 'issue', 3: 'pull', 'github.com/octo/other#9': 'pull' });

interface Wishes {
  readonly only?: readonly string[];
  readonly automatic?: boolean;
  readonly ownIsSettled?: boolean;
  readonly conventions?: Conventions;
}

/** The actions at `<|>`, each with the text that it makes. */
function actionsAt(marked: string, wishes: Wishes = {}) {
  const { only, automatic = false, ownIsSettled = true, conventions } = wishes;
  const { text, cursor } = parseMarked(marked);
  const document = TextDocument.create('file:///n.md', 'markdown', 1, text);
  const range = { from: cursor ?? 0, to: cursor ?? text.length };
  const inputs = { note: parseNote(text, undefined, conventions), own: lantern, ownIsSettled, issues };
  const request = { range, automatic, ...(only && { only }) };
  const actions = atOnce(
    referenceActions(document, inputs, request, { documentChanges: false, rename: false }, inEnglish),
  );
  return new Map(
    actions.map(({ title, edit, kind }) => {
      assert.equal(kind, 'refactor.rewrite');
      return [title, TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? [])];
    }),
  );
}

/** What the references of a text name, each place once. */
function named(text: string): readonly string[] {
  const note = parseNote(text);
  const places = new Map<number, string>();
  for (const reference of note.references) {
    const { owner, name } = reference.repository ?? lantern;
    const place = reference.link?.range.from ?? reference.range.from;
    places.set(place, `${owner}/${name}#${reference.number}`);
  }
  return [...places.values()];
}

const link = 'Convert to Link';
const expand = 'Convert to URL';
const shorten = 'Shorten';
const forAll = {
  [link]: 'Convert All References to Links',
  [expand]: 'Convert All References to URLs',
  [shorten]: 'Shorten All References',
};

/** The result of an action at a place, or of it for the whole note. */
function result(marked: string, title: keyof typeof forAll, all = false): string | undefined {
  const actions = actionsAt(marked);
  const name = all
    ? forAll[title]
    : [...actions.keys()].find((each) => each.startsWith(title) && each !== forAll[title]);
  const made = name === undefined ? undefined : actions.get(name);
  if (made !== undefined) assert.deepEqual(named(made), named(parseMarked(marked).text), made);
  return made;
}

describe('rewriting where headings and names say the repository', () => {
  const conventions = communityOf();
  for (const [title, marked, made] of [
    [link, '### TSC\n\nPR #4<|>', '### TSC\n\n[PR #4](https://github.com/octo/TSC/pull/4)'],
    [link, 'TSC#4<|>', '[TSC#4](https://github.com/octo/TSC/issues/4)'],
    [expand, '### TSC\n\n#4<|>', '### TSC\n\nhttps://github.com/octo/TSC/issues/4'],
    ['Shorten to PR #4', '### TSC\n\nhttps://github.com/octo/TSC/pull/4<|>', '### TSC\n\nPR #4'],
    ['Shorten to octo/lantern#4', `### TSC\n\n${web}/pull/4<|>`, '### TSC\n\nocto/lantern#4'],
    ['Shorten to octo/TSC#4', 'https://github.com/octo/TSC/pull/4<|>', 'octo/TSC#4'],
  ] as const) {
    it(`${title}: ${marked}`, () => assert.equal(actionsAt(marked, { conventions }).get(title), made));
  }
});

describe('rewriting a reference', () => {
  for (const [title, marked, made] of [
    [link, 'see PR #1<|>.', `see [PR #1](${web}/pull/1).`],
    [link, 'see #<|>2, #1', `see [#2](${web}/issues/2), #1`],
    [link, '<|>issue 7 of 8', `[issue 7](${web}/issues/7) of 8`],
    [link, 'PRs #1<|> and #3', `[PRs #1](${web}/pull/1) and #3`],
    [link, '| a |\n|--|\n| octo/other#<|>9 |', `| a |\n|--|\n| [octo/other#9](${other}/pull/9) |`],
    [link, '## About GH-1<|>', `## About [GH-1](${web}/pull/1)`],
    [link, `see ${web}/issues/1<|>#issuecomment-4`, `see [PR #1](${web}/issues/1#issuecomment-4)`],
    [link, `<${other}/pull/9<|>>`, `[octo/other#9](${other}/pull/9)`],
    [link, `${web}/pull/1#a(b)<|>`, `[PR #1](${web}/pull/1#a%28b%29)`],
    [link, '😀 PR #1<|>', `😀 [PR #1](${web}/pull/1)`],
    [link, '!#1<|>', undefined],
    [link, '[x]#1<|>', undefined],
    [link, 'PR #1<|>#2', undefined],
    [link, '#9/PR #1<|>', undefined],
    [link, '#2.Pull request #1<|>', undefined],
    [expand, '(PR #1<|>)', `(${web}/pull/1)`],
    [expand, 'see #2<|>: it', `see ${web}/issues/2: it`],
    [expand, '*PR #1<|>*', `*${web}/pull/1*`],
    // `/#2` would be no reference any more.
    [expand, '#1<|>/#2', undefined],
    [expand, 'github.com/octo/other/pull/9<|>', `${other}/pull/9`],
    [expand, '#1<|>’s', `<${web}/pull/1>’s`],
    [expand, '[#1<|>]', `[<${web}/pull/1>]`],
    [expand, '| a |\n|--|\n|octo/other#9<|>|', `| a |\n|--|\n|<${other}/pull/9>|`],
    [expand, `${web}/pull/1<|>`, undefined],
    [shorten, `see ${web}/pull/1<|>.`, 'see PR #1.'],
    [shorten, `see ${web}/issues/1<|>.`, 'see PR #1.'],
    [shorten, `<${web}/issues/2<|>>`, 'issue #2'],
    [shorten, `PR ${web}/pull/1/<|>`, 'PR #1'],
    [shorten, `${other}/pull/9<|>`, 'octo/other#9'],
    [shorten, `${web}/discussions/5<|>`, 'discussion #5'],
    [shorten, `${web}/pull/1#issuecomment-4<|>`, undefined],
    [shorten, `${web}/pull/1/files<|>`, undefined],
    [shorten, 'https://octo.ghe.com/a/b/pull/1<|>', undefined],
    [shorten, `x/<${web}/pull/1<|>>`, undefined],
    [shorten, 'PR #1<|>', undefined],
  ] as const) {
    it(`${title}: ${JSON.stringify(marked)}`, () => assert.equal(result(marked, title), made));
  }

  const note = [
    'PR #1, #2 and octo/other#9<|>',
    `${web}/pull/1<|> <${web}/issues/2>`,
    `[PR #1](${web}/pull/1) \`#1\` [#1][a] <!-- #1 --> https://example.org/#1`,
    '```\n#1\n```',
    `[a]: ${web}/pull/1`,
  ];
  const [first, second, ...rest] = note;
  const same = rest.join('\n\n');
  const bare = (line: string) => line.replace('<|>', '');
  for (const [title, cursorLine, made] of [
    [
      link,
      0,
      `[PR #1](${web}/pull/1), [#2](${web}/issues/2) and [octo/other#9](${other}/pull/9)\n\n` +
        `[PR #1](${web}/pull/1) [issue #2](${web}/issues/2)`,
    ],
    [expand, 0, `${web}/pull/1, ${web}/issues/2 and ${other}/pull/9\n\n${bare(second!)}`],
    [shorten, 1, `${bare(first!)}\n\nPR #1 issue #2`],
  ] as const) {
    it(`${forAll[title]}: in links, code and comments nothing changes`, () => {
      const lines = [first!, second!].map((line, index) => (index === cursorLine ? line : bare(line)));
      assert.equal(result(`${lines.join('\n\n')}\n\n${same}`, title, true), `${made}\n\n${same}`);
    });
  }

  it('spells the repository out where nothing but these URLs says which it is', () => {
    const made = actionsAt(`${web}/pull/1<|>`, { ownIsSettled: false });
    assert.equal(made.get('Shorten to octo/lantern#1'), 'octo/lantern#1');
  });

  it('says what it makes', () => {
    assert.deepEqual([...actionsAt(`${web}/pull/1<|>`).keys()], [link, 'Shorten to PR #1']);
    assert.deepEqual([...actionsAt('PR #1<|>, #2').keys()], [link, forAll[link], expand, forAll[expand]]);
  });

  for (const [wishes, given] of [
    [{}, true],
    [{ automatic: true }, false],
    [{ only: ['refactor'], automatic: true }, true],
    [{ only: ['refactor.rewrite'] }, true],
    [{ only: ['quickfix'] }, false],
    [{ only: ['source.fixAll'] }, false],
  ] as const) {
    it(`${given ? 'answers' : 'leaves out'} ${JSON.stringify(wishes)}`, () => {
      assert.equal(actionsAt('#1<|>', wishes).size > 0, given);
    });
  }

  for (const marked of ['<|>nothing #1', '`#1<|>`', `[PR #1<|>](${web}/pull/1)`, '[#1<|>]\n\n[#1]: /x']) {
    it(`offers nothing: ${JSON.stringify(marked)}`, () => assert.deepEqual([...actionsAt(marked)], []));
  }

  it('keeps the references of whatever text', () => {
    const pieces = [
      ...['PR #1', '#2', 'PRs ', 'pr3', 'GH-1', 'issue 2', 'octo/other#9', '#1/', 'Pull request #1', 'and '],
      ...[`${web}/pull/1`, `<${other}/issues/9>`, `[PR #3](${web}/pull/3)`, `${web}/pull/1#issuecomment-3`],
      ...[
        ' ',
        ' ',
        '\n',
        '\n\n',
        ', ',
        '(',
        ')',
        '[',
        ']',
        '[a]',
        '[a]: ',
        '*',
        '_',
        '`',
        '> ',
        '- [ ] ',
        '# ',
      ],
      ...[
        '|',
        '.',
        ':',
        '/',
        '-',
        'x',
        '!',
        '~',
        '\\',
        '%',
        '"',
        ';',
        '&',
        '1',
        '😀',
        '<a href="x">',
        '</a>',
      ],
    ];
    const random = new Random(20_260_106);
    let made = 0;
    for (let times = 0; times < 150; times++) {
      const text = Array.from({ length: 3 + random.below(8) }, () => random.pick(pieces)).join('');
      for (const [title, after] of actionsAt(text)) {
        assert.deepEqual(named(after), named(text), `${title}: ${JSON.stringify(text)}`);
        made++;
      }
    }
    assert.ok(made > 100, `${made}`);
  });
});

describe('rewriting references of a large note', () => {
  const large = Array.from({ length: 2_000 }, (_, index) => `* o${index}/r#${index + 1}`).join('\n');

  it('is offered for the one under the cursor, not for all', () => {
    const actions = actionsAt(`* see octo/lantern#1<|>\n${large}`);
    assert.deepEqual([...actions.keys()], [link, expand]);
  });

  it('is not offered for a selection of them', () => {
    assert.deepEqual([...actionsAt(large).keys()], []);
    assert.ok(actionsAt(large.slice(0, 5_000)).size > 0);
  });
});
