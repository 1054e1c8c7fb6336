import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isSameSummary, noteDate, summarize, summarizeName } from '../../../server/core/archive/summary.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const uri = 'file:///w/docs/office-hours/20260106_meeting_notes.md';
const text = `# lantern office hours 2026-01-07

YouTube: https://youtu.be/x

## Highlights since the last meeting

* Retries (PR #12), see #12 and https://github.com/lantern/lanternd/pull/3

## Updates

* Mirela: parsers
* @wren: packages
* Mirela: more parsers

### Later
`;

describe('summarize', () => {
  it('keeps what the archive needs', () => {
    const repository = { host: 'github.com', owner: 'lantern', name: 'lanternd' };
    const { facts, ...summary } = summarize(uri, parseNote(text));
    assert.deepEqual([facts?.references.length, facts?.people.length, facts?.items], [6, 6, []]);
    assert.deepEqual(summary, {
      uri,
      fileName: '20260106_meeting_notes.md',
      fileDate: '2026-01-06',
      titleText: 'lantern office hours 2026-01-07',
      titleDate: '2026-01-07',
      recordingLabel: 'YouTube:',
      headings: [
        { text: 'Highlights since the last meeting', level: 2, line: 4 },
        { text: 'Updates', level: 2, line: 8 },
        { text: 'Later', level: 3, line: 14 },
      ],
      people: ['Mirela', 'wren'],
      // A speaker; a speaker and a login.
      evidence: [1, 17],
      references: [
        { number: 12, kind: 'pull' },
        { number: 3, kind: 'pull', repository },
      ],
    });
  });

  it('leaves out what is not there', () => {
    const empty = { people: [], references: [], headings: [] };
    assert.deepEqual(summarize('untitled:Untitled-1', parseNote('')), {
      uri: 'untitled:Untitled-1',
      fileName: 'Untitled-1',
      ...empty,
    });
    assert.deepEqual(summarizeName('file:///a/%23%202026-01-06.md'), {
      uri: 'file:///a/%23%202026-01-06.md',
      fileName: '# 2026-01-06.md',
      fileDate: '2026-01-06',
      ...empty,
    });
  });

  it('believes the file name before the title', () => {
    assert.equal(noteDate(summarize(uri, parseNote(text))), '2026-01-06');
    assert.equal(noteDate(summarize('file:///a/b.md', parseNote(text))), '2026-01-07');
    assert.equal(noteDate(summarize('file:///a/b.md', parseNote(''))), undefined);
  });

  it('believes what the series says of its files before both', () => {
    const summary = summarize(uri, parseNote(text), '2026-01-08');
    assert.equal(noteDate(summary), '2026-01-08');
    assert.ok(!isSameSummary(summary, summarize(uri, parseNote(text))));
  });

  it('knows the day of a date line, who was there, and with which login', () => {
    const written =
      '# Lantern\n\n**Date**: Tuesday 6th January 2026\n\n## Present\n\n* Tove Lind @tove-l (TSC)\n* @wren\n* Mirela';
    const summary = summarize('file:///a/b.md', parseNote(written));
    assert.equal(summary.lineDate, '2026-01-06');
    assert.equal(noteDate(summary), '2026-01-06');
    assert.deepEqual(summary.present, [
      { name: 'Tove Lind', login: 'tove-l' },
      { name: 'wren', login: 'wren' },
      { name: 'Mirela' },
    ]);
    assert.deepEqual(summary.people, ['Tove Lind', 'wren', 'Mirela']);
  });

  it('takes the kind that says more', () => {
    const { references } = summarize(uri, parseNote('# T\n\n#12 and PR #12 and issue #12'));
    assert.deepEqual(references, [{ number: 12, kind: 'pull' }]);
  });

  it('stays small, whatever the note', () => {
    const people = Array.from({ length: 300 }, (_, index) => `* @name${index}: hello #${index}`).join('\n');
    const long = `# ${'x'.repeat(5000)}\n\n${people}\n\n${'## A\n\nb\n\n'.repeat(300)}`;
    const summary = summarize(uri, parseNote(long));
    assert.equal(summary.titleText?.length, 200);
    assert.ok(summary.people.length <= 200);
    assert.equal(summary.headings.length, 100);
  });
});

describe('isSameSummary', () => {
  const summary = summarize(uri, parseNote(text));
  for (const [change, same] of [
    ['', true],
    ['More prose.\n', true],
    ['* Oana: hello\n', false],
    ['Merged PR #99.\n', false],
    ['## Another\n', false],
    ['### Another\n', false],
  ] as const) {
    it(JSON.stringify(change), () =>
      assert.equal(isSameSummary(summary, summarize(uri, parseNote(`${text}\n${change}`))), same),
    );
  }

  it('sees another title', () => {
    const other = parseNote(text.replace('2026-01-07', '2026-01-06'));
    assert.ok(!isSameSummary(summary, summarize(uri, other)));
  });
});
