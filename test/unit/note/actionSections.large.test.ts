import { equal } from 'node:assert/strict';
import { closeTask, newTask } from '../../../server/core/note/actionContext.ts';
import type { ActionItem } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { growsLinearly, growsLinearlyIn } from '../../helpers/growth.ts';

const section = '# N 2026-01-06\n\n## Action items\n\n';

describe('the cost of an action section', () => {
  it('is linear', () => {
    const pieces = [
      '* Tove: write it\n',
      '* a\n  * @b c\n',
      '### Tove\n',
      '(???',
      "Tove's ",
      'It is ',
      'Next steps:\n\n',
      '| TODO: x | Tove ',
    ];
    growsLinearlyIn(pieces, 40_000, (text) => parseNote(`${section}${text}`));
    growsLinearlyIn(['| write it | Tove |\n', '| TODO: x | Tove |\n'], 40_000, (text) =>
      parseNote(`${section}| Task | Owner |\n|--|--|\n${text}`),
    );
  });

  it('is linear in the parts of one task, too', () => {
    const { actionItems } = parseNote(`${section}- write it\n`);
    growsLinearly((count) => {
      const parent = newTask();
      const part = (at: number) => ({ ...actionItems[0]!, range: { from: at, to: at + 1 } });
      const parts = Array.from({ length: count }, (_, at) => ({
        ...newTask(),
        counts: true,
        part: part(at),
      }));
      const settled = { ...newTask(), counts: true, settled: true };
      return () => {
        const items: ActionItem[] = parts.map((_, at) => part(at + 0.5));
        for (const each of [...parts, settled]) closeTask(each, parent, items);
        closeTask(parent, undefined, items);
        equal(items.length, 2 * count);
      };
    }, 40_000);
  });
});
