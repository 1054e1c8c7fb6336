/**
 * What is shown of a note after any edits is what is shown when it is opened afresh: problems with their ranges and fixes,
 * links, and the repository of its numbers. The index knows a note as it was when another was last looked at.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { summarize } from '../../../server/core/archive/summary.ts';
import { documentLinks } from '../../../server/core/features/documentLinks.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { DocumentContexts } from '../../../server/core/workspace/documentContext.ts';
import { Archive } from '../../../server/core/workspace/noteIndex.ts';
import { type RuleCode, ruleCodes, type Severity } from '../../../shared/settings.ts';

const folder = 'file:///repo/docs/office-hours';
const severity = Object.fromEntries(ruleCodes.map((code) => [code, 'warning'])) as Record<RuleCode, Severity>;

function uriOf(date: string): string {
  return `${folder}/${date.replaceAll('-', '')}_meeting_notes.md`;
}

/** The other notes, and the one that is edited. */
const others: readonly (readonly [date: string, text: string])[] = [
  [
    '2026-01-06',
    'YouTube Link: https://youtu.be/a\n\n## Highlights\n\n* seph: PR #1\n\n## Action items\n\n* Tove: write it\n',
  ],
  [
    '2026-01-20',
    'YouTube Link: https://youtu.be/b\n\n## Highlights\n\n* Okan: https://github.com/o/r/pull/2\n\n## Action items\n\n* @bo tag it\n',
  ],
];
const own = '2026-02-03';
const start = `# lantern office hours ${own}\n\nYouTube Link: https://youtu.be/c\n\n## Highlights\n\n* Ann: see #3\n\n## Next steps\n\n- Its to s\n- write it\n`;

function archiveWith(note: Note, kept: readonly (readonly [string, string])[]): Archive {
  const archive = new Archive();
  archive.setFolders([{ uri: 'file:///repo' }]);
  for (const [date, text] of kept)
    archive.update(summarize(uriOf(date), parseNote(`# lantern office hours ${date}\n\n${text}`)));
  archive.update(summarize(uriOf(own), note));
  return archive;
}

/** All that is shown of the note, as plain data. */
function shown(note: Note, archive: Archive): unknown {
  const contexts = new DocumentContexts({
    templates: { of: () => undefined },
    clock: { today: () => '2026-06-01' },
    seriesOf: (uri) => archive.seriesOf(uri),
    settingsFor: () => ({ repository: '', severity }),
    remoteOf: () => undefined,
  });
  const context = contexts.contextOf(uriOf(own), note);
  const problems = contexts.problemsOf(uriOf(own), context).map((problem) => ({
    ...problem,
    fixes: problem.fixes.map((fix) => ({ ...fix })),
  }));
  const document = TextDocument.create(uriOf(own), 'markdown', 1, note.text);
  return { problems, own: context.own, links: documentLinks(document, { note, own: context.own }) };
}

const pieces = [
  ...[
    'Its to s',
    'Tove: ',
    'Okan',
    'Zed: ',
    'zed ',
    '@zed ',
    '(Mia)',
    'TODO: zed write it\n',
    'TODO: ',
    'PR #4',
    '#5',
    ' seph will ',
  ],
  ...[
    'https://github.com/x/y/issues/6 ',
    'https://github.com/x/y/pull/7\n',
    'y#8',
    '\n\n',
    '\n',
    '* ',
    '- [ ] ',
    '  * ',
    '> ',
    '---\n',
    'C',
    's',
    ' ',
  ],
  ...[
    '# widget office hours 2026-02-03\n',
    '# Widget sync 2026-02-03\n',
    '## Action items\n',
    '### Zed\n',
    '## Highlights since\n',
    '## Misc\n',
  ],
  ...[
    'Recording: https://youtu.be/d\n',
    'Stream: ',
    'YouTube Link:\n',
    '## Attendees\n\n* Zed @zed\n',
    '| Task | Owner |\n|--|--|\n| a | Zed |\n',
  ],
];

const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(20),
  insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((each) => each.join('')),
});

function edited(note: Note, from: number, to: number, insert: string): Note {
  const text = note.text.slice(0, from) + insert + note.text.slice(to);
  return parseNote(text, {
    note,
    changes: [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }],
  });
}

describe('an edited note and a fresh open (acceptance 45)', () => {
  const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
  const numRuns = Number(process.env.OFFICE_HOURS_RUNS ?? 1000) / 5;

  it('a name that the note no longer has is nobody', () => {
    const first = parseNote(start);
    const at = start.indexOf('Its to s') + 'Its to s'.length;
    const note = edited(first, at, at, 'C');
    assert.deepEqual(
      shown(note, archiveWith(first, others)),
      shown(parseNote(note.text), archiveWith(note, others)),
    );
  });

  for (const kept of [[], others.slice(0, 1), others]) {
    it(`show the same among ${kept.length} other notes (${numRuns} notes, seed ${seed})`, function () {
      this.timeout(120_000);
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
          let note = parseNote(start);
          const stale = archiveWith(note, kept);
          for (const { at, remove, insert } of steps) {
            const from = Math.floor(at * note.text.length);
            note = edited(note, from, Math.min(note.text.length, from + remove), insert);
          }
          assert.deepEqual(shown(note, stale), shown(parseNote(note.text), archiveWith(note, kept)));
        }),
        { numRuns, seed },
      );
    });
  }
});
