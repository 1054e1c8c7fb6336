import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lineToWriteIn, sampleText } from '../../../client/commands/sampleText.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { defaultSeverities } from '../../../server/core/checks/rules.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { builtinTemplate } from '../../../server/core/template/file/builtin.ts';

describe('the sample note', () => {
  const text = sampleText('2026-01-06');
  const note = parseNote(text);

  it('lacks a section and an owner, and nothing else', () => {
    const problems = findProblems(
      { note, template: builtinTemplate, today: '2026-01-08' },
      defaultSeverities,
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['section-missing', 'todo-owner-missing'],
    );
  });

  it('names a public repository, whose numbers completion can list', () =>
    assert.deepEqual(
      note.references.map(({ repository, number }) => [repository?.owner, repository?.name, number]),
      [['microsoft', 'vscode', 10121]],
    ));

  it('has an empty item to write in', () => assert.equal(text.split('\n')[lineToWriteIn], '* '));
});
