import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asNote, pastedMeetings } from '../../../server/core/features/pastedNotes.ts';
import { pastedText } from '../../../server/core/features/pastedText.ts';
import { usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';

const begun = '# lantern office hours 2026-03-03\n\nYouTube Link: \n\n## Highlights\n\n* \n';

const meetings = (text: string) => pastedMeetings(text, usualConventions);
const note = (text: string, like = begun) => {
  const [first] = meetings(text);
  return asNote(first!, like, usualConventions);
};

describe('text that was pasted', () => {
  for (const [what, text, expected] of [
    ['signs for bullets', '• one\n   ○ two\n', '* one\n   * two\n'],
    ['lists that are all indented', 'Notes\n\t* one\n\t\t* two', 'Notes\n* one\n\t* two'],
    ['lists at the margin', '* one\n  * two', '* one\n  * two'],
    ['escaped numbers', 'see PR \\#12, not \\\\#13', 'see PR #12, not \\\\#13'],
    ['an escape that is needed', '\\#12 is in', '\\#12 is in'],
    ['line ends and blanks of other programs', 'a\r\nb\vc\u00a0d\rf', 'a\nb\nc d\nf'],
    [
      'days alone on their lines',
      'March 3, 2026\n\n• a\n\nx 2026-03-17 y',
      '## March 3, 2026\n\n* a\n\nx 2026-03-17 y',
    ],
    [
      'rules between days',
      '2026-03-03\n\na\n\n---\n\n2026-03-17\n',
      '## 2026-03-03\n\na\n\n---\n\n## 2026-03-17\n',
    ],
    ['no day beside an underlined heading', 'T\n---\n\n2026-03-03\n', 'T\n---\n\n2026-03-03\n'],
    ['no day beside headings', '# T\n\n2026-03-03\n', '# T\n\n2026-03-03\n'],
    ['code', '```\n• a\n\\#1 b \\#2\n```\n• c', '```\n• a\n\\#1 b \\#2\n```\n* c'],
  ] as const)
    it(`has ${what}`, () => assert.equal(pastedText(text), expected));
});

describe('a pasted meeting', () => {
  for (const [what, text, day, expected] of [
    [
      'of HackMD',
      '---\ntags: lantern\n---\n\n# Lantern Office Hours, Tuesday, March 3rd 2026\n\n{%youtube dQw4w9WgXcQ %}\n\n## Highlights\n\n- PR #12',
      '2026-03-03',
      '---\ntags: lantern\n---\n\n# lantern office hours 2026-03-03\n\n{%youtube dQw4w9WgXcQ %}\n\n## Highlights\n\n- PR #12',
    ],
    [
      'with a line of tags and a title of its own',
      '###### tags: `a` `b`\n\n# Kick-off 2026-03-03\n\n## Who\n\n### Late',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\n###### tags: `a` `b`\n\nKick-off 2026-03-03\n\n## Who\n\n### Late',
    ],
    [
      'with headings of the highest level alone',
      'Notes of 2026-03-03\n\n# Who\n\nAda\n\n# Topics\n\n## One',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\nNotes of 2026-03-03\n\n## Who\n\nAda\n\n## Topics\n\n### One',
    ],
    [
      'with topics of the level of its title',
      '# Sync 2026-03-03\n\n# Topic\n\n## Sub\n\ntext\n\n# Other',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\n## Topic\n\n### Sub\n\ntext\n\n## Other',
    ],
    [
      'that begins with an item',
      '* 2026-03-03\n  * Ada: news\n* Next',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\n* 2026-03-03\n  * Ada: news\n* Next',
    ],
    [
      'of Google Docs',
      'Lantern office hours — March 3, 2026\nAttendees: Ada\n• one',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\nAttendees: Ada\n* one',
    ],
    ['without a day', 'Ada said it.', undefined, '# lantern office hours 2026-03-03\n\nAda said it.'],
    [
      'with underlined headings',
      'Sync 2026-03-03\n===\n\nTopics\n---\n\n* a',
      '2026-03-03',
      '# lantern office hours 2026-03-03\n\n## Topics\n\n* a',
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(
        meetings(text).map((each) => each.day),
        [day],
      );
      assert.equal(note(text), expected);
    });

  it('gets the tags, the line of the day and the front matter of its series', () => {
    const like =
      '---\ntags: minutes\nlayout: note\n---\n\n# lantern\n\n###### tags: a\n\nDate: 2026-03-03\n\n## Highlights\n';
    assert.equal(
      note('---\ntags: other\ntitle: Sync\n---\n\n## Highlights\n\n* one', like),
      '---\ntags: minutes\nlayout: note\n# tags: other\ntitle: Sync\n---\n\n# lantern\n\nDate: 2026-03-03\n\n###### tags: a\n\n## Highlights\n\n* one',
    );
  });

  it('keeps its title in a series without titles', () =>
    assert.equal(note('# Sync 2026-03-03\n\nAda', '## Who\n'), '# Sync 2026-03-03\n\nAda'));

  it('none: there is no text', () => assert.deepEqual(meetings(' \n\u200b\r\n'), []));
});

describe('several pasted meetings', () => {
  const text = [
    '# Lantern syncs\n\nZoom: https://example.com\n\n## 2026\n\n### March\n\n',
    '#### 2026-03-17\n\n##### Topics\n\n* PR #12\n\n',
    '#### 2026-03-03\n\n* Ada\n\n### February\n\n',
    '#### 2026-02-17\n\n* Bo\n',
  ].join('');

  it('are split, each below the title of its series', () => {
    const found = meetings(text);
    assert.deepEqual(
      found.map(({ day }) => day),
      ['2026-03-17', '2026-03-03', '2026-02-17'],
    );
    assert.deepEqual(
      found.map((each) => asNote(each, `# lantern office hours ${each.day}\n`, usualConventions)),
      [
        '# lantern office hours 2026-03-17\n\nZoom: https://example.com\n\n## Topics\n\n* PR #12',
        '# lantern office hours 2026-03-03\n\n* Ada',
        '# lantern office hours 2026-02-17\n\n* Bo',
      ],
    );
  });

  it('of plain text are split at the lines with days', () =>
    assert.deepEqual(
      meetings('March 17, 2026\n\n• one\n\nMarch 3, 2026\n\n• two\n').map(({ day, text: own }) => [day, own]),
      [
        ['2026-03-17', '## March 17, 2026\n\n* one'],
        ['2026-03-03', '## March 3, 2026\n\n* two'],
      ],
    ));
});

describe('each pasted note', () => {
  it('has one title', () => {
    const [first] = meetings('# One\n\n# Two 2026-03-03\n\n# Three');
    const made = parseNote(asNote(first!, begun, usualConventions));
    assert.equal(made.title?.text, 'lantern office hours 2026-03-03');
    assert.deepEqual(
      made.sections.map(({ heading, level }) => [heading, level]),
      [
        ['One', 2],
        ['Two 2026-03-03', 2],
        ['Three', 2],
      ],
    );
  });
});
