import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { LearnInput } from '../../../../server/core/learn/evidence.ts';
import { learnTemplate } from '../../../../server/core/learn/template/learnTemplate.ts';
import { parseNote } from '../../../../server/core/note/parse.ts';
import { readTemplate } from '../../../../server/core/template/file/readTemplate.ts';
import { addDays } from '../../../../shared/calendar.ts';
import { realNotes } from '../../../helpers/realNotes.ts';

const runs = { numRuns: Number(process.env.OFFICE_HOURS_RUNS ?? 100) };

/** `notes`: text by path below the series' folder. */
const inputs = (notes: Readonly<Record<string, string>>): LearnInput[] =>
  Object.entries(notes).map(([path, text]) => {
    const components = path.split('/');
    return { folders: components.slice(0, -1), fileName: components.at(-1)!, note: parseNote(text) };
  });
const learn = (notes: Readonly<Record<string, string>>, folder = 'docs/office-hours'): string =>
  learnTemplate(inputs(notes), { folder: folder === '' ? [] : folder.split('/') }).text;

/** The lines of the front matter that are no comments by themselves, and what is in `wanted` of the body. */
const line = (text: string, key: string): string | undefined =>
  text.split('\n').find((each) => each.startsWith(`${key}:`));

/** One text a fortnight from 2026-01-06 on. */
const fortnightly = (
  count: number,
  textOf: (date: string, index: number) => string,
): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = addDays('2026-01-06', 14 * index);
      return [`${date.replaceAll('-', '')}_meeting_notes.md`, textOf(date, index)];
    }),
  );

describe('learnTemplate', () => {
  it('says what it infers, and by how many notes', () => {
    const text = learn(
      fortnightly(
        5,
        (date, index) => `# lantern office hours ${date}

YouTube Link: https://youtu.be/${date}

## ${index < 2 ? 'Highlights since the last meeting' : 'Announcements and highlights since the last meeting'}

* Wren Ito (@wren): the new parser, https://github.com/lantern-project/lantern/pull/${index + 1}
* Priya Rao (@priya): packages of ${date}

## A topic of ${['bread', 'tea', 'fish', 'wood', 'rain'][index]}

TODO(wren): look at it

## Questions

Ask whatever you like: costs $5, or {nothing}.
${index % 2 === 0 ? '\n## Old patches\n\nhttps://github.com/lantern-project/website/pull/1\n' : ''}`,
      ),
    );
    assert.equal(
      text,
      `---
# Learned from 5 notes, 2026-01-06 to 2026-03-03. Comments show the evidence for each line.
# Correct the values, then save the file to use it for these notes.
project: lantern  # in 5 of 5 titles
notes: docs/office-hours/**  # the folder of all 5 notes
since: 2026-01-06  # the first of these notes
file: '{YYYYMMDD}_meeting_notes.md'  # in 5 of 5 file names
title: '{project} office hours {YYYY-MM-DD}'  # in 5 of 5 titles
date: title  # in 5 of 5 notes
every: 2 weeks on Tuesday  # 5 of 5 meetings match
repository: lantern-project/lantern  # named in 5 of 5 notes
repositories:  # short names: NAME#1
  website: lantern-project/website  # named in 3 of 5 notes
people:  # named in more than one note
  - {name: Priya Rao, login: priya}  # in 5 of 5 notes
  - {name: Wren Ito, login: wren}  # in 5 of 5 notes
# built in, no entry needed: TODO in 5 of 5 notes
recording: true  # "YouTube Link:" or similar in 5 of 5 notes
# sections:
#   ## Announcements and highlights since the last meeting: in 5 of 5 notes
#       2 of them as "Highlights since the last meeting"
#   ## Questions: in 5 of 5 notes
#   ## Old patches: in 3 of 5 notes, so it is optional
# headings in too few notes, left out: 5
# All notes have them in this order. To check it, add <!-- in order --> below the title.
---
# \${1:project} office hours \${2:\${CURRENT_YEAR}-\${CURRENT_MONTH}-\${CURRENT_DATE}}

YouTube Link: \${3}

## Announcements and highlights since the last meeting
<!-- also: Highlights since the last meeting -->

## Questions

Ask whatever you like: costs \\$5, or {nothing\\}.

## Old patches
<!-- optional -->

https://github.com/lantern-project/website/pull/1
`,
    );
  });

  const call = (date: string) => `# Weekly call ${date}\n\n## News\n`;
  for (const [name, key, notes, expected] of [
    [
      'folders by year',
      'file',
      { '2025/2025-12-30.md': call('2025-12-30'), '2026/2026-01-13.md': call('2026-01-13') },
      "file: '{YYYY}/{YYYY-MM-DD}.md'  # in 2 of 2 file names",
    ],
    [
      'folders by year and month',
      'file',
      { '2025/12/30.md': call('2025-12-30'), '2026/01/13.md': call('2026-01-13') },
      "file: '{YYYY}/{MM}/{DD}.md'  # in 2 of 2 file names",
    ],
    [
      'a long date',
      'date',
      { '1.md': call('Thursday 19th August 2021'), '2.md': call('Thursday 2nd September 2021') },
      "date: {in: title, format: 'dddd Do MMMM YYYY'}  # in 2 of 2 notes",
    ],
    [
      'the date in a line',
      'date',
      {
        '1.md': '# Releases WG\n\n### Date: August 9, 2021\n',
        '2.md': '# Releases WG\n\n### Date: August 19, 2021\n',
      },
      "date: {in: line, label: Date, format: 'MMMM D, YYYY'}  # in 2 of 2 notes",
    ],
    [
      'the date in the file name alone',
      'date',
      { '2026-01-06.md': '# Releases WG\n', '2026-01-13.md': '# Releases WG\n' },
      'date: file  # in 2 of 2 notes',
    ],
    [
      'numbered meetings',
      'title',
      { '1.md': '# Call #7 2026-01-06\n', '2.md': '# Call #8 2026-01-20\n' },
      "title: 'Call #{number} {YYYY-MM-DD}'  # in 2 of 2 titles",
    ],
    [
      'months',
      'title',
      { '2025-12.md': '# Lantern sync, December 2025\n', '2026-01.md': '# Lantern sync, January 2026\n' },
      "title: '{project} sync, {MMMM YYYY}'  # in 2 of 2 titles; without a date",
    ],
    [
      'files of months',
      'file',
      { '2025-12.md': '# Lantern sync, December 2025\n', '2026-01.md': '# Lantern sync, January 2026\n' },
      "file: '{YYYY-MM}.md'  # in 2 of 2 file names",
    ],
    [
      'the year before a number',
      'file',
      { '2026-W02.md': '# Call 2026-01-06\n', '2026-W04.md': '# Call 2026-01-20\n' },
      "file: '{YYYY}-W{number}.md'  # in 2 of 2 file names",
    ],
    [
      'a number that is no year',
      'file',
      { 'rfc-2026-1.md': '# Call 2025-01-06\n', 'rfc-2026-2.md': '# Call 2025-01-20\n' },
      "file: 'rfc-2026-{number}.md'  # in 2 of 2 file names",
    ],
    [
      'how items name their owners',
      '  owners',
      {
        '1.md': '# Call 2026-01-06\n\nBo Chen: hello\n\n## Action items\n\n- [ ] write it [Bo]\n- a -> b\n',
        '2.md': '# Call 2026-01-20\n\nBo Chen: hello\n\n## Action items\n\n- write it [Bo Chen]\n- x [y]\n',
      },
      "  owners: ['{task} [{owner}]']  # {task} [{owner}] in 2 of 2 notes",
    ],
    [
      'markers of its own',
      '  markers',
      { '1.md': '# Call 2026-01-06\n\n* AP: x\n', '2.md': '# Call 2026-01-20\n\nAP (ada): y\n' },
      '  markers: [AP]  # AP in 2 of 2 notes',
    ],
    [
      'no markers that stand in code',
      '  markers',
      {
        '1.md': '# Call 2026-01-06\n\n> * AP: x\n\n```\nAR: x\n```\n',
        '2.md': '# Call 2026-01-20\n\n- [ ] AP: y\n\n    AR: y\n',
      },
      '  markers: [AP]  # AP in 2 of 2 notes',
    ],
    [
      'sections with boxes to tick',
      '  sections',
      {
        '1.md': '# Call 2026-01-06\n\n## Homework\n\n- [ ] x\n- [x] y\n',
        '2.md': '# Call 2026-01-20\n\n## Homework\n\n- [ ] z\n',
      },
      '  sections: [Homework]  # Homework in 2 of 2 notes',
    ],
    [
      'repositories as headings',
      'repositoryFromHeading',
      {
        '1.md': '# Call 2026-01-06\n\n## Agenda\n\n### nodejs/node\n\n* #1\n',
        '2.md': '# Call 2026-01-20\n\n## Agenda\n\n### nodejs/node\n\n* #2\n',
      },
      'repositoryFromHeading: true  # headings such as owner/name in 2 of 2 notes',
    ],
    [
      'the short name of its own repository',
      '  TSC',
      {
        '1.md': '# Call 2026-01-06\n\n* https://github.com/fern/TSC/issues/1\n',
        '2.md': '# Call 2026-01-20\n\n* TSC#2, fern/other#3\n',
      },
      '  TSC: fern/TSC  # named in 2 of 2 notes',
    ],
    [
      'a recording under another name',
      'recording',
      {
        '1.md': '# Call 2026-01-06\n\nStream: https://stream.example/1\n',
        '2.md': '# Call 2026-01-20\n\nStream: https://stream.example/2\n',
      },
      'recording: \'Stream:\'  # "Stream:" or similar in 2 of 2 notes',
    ],
    [
      'some recordings',
      'recording',
      {
        '1.md': '# Call 2026-01-06\n\nYouTube: https://youtu.be/1\n',
        '2.md': '# Call 2026-01-20\n\nYouTube: https://youtu.be/2\n',
        '3.md': '# Call 2026-02-03\n',
      },
      'recording: false  # "YouTube:" or similar in 2 of 3 notes',
    ],
  ] as const) {
    it(name, () => {
      const text = learn(notes);
      assert.equal(line(text, key), expected, text);
      assert.deepEqual(readTemplate(text).problems, []);
    });
  }

  it('names the notes beside other files at the root', () => {
    const text = learn(
      { '20260106_call.md': call('2026-01-06'), '20260120_call.md': call('2026-01-20') },
      '',
    );
    assert.equal(line(text, 'notes'), "notes: '*_call.md'  # the folder of all 2 notes");
  });

  it('asks for the day itself where variables cannot write it', () => {
    const text = learn({ '1.md': call('19th August 2021'), '2.md': call('2nd September 2021') });
    assert.equal(text.split('---\n')[2], '# Weekly call ${1:date}\n\n## News\n');
  });

  it('writes the month of a title as variables', () => {
    const text = learn({ '1.md': '# Lantern sync, May 2026\n', '2.md': '# Lantern sync, June 2026\n' });
    assert.ok(text.endsWith('# ${1:project} sync, ${2:${CURRENT_MONTH_NAME} ${CURRENT_YEAR}}\n'), text);
  });

  it('leaves such a title to its pattern where another line has the day', () => {
    const note = (title: string, day: string) => `${call(title).split('\n')[0]}\n\nDate: ${day}\n\n## News\n`;
    const text = learn({
      '1.md': note('19th August 2021', '2021-08-19'),
      '2.md': note('2nd September 2021', '2021-09-02'),
    });
    assert.ok(text.split('---\n')[2]?.startsWith('Date: ${1:'), text);
  });

  it('keeps labels whose lines go on in another way, and nothing below what it leaves out', () => {
    const text = learn(
      fortnightly(
        4,
        (date, index) => `# Lantern call ${date}

**Present**: Ada (@ada), Bo (@bo${index})

## Links

* **Recording**: <https://youtu.be/${index}>
* **Minutes**: https://example.org/${index}
* Agenda: https://example.org/agenda/${index}
* Nobody knows: ${index}
* **Ada**: all is well

## Topics

* Topic ${index}
  - fine by me
`,
      ),
    );
    assert.ok(
      text.endsWith(`
# \${1:project} call \${2:\${CURRENT_YEAR}-\${CURRENT_MONTH}-\${CURRENT_DATE}}

**Present**: \${3}

## Links

* **Recording**: \${4}
* **Minutes**: \${5}
* Agenda: \${6}
* **Ada**: all is well

## Topics
`),
      text,
    );
    assert.ok(readTemplate(text).definition.template.recordingRequired);
  });

  for (const [lines, expected] of [
    ['Attendees: Ada Lin, Bo Sá, Cy WHO', 'Attendees: ${2}'],
    ['Asistentes: Lucía, Íñigo, @marta-WHO', 'Asistentes: ${2}'],
    ['Teilnehmende: Ada, WHO', 'Teilnehmende: ${2}'],
    ['Chair: Ada\nScribe: WHO\nPresent: Ada, WHO', 'Chair: ${2}\nScribe: ${3}\nPresent: ${4}'],
    ['- Facilitator: WHO\n- Time: 16:00 UTC', '- Facilitator: ${2}\n- Time: 16:00 UTC'],
    ['**Present:** Ada, WHO', '**Present:** ${2}'],
    ['Apologies: WHO', 'Apologies: ${2}'],
    ['WHO: all is well', undefined],
  ] as const) {
    it(`has the opening lines that the next note begins with: ${lines.replaceAll('\n', '⏎')}`, () => {
      const text = learn(
        fortnightly(
          5,
          (date, index) =>
            `# Sync call ${date}\n\n${lines.replaceAll('WHO', ['Dee', 'Eve', 'Fay', 'Gus', 'Hal'][index % 5]!)}\n\n## Agenda\n\n* x${index}\n`,
        ),
      );
      const [, body = ''] = text.split('}-${CURRENT_DATE}}\n\n');
      assert.equal(body, expected === undefined ? '## Agenda\n' : `${expected}\n\n## Agenda\n`, text);
    });
  }

  it('empties the boxes that were ticked', () => {
    const note = (date: string) => `# Sync ${date}\n\n## Before the call\n\n- [x] start the recording\n`;
    const days = ['2026-01-06', '2026-01-20', '2026-02-03'];
    const notes = days.map((day) => ({ folders: [], fileName: `${day}.md`, note: parseNote(note(day)) }));
    const { text } = learnTemplate(notes, { folder: ['notes'] });
    assert.match(text, /\n## Before the call\n\n- \[ \] start the recording\n$/);
  });

  it('begins notes with the front matter that they begin with', () => {
    const text = learn(
      fortnightly(
        3,
        (date, index) =>
          `---\ntitle: Call of ${date}\ntags: [meetings, "$1"]\nauthor: a${index}\nonce${index}: x\n  in: x\n---\n# Call ${date}\n`,
      ),
    );
    const day = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}';
    assert.ok(
      text.endsWith(
        `---\n---\ntitle: Call of \${1:${day}}\ntags: [meetings, "\\$1"]\nauthor: \${2}\n---\n\n# Call \${3:${day}}\n`,
      ),
      text,
    );
    assert.deepEqual(readTemplate(text).problems, []);
  });

  it('takes a marker for nobody', () => {
    const note = (date: string) => `# Call ${date}\n\n* AP: Ada to look\n* BT: yes\n`;
    const text = learn({ '1.md': note('2026-01-06'), '2.md': note('2026-01-20') });
    assert.ok(text.includes('  markers: [AP]') && text.includes('- BT ') && !text.includes('- AP '), text);
  });

  it('says of one note that it is one', () => {
    const text = learn({ '2026-01-06.md': '# Call 2026-01-06\n\n## News\n' });
    assert.ok(text.includes('# Learned from one note, of 2026-01-06. '), text);
    assert.ok(text.includes('## News: in 1 of 1 note, optional because there is only one note'), text);
  });

  for (const [name, notes] of [
    ['an empty note', { 'x.md': '' }],
    ['a note of prose', { 'x.md': 'Nothing much.' }],
    ['a title alone, with a date in words', { 'x.md': '# The call of 2nd March 2026' }],
    ['front matter of its own', { 'x.md': '---\ntitle: x\n---\n\n# Call 2026-01-06\n\n## News\n' }],
  ] as const) {
    it(`makes a template of ${name}`, () => assert.deepEqual(readTemplate(learn(notes)).problems, []));
  }

  it('gives a valid template whatever the notes hold', () => {
    const pieces = [
      ...[
        '${1:x}',
        '${',
        '$0',
        '}',
        '\\',
        '-->',
        '<!--',
        '<!-- optional -->',
        '<!-- also: x -->',
        '---',
        '```',
      ],
      ...[
        '#',
        '##',
        '`',
        '"',
        "'",
        ': ',
        ' #',
        '{',
        '[',
        '*',
        '&a',
        '!x',
        '|',
        '>',
        '%',
        '@',
        '@ada',
        '@-x-',
        'GH',
      ],
      ...[
        '2026-01-06',
        '19 May 2021',
        'YYYY',
        '{any}',
        'null',
        '~',
        'é',
        '\u2028',
        '\ud800',
        '\t',
        '\0',
        '😀',
      ],
      ...[
        'Ada',
        'Grace Hopper',
        'TODO',
        'AP:',
        'https://github.com/a/b/pull/1',
        'ab/cd#1',
        'Stream:',
        'YouTube:',
      ],
      ...['x'.repeat(200), 'word', 'other words'],
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(' '));
    const joined = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''));
    const head = fc.tuple(
      fc.constantFrom('# ', '## ', '### ', '', '* ', '- [ ] ', '---\n'),
      fc.oneof(text, joined),
    );
    const body = fc
      .array(
        head.map((parts) => parts.join('')),
        { maxLength: 14 },
      )
      .map((lines) => lines.join('\n\n'));
    // Most of a note is as it was the time before.
    const series = fc
      .tuple(body, fc.array(body, { maxLength: 3 }), joined, joined)
      .map(([same, others, file, folder]) => {
        const texts = [same, same, same, same, ...others];
        const notes = texts.map((each, index) => ({
          folders: index % 2 === 0 ? [] : ['2026'],
          fileName: `${addDays('2026-01-06', 7 * index)}${file}.md`,
          note: parseNote(each),
        }));
        return { notes, folder: [folder === '' ? 'notes' : folder] };
      });
    fc.assert(
      fc.property(series, ({ notes, folder }) => {
        const learned = learnTemplate(notes, { folder });
        assert.deepEqual(readTemplate(learned.text).problems, [], learned.text);
        assert.match(learned.name, /^[\p{L}\p{N}_-]+$/u);
      }),
      runs,
    );
  });

  it('reads notes of thousands of blocks in a bearable time', () => {
    const pieces = [
      '## Heading of its own ',
      '@login',
      '- [ ] x',
      '<!-- -->',
      'a: http://x.example/',
      '`code`',
    ];
    const notes = pieces.map((piece, index) => {
      const text = Array.from({ length: 5_000 }, (_, at) => `${piece}${at}`).join('\n\n');
      return {
        folders: [],
        fileName: `2026-01-0${index + 1}.md`,
        note: parseNote(`# x 2026-01-01\n\n${text}`),
      };
    });
    // Were it to grow with the square, the runner's limit would end it.
    const { text } = learnTemplate([...notes, ...notes, ...notes], { folder: ['notes'] });
    assert.deepEqual(readTemplate(text).problems, []);
  });

  it('comes to the sections of real notes, with their older names', () => {
    const notes = realNotes()?.filter(({ file }) => file >= '2020');
    if (notes === undefined) return;
    const { text } = learnTemplate(
      notes.map((note) => ({ folders: [], fileName: note.file, note: parseNote(note.text) })),
      { folder: ['docs', 'office-hours'] },
    );
    const { definition, problems } = readTemplate(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      definition.template.sections.map(({ heading, required, aliases }) => ({ heading, required, aliases })),
      [
        { heading: 'Announcements and Highlights since the last meeting', required: true, aliases: [] },
        {
          heading: 'Any Questions / Issues / PRs people want to discuss?',
          required: true,
          aliases: ['Any PRs people want to discuss'],
        },
        { heading: 'Look at old PRs', required: false, aliases: ['Review Old PRs'] },
      ],
    );
    assert.deepEqual(
      [
        definition.title?.source,
        definition.file?.source,
        definition.rhythm?.words,
        definition.template.recordingRequired,
      ],
      [
        '{project} office hours {YYYY-MM-DD}',
        '{YYYYMMDD}_meeting_notes.md',
        'every 2 weeks on Tuesday',
        true,
      ],
    );
  });
});
