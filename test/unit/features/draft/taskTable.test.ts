import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { taskTableIn } from '../../../../server/core/features/draft/taskTable.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';

const head = '# T\n\n## Action items\n\n';

/** What the table's text ends with, and its next row. */
function found(table: string): readonly [end: string, row: string] | undefined {
  const note = parseNote(`${head}${table}`);
  const { range } = note.sections[0]!;
  const read = taskTableIn(note, range);
  return read && [note.text.slice(range.from, read.end).split('\n').at(-1)!, read.row('write it', 'Tove')];
}

describe('a table of tasks', () => {
  for (const [what, table, expected] of [
    ['with rows', '| Task | Owner |\n| --- | --- |\n| a | b |\n', ['| a | b |', '| write it | Tove |']],
    ['without rows', 'Who | What\n:-- | --:\n', [':-- | --:', '| Tove | write it |']],
    [
      'with an empty row, and text below',
      '| # | Task | Owner | Due |\n|-|-|-|-|\n| 1 | a | b | c |\n| | | | |\n\nText | here\n',
      ['| 1 | a | b | c |', '| | write it | Tove | |'],
    ],
    ['with code in a row', '| Task | Owner |\n|-|-|\n| `a` | b |\n', ['| `a` | b |', '| write it | Tove |']],
    [
      'below another one',
      '| Day | Topic |\n|-|-|\n| a | b |\n\n| Task | Owner |\n|-|-|\n| c | d |\n',
      ['| c | d |', '| write it | Tove |'],
    ],
    ['of something else', '| Day | Topic |\n|-|-|\n| a | b |\n', undefined],
    ['in a code block', '```\n| Task | Owner |\n|-|-|\n| a | b |\n```\n', undefined],
    ['without its rule', '| Task | Owner |\n| a | b |\n', undefined],
    ['no table', 'Task | Owner\n', undefined],
  ] as const) {
    it(what, () => assert.deepEqual(found(table), expected));
  }

  it('keeps bars inside cells', () => {
    const note = parseNote(`${head}| Task | Owner |\n|-|-|\n`);
    const { range } = note.sections[0]!;
    assert.equal(taskTableIn(note, range)?.row('a | b \\| c', ''), '| a \\| b \\| c | |');
  });
});
