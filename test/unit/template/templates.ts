/** Template files as anybody might write them, for fast-check. Some are not valid: whoever uses them asks the reader. */

import fc from 'fast-check';

/** Headings with what Markdown, snippets or the comparison of headings might make something of. */
const headingText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('News', 'Old pull requests', 'Misc', 'Action items', 'Highlights', 'Present'),
  },
  fc.constantFrom(
    'C#',
    'Questions? ',
    '`code` & more',
    '[a link](https://example.com/x)',
    '**Bold** _text_',
    'A \\$5 budget \\} {brace}',
    'a <!-- comment --> inside',
    '1. First',
    '- item',
    'Date: then',
    'TODO(ada): this',
    'ünïcödé – dash',
    '日本語',
    '&amp; entity',
    '#42',
    'trailing ##',
    'x \\\\ y',
    '~~struck~~',
    '|table|',
    'YouTube: recording',
    '*',
    '...',
    'a\tb',
    '2026-03-03',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map(oneLine),
);

const stop = fc.constantFrom(
  '${1:Topic}',
  '${2}',
  '$3',
  '${4:project}',
  '${5|one,two|}',
  '${6:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}',
  '$CURRENT_MONTH',
  '${7:date}',
  '${8:number}',
  '${TM_FILENAME}',
  '$0',
);

const heading = fc.oneof(
  { weight: 4, arbitrary: headingText },
  fc.tuple(headingText, stop).map(([text, asked]) => `${text} ${asked}`),
  stop,
);

const marker = fc.oneof(
  fc.constantFrom('<!-- optional -->', '<!-- many -->', '<!-- in order -->', '<!-- a comment -->'),
  headingText.map((text) => `<!-- also: ${text} -->`),
);

const line = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', 'text', '* item', '* TODO(${1:owner}): ${2:what}', 'YouTube: ${3}'),
  },
  fc.constantFrom(
    '```\n## in code\n```',
    '~~~\n# in code\n~~~',
    '    # indented',
    '> ## quoted',
    '<!--\n## in a comment\n-->',
    '<div>\n## in html\n</div>',
    '| a | b |\n| - | - |',
    '---',
    'Underlined\n---',
    'Date: ${1:date}',
    '${9:## in a stop\n\ntext}',
    '${9:News}',
    '- [ ] task\n  ## in an item',
  ),
  stop,
  fc.string({ maxLength: 20 }).map(oneLine),
);

const section = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    heading,
    fc.array(marker, { maxLength: 2 }),
    fc.array(line, { maxLength: 3 }),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([level, text, markers, lines, gap]) =>
    [`${'#'.repeat(level)} ${text}`, ...markers, lines.join(gap)].join('\n'),
  );

const titleText = fc.constantFrom(
  '${1:project} office hours ${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}',
  'Releases WG',
  '${1:topic} of $CURRENT_DAY_NAME',
  'Meeting #${1:number}, ${2:date}',
  'Notes',
  '',
  'C# ##',
);

const noteFrontMatter = fc.constantFrom(
  '---\ntags: a\ndate: ${1:date}\n---\n',
  '---\ntitle: x\n---\n\n',
  '---\n# no heading\n---\n',
);

const body = fc
  .record({
    frontMatter: fc.option(noteFrontMatter, { nil: '' }),
    title: fc.option(
      fc
        .tuple(titleText, fc.constantFrom('', '<!-- in order -->\n'))
        .map(([text, order]) => `# ${text}\n${order}\n`),
      { nil: '' },
    ),
    opening: fc.array(line, { maxLength: 2 }).map((lines) => lines.join('\n\n')),
    sections: fc.array(section, { maxLength: 6 }),
    gap: fc.constantFrom('\n', '\n\n'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ frontMatter, title, opening, sections, gap, end }) => {
    return frontMatter + title + [opening, ...sections].join(gap) + end;
  });

const dateFormat = fc.constantFrom(
  'YYYY-MM-DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'dddd Do MMMM YYYY',
  'D MMM YY',
  'MMMM D, YYYY',
  '[on] YYYY/MM/DD',
);

const word = fc.constantFrom('notes', 'Meeting', 'TSC #', ' – ', 'C#', '_', ' ', '{{x}}', '', '(', '.');

const lastWord = fc.oneof(word, fc.constant(' ##'));

const titlePattern = fc
  .tuple(
    word,
    dateFormat,
    word,
    fc.constantFrom('', '{project}', '{number}', '{any}', '{project} {number}'),
    lastWord,
  )
  .map(([first, format, second, asked, last]) => `${first}{${format}}${second}${asked}${last}`);

const filePattern = fc.constantFrom(
  '{YYYYMMDD}_meeting_notes.md',
  '{YYYY}/{YYYY-MM-DD}.md',
  '{YYYY}/{MM}/{DD}.md',
  'status-{YYYY-MM-DD}.md',
  '{number}-{D MMM YYYY}.md',
  '{YYYY-MM-DD}-{any}.md',
  '{number}.md',
);

const date = fc.oneof(
  fc.constantFrom('title', 'file', '[title, file]', 'line', '[line, title]'),
  dateFormat.map((format) => `{in: line, label: Day, format: '${format}'}`),
  dateFormat.map((format) => `{in: title, format: '${format}'}`),
);

const quoted = (text: fc.Arbitrary<string>) => text.map((each) => `'${each.replaceAll("'", "''")}'`);

/** Key by key, each there or not. */
const frontMatter = fc
  .record(
    {
      project: quoted(fc.constantFrom('lantern', 'C#', 'Node.js TSC', 'a  b', 'project', '*x*')),
      title: quoted(titlePattern),
      file: quoted(filePattern),
      date,
      every: fc.constantFrom('Tuesday', 'last Thursday of the month'),
      recording: fc.constantFrom('true', 'false', "'Stream:'"),
      people: fc.constantFrom('[Ada, {name: Grace, login: ghopper, initials: GH}]'),
      repositoryFromHeading: fc.constantFrom('true'),
    },
    { requiredKeys: [] },
  )
  .map((keys) => Object.entries(keys).map(([key, value]) => `${key}: ${value}\n`))
  .map((lines) => `---\n${lines.join('')}---\n`);

/** A note's own front matter is the file's second block, so that the file needs one of its own then. */
export const templateFile = fc
  .tuple(fc.option(frontMatter, { nil: '' }), body, fc.constantFrom('\n', '\r\n'))
  .map(([front, text, lineEnd]) =>
    ((front === '' && text.startsWith('---') ? '---\n---\n' : front) + text).replaceAll('\n', lineEnd),
  );

/** Of the hundred years that two digits of a year stand for. */
export const day = fc
  .date({ min: new Date('1969-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ');
}
