import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { statusOf } from '../../../server/core/note/taskStatus.ts';
import type { IssueState } from '../../../server/core/references/issue.ts';
import { check } from '../../helpers/check.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';

const done: readonly string[] = [
  // At the start
  ...[
    'DONE write it',
    'DONE: write it',
    'Done: write it',
    'done - write it',
    'done tove: write it',
    'done @tove: write it',
    '**DONE** write it',
    '[done] write it',
  ],
  ...[
    '[DONE] write it',
    '(done) write it',
    '✅ write it',
    '✔️ write it',
    ':white_check_mark: write it',
    '☑ write it',
  ],
  ...[
    ':heavy_check_mark: write it',
    '[-] write it',
    '[~] write it',
    '[x] write it',
    '[X] write it',
    '**Done:** write it',
  ],
  ...[
    'MERGED review #12',
    'Fixed: the build',
    'Cancelled: ask them',
    'FERTIG: schreiben',
    '完了: 書く',
    'Erledigt: schreiben',
  ],
  // At the end
  ...[
    'write it: done',
    'write it: DONE',
    'write it - done',
    'write it — done',
    'write it -- done',
    'write it → done',
  ],
  ...[
    'write it => done',
    'write it DONE',
    'write it (done)',
    'write it [done]',
    'write it [DONE]',
    'write it. Done.',
  ],
  ...[
    'write it ✅',
    'write it ✔️',
    'write it :white_check_mark:',
    'write it **(done)**',
    'write it: **done**',
  ],
  ...[
    'write it (done, see #12)',
    'write it (done 2026-03-03)',
    'write it: done in #12',
    'write it - done, see #12',
  ],
  ...[
    'write it: done 2026-03-03',
    'write it - merged in #12',
    'write it (completed)',
    'write it (done) later',
  ],
  ...[
    'review #12 (merged)',
    'land o/r#12 (landed)',
    'write it (closed)',
    'write it (cancelled)',
    'write it (done) (#12)',
  ],
  ...[
    'write it (released)',
    'write it — shipped',
    'write it: fixed',
    "write it (won't do)",
    'write it (won’t do)',
  ],
  ...[
    'schreiben (erledigt)',
    'écrire : fait',
    'escribirlo - hecho',
    'scrivere (fatto)',
    '書く：完了',
    'писать: готово',
  ],
  // Struck through
  ...[
    '~~write it~~',
    '~write it~',
    '**~~write it~~**',
    'seph: ~~write it~~',
    '~~write it~~ (Tove)',
    '@tove: ~write it~',
  ],
  ...[
    'write it **DONE**',
    'write it, done',
    'write it (done by Tove)',
    'write it (done by @tove)',
    'write it (no longer needed)',
    'write it - not needed anymore',
  ],
  'done',
];

const inProgress: readonly string[] = [
  [
    "write it (PR'ed)",
    'write it (PR’ed)',
    'write it (in progress)',
    'write it: in progress',
    'write it - WIP',
  ],
  [
    'WIP: write it',
    'write it (waiting for review)',
    'write it - ready for review',
    '[WIP] write it',
    'WIP write it',
    '(wip) write it',
    '🚧 write it',
    ':construction: write it',
  ],
  ['[/] write it', 'write it (PR open)', 'write it — in review', 'write it: ongoing', 'write it (started)'],
  ['schreiben (in Arbeit)', 'écrire : en cours', '書く（対応中）'.replace('（', '(').replace('）', ')')],
].flat();

const open: readonly string[] = [
  [
    'have it done by Friday',
    'write it (done by Friday)',
    'write it until it is done',
    'Done well is better than fast',
    'Done criteria: write them',
    'done is better than perfect: say so',
  ],
  [
    'check that it is merged',
    'write it (not done)',
    'write it: not done',
    'write it - almost done',
    'fix the build',
  ],
  ['~10 people to invite', 'ask ~10 of ~20 people', 'close the issue', 'get #12 merged', 'Complete the docs'],
  [
    'review #12 (merged) and write about it',
    'find out (closed) issues that matter',
    'write down what is done',
  ],
  [
    'abandoned: see why',
    'undone: mend it',
    'started by Ted: ask',
    'write it (donec)',
    'write it [docs]',
    'Fixed width fonts',
  ],
].flat();

describe('the status of a task', () => {
  for (const text of done) it(`is done in ${text}`, () => assert.equal(statusOf(text), 'done'));
  for (const text of inProgress)
    it(`is in progress in ${text}`, () => assert.equal(statusOf(text), 'inProgress'));
  for (const text of open) it(`is open in ${text}`, () => assert.equal(statusOf(text), undefined));

  it('is told wherever a task stands, and asks for no owner', () => {
    const rows: readonly [text: string, status: string][] = [
      ['## Action items\n\n- DONE write it', 'done'],
      ['## Action items\n\n- [-] write it', 'done'],
      ["## Action items\n\n- write it (PR'ed)", 'inProgress'],
      ['## Action items\n\n- [x] write it (in progress)', 'done'],
      ['## Action items\n\n### Write it -- done', 'done'],
      ['TODO: write it: done', 'done'],
      ['~TODO: write it~', 'done'],
      ['DONE TODO: write it', 'done'],
      ['- ✅ TODO: write it', 'done'],
      ['[-] TODO: write it', 'done'],
      ['- [x] TODO: write it', 'done'],
      ['TODO(done): write it', 'done'],
      ['It is done. TODO: write it', 'open'],
      ['## Action items\n\n- <del>write it</del>', 'done'],
      ['## Action items\n\n- <s>write it</s> (Tove)', 'done'],
      ['## Action items\n\n- write <del>it</del> docs', 'open'],
      ['TODO: write it (in review)', 'inProgress'],
    ];
    for (const [text, status] of rows) {
      const [item] = parseNote(text).actionItems;
      assert.equal(item?.done ? 'done' : item?.inProgress ? 'inProgress' : 'open', status, text);
      assert.equal(check('todo-owner-missing', text).length, status === 'open' ? 1 : 0, text);
    }
  });
});

describe('an item that says it is merged', () => {
  const pull = (state: IssueState) => ({ kind: 'pull', state }) as const;
  const known = {
    '1': pull('merged'),
    '2': pull('open'),
    '3': pull('draft'),
    '4': pull('closed'),
    '5': 'issue',
  } as const;
  const issues = memoryOf({ ...known, '6': 'not-found' });
  const options = { own: lantern, issues };
  const section = '## Action items\n\n';
  for (const [text, asked] of [
    ['- [ ] review #1 (merged)', undefined],
    ['- [ ] review #2 (merged)', 'octo/lantern#2 is not merged'],
    ['- [ ] review #3 (landed)', 'octo/lantern#3 is not merged'],
    ['- [ ] review octo/lantern#4 (merged)', 'octo/lantern#4 is not merged'],
    ['- [ ] review #2: merged', 'octo/lantern#2 is not merged'],
    ['- [ ] MERGED review #2', 'octo/lantern#2 is not merged'],
    ['- [ ] review it - merged in #2', 'octo/lantern#2 is not merged'],
    [
      '- [ ] review [the fix](https://github.com/octo/lantern/pull/2) (merged)',
      'octo/lantern#2 is not merged',
    ],
    ['TODO: review #2 (merged)', 'octo/lantern#2 is not merged'],
    // One of them may be what is meant
    ['- [ ] review #1 and #2 (merged)', undefined],
    ['- [ ] review #2 and #3 (merged)', 'octo/lantern#2 is not merged'],
    // An issue is not merged, and what is not known may be
    ['- [ ] solve #5 (merged)', undefined],
    ['- [ ] review #6 (merged)', undefined],
    ['- [ ] review #99 (merged)', undefined],
    ['- [ ] review the fix (merged)', undefined],
    // Something else says that it is done, or who does it
    ['- [x] review #2 (merged)', undefined],
    ['- ✅ review #2 (merged)', undefined],
    ['- ~~review #2~~ (merged)', undefined],
    ['- [ ] review #2 (done)', undefined],
    ['- [x] TODO: review #2 (merged)', undefined],
    ['- [ ] Tove: review #2 (merged)', undefined],
    ['- [ ] review #2 (merged) @tove', undefined],
    ['> TODO: review #2 (merged)', undefined],
    ['### Done\n\n- review #2 (merged)', undefined],
  ] as const) {
    it(`${text}: ${asked ?? 'asks nothing'}`, () => {
      const whole = text.startsWith('###') ? `## Action items\n\n${text}` : `${section}${text}`;
      const [problem, ...others] = check('todo-owner-missing', whole, options);
      assert.equal(problem?.message.split('; ')[1], asked);
      assert.equal(others.length, 0);
      assert.deepEqual(check('todo-owner-missing', whole), [], 'without GitHub');
    });
  }
  it('follows what GitHub says', () => {
    const text = `${section}- [ ] review #2 (merged)`;
    const note = parseNote(text);
    const found = (state: IssueState) =>
      check('todo-owner-missing', text, { note, own: lantern, issues: memoryOf({ '2': pull(state) }) })
        .length;
    assert.deepEqual([found('open'), found('merged'), found('open')], [1, 0, 1]);
  });
});
