import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { IssueMemory } from '../../../server/core/checks/problem.ts';
import { actionItemList } from '../../../server/core/features/actionItemList.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';
import { seriesFrom } from '../../helpers/series.ts';

function listOf(text: string, issues?: IssueMemory, me: readonly string[] = []) {
  const series = seriesFrom({ '2026-01-06': text });
  const list = { series, notes: series.notes, conventions: usualConventions, own: lantern };
  return actionItemList({ lists: [list], meetingsOf: () => 12, me, issues });
}

describe('an open action item that may be done', () => {
  const known = memoryOf({
    1: { state: 'merged' },
    2: { state: 'closed' },
    3: { kind: 'issue', state: 'closed' },
    4: 'pull',
    5: { state: 'draft' },
    6: 'gone',
  });

  for (const [item, reason] of [
    ['review PR #1', '#1 is merged'],
    ['review PR #2', '#2 is closed'],
    ['answer issue #3', '#3 is closed'],
    ['review PR #1 and PR #2', '#1 is merged'],
    ['review https://github.com/octo/lantern/pull/1', '#1 is merged'],
    // One of them is open, unknown or gone.
    ['review PR #1 and PR #4', undefined],
    ['review PR #5', undefined],
    ['review PR #1 and PR #99', undefined],
    ['review PR #6', undefined],
    ['review octo/other#1', undefined],
    ['call them', undefined],
  ] as const)
    it(item, () => {
      const text = `TODO(Ada): ${item}`;
      deepEqual(
        listOf(text, known).items.map(({ maybeDone }) => maybeDone),
        [reason],
      );
      equal(listOf(text).items[0]?.maybeDone, undefined, 'nothing is asked of GitHub');
    });
});

describe('the number of action items that are mine', () => {
  const text = 'TODO(Ada): one\n\nTODO(Bo): two\n\nTODO(ada, Bo): three\n\nTODO: four';
  for (const [me, count] of [
    [['ada'], 2],
    [['@Ada'], 2],
    [['Bo'], 2],
    [['Cy'], 0],
    [[], 0],
  ] as const)
    it(`of ${me.join() || 'nobody'}`, () => equal(listOf(text, undefined, me).mine, count));
});

describe('the owner of a listed action item', () => {
  const present = '## Present\n\n* Tove Lind\n* okan\n\n## Action items\n\n';
  for (const [item, owners] of [
    ['Tove Lind to write it', ['Tove Lind']],
    ['okan write it', ['okan']],
    ['write it, okan', ['okan']],
    ['Docs: Tove Lind to write more', ['Tove Lind']],
    ['write it, Linux', []],
    ['everyone: write it', ['everyone']],
  ] as const)
    it(`is the one of the rules: ${item}`, () => {
      const { items } = listOf(`${present}* ${item}\n`);
      deepEqual(
        items.map((each) => each.owners),
        [owners],
      );
    });
});

describe('a listed action item below the name of its owner', () => {
  for (const [item, task] of [
    ['jun: remove the cross builds', 'remove the cross builds'],
    ['**jun:** remove it', 'remove it'],
    ['**jun**: remove `it`', 'remove it'],
    ['_jun:_ remove it', 'remove it'],
    ['@jun - remove it', 'remove it'],
    ['@jun — remove it', 'remove it'],
    ['[jun](https://github.com/jun): remove it', 'remove it'],
    ['[@jun](https://github.com/jun): remove it', 'remove it'],
    ['jun：消す', '消す'],
    ['TODO: jun: remove it', 'remove it'],
    ['[ ] jun: remove it: all', 'remove it: all'],
    ['Ann Ito: remove it', 'remove it'],
    // Nothing to leave out
    ['jun to remove it', undefined],
    ['@jun remove it', undefined],
    ['TODO(jun): remove it', undefined],
    ['remove it (jun)', undefined],
    ['jun, Ann: remove it', undefined],
    ['remove: it', undefined],
  ] as const)
    it(item, () => {
      const { items } = listOf(`## Present\n\n* jun\n* Ann Ito\n\n## Action items\n\n* ${item}\n`);
      deepEqual(
        items.map((each) => each.task),
        [task],
      );
    });
});
