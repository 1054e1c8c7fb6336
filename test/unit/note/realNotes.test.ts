import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nameKey } from '../../../server/core/note/names.ts';
import type { Note, Owner } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import {
  type LabelledItem,
  type LabelledNote,
  type LabelledReference,
  realNotes,
} from '../../helpers/realNotes.ts';

const notes = realNotes();
const home = { owner: 'osquery', name: 'osquery' };

function isLabelled(note: Note, labelled: LabelledNote, ref: LabelledReference): boolean {
  const from = labelled.offset(ref.line, ref.startCol);
  const to = labelled.offset(ref.line, ref.endCol);
  const found = note.references.find(
    ({ range, number }) => range.from === from && range.to === to && number === ref.number,
  );
  if (!found) return false;
  const { owner, name } = found.repository ?? home;
  const kind = found.kind === 'pull' ? 'pr' : found.kind;
  const number =
    ref.numLine === undefined ||
    (found.numberRange.from === labelled.offset(ref.numLine, ref.numStartCol ?? 0) &&
      found.numberRange.to === labelled.offset(ref.numLine, ref.numEndCol ?? 0));
  const half = (found.link?.half === 'text') === (ref.inLinkText ?? false);
  return owner === ref.owner && name === ref.repo && kind === ref.kindAsWritten && number && half;
}

function ownersOf(note: Note, labelled: LabelledNote, item: LabelledItem): readonly Owner[] | undefined {
  const from = labelled.offset(item.line, item.startCol);
  const to = labelled.offset(item.line, item.endCol);
  const found = note.actionItems.find(({ range }) => range.from === from && range.to === to);
  if (!found || found.owners.length > 0) return found?.owners;
  const known = new Set(note.people.map(({ name }) => nameKey(name)));
  return (found.possibleOwners ?? []).filter(({ name }) => known.has(nameKey(name))).slice(0, 1);
}

describe('real notes', () => {
  for (const labelled of notes ?? []) {
    const note = parseNote(labelled.text);

    it(`${labelled.file}: every reference, at its exact place, and no other`, () => {
      const certain = labelled.refs.filter((ref) => !ref.ambiguous);
      const lost = certain
        .filter((ref) => !isLabelled(note, labelled, ref))
        .map((ref) => `${ref.line}: ${ref.raw}`);
      assert.deepEqual(lost, []);
      const allowed = new Set(labelled.refs.map((ref) => labelled.offset(ref.line, ref.startCol)));
      const extra = note.references.filter(({ range }) => !allowed.has(range.from));
      assert.deepEqual(
        extra.map(({ range }) => labelled.text.slice(range.from, range.to)),
        [],
      );
      const taken = labelled.notRefs.filter((each) => {
        const from = labelled.offset(each.line, each.startCol);
        return note.references.some(({ range }) => range.from < from + each.raw.length && from < range.to);
      });
      assert.deepEqual(taken, []);
    });

    it(`${labelled.file}: title and recording`, () => {
      assert.equal(note.title?.date?.value ?? null, labelled.titleDate);
      const url = labelled.recordingUrl === 'missing line' ? undefined : (labelled.recordingUrl ?? undefined);
      assert.equal(note.recording?.url?.value, url);
      const line = labelled.recordingLine;
      assert.equal(note.recording?.range.from, line === null ? undefined : labelled.offset(line, 0));
    });

    it(`${labelled.file}: every action item with its owners, and no other`, () => {
      for (const item of labelled.todos.filter((each) => !each.ambiguous)) {
        const owners = ownersOf(note, labelled, item);
        const place = `line ${item.line}, tier ${item.tier}`;
        assert.deepEqual(
          owners?.map(({ name, range }) => ({ name, from: range.from, to: range.to })),
          item.owners.map(({ name, line, startCol, endCol }) => ({
            name,
            from: labelled.offset(line, startCol),
            to: labelled.offset(line, endCol),
          })),
          place,
        );
      }
      const allowed = new Set(labelled.todos.map((item) => labelled.offset(item.line, item.startCol)));
      const extra = note.actionItems.filter(({ range }) => !allowed.has(range.from));
      assert.deepEqual(
        extra.map(({ text }) => text),
        [],
      );
    });
  }

  it('the labelled notes are there, or their absence was told', () => {
    assert.equal(notes === undefined || notes.length > 0, true);
  });
});
