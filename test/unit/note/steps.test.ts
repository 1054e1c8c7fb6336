/** That no single step of reading a note is long: counted, as the time of a step is the machine's. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import { listSteps } from '../../../server/core/note/assemble.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { noteSteps, parseNote } from '../../../server/core/note/parse.ts';
import type { Steps } from '../../../shared/steps.ts';

function counted<Result>(steps: Steps<Result>): { readonly result: Result; readonly count: number } {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { result: step.value, count };
  }
}

const read = (text: string) => counted(noteSteps(text, undefined, usualConventions));
const keys = ['sections', 'references', 'people', 'actionItems', 'opaque'] as const;
const listsOf = (note: Note) => keys.map((key) => note[key]);

describe('steps of reading a note', () => {
  it('are several for a long line', () => {
    const words = 'ada: PR #1 and @lin, '.repeat(900);
    equal(read(`# T\n\n${words}\n`).count - read('# T\n\nada: PR #1\n').count >= 5, true);
  });

  it('are many for a table of many rows', () => {
    const rows = '| TODO: write #1 | Ada |\n'.repeat(2_000);
    const { result, count } = read(`# T\n\n## Action items\n\n| Task | Owner |\n|--|--|\n${rows}`);
    ok(count >= 200);
    equal(result.actionItems.length, 2_000);
    ok(result.actionItems.every(({ owners }) => owners.length === 1));
  });

  it('are many for the lists of very many parts, which are the same lists', () => {
    const text = `# T\n\n${Array.from({ length: 5_000 }, (_, at) => `## Topic ${at}\n\n* ada: PR #${at}\n\n`).join('')}`;
    const { result } = read(text);
    ok(counted(listSteps(result)).count >= 400);
    deepEqual(listsOf(result), listsOf(parseNote(text)));
    equal(counted(listSteps(result)).count <= 20, true);
  });

  it('take the names that are not part of a reference', () => {
    const { result } = read('# T\n\n* PR6562: @ada and #1 @lin, o/r@deadbeef #2 @sam\n');
    deepEqual(
      result.people.map(({ name }) => name),
      ['ada', 'lin', 'sam'],
    );
  });
});
