import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, type CompletionList, TextEdit } from 'vscode-languageserver-types';
import {
  type CompletionInputs,
  complete,
  questionAt,
} from '../../../../server/core/features/completion/completion.ts';
import { describeIssue, readIssueData } from '../../../../server/core/features/completion/documentation.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../../server/core/template/file/builtin.ts';
import { inEnglish, type Message } from '../../../../shared/l10n.ts';
import type { ReferenceStyle } from '../../../../shared/settings.ts';
import { parseMarked } from '../../../helpers/markedText.ts';
import { noteUri, seriesFrom } from '../../../helpers/series.ts';
import { issueOf, lantern, now, type Row, sourceOf } from './issues.ts';

const rows: readonly Row[] = [
  [41, 'pull', 'merged', '2026-08-10', 'Limit the parser'],
  [40, 'pull', 'merged', '2026-08-05', 'Parse dates beyond the limit'],
  [35, 'pull', 'merged', '2026-06-01', 'Read rule files once'],
  [30, 'pull', 'open', '2026-07-01', 'Watch renames'],
  [31, 'issue', 'open', '2026-07-02', 'Renames are missed'],
  [32, 'issue', 'completed', '2026-07-03', 'Parse no dates in comments'],
  [55, 'issue', 'open', '2026-08-17', 'The journal grows without a limit'],
  [56, 'pull', 'draft', '2026-08-16', 'Rotate the journal'],
  [410, 'issue', 'not-planned', '2026-02-01', 'Read the minds of writers'],
];

/** The last note was on 2026-08-04 and carried 30, 31 and 32. */
const series = seriesFrom({
  '2026-08-04': 'PR #30, issue #31, issue #32, octo/other#7, PR #77',
  '2026-07-21': 'PR #35, issue #31, issue #78',
});

interface Wishes {
  readonly trigger?: string;
  readonly style?: ReferenceStyle;
  readonly inputs?: Partial<CompletionInputs>;
  readonly titles?: readonly Row[];
}

function ask(marked: string, { trigger, style, inputs, titles = rows }: Wishes = {}) {
  const { text, cursor } = parseMarked(marked);
  const document = TextDocument.create(noteUri('2026-08-18'), 'markdown', 1, text);
  const all: CompletionInputs = {
    note: parseNote(text),
    uri: document.uri,
    series,
    own: lantern,
    template: builtinTemplate,
    store: sourceOf(titles),
    now,
    ...(style && { style }),
    ...inputs,
  };
  return { document, cursor: cursor!, inputs: all, list: complete(document, all, cursor!, trigger) };
}

function sorted(list: CompletionList | null): CompletionItem[] {
  return [...(list?.items ?? [])].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

function numbers(list: CompletionList | null): number[] {
  return sorted(list).map(({ label }) => Number(/\d+/.exec(label)?.[0]));
}

function accept(marked: string, number: number, wishes: Wishes = {}): string {
  const { document, list } = ask(marked, wishes);
  const item = list?.items.find(({ label }) => label.endsWith(String(number)));
  assert.ok(item && TextEdit.is(item.textEdit), `#${number} is not offered`);
  return TextDocument.applyEdits(document, [item.textEdit]);
}

describe('completion of references that the notes mention', () => {
  it('says of each where it was mentioned once, however many lists have it', () => {
    let said = 0;
    const say = (message: Message): string => {
      said++;
      return inEnglish(message);
    };
    const inputs = { say, store: undefined };
    const first = ask('## A\n\n#5\n\nPR #<|>', { inputs });
    const [all, before] = [first.list?.items.length ?? 0, said];
    const next = ask('## A\n\n#5\n\nsee PR #<|>', { inputs });
    assert.ok(all > 2 && before > 2, `${all} items, ${before} messages`);
    assert.equal(said, before);
    assert.deepEqual(
      next.list?.items.map(({ detail }) => detail),
      first.list?.items.map(({ detail }) => detail),
    );
  });
});

const highlights = '## Highlights since the last meeting\n\n* ';

describe('completion of references that GitHub knows', () => {
  describe('lists', () => {
    for (const [name, marked, expected] of [
      [
        'what the last note carried and is still open, then the latest change, then what only the notes know',
        'see #<|>',
        [30, 31, 55, 56, 41, 40, 32, 35, 410, 77, 78],
      ],
      [
        'what was merged since the last note first among the highlights',
        `${highlights}#<|>`,
        [41, 40, 30, 31, 55, 56, 32, 35, 410, 77, 78],
      ],
      [
        'it below a heading of them, too',
        `${highlights}x\n\n### Build\n\nPR #<|>\n\n## Misc\n`,
        [41, 40, 30, 56, 35, 77],
      ],
      [
        'it at the start of a line',
        `# lantern office hours 2026-08-18\n\n${highlights}x\n* #<|>`,
        [41, 40, 30, 31, 55, 56, 32, 35, 410, 77, 78],
      ],
      ['it nowhere else', `${highlights}x\n\n## Misc\n\nPR #<|>`, [30, 56, 41, 40, 35, 77]],
      ['pull requests where one is wanted', 'PR #<|>', [30, 56, 41, 40, 35, 77]],
      ['issues where one is wanted', 'issue #<|>', [31, 55, 32, 410, 78]],
      ['in a list the kind of the list', 'PRs #41, #<|>', [30, 56, 41, 40, 35, 77]],
      ['in parentheses', 'fixed (#4<|>', [4, 41, 40, 410]],
      ['in brackets', '[#4<|>]', [4, 41, 40, 410]],
      ['in a task', '* TODO: wren: close #4<|>', [4, 41, 40, 410]],
      ['the number itself first', 'see #41<|>', [41, 410]],
      ['what the notes know by its number', 'see #7<|>', [7, 77, 78]],
      ['words of the title', 'see #parse<|>', [41, 40, 32]],
      ['their beginnings, in any order', 'PR #lim pars<|>', [41, 40]],
      ['a blank behind a word', 'PR #lim <|>', [41, 40]],
      ['words and a number', 'see #pars 4<|>', [41, 40]],
      ['words in any case', 'see #PARS Date<|>', [40, 32]],
      ['for a writer who asks behind a keyword', 'the PR <|>', [30, 56, 41, 40, 35, 77]],
      ['words there, too', 'the PR pars lim<|>', [41, 40]],
      ['in words of more than one', 'the pull request rename<|>', [30]],
      ['behind the own repository’s name', 'octo/lantern#lim<|>', [55, 41, 40]],
      ['what the notes know of another repository', 'octo/other#<|>', [7]],
      ['nothing where no title has the words', 'see #nonsense<|>', []],
      ['nothing in prose with a sign', 'issue # of<|>', []],
      ['nothing behind a number and a word', 'PR #41 pars<|>', []],
      ['nothing behind the end of a sentence', 'see #parse. Dates<|>', []],
      ['nothing in what may become a heading', '#parse<|>', []],
      ['nothing in a word that goes on', 'see #<|>parse', []],
      ['no discussions', 'discussion #<|>', []],
    ] as const) {
      it(name, () => assert.deepEqual(numbers(ask(marked).list), expected));
    }

    it('nothing of what GitHub does not have', () => {
      const store = sourceOf(rows);
      store.missing.add(77);
      assert.deepEqual(numbers(ask('see #7<|>', { inputs: { store } }).list), [7, 78]);
    });

    it('a kind as GitHub knows it, whatever the notes say', () => {
      const titles: readonly Row[] = [[77, 'issue', 'open', '2026-08-01', 'Called a pull request']];
      assert.deepEqual(numbers(ask('PR #7<|>', { titles }).list), []);
      assert.deepEqual(numbers(ask('issue #7<|>', { titles }).list), [7, 77, 78]);
    });

    it('what the notes know when nothing is in memory yet', () => {
      assert.deepEqual(numbers(ask('PR #<|>', { titles: [] }).list), [77, 30, 35]);
    });

    it('so that the editor asks again when more is typed', () => {
      for (const marked of ['see #<|>', 'see #4<|>', 'see #pars<|>'])
        assert.equal(ask(marked).list?.isIncomplete, true);
    });

    it('no number whose title has the digits', () => {
      const titles: readonly Row[] = [
        [7, 'pull', 'open', '2026-08-01', 'Release 0.27'],
        [272, 'pull', 'open', '2026-07-01', 'Another'],
      ];
      assert.deepEqual(numbers(ask('PR #27<|>', { titles }).list), [27, 272]);
    });

    it('no more than can be read', () => {
      const titles = Array.from(
        { length: 1_000 },
        (_, index): Row => [index + 1, 'pull', 'open', '2026-08-01', 'One of many'],
      );
      assert.ok((ask('PR #<|>', { titles }).list?.items.length ?? 0) <= 150);
    });
  });

  describe('opens by itself', () => {
    for (const [marked, trigger, isOpen] of [
      ['see #<|>', '#', true],
      ['PR #pars <|>', ' ', true],
      ['PR #nonsense <|>', ' ', false],
      ['the PR <|>', ' ', false],
      ['the PR pars <|>', ' ', false],
      ['PR #41 <|>', ' ', false],
      ['see # <|>', ' ', false],
    ] as const) {
      it(`${JSON.stringify(marked)}: ${isOpen ? 'yes' : 'no'}`, () => {
        const { list, inputs, cursor } = ask(marked, { trigger });
        assert.equal(list !== null, isOpen);
        if (trigger === ' ' && !marked.includes('#'))
          assert.equal(questionAt(inputs, cursor, trigger), undefined);
      });
    }
  });

  describe('shows', () => {
    const item = (marked: string, number: number, inputs: Partial<CompletionInputs> = {}) =>
      ask(marked, { inputs }).list!.items.find(({ label }) => label.startsWith(`#${number}`))!;

    for (const [number, title, description, detail] of [
      [41, ' ✓ Limit the parser', 'merged 8d', 'pull request by ada, merged 8 days ago'],
      [
        30,
        ' ○ Watch renames',
        'open PR 1mo',
        'pull request by ada, open, updated 1 month ago, in the note 2026-08-04',
      ],
      [
        31,
        ' ○ Renames are missed',
        'open 1mo',
        'issue by ada, open, updated 1 month ago, in 2 notes, last in 2026-08-04',
      ],
      [56, ' ◌ Rotate the journal', 'draft 2d', 'pull request by ada, draft, updated 2 days ago'],
      [
        410,
        ' ⊘ Read the minds of writers',
        'not planned 6mo',
        'issue by ada, closed as not planned 6 months ago',
      ],
    ] as const) {
      it(`#${number} ${description}`, () => {
        const { label, labelDetails, detail: told } = item('see #<|>', number);
        assert.deepEqual(
          [label, labelDetails?.detail, labelDetails?.description, told],
          [`#${number}`, title, description, detail],
        );
      });
    }

    it('the title in the label where the editor has no other place', () => {
      const { label, labelDetails, detail } = item('see #<|>', 41, { labelDetails: false });
      assert.deepEqual(
        [label, labelDetails, detail],
        ['#41 Limit the parser', undefined, 'pull request by ada, merged 8 days ago'],
      );
    });

    it('no item that is not a reference, and data of a few bytes', () => {
      for (const { label, data } of ask('see #<|>').list!.items) {
        assert.match(label, /^#\d+$/);
        assert.ok(JSON.stringify(data ?? '').length < 100);
      }
    });

    it('strangers’ titles as they are, and inserts nothing of them', () => {
      const hostile = ['${1:x} $TM_FILENAME', '$(zap) [x](command:y)', '`a` <img src=x>', '\\'];
      for (const title of hostile) {
        const { list } = ask('see #<|>', { titles: [[1, 'pull', 'open', '2026-08-01', title]] });
        const [first] = sorted(list);
        assert.equal(first?.label, '#1');
        assert.equal(first.labelDetails?.detail, ` ○ ${title}`);
        assert.equal(first.insertTextFormat, 1);
        assert.ok(TextEdit.is(first.textEdit) && first.textEdit.newText === '#1');
      }
    });

    it('a long title cut', () => {
      const titles: readonly Row[] = [[1, 'pull', 'open', '2026-08-01', 'long '.repeat(50).trim()]];
      assert.ok(sorted(ask('see #<|>', { titles }).list)[0]!.labelDetails!.detail!.length < 125);
    });
  });

  it('gives each item a filter text that begins with what the edit replaces', () => {
    for (const style of ['typed', 'kind', 'link', 'url'] as const) {
      for (const marked of [
        'PR #4<|>',
        'PR #pars lim<|>',
        'see [#pars <|>]',
        'octo/lantern#4<|>',
        'the PR pars<|>',
      ]) {
        const { document, list, cursor } = ask(marked, { style });
        assert.ok(list && list.items.length > 0, marked);
        for (const { filterText, label, textEdit } of list.items) {
          assert.ok(TextEdit.is(textEdit));
          const typed = document.getText().slice(document.offsetAt(textEdit.range.start), cursor);
          assert.ok((filterText ?? label).startsWith(typed), `${filterText} ${typed}`);
        }
      }
    }
  });

  it('gives a client that asks with each key what matches nothing but what is typed', () => {
    for (const marked of [
      'PR #4<|>',
      'PR #41<|>',
      'PR #pars lim<|>',
      'octo/lantern#4<|>',
      'see #<|>',
      '## Mi<|>',
    ]) {
      const { document, list, cursor } = ask(marked, { inputs: { filtered: true } });
      assert.ok(list && list.items.length > 0, marked);
      assert.equal(list.isIncomplete, true);
      for (const { filterText, label, textEdit } of list.items) {
        assert.ok(TextEdit.is(textEdit));
        const typed = document.getText().slice(document.offsetAt(textEdit.range.start), cursor);
        assert.equal(filterText ?? label, typed || ' ');
      }
    }
  });

  describe('writes', () => {
    const page = 'https://github.com/octo/lantern';
    for (const [style, marked, number, expected] of [
      ['typed', 'PR #4<|>', 41, 'PR #41'],
      ['typed', 'PR #pars lim<|>', 41, 'PR #41'],
      ['typed', 'PR #pars li<|>mit it', 41, 'PR #41 it'],
      ['typed', 'the PR pars<|>', 41, 'the PR 41'],
      ['typed', '(#par<|>)', 41, '(#41)'],
      ['typed', '[#par<|>]', 41, '[#41]'],
      ['typed', 'octo/lantern#par<|>', 41, 'octo/lantern#41'],
      ['kind', 'see #4<|>', 41, 'see PR #41'],
      ['kind', 'see #55<|>', 55, 'see issue #55'],
      ['kind', 'pull request #4<|>', 41, 'PR #41'],
      ['kind', 'Issue #5<|>', 55, 'Issue #55'],
      ['kind', 'PRs #40, #41<|>', 41, 'PRs #40, #41'],
      ['kind', 'GH-41<|>', 41, 'PR #41'],
      ['kind', 'see #7<|>', 77, 'see PR #77'],
      ['kind', 'octo/other#<|>', 7, 'octo/other#7'],
      ['number', 'PR #4<|>', 41, '#41'],
      ['number', 'octo/other#<|>', 7, 'octo/other#7'],
      ['link', 'see PR #pars<|>.', 41, `see [PR #41](${page}/pull/41).`],
      ['link', '* #55<|>', 55, `* [issue #55](${page}/issues/55)`],
      ['link', 'see [#41<|>]', 41, `see [PR #41](${page}/pull/41)`],
      ['link', 'see [#41<|>', 41, `see [PR #41](${page}/pull/41)`],
      ['link', 'see [PR #41<|>](x)', 41, 'see [PR #41](x)'],
      ['link', 'see [the PR #41<|>', 41, 'see [the PR #41'],
      ['link', 'see !#41<|>', 41, 'see !#41'],
      ['link', '- [ ] #41<|>', 41, `- [ ] [PR #41](${page}/pull/41)`],
      ['titled-link', 'PR #41<|>', 41, `[Limit the parser (#41)](${page}/pull/41)`],
      ['titled-link', 'see #7<|>', 77, `see [PR #77](${page}/pull/77)`],
      ['url', 'PR #41<|>', 41, `${page}/pull/41`],
      ['url', '(issue #55<|>)', 55, `(${page}/issues/55)`],
      ['url', 'octo/other#<|>', 7, 'https://github.com/octo/other/issues/7'],
    ] as const) {
      it(`${style}: ${JSON.stringify(marked)} to ${JSON.stringify(expected)}`, () => {
        assert.equal(accept(marked, number, { style }), expected);
      });
    }

    it('as typed where nobody knows the repository', () => {
      for (const style of ['kind', 'link', 'titled-link', 'url'] as const) {
        const inputs = { own: undefined, series: undefined };
        assert.equal(accept('PR #41, PR #4<|>', 41, { style, inputs }), 'PR #41, PR #41');
      }
    });

    it('a title in a link as words only', () => {
      const titles: readonly Row[] = [
        [1, 'pull', 'open', '2026-08-01', '[x](command:y) `a` *b* _c_ <img> ![](z) \\ #99 | ${1:x} &lt;'],
      ];
      const text = accept('see #1<|>', 1, { style: 'titled-link', titles });
      assert.equal(
        text,
        `see [\\[x\\](command:y) \\\`a\\\` \\*b\\* \\_c\\_ \\<img\\> \\!\\[\\](z) \\\\ \\#99 \\| \\\${1:x} \\&lt; (#1)](${page}/pull/1)`,
      );
      // The note has one link, whose text and target name one number.
      const { references } = parseNote(text);
      assert.deepEqual(
        references.map((each) => [each.number, each.link?.half]),
        [
          [1, 'text'],
          [1, 'target'],
        ],
      );
    });
  });

  it('offers the repository’s people behind those of the notes', () => {
    const store = sourceOf([], [{ login: 'tove-l', name: 'Tove' }, { login: 'ada' }, { login: 'Wren' }]);
    const labels = (marked: string) =>
      sorted(ask(marked, { inputs: { store } }).list).map(({ label }) => label);
    assert.deepEqual(labels('* wren: yes\n\n@<|>'), ['@wren', '@tove-l', '@ada']);
    assert.deepEqual(labels('* wren: yes\n\n@to<|>'), ['@tove-l']);
    assert.deepEqual(labels('* wren: yes\n\nTODO: <|>'), ['wren']);
  });

  describe('documentation', () => {
    const issue = {
      ...issueOf([41, 'pull', 'merged', '2026-08-10', '[Limit](command:x) the parser']),
      details: {
        asOf: 0,
        labels: ['bug', '<b>'],
        milestone: '1.0',
        excerpt: ['First ![](http://127.0.0.1)', 'second'],
      },
    };

    const documented = (markdown: boolean) =>
      describeIssue({ kind: 'found', issue, fetchedAt: now }, issue, now, { markdown, icons: false });

    it('has the state with its date, labels, milestone and first lines; nothing of a stranger is markup', () => {
      assert.equal(
        documented(true).value,
        [
          '**&#91;Limit&#93;&#40;command&#58;x&#41; the parser**',
          '[octo&#47;lantern&#35;41](<https://github.com/octo/lantern/pull/41>) ✓ Merged pull request&#44; 2026&#45;08&#45;10&#44; by ada&#46;',
          'Labels&#58; bug&#44; &#60;b&#62;&#46; Milestone&#58; 1&#46;0&#46;',
          '> First &#33;&#91;&#93;&#40;http&#58;&#47;&#47;127&#46;0&#46;0&#46;1&#41;\\\n> second',
        ].join('\n\n'),
      );
    });

    it('is plain text for an editor that wants that', () => {
      const { kind, value } = documented(false);
      assert.equal(kind, 'plaintext');
      assert.ok(
        value.startsWith(
          '[Limit](command:x) the parser\n\nocto/lantern#41 (https://github.com/octo/lantern/pull/41) ✓ Merged pull request',
        ),
      );
    });

    for (const [data, expected] of [
      ['github.com/octo/lantern#41', 41],
      ['ghe.example.com:8443/octo/lantern#1', 1],
      ['github.com/octo/lantern#0', undefined],
      ['github.com/octo/..#1', undefined],
      ['github.com/octo#1', undefined],
      ['github.com/a/b/c#1', undefined],
      ['#1', undefined],
      ['', undefined],
      [{ number: 1 }, undefined],
      [undefined, undefined],
    ] as const) {
      it(`is found by ${JSON.stringify(data)}: ${expected ?? 'no'}`, () => {
        assert.equal(readIssueData(data)?.number, expected);
      });
    }
  });
});
