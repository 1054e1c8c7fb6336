import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import {
  bareReferences,
  problemsAtTheEnd,
  type UnfinishedPlace,
  untimelyHighlights,
} from '../../../server/core/features/finishNote.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import type { Issue, IssueState } from '../../../server/core/references/issue.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { inEnglish } from '../../../shared/l10n.ts';

const own = { host: 'github.com', owner: 'o', name: 'r' };

function applied(text: string, { fix }: UnfinishedPlace): string {
  return [...(fix?.edits ?? [])]
    .sort((a, b) => b.range.from - a.range.from)
    .reduce(
      (result, { range, text: put }) => result.slice(0, range.from) + put + result.slice(range.to),
      text,
    );
}

describe('what is left to do in a note', () => {
  const text =
    '# lantern office hours 2026-02-03\n\nYouTube Link: \n\n## Highlights since the last meeting\n\n* what changed (PR #number)\n\n## Action items\n\n* TODO: write it\n\n## Misc\n';
  const note = parseNote(text);
  const found = (today: string, severity: 'off' | 'default' = 'default') =>
    problemsAtTheEnd(
      { note, template: builtinTemplate, today },
      severity === 'off'
        ? { ...defaultSeverities, 'recording-missing': 'off', 'placeholder-left': 'off' }
        : defaultSeverities,
      '2026-02-04',
    ).map(({ message }) => inEnglish(message));

  it('is what the rules find when the day is over', () => {
    const messages = found('2026-02-03');
    for (const words of [/recording/i, /what changed/, /no owner/i])
      assert.ok(
        messages.some((message) => words.test(message)),
        `${words} in ${messages.join(' | ')}`,
      );
    assert.deepEqual(found('2026-03-01'), messages);
  });
  it('assigns an action item to nobody', () => {
    for (const owners of ['', '* TODO(tove): this\n', '* TODO(tove): this\n* TODO(wren): that\n']) {
      const text = `# lantern office hours 2026-02-03\n\n## Action items\n\n${owners}* TODO: say so\n`;
      const places = problemsAtTheEnd(
        { note: parseNote(text), template: builtinTemplate, today: '2026-02-03' },
        defaultSeverities,
        '2026-02-04',
      ).filter(({ message }) => /no owner/.test(inEnglish(message)));
      assert.deepEqual(
        places.map(({ fix }) => fix),
        [undefined],
      );
    }
  });
  it('is also what the settings switch off', () =>
    assert.deepEqual(found('2026-02-03', 'off'), found('2026-02-03')));
});

describe('bare references', () => {
  const found = (text: string) =>
    bareReferences(TextDocument.create('file:///n.md', 'markdown', 0, text), {
      note: parseNote(text),
      own,
      ownIsSettled: true,
    });
  for (const [text, message, expected] of [
    ['see PR #5', '1 reference is not a link', 'see [PR #5](https://github.com/o/r/pull/5)'],
    [
      'see #5, issue #6 and [PR #7](https://github.com/o/r/pull/7)',
      '2 references are not links',
      'see [#5](https://github.com/o/r/issues/5), [issue #6](https://github.com/o/r/issues/6) and [PR #7](https://github.com/o/r/pull/7)',
    ],
  ] as const)
    it(text, () => {
      const [place, ...others] = found(text);
      assert.deepEqual(others, []);
      assert.equal(inEnglish(place!.message), message);
      assert.equal(applied(text, place!), expected);
    });
  it('are none where all are links', () =>
    assert.deepEqual(found('[PR #7](https://github.com/o/r/pull/7)'), []));
});

describe('highlights that are not of the time', () => {
  const issue = (number: number, state: IssueState, merged?: string): Issue => ({
    repository: own,
    number,
    kind: 'pull',
    title: `Change ${number}`,
    state,
    createdAt: 0,
    updatedAt: 0,
    ...(merged && { mergedAt: Date.parse(`${merged}T12:00:00Z`) }),
  });
  const known = [
    issue(1, 'merged', '2026-01-10'),
    issue(2, 'merged', '2026-01-01'),
    issue(3, 'open'),
    issue(4, 'closed'),
    { ...issue(5, 'open'), kind: 'issue' as const },
  ];
  const find = (lines: string) => {
    const text = `# T\n\n## Highlights\n\n${lines}\n\n## Misc\n\nPR #3\n`;
    const places = untimelyHighlights({
      note: parseNote(text),
      own,
      previous: '2026-01-06',
      peek: ({ number }) => {
        const found = known.find((each) => each.number === number);
        return found && { kind: 'found', issue: found, fetchedAt: 0 };
      },
    });
    return { text, places };
  };
  it('are those not merged, and those merged before the last meeting', () =>
    assert.deepEqual(
      find('* a (PR #1)\n* b (PR #2)\n* c (PR #3)\n* d (#4)\n* e (#5)\n* f (PR #9)').places.map(
        ({ message }) => inEnglish(message),
      ),
      [
        'PR #2 was merged on 2026-01-01, before the last meeting (2026-01-06)',
        'PR #3 is still open',
        'PR #4 was closed without being merged',
      ],
    ));
  for (const [lines, expected] of [
    ['* a (PR #1)\n* c [#3](https://github.com/o/r/pull/3)\n* x', '* a (PR #1)\n* x'],
    ['* c (PR #3)\n* a (PR #1)', '* a (PR #1)'],
    // Other references and what is indented below would be lost.
    ['* c (PR #3), and PR #1', undefined],
    ['* c (PR #3)\n  * why', undefined],
    ['We work on PR #3.', undefined],
  ] as const)
    it(`${expected === undefined ? 'are not removed' : 'are removed'}: ${lines.replaceAll('\n', '⏎')}`, () => {
      const { text, places } = find(lines);
      assert.equal(places.length, 1);
      const after = places[0]!.fix && applied(text, places[0]!);
      assert.equal(after, expected === undefined ? undefined : text.replace(lines, expected));
    });
});
