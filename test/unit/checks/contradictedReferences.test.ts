import { deepEqual } from 'node:assert/strict';
import { contradictedReferences } from '../../../server/core/checks/contradictedReferences.ts';
import type { IssueMemory } from '../../../server/core/checks/problem.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';
import { atOnce } from '../../../shared/steps.ts';
import { lantern, memoryOf } from '../../helpers/issueMemory.ts';

describe('references that GitHub contradicts', () => {
  const filler = 'words and words\n'.repeat(30);
  const text = `# T\n\n## A\nPR #1 and PR #2\n\n${filler}\n## B\nissue #2\n\n${filler}\n## C\n#4, #1\n`;

  it('are looked up again where an edit went, and all of them when answers change', () => {
    const memory = memoryOf({ 1: 'issue', 2: 'pull', 4: 'not-found' });
    let asked: number[] = [];
    let generation = 1;
    const issues: IssueMemory = {
      peek(key) {
        asked.push(key.number);
        return memory.peek(key);
      },
      get generation() {
        return generation;
      },
    };
    let note = parseNote(text);
    const find = (own = lantern): string => {
      asked = [];
      const context = { note, template: builtinTemplate, today: '2026-02-01', own, issues } as const;
      const found = atOnce(contradictedReferences(context)).map(({ reference: { range } }) =>
        note.text.slice(range.from, range.to),
      );
      return `${found.join(', ')} | ${asked.join(' ')}`;
    };
    deepEqual(find(), 'PR #1, issue #2, #4 | 1 2 2 4 1');
    deepEqual(find(), 'PR #1, issue #2, #4 | 1 2 4');
    const at = note.text.indexOf('PR #1');
    const change = { fromA: at, toA: at, fromB: at, toB: at + 9 };
    note = parseNote(`${text.slice(0, at)}PR #1 or ${text.slice(at)}`, { note, changes: [change] });
    deepEqual(find(), 'PR #1, PR #1, issue #2, #4 | 1 1 2 2 4');
    generation = 2;
    deepEqual(find(), 'PR #1, PR #1, issue #2, #4 | 1 1 2 2 4 1');
    deepEqual(find({ ...lantern, name: 'other' }), ' | 1 1 2 2 4 1');
  });
});
