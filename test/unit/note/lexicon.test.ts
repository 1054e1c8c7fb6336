import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { projectInTitle } from '../../../server/core/archive/series.ts';
import { referenceWords } from '../../../server/core/note/lexicon/references.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { evidenceOf, isNotesFolderName, isNoteTitle } from '../../../server/core/workspace/membership.ts';

/** Each word meant a meeting to some of the features before there was one list. */
describe('the words for meetings', () => {
  for (const word of ['meeting', 'minutes', 'standup', 'call', 'sync', 'session', 'agenda', 'notes']) {
    it(`a dated file that says "${word}" is a note`, () =>
      assert.equal(evidenceOf({ fileName: `2026-01-06-${word}.md`, titleText: 'Lantern' }), 'note'));
    it(`a project's name ends before "${word}"`, () =>
      assert.equal(projectInTitle(`Lantern ${word} 2026-01-06`), 'Lantern'));
    it(`a number behind "${word}" in a title counts meetings`, () =>
      assert.deepEqual(parseNote(`# Council ${word} #103\n`).references, []));
  }
  for (const title of ['Lantern TSC #12', 'Community weekly #7', 'Office hours #3', 'WG notes #4']) {
    it(`"${title}" refers to nothing`, () => assert.deepEqual(parseNote(`# ${title}\n`).references, []));
  }
  for (const title of ['Fix for #12', 'PR #12', 'Meeting about issue #4']) {
    it(`"${title}" refers to an issue`, () => assert.equal(parseNote(`# ${title}\n`).references.length, 1));
  }
  it('whose meeting it is belongs to the project', () =>
    assert.equal(projectInTitle('Lantern TSC meeting 2026-01-06'), 'Lantern TSC'));
  for (const title of ['Biweekly call', 'TSC call', 'Weekly call', 'Lantern office hours']) {
    it(`"${title}" is a note's title`, () => assert.ok(isNoteTitle(title)));
  }
  for (const title of ['Call for papers', 'Session storage', 'Hours of work']) {
    it(`"${title}" is none`, () => assert.ok(!isNoteTitle(title)));
  }
  for (const [folder, expected] of [
    ['standups', true],
    ['meeting_notes', true],
    ['office-hours', true],
    ['sessions', false],
    ['notes', false],
  ] as const) {
    it(`the folder "${folder}" holds ${expected ? 'notes' : 'anything'}`, () =>
      assert.equal(isNotesFolderName([folder]), expected));
  }
});

describe('the words before a number', () => {
  for (const [word, { kind, digits }] of referenceWords) {
    it(`"${word}" is read alike with and without "#"`, () => {
      const [hash] = parseNote(`see ${word} #1234`).references;
      assert.deepEqual([hash?.kind, hash?.form], [kind, 'keyword']);
      const [bare] = parseNote(`see ${word} 1234`).references;
      assert.equal(bare?.kind, digits === undefined ? undefined : kind);
    });
  }
});

describe('that there is nothing', () => {
  for (const text of ['TBA', 'TBD', 'None', 'N/A', 'Nothing new', 'No updates']) {
    it(`"${text}" is no task`, () =>
      assert.deepEqual(parseNote(`## Action items\n\n* ${text}\n`).actionItems, []));
  }
});
