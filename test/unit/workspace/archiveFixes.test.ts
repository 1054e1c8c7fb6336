import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixText } from '../../../server/cli/fixText.ts';
import { summarize } from '../../../server/core/archive/summary.ts';
import { findProblems } from '../../../server/core/checks/findProblems.ts';
import { effectiveSeverity } from '../../../server/core/checks/severity.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { contextOf } from '../../../server/core/workspace/documentContext.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { archives } from '../../helpers/archives.ts';
import { countInputs } from '../../helpers/measures.ts';

/** Each makes more than a thousand notes. */
const seeds = Array.from(
  { length: Math.ceil(Number(process.env.OFFICE_HOURS_RUNS ?? 1000) / 1000) },
  (_, at) => 7 + at,
);
const root = 'file:///repository';
const today = '2026-11-28';

/** What the built-in template has where a writer is to write. */
const examples = /what changed|what was said|what is to be done|\bnumber\)|\bSub-topic\b|\(owner\)/;

describe('safe fixes over whole archives (acceptance 50)', () => {
  let count = 0;
  for (const { name, files } of seeds.flatMap((seed) => archives(seed))) {
    it(`${name}: twice is once, with no example text and nothing that the note has in another form`, () => {
      const archive = new Archive();
      archive.setFolders([{ uri: root }]);
      for (const { path, text } of files) archive.update(summarize(`${root}/${path}`, parseNote(text)));
      for (const { path, text } of files) {
        count++;
        countInputs(1);
        const uri = `${root}/${path}`;
        const problemsOf = (now: string) => {
          const context = contextOf(uri, parseNote(now), archive.seriesOf(uri), today);
          return findProblems(context, effectiveSeverity({}, context.definition));
        };
        const once = fixText(text, problemsOf);
        assert.equal(fixText(once.text, problemsOf).text, once.text, path);
        const before = new Set(text.split('\n'));
        const added = once.text.split('\n').filter((line) => !before.has(line));
        const plain = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
        const known = new Set(
          [...before].filter((line) => !once.text.split('\n').includes(line) || /^#/.test(line)).map(plain),
        );
        for (const line of added) {
          assert.doesNotMatch(line, examples, path);
          if (/^#{2,} /.test(line)) assert.ok(!known.has(plain(line)), `${path}: ${line}`);
        }
      }
    });
  }

  it('are looked at in a thousand notes', () => assert.ok(count >= 1_000, String(count)));
});
