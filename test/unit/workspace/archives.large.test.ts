import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { inEnglish } from '../../../shared/l10n.ts';
import { archives, type Archive as Generated } from '../../helpers/archives.ts';

const seed = 7;
const root = 'file:///repository';
const today = '2026-11-28';

interface Reported {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What is reported for all notes of an archive that no template file describes. */
function check({ files }: Generated): Reported[] {
  const archive = new Archive();
  archive.setFolders([{ uri: root }]);
  const notes = files.map(({ path, text }) => ({ path, uri: `${root}/${path}`, note: parseNote(text) }));
  for (const { uri, note } of notes) archive.update(summarize(uri, note));
  return notes.flatMap(({ path, uri, note }) => {
    assert.ok(archive.isNote(uri, note), `${path} is not taken for a note`);
    const context = contextOf(uri, note, archive.seriesOf(uri), today);
    return findProblems(context, effectiveSeverity({}, context.definition)).map(({ code, message }) => ({
      path,
      code,
      message: inEnglish(message),
    }));
  });
}

describe('archives of several communities, without a template file', () => {
  for (const archive of archives(seed)) {
    const isPlanted = ({ path, code, message }: Reported): boolean =>
      archive.faults.some(
        (fault) => fault.path === path && fault.code === code && message.includes(fault.words),
      );

    it(`${archive.name}: reports every planted fault, and at most one thing in a hundred notes wrongly`, () => {
      const reported = check(archive);
      const missed = archive.faults.filter(
        ({ path, code }) => !reported.some((each) => each.path === path && each.code === code),
      );
      assert.deepEqual(missed, []);
      const wrong = reported.filter((each) => !isPlanted(each));
      assert.ok(wrong.length <= archive.files.length / 100, JSON.stringify(wrong.slice(0, 5), null, 1));
    });
  }
});
