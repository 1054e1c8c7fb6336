import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextNote } from '../../../server/core/learn/nextNote.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { addDays } from '../../../shared/calendar.ts';

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

  it('three notes are enough', () =>
    assert.equal(
      next((date) => `# Sync ${date}\n\n## Agenda\n`, 3),
      '# Sync 2026-02-03\n\n## Agenda\n',
    ));
});
