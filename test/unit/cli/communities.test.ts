/** Small archives of several communities, without a template file: what is reported, what a fix changes, what comes next. */

import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CommandLine } from '../../helpers/commandLine.ts';

interface Row {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** `PATH CODE`; absent: nothing. */
  readonly reported?: readonly string[];
  /** After a safe fix, where that changes something. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The day, the folder that is the current one (absent: the root), the path from there, and what the note is. */
  readonly next?: {
    readonly date: string;
    readonly from?: string;
    readonly path: string;
    readonly text?: string;
  };
}

/** One file for each day, by its path and text. */
function each(
  days: readonly string[],
  path: (day: string) => string,
  text: (day: string, count: number) => string,
): Record<string, string> {
  return Object.fromEntries(days.map((day, index) => [path(day), text(day, index + 1)]));
}

const weekly = ['2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'];
const three = weekly.slice(0, 3);
const dotted = (day: string): string => day.split('-').reverse().join('.');
const [year, month, date] = [0, 1, 2].map((part) => (day: string) => day.split('-')[part]!) as [
  (day: string) => string,
  (day: string) => string,
  (day: string) => string,
];
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July'];
const monthName = (day: string): string => monthNames[Number(month(day)) - 1]!;
const ordinal = (day: string): string => {
  const number = Number(date(day));
  return `${number}${number > 10 && number < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
};

/** Of that meeting alone. */
const words = (day: string): string => {
  const topics = ['parser', 'budget', 'mirrors', 'onboarding', 'releases', 'fonts', 'caches'];
  return `About ${topics[(Number(date(day)) >> 2) % 7]}`;
};

const rows: readonly Row[] = [
  {
    what: 'a panel with its two sections',
    files: each(
      weekly,
      (day) => `panel/${day}.md`,
      (day) => `# Solid panel ${day}\n\n## Present\n\n- Ada\n\n## Minutes\n\n${words(day)}.\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'panel/2026-02-03.md',
      text: '# Solid panel 2026-02-03\n\n## Present\n\n## Minutes\n',
    },
  },
  {
    what: 'German titles',
    files: each(
      three,
      (day) => `treffen/${day}.md`,
      (day) => `# Treffen ${dotted(day)}\n\nText.\n`,
    ),
    next: { date: '2026-02-03', path: 'treffen/2026-02-03.md' },
  },
  {
    what: 'a day in the file name, and without a year in the title',
    files: each(
      three,
      (day) => `calls/${day}.md`,
      (day) => `# Team call ${monthName(day)} ${ordinal(day)}\n\n${words(day)}.\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'calls/2026-02-03.md',
      text: '# Team call February 3rd\n',
    },
  },
  {
    what: 'a title in the front matter',
    files: each(
      three,
      (day) => `hours/${day}.md`,
      (day) => `---\ntitle: Lantern office hours ${day}\n---\n\n## Topics\n\nText.\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'hours/2026-02-03.md',
      text: '---\ntitle: Lantern office hours 2026-02-03\n---\n\n## Topics\n\nText.\n',
    },
  },
  {
    what: 'a line of tags above the title, and a recording',
    files: each(
      three,
      (day) => `meetings/${day}.md`,
      (day) =>
        `###### tags: meeting\n\n# Harbor meeting ${day}\n\nRecording: https://youtu.be/${date(day)}\n\n## Notes\n\n${words(day)}.\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'meetings/2026-02-03.md',
      text: '###### tags: meeting\n\n# Harbor meeting 2026-02-03\n\nRecording: \n\n## Notes\n',
    },
  },
  {
    what: 'a section as a bold line where a template asks for the heading',
    files: {
      '.office-hours/panel.md': '---\nnotes: panel/*.md\n---\n# Panel $1\n\n## Attendees\n\n## Minutes\n',
      'panel/2026-01-06.md': '# Panel 2026-01-06\n\n**Attendees**\n\n- Ada\n\n## Minutes\n\nText.\n',
    },
    reported: ['panel/2026-01-06.md section-missing'],
  },
  {
    what: 'two folders, of which the latest notes are in one',
    files: {
      ...each(
        ['2024-02-06', '2024-03-05', '2024-04-02'],
        (day) => `notes/old/${day}_minutes.md`,
        (day) => `# Minutes ${day}\n\nText.\n`,
      ),
      ...each(
        ['2026-01-06', '2026-01-13'],
        (day) => `notes/2026/${day}.md`,
        (day) => `# Minutes ${day}\n\nText.\n`,
      ),
    },
    next: { date: '2026-02-03', path: 'notes/2026/2026-02-03.md' },
  },
  {
    what: 'folders of years and quarters',
    files: each(
      ['2025-12-02', '2025-12-09', '2025-12-16'],
      (day) => `meetings/2025/Q4/${day}-sync.md`,
      (day) => `# Sync meeting ${day}\n\nText.\n`,
    ),
    next: { date: '2026-02-03', path: 'meetings/2026/Q1/2026-02-03-sync.md' },
  },
  {
    what: 'one note in a folder of a quarter',
    files: { 'meetings/2025/Q4/2025-12-16-sync.md': '# Sync meeting 2025-12-16\n\nText.\n' },
    reported: [
      'meetings/2025/Q4/2025-12-16-sync.md recording-missing',
      'meetings/2025/Q4/2025-12-16-sync.md section-missing',
    ],
    fixed: {
      'meetings/2025/Q4/2025-12-16-sync.md':
        '# Sync meeting 2025-12-16\n\nText.\n\n## Highlights since the last meeting\n',
    },
    next: { date: '2026-02-03', path: 'meetings/2026/Q1/2026-02-03-sync.md' },
  },
  {
    what: 'an agenda of a compiler team',
    files: each(
      weekly,
      (day) => `agendas/${day}.md`,
      (day) =>
        `# T-parser Meeting Agenda ${day}\n\n## Announcements\n\n- ${words(day)}\n\n## MCPs\n\n${words(day)}\n\n## Nominated issues\n\n${words(day)}\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'agendas/2026-02-03.md',
      text: '# T-parser Meeting Agenda 2026-02-03\n\n## Announcements\n\n## MCPs\n\n## Nominated issues\n',
    },
  },
  {
    what: 'a link text that names another pull request',
    files: each(
      three,
      (day) => `meetings/${day}.md`,
      (day) =>
        `# Triage meeting ${day}\n\n* [Revert PR #72389 - "x"](https://github.com/o/r/pull/73594)\n* [#5](https://github.com/o/r/pull/6)\n`,
    ),
    reported: three.map((day) => `meetings/${day}.md reference-label`),
  },
  {
    what: 'front matter with a date, names by running numbers',
    files: each(
      weekly,
      (day) => `meetings/${String(weekly.indexOf(day) + 98).padStart(4, '0')}.md`,
      (day, count) =>
        `---\ndate: ${day}\n---\n\n# Council meeting #${97 + count}\n\n## Votes\n\n${words(day)}\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'meetings/0102.md',
      text: '---\ndate: 2026-02-03\n---\n\n# Council meeting #102\n\n## Votes\n',
    },
  },
  {
    what: 'folders of month names',
    files: each(
      ['2026-01-14', '2026-01-21', '2026-01-28'],
      (day) => `minutes/${year(day)}/${monthName(day)}/${date(day)}.md`,
      (day) => `# Board minutes ${date(day)} ${monthName(day)} ${year(day)}\n\n## Motions\n\n${words(day)}\n`,
    ),
    next: {
      date: '2026-02-04',
      path: 'minutes/2026/February/04.md',
      text: '# Board minutes 4 February 2026\n\n## Motions\n',
    },
  },
  {
    what: 'a folder for each meeting',
    files: each(
      weekly,
      (day) => `meetings/${day}/notes.md`,
      (day) => `# Weekly meeting ${day}\n\n## Agenda\n\n${words(day)}\n\n## Action items\n\n${words(day)}\n`,
    ),
    next: {
      date: '2026-02-03',
      path: 'meetings/2026-02-03/notes.md',
      text: '# Weekly meeting 2026-02-03\n\n## Agenda\n\n## Action items\n',
    },
  },
  {
    what: 'the README of a folder for each meeting',
    files: each(
      weekly,
      (day) => `meetings/${day}/README.md`,
      (day) => `# Weekly meeting ${day}\n\n## Agenda\n\n${words(day)}\n`,
    ),
    next: { date: '2026-02-03', path: 'meetings/2026-02-03/README.md' },
  },
  {
    what: 'months as files',
    files: each(
      ['2025-10-07', '2025-11-04', '2025-12-02'],
      (day) => `meetings/${day.slice(0, 7)}.md`,
      (day) =>
        `# Community meeting ${monthName(`2025-0${Number(month(day)) - 9}-01`)} ${year(day)}\n\nText\n`,
    ),
    next: { date: '2026-01-06', path: 'meetings/2026-01.md' },
  },
  {
    what: 'sections with durations and signs, and names in brackets',
    files: each(
      weekly,
      (day) => `sync/${day}.md`,
      (day, count) =>
        `# Sync meeting ${day}\n\n## 👋 Welcome (5 min)\n\n${words(day)}\n\n## Demos (${count} min)\n\n${words(day)}\n`,
    ),
    next: { date: '2026-02-03', path: 'sync/2026-02-03.md' },
  },
  {
    what: 'an HTML title and an HTML section',
    files: each(
      weekly,
      (day) => `wg/${day}.md`,
      (day) =>
        `<h1>WG meeting ${day}</h1>\n\n<h2>Agenda</h2>\n\n${words(day)}\n\n## Decisions\n\n${words(day)}\n`,
    ),
    next: { date: '2026-02-03', path: 'wg/2026-02-03.md' },
  },
  {
    what: 'TOML front matter',
    files: each(
      weekly,
      (day) => `wg/${day}.md`,
      (day) => `+++\ntitle = "WG meeting ${day}"\n+++\n\n## Agenda\n\n${words(day)}\n`,
    ),
    next: { date: '2026-02-03', path: 'wg/2026-02-03.md' },
  },
  {
    what: 'a triage that counts in its headings',
    files: {
      ...each(
        weekly,
        (day) => `triage/${day}.md`,
        (day) =>
          `# Triage ${day}\n\n## New issues (${Number(date(day)) + 2})\n\n- ${words(day)}\n\n## Demo (${Number(date(day)) % 2 ? 'Bo' : 'Ada'})\n\n${words(day)}.\n\n## AOB\n\n${words(day)}\n`,
      ),
      'triage/2026-02-03.md': '# Triage 2026-02-03\n\n## Demo (Cy)\n\nAbout colours.\n\n## AOB\n\nNothing.\n',
    },
    reported: ['triage/2026-02-03.md section-missing'],
    fixed: {
      'triage/2026-02-03.md':
        '# Triage 2026-02-03\n\n## New issues\n\n## Demo (Cy)\n\nAbout colours.\n\n## AOB\n\nNothing.\n',
    },
    next: {
      date: '2026-02-10',
      path: 'triage/2026-02-10.md',
      text: '# Triage 2026-02-10\n\n## New issues\n\n## Demo\n\n## AOB\n',
    },
  },
];

async function findings(line: CommandLine): Promise<string[]> {
  const { stdout } = await line.run('check --offline --format json .');
  const found: { readonly file: string; readonly code: string }[] = JSON.parse(stdout);
  return [...new Set(found.map(({ file, code }) => `${file} ${code}`))];
}

describe('command line: archives of other communities', () => {
  for (const { what, files, reported = [], fixed = {}, next } of rows) {
    it(what, async () => {
      const line = new CommandLine();
      try {
        for (const [path, text] of Object.entries(files)) line.write(path, text);
        deepEqual(await findings(line), reported);
        await line.run('check --offline --fix .');
        for (const [path, text] of Object.entries({ ...files, ...fixed }))
          equal(readFileSync(line.path(path), 'utf8'), text, path);
        if (next === undefined) return;
        const { code, stdout, stderr } = await line.run(`new --date ${next.date}`, next.from);
        deepEqual({ code, stdout, stderr }, { code: 0, stdout: `${next.path}\n`, stderr: '' });
        if (next.text !== undefined) equal(readFileSync(line.path(next.path), 'utf8'), next.text);
      } finally {
        line.remove();
      }
    });
  }
});
