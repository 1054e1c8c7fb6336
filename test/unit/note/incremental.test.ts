import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Conventions, usualConventions } from '../../../server/core/note/conventions.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { parseNote, parseNoteOnce } from '../../../server/core/note/parse.ts';
import { listItems, textLines } from '../../../server/core/note/structure.ts';
import { PiecedText, type Text } from '../../../server/core/note/text.ts';
import { parseDateFormat } from '../../../shared/dates/format.ts';

/** What notes are made of, and what breaks parsers. */
const fragments = [
  'Tove:\n',
  '### Tove\n',
  '**Okan**\n\n',
  '* Tove\n  * ',
  '  * Owner: Tove\n',
  '  * @tove tag\n',
  'At the end of the meeting:\n\n',
  '\n\n---\n\n',
  '## Completed action items\n',
  '### Notes\n',
  '**Next steps**\n',
  '\n| Task | Owner |\n|---|---|\n| a | Tove |\n',
  '| TODO: x | Tove |\n',
  ' (???)',
  'none\n',
  'CI is red\n',
  ' why?\n',
  '# T 2020-01-01\n',
  '## T meeting 2020-01-08\n',
  '###### tags: a\n',
  '---\n',
  '+++\n',
  'title: T\n',
  'title = "T"\n',
  '<h1>T</h1>\n\n',
  '\n',
  '\n\n',
  '## Action items\n',
  '### A -- seph\n',
  '* ',
  '  - ',
  '1. ',
  '- [ ] ',
  '- [x] ',
  '> ',
  '```\n',
  '~~~',
  '    ',
  'PR #12',
  'pr3',
  '#4',
  'issue 5',
  'a/b#6',
  'GH-7',
  'PRs #1, #2 and #3',
  '#1/#2-#3',
  'PRs 12-15',
  '修复',
  '🎉',
  'github.com/o/r/pull/4',
  'https://redirect.github.com/o/r/pull/4',
  '<code>',
  '</code>',
  '<kbd>',
  '</kbd>',
  '<pre>',
  'o/r@0123456789abcdef0123456789abcdef01234567',
  'PRxxxx',
  'https://github.com/o/r/pull/8/files',
  '[x](https://github.com/o/r/issues/9)',
  '[',
  '](',
  ')',
  '](y)',
  '[PR #1](',
  'TODO: ',
  'TODO(seph): ',
  'TODO',
  'ACTION ITEM: ',
  'AI: ',
  'seph: ',
  ' (Tove, by Friday) ',
  ' @octo/docs #12',
  '[name=Tove] ',
  '[Tove][] ',
  '[Tove](https://github.com/tove) ',
  '**Guido van Rossum**: ',
  ' cc @ann',
  'DONE ',
  "(PR'ed)",
  ': done',
  'Ted will ',
  '(Ann)',
  '@bo ',
  ' -- seph',
  'Next steps:\n',
  'YouTube Link: ',
  'https://youtu.be/x',
  '<!-- ',
  ' -->',
  '<!-- office-hours-disable -->',
  '`',
  '``',
  '<',
  '>',
  '|',
  '| a | b |\n|---|---|\n',
  '| Who | What |\n|---|---| \n| Ann | x |\n',
  '---\n',
  '===\n',
  '\\',
  '&amp;',
  'word ',
  'Some words. ',
  '😀',
  '\ud800',
  '\u0000',
  '\u200b',
  '\r',
  '\r\n',
  '\t',
  '_',
  '**',
  '~~',
  '!',
  ':',
  '### a/b\n',
  '## TSC\n',
  'TSC#1',
  'EIP-1',
  'BT: ',
  '* JL: yes\n',
  'AP: ',
  ' => bt',
  '## Present\n',
  '**Present**: ',
  'Ann Lee @ann',
  'Date: 19/08/2021\n',
  '### Date: August 19, 2021\n',
  'Stream: ',
];

/** Everything a template file can say. */
const rich: Conventions = {
  people: [
    { name: 'Ann Lee', login: 'ann', initials: 'AL', aliases: ['Annie'] },
    { name: 'Bo', initials: 'BT', aliases: ['seph'] },
  ],
  markers: ['AP'],
  actionSections: ['A'],
  ownerPatterns: [{ before: '=> ', after: '', ownerFirst: false }],
  repositories: new Map([['tsc', { host: 'github.com', owner: 'lantern-org', name: 'TSC' }]]),
  prefixes: [{ prefix: 'EIP-', url: 'https://eips.example.org/{id}' }],
  repositoryFromHeading: true,
  date: { places: ['title', 'line'], format: parseDateFormat('DD/MM/YYYY')!, label: 'Date' },
  recordingLabel: 'Stream:',
};

const styles: readonly (readonly [name: string, conventions: Conventions])[] = [
  ['usual', usualConventions],
  ['rich', rich],
  ['other', { ...usualConventions, markers: ['BT'], actionSections: ['Present'], recordingLabel: 'AP' }],
];

interface Step {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const text = fc.array(fc.constantFrom(...fragments), { maxLength: 25 }).map((parts) => parts.join(''));
const step = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(12),
  insert: fc.array(fc.constantFrom(...fragments), { maxLength: 3 }).map((parts) => parts.join('')),
});

function apply(
  note: Note,
  { at, remove, insert }: Step,
  conventions?: Conventions,
  held: (text: string) => Text = (all) => all,
): Note {
  const from = Math.floor(at * note.text.length);
  const to = Math.min(note.text.length, from + remove);
  const edited = note.text.slice(0, from) + insert + note.text.slice(to);
  const changes = [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }];
  return parseNote(held(edited), { note, changes }, conventions);
}

describe('incremental parsing (acceptance 24)', () => {
  const seed = Number(process.env.OFFICE_HOURS_SEED ?? 20260101);
  const runs = Number(process.env.OFFICE_HOURS_RUNS ?? 1000);

  for (const [name, conventions] of styles) {
    it(`equals parsing afresh after every edit, conventions: ${name} (${runs} notes, seed ${seed})`, () => {
      fc.assert(
        fc.property(text, fc.array(step, { minLength: 1, maxLength: 6 }), (start, steps) => {
          let note = parseNote(start, undefined, conventions);
          for (const each of steps) {
            note = apply(note, each, conventions);
            const fresh = parseNote(note.text, undefined, conventions);
            assert.deepEqual(note, fresh);
            assert.deepEqual(listItems(note), listItems(fresh));
            assert.deepEqual(textLines(note), textLines(fresh));
          }
        }),
        { numRuns: runs, seed },
      );
    });
  }

  it('reads a text in pieces as it reads one in a string', () => {
    fc.assert(
      fc.property(text, step, fc.integer({ min: 1, max: 40 }), (start, each, length) => {
        const held = (all: string) => new PiecedText(all.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? ['']);
        const note = apply(parseNote(start), each, undefined, held);
        assert.equal(note.written.slice(0), note.text);
        assert.deepEqual({ ...note, written: note.text }, { ...parseNote(note.text) });
      }),
      { numRuns: runs, seed },
    );
  });

  for (const [name, conventions] of styles) {
    it(`has the same for a note that is read once, conventions: ${name}`, () => {
      fc.assert(
        fc.property(text, (start) => {
          assert.deepEqual(parseNoteOnce(start, conventions), parseNote(start, undefined, conventions));
        }),
        { numRuns: runs, seed },
      );
    });
  }

  it('equals parsing afresh when the conventions are others from one edit to the next', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(step, fc.nat(2)), { minLength: 2, maxLength: 5 }),
        (start, steps) => {
          let note = parseNote(start);
          for (const [each, style] of steps) {
            const conventions = styles[style]![1];
            note = apply(note, each, conventions);
            assert.deepEqual(note, parseNote(note.text, undefined, conventions));
          }
        },
      ),
      { numRuns: runs / 4, seed },
    );
  });

  it('keeps every span inside the note and in order', () => {
    fc.assert(
      fc.property(text, fc.nat(2), (start, style) => {
        const note = parseNote(start, undefined, styles[style]![1]);
        const spans = [
          ...note.references.flatMap((each) => [each.range, each.numberRange]),
          ...note.actionItems.flatMap((each) => [
            each.range,
            each.ownerSlot.range,
            ...each.owners.map((owner) => owner.range),
          ]),
          ...note.external.map((each) => each.range),
          ...(note.dateLine ? [note.dateLine.range] : []),
          ...note.people.map((each) => each.range),
          ...note.opaque,
        ];
        for (const { from, to } of spans) assert.ok(0 <= from && from <= to && to <= start.length);
        const starts = note.references.map((each) => each.range.from);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
      }),
      { numRuns: runs, seed },
    );
  });
});
