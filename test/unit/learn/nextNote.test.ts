import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextNote } from '../../../server/core/learn/nextNote.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { addDays } from '../../../shared/calendar.ts';
import { formatDay, readDateFormat } from '../../../shared/dates/format.ts';

/** The next note after so many weekly ones, the last of 2026-01-27; `count` is 1 for the oldest. */
const next = (write: (date: string, count: number) => string, count = 8, date = '2026-02-03'): string => {
  const notes = Array.from({ length: count }, (_, ago) => {
    const day = addDays('2026-01-27', -7 * ago);
    return { folders: [], fileName: `${day}.md`, date: day, note: parseNote(write(day, count - ago)) };
  });
  return nextNote(notes, date).text;
};
const dotted = (date: string): string => date.split('-').reverse().join('.');

describe('nextNote', () => {
  for (const [what, write, expected] of [
    [
      'title form and sections',
      (date: string) =>
        `# T-parser Meeting Agenda ${date}\n\n## Announcements\n\n- one of ${date.slice(8)}\n\n## Issues\n`,
      '# T-parser Meeting Agenda 2026-02-03\n\n## Announcements\n\n## Issues\n',
    ],
    [
      'a title with a German day',
      (date: string) => `# Treffen ${dotted(date)}\n\n## Themen\n`,
      '# Treffen 03.02.2026\n\n## Themen\n',
    ],
    ...(
      [
        ['Treffen', 'D. MMMM:de YYYY', '3. Februar 2026'],
        ['Réunion du', 'dddd:fr D MMMM:fr YYYY', 'mardi 3 février 2026'],
        ['Reunión del', 'D [de] MMMM:es [de] YYYY', '3 de febrero de 2026'],
        ['Spotkanie', 'D MMMM:pl YYYY', '3 lutego 2026'],
        ['Встреча', 'D MMMM:ru', '3 февраля'],
        ['会议', 'YYYY年M月D日', '2026年2月3日'],
        ['회의', 'YYYY년 M월 D일', '2026년 2월 3일'],
      ] as const
    ).map(([what, source, day]) => {
      const format = readDateFormat(source);
      const written = (date: string) => (format.kind === 'format' ? formatDay(format.format, date) : '');
      return [
        `a title with a day as ${source}`,
        (date: string) => `# ${what} ${written(date)}\n\n## A\n`,
        `# ${what} ${day}\n\n## A\n`,
      ] as const;
    }),
    ...(
      [
        ['* [Recording](URL)', '* [Recording]()'],
        ['* Recording: <URL>', '* Recording: '],
        ['* Livestream: URL', '* Livestream: '],
        ['The recording is at URL', 'The recording is at '],
        ['| Recording | URL |', '| Recording |  |'],
      ] as const
    ).flatMap(([line, next]) =>
      [`# Sync DAY\n\n## Links\n\nLINE\n`, `# Sync DAY\n\nLINE\n\n## A\n`].map((text) => {
        const url = (count: number) => `https://youtu.be/x${count}`;
        const head = line.startsWith('|') ? '| What | Where |\n| --- | --- |\n' : '';
        const write = (date: string, count: number) =>
          text.replace('DAY', date).replace('LINE', head + line.replace('URL', url(count)));
        const expected =
          next === undefined ? undefined : text.replace('DAY', '2026-02-03').replace('LINE', head + next);
        return [`${line} in ${text.replaceAll('\n', '⏎')}`, write, expected] as const;
      }),
    ),
    [
      'a recording below a heading of its own',
      (date: string, count: number) =>
        `# Sync ${date}\n\n## Recording\n\nhttps://youtu.be/x${count}\n\n## A\n`,
      '# Sync 2026-02-03\n\n## Recording\n\n## A\n',
    ],
    [
      'an embedded recording',
      (date: string, count: number) => `# Sync ${date}\n\n{%youtube abc${count} %}\n\n## A\n`,
      '# Sync 2026-02-03\n\n{%youtube  %}\n\n## A\n',
    ],
    [
      'a title that counts',
      (_: string, count: number) => `# Core call #${100 + count}\n\n## Agenda\n`,
      '# Core call #109\n\n## Agenda\n',
    ],
    [
      'a title of its own each time',
      (date: string, count: number) => `# ${'abcdefgh'[count - 1]}${date}${count}\n\n## Agenda\n`,
      undefined,
    ],
    [
      'a title that two of the notes lost',
      (date: string, count: number) => `${count % 4 === 0 ? 'x' : `# Sync ${date}`}\n\n## Agenda\n`,
      '# Sync 2026-02-03\n\n## Agenda\n',
    ],
    [
      'a title of level 2',
      (date: string) =>
        `## Minutes for ${date}\n\nRecording: https://youtu.be/x${date.slice(8)}\n\n### Roll call\n`,
      '## Minutes for 2026-02-03\n\nRecording: \n\n### Roll call\n',
    ],
    [
      'opening lines, with the day as it is written there',
      (date: string) =>
        `# Sync ${date}\n\n**Date**: ${dotted(date)}\n\nJoin: <https://meet.example.org/x>\n\n## Agenda\n`,
      '# Sync 2026-02-03\n\n**Date**: 03.02.2026\n\nJoin: <https://meet.example.org/x>\n\n## Agenda\n',
    ],
    ...(
      [
        ['- [x] start it\n- [x] post the link', '- [ ] start it\n- [ ] post the link'],
        ['* [X] start it\n  1. [x] on time', '* [ ] start it\n  1. [ ] on time'],
        ['> - [x] start it', '> - [ ] start it'],
        ['- [x] start it on DAY', '- [ ] start it on 2026-02-03'],
      ] as const
    ).map(
      ([lines, expected]) =>
        [
          `a checklist that was ticked: ${lines.replaceAll('\n', '⏎')}`,
          (date: string) => `# Sync ${date}\n\n## Before the call\n\n${lines.replace('DAY', date)}\n`,
          `# Sync 2026-02-03\n\n## Before the call\n\n${expected}\n`,
        ] as const,
    ),
    [
      'a checklist of which something was forgotten now and then',
      (date: string, count: number) =>
        `# Sync ${date}\n\n- [${count % 2 === 0 ? 'x' : ' '}] start it\n\n## A\n`,
      '# Sync 2026-02-03\n\n- [ ] start it\n\n## A\n',
    ],
    [
      'what is done each time among the action items, and nothing that was done at last',
      (date: string, count: number) =>
        `# Sync ${date}\n\n## Action items\n\n* [x] Ada: publish the notes\n* [${count > 5 ? 'x' : ' '}] Bo: ship it\n`,
      '# Sync 2026-02-03\n\n## Action items\n\n* [ ] Ada: publish the notes\n',
    ],
    [
      'fixed texts, and labels before what differs',
      (date: string) =>
        `# Sync ${date}\n\n## Links\n\n* **Recording**: https://youtu.be/x${date.slice(5)}\n* **Calendar**: https://calendar.example.org\n\n## Q&A\n\nAsk anything.\n`,
      '# Sync 2026-02-03\n\n## Links\n\n* **Recording**: \n* **Calendar**: https://calendar.example.org\n\n## Q&A\n\nAsk anything.\n',
    ],
    [
      'front matter',
      (date: string) => `---\ntitle: Sync ${date}\ntags: [sync]\n---\n\n# Sync ${date}\n\n## Agenda\n`,
      '---\ntitle: Sync 2026-02-03\ntags: [sync]\n---\n\n# Sync 2026-02-03\n\n## Agenda\n',
    ],
    [
      'front matter with a list and with a list that differs',
      (date: string) =>
        `---\ntags:\n  - board\n  - minutes\nhosts:\n- ${date}\nattendees:\n  - Ada\n---\n\n# Sync ${date}\n\n## Agenda\n`,
      '---\ntags:\n  - board\n  - minutes\nhosts:\n- 2026-02-03\nattendees: \n---\n\n# Sync 2026-02-03\n\n## Agenda\n',
    ],
    [
      'a title in the front matter alone',
      (date: string) => `---\ntitle: Lantern office hours ${date}\n---\n\n## Agenda\n`,
      '---\ntitle: Lantern office hours 2026-02-03\n---\n\n## Agenda\n',
    ],
    [
      'a title in HTML',
      (date: string) => `<h1 align="center">Lantern meeting ${date}</h1>\n\n## Agenda\n`,
      '<h1 align="center">Lantern meeting 2026-02-03</h1>\n\n## Agenda\n',
    ],
    [
      'a line of tags above the title',
      (date: string) => `###### tags: \`minutes\`\n\n# Lantern meeting ${date}\n\n## Agenda\n`,
      '###### tags: `minutes`\n\n# Lantern meeting 2026-02-03\n\n## Agenda\n',
    ],
    [
      'no repositories, numbers and one-offs for sections',
      (date: string, count: number) =>
        `# Sync ${date}\n\n## Agenda\n\n### octo/lantern\n\n### Release 2\n\n## ${count % 2 ? 'Budget' : 'Website'}\n`,
      '# Sync 2026-02-03\n\n## Agenda\n',
    ],
    [
      'a section that one of the eight lacks, not one that two lack',
      (date: string, count: number) =>
        `# Sync ${date}\n${count === 3 ? '' : '\n## Agenda\n'}${count > 2 ? '\n## News\n' : ''}\n## Misc\n`,
      '# Sync 2026-02-03\n\n## Agenda\n\n## Misc\n',
    ],
    [
      'snippet syntax as text',
      (date: string) => `# Sync \${1:x} ${date}\n\n## $TM_FILENAME costs\n`,
      '# Sync ${1:x} 2026-02-03\n\n## $TM_FILENAME costs\n',
    ],
  ] as const) {
    if (expected === undefined)
      it(`${what} is asked for`, () => assert.match(next(write), /^# .*\n\n## Agenda\n$/));
    else it(`writes ${what}`, () => assert.equal(next(write), expected));
  }

  for (const [what, write, sections] of [
    [
      'a number in front',
      () => ['1. Roll call', '2. Open items', '3) AOB'],
      ['1. Roll call', '2. Open items', '3) AOB'],
    ],
    [
      'a number in front that changes with the topics before it',
      (count: number) => [
        '1. Roll call',
        ...(count % 2 ? ['2. Topic'.padEnd(count + 9, '!')] : []),
        `${2 + (count % 2)}. AOB`,
      ],
      ['1. Roll call', '2. AOB'],
    ],
    [
      'numbers of parts',
      () => ['1. Review', '# 1.1. Issues', '# 1.2. Pulls', '2. AOB'],
      ['1. Review', '# 1.1. Issues', '# 1.2. Pulls', '2. AOB'],
    ],
    [
      'a number in front, whatever is behind it',
      () => ['1 Roll call', '2: Open items', '3 – Topics', '4- AOB'],
      ['1 Roll call', '2: Open items', '3 – Topics', '4- AOB'],
    ],
    ['a duration that all notes have', () => ['News (5 min)', 'AOB'], ['News (5 min)', 'AOB']],
    [
      'nothing in brackets that is of one meeting',
      (count: number) => [
        `New issues (${3 * count})`,
        `2. Pulls (${count} open, ${count + 1} new)`,
        `Demo (${['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'][count % 6]})`,
        'Present (core)',
        'Present (guests)',
        `Bugs (${count >> 1})`,
      ],
      ['New issues', '2. Pulls', 'Demo', 'Present (core)', 'Present (guests)', 'Bugs'],
    ],
    [
      'no number of one meeting',
      (count: number) => [`Release 5.${count >> 1}`, `${count >> 1} open issues`, 'AOB'],
      ['AOB'],
    ],
  ] as const)
    it(`has headings with ${what}`, () => {
      const lines = (headings: readonly string[]) =>
        headings.map((each) => (each.startsWith('#') ? `##${each}\n` : `## ${each}\n`)).join('\n');
      const written = next(
        (date, count) =>
          `# Sync ${date}\n\n${lines(write(count)).replaceAll('\n\n', `\n\n* it ${count}\n\n`)}`,
      );
      assert.equal(written, `# Sync 2026-02-03\n\n${lines(sections)}`);
    });

  describe('copies nobody who came nearly every time', () => {
    const people = ['Okan Demir', 'Lena Vogt', 'Siri Aas', 'Tomas Ek', 'Mirja Holm'];
    /** The first two miss one meeting each, the others more. */
    const came = (count: number): string[] => people.filter((_, at) => (count + at) % (8 - at) !== 0);
    const initials = (name: string): string => name.replace(/(?<=\p{L})\p{L}+ /u, '. ');
    for (const [what, write, expected] of [
      [
        'under a heading that is no list of those present',
        (count: number) => came(count).map((name) => `- ${name}`),
      ],
      ['with an affiliation', (count: number) => came(count).map((name) => `* ${name} (ACME)`)],
      ['behind a comma', (count: number) => came(count).map((name) => `* ${name}, ACME`)],
      ['in tasks', (count: number) => came(count).map((name) => `- [x] ${name}`)],
      ['numbered', (count: number) => came(count).map((name, at) => `${at + 1}. ${name}`)],
      ['in lines', (count: number) => came(count).map((name) => `${name}  `)],
      ['emphasised', (count: number) => came(count).map((name) => `- **${name}**`)],
      ['by initials', (count: number) => came(count).map((name) => `- ${initials(name)}`)],
      ['by their first names', (count: number) => came(count).map((name) => `- ${name.split(' ')[0]}`)],
      [
        'in a table, whose head stays',
        (count: number) => [
          '| Who | From |',
          '| --- | --- |',
          ...came(count).map((name) => `| ${name} | ACME |`),
        ],
        '| Who | From |\n| --- | --- |\n',
      ],
      [
        'below a fixed text',
        (count: number) => ['Add yourself:', '', ...came(count).map((name) => `- ${name}`)],
        'Add yourself:\n',
      ],
      [
        'behind a label',
        (count: number) => [`Anwesend: ${came(count % 4 === 0 ? count : 1).join(', ')}`],
        'Anwesend: \n',
      ],
      ['in a role', () => ['Chair: Okan Demir', 'When: Tuesdays'], 'Chair: \nWhen: Tuesdays\n'],
      [
        'behind a label of a list',
        (count: number) => [`- Wer: ${came(1).join(', ')}`, `- Ort: ${count}`],
        '- Wer: \n- Ort: \n',
      ],
    ] as const) {
      it(what, () =>
        assert.equal(
          next(
            (date, count) => `# Treffen ${date}\n\n## Anwesend\n\n${write(count).join('\n')}\n\n## Themen\n`,
          ),
          `# Treffen 2026-02-03\n\n## Anwesend\n\n${expected === undefined ? '' : `${expected}\n`}## Themen\n`,
        ),
      );
    }

    for (const [what, lines] of [
      ['an agenda', () => ['- Welcome', '- Action Items', '- Any Other Business']],
      [
        'an agenda with a topic each time',
        (count: number) => ['- Welcome', '- Budget Review', `- Topic of ${count}`, '- Farewell'],
      ],
      [
        'topics whose words the notes use',
        (count: number) => [
          '- Release Plan',
          '- Open Issues',
          ...(count % 2 ? ['- Budget Review'] : []),
          '',
          'The release plan, a review and the open issues.',
        ],
      ],
    ] as const) {
      it(`but keeps ${what}`, () =>
        assert.match(
          next((date, count) => `# Sync ${date}\n\n## Agenda\n\n${lines(count).join('\n')}\n`),
          new RegExp(lines(1).slice(0, 2).join('\\n')),
        ));
    }
  });

  it('takes no address of one meeting from its title', () => {
    const write = (date: string, count: number) =>
      `# Sync ${date} ([Recording](https://youtu.be/${'xyz'[count % 3]}${count}), [pad](https://pad.example/p))\n\n## A\n`;
    assert.equal(next(write), '# Sync 2026-02-03 ([Recording](), [pad](https://pad.example/p))\n\n## A\n');
  });

  it('counts on where an item is left out, and keeps no times', () => {
    const write = (date: string, count: number) =>
      `# Sync ${date}\n\n## Agenda\n\n1. Welcome\n2. Matter ${count}\n   1. Part ${count}\n3. News\n4. Any other business\n\nClosed at 18:0${count % 10}.\n\n## Any\n\n1. A\n1. B ${count}\n1. C\n`;
    assert.equal(
      next(write),
      '# Sync 2026-02-03\n\n## Agenda\n\n1. Welcome\n2. News\n3. Any other business\n\n## Any\n\n1. A\n1. C\n',
    );
  });

  it('does not say that there was nothing', () => {
    const write = (date: string, count: number) =>
      `# Sync ${date}\n\n## Reports\n\n${count}\n\n## Questions\n\nNone.\n\n## Business\n\n- *none*\n\n## Outras\n\nNenhuma.\n`;
    assert.equal(
      next(write),
      '# Sync 2026-02-03\n\n## Reports\n\n## Questions\n\n## Business\n\n## Outras\n',
    );
  });

  it('keeps the label on the first line of notes without a title', () =>
    assert.equal(
      next((_, count) => `**Attendees:** ${['Ada', 'Bo', 'Cy'][count % 3]}\n\n### Agenda\n\n* ${count}\n`),
      '**Attendees:** \n\n### Agenda\n',
    ));

  it('keeps the heads of rows, and no values', () => {
    const head = '| | |\n|---|---|\n| **Chair** |';
    const write = (date: string, count: number) =>
      `# Sync ${date}\n\n${head} ${['Ada', 'Bo'][count % 2]} |\n| Topic ${count} | x |\n| Room | ${count} |\n\n## A\n`;
    assert.equal(next(write), `# Sync 2026-02-03\n\n${head}  |\n| Room |  |\n\n## A\n`);
  });

  it('keeps labels whose value is empty or a person', () => {
    const roles = (count: number): string =>
      `- Chair: ${['Okan Demir', 'Lena Vogt', ''][count % 3]}\n- Minutes: ${['', 'Okan', 'Siri Aas'][count % 3]}\n- Timer:\n`;
    assert.equal(
      next((date, count) => `# Sync ${date}\n\n## Meeting roles\n\n${roles(count)}\n## Agenda\n`),
      '# Sync 2026-02-03\n\n## Meeting roles\n\n- Chair: \n- Minutes: \n- Timer:\n\n## Agenda\n',
    );
  });

  it('keeps both ends of a bold line, and what a note without headings has far below', () => {
    const topics = Array.from(
      { length: 8 },
      (_, index) => `**Topic ${index + 1}: Part ${'ABCDEFGH'[index]}**`,
    );
    const text = next(
      (date, count) => `# Sync ${date}\n\n**Subject 1: number ${count}**\n\n${topics.join('\n\nx\n\n')}\n`,
    );
    assert.match(text, /\n\*\*Subject 1: \*\*\n/);
    assert.match(text, /\n\*\*Topic 8: Part H\*\*\n/);
  });

  it('keeps the level of a title that is underlined', () =>
    assert.match(
      next((date) => `${date}\n----------\n\nPresent: Ada\n`),
      /^## 2026-02-03\n/,
    ));

  it('three notes are enough', () =>
    assert.equal(
      next((date) => `# Sync ${date}\n\n## Agenda\n`, 3),
      '# Sync 2026-02-03\n\n## Agenda\n',
    ));
});
