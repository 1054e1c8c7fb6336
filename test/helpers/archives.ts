/**
 * Archives as communities keep them: eight shapes of notes over five years, each with one change of its template on the way
 * and a few faults planted. Data for tests that count what is reported wrongly and what is missed.
 */

import { addDays, dateParts, monthNames } from '../../shared/calendar.ts';
import type { RuleCode } from '../../shared/settings.ts';
import { Random } from './random.ts';

interface ArchiveFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly date: string;
  readonly text: string;
}

interface PlantedFault {
  readonly path: string;
  readonly code: RuleCode;
  /** What the message must name: a heading, a date. */
  readonly words: string;
}

export interface Archive {
  readonly name: string;
  /** The oldest first. */
  readonly files: readonly ArchiveFile[];
  readonly faults: readonly PlantedFault[];
}

interface Block {
  /** Absent: the lines above the first section. */
  readonly heading?: string;
  /** The heading's marks: `##`, or `**` for a bold line. */
  readonly marks?: string;
  readonly lines: readonly string[];
}

interface Meeting {
  readonly date: string;
  /** From 1. */
  readonly number: number;
  /** After the change of the template. */
  readonly late: boolean;
  readonly random: Random;
}

interface Shape {
  readonly name: string;
  readonly everyDays: number;
  path(meeting: Meeting): string;
  note(meeting: Meeting): readonly Block[];
  /** Headings that every note of both times has. */
  readonly always: readonly string[];
  /** Titles carry the day as `written` has it. */
  readonly written: (date: string) => string;
  readonly recorded: boolean;
  /** Several meetings share a file, below this; absent: each has its own. */
  readonly shared?: { readonly begin: (date: string) => string; readonly newestFirst: boolean };
}

const topics = [
  'Release of the next minor version',
  'Slow builds on the older machines',
  'Moving the website',
  'Who may merge',
  'Security reports of this month',
  'Documentation of the plugin interface',
  'Flaky tests',
  'Budget for the conference',
  'Mentors for the summer',
  'Old branches',
  'Names of the next releases',
  'Translation of the handbook',
  'Where to meet next year',
  'Licence of the examples',
  'New maintainers',
  'Numbers of the survey',
];
const people = ['Tove Lind', 'Okan Demir', 'Mirela Pop', 'Jun Sato', 'Ada Obi', 'Lars Holm'];

function attendees(random: Random, form: (name: string) => string): string[] {
  return people.filter(() => random.below(3) > 0).map(form);
}

function talk(random: Random): string[] {
  return Array.from(
    { length: 1 + random.below(4) },
    () =>
      `* ${random.pick(topics)}: ${random.pick(['agreed', 'more next time', 'no news', 'thanks to all'])}`,
  );
}

function topicSections(random: Random, marks: string): Block[] {
  const first = random.below(topics.length);
  return Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    marks,
    heading: topics[(first + index) % topics.length]!,
    lines: ['', `The group spoke about it. See #${100 + random.below(900)}.`, ''],
  }));
}

const video = (random: Random): string => `https://youtu.be/${(1e9 + random.below(1e9)).toString(36)}`;
const two = (value: number): string => String(value).padStart(2, '0');
const parts = (date: string) => {
  const { year, month, day } = dateParts(date);
  return { year, month, day };
};
const monthName = (date: string): string => monthNames[parts(date).month - 1]!;
const dotted = (date: string): string => {
  const { year, month, day } = parts(date);
  return `${two(day)}.${two(month)}.${year}`;
};
const inWords = (date: string): string => {
  const { year, day } = parts(date);
  return `${monthName(date)} ${day}, ${year}`;
};

const shapes: readonly Shape[] = [
  {
    name: 'committee',
    everyDays: 7,
    path: ({ date }) => `meetings/${date}.md`,
    always: ['Links', 'Present', 'Agenda'],
    written: (date) => date,
    recorded: true,
    note: ({ date, late, random }) => [
      { lines: [`# Lantern Technical Steering Committee (LTSC) Meeting ${date}`, ''] },
      {
        marks: '##',
        heading: 'Links',
        lines: [
          '',
          `* **Recording**: ${video(random)}`,
          `* **Minutes**: https://docs.example.org/d/${date}`,
          '',
        ],
      },
      {
        marks: '##',
        heading: 'Present',
        lines: ['', ...attendees(random, (name) => `* ${name} (voting member)`), ''],
      },
      {
        marks: '##',
        heading: 'Agenda',
        lines: [
          '',
          '### Announcements',
          '',
          ...talk(random),
          '',
          '### lantern/core',
          '',
          ...talk(random),
          '',
        ],
      },
      ...(late
        ? [
            {
              marks: '##',
              heading: 'Upcoming Meetings',
              lines: ['', '* **Calendar**: https://calendar.example.org', ''],
            },
          ]
        : []),
      { marks: '##', heading: 'Q&A, Other', lines: ['', ...(random.below(2) ? talk(random) : [])] },
    ],
  },
  {
    name: 'team with tags',
    everyDays: 14,
    path: ({ date }) => `minutes/${date.slice(0, 4)}/${date}-triage.md`,
    always: ['Attendance', 'Meeting roles'],
    written: (date) => date,
    recorded: false,
    note: ({ date, late, random }) => [
      {
        lines: [
          '---',
          `title: Team triage meeting ${date}`,
          'tags: [triage, minutes]',
          '---',
          '',
          `# Team triage meeting ${date}`,
          '',
          '###### tags: `triage` `minutes`',
          '',
        ],
      },
      {
        marks: '##',
        heading: 'Attendance',
        lines: ['', `- People: ${attendees(random, (name) => name).join(', ')}`, ''],
      },
      { marks: '##', heading: 'Meeting roles', lines: ['', `- Minutes: ${random.pick(people)}`, ''] },
      ...(late
        ? [{ marks: '##', heading: 'Scheduled meetings', lines: ['', ...talk(random), ''] }]
        : [{ marks: '##', heading: 'Roundtable', lines: ['', ...talk(random), ''] }]),
      ...topicSections(random, '##'),
    ],
  },
  {
    name: 'German club',
    everyDays: 30,
    path: ({ date }) => `protokolle/${date}.md`,
    always: ['Anwesend', 'Themen', 'Nächstes Treffen'],
    written: dotted,
    recorded: false,
    note: ({ date, late, random }) => [
      { lines: [`# Treffen ${dotted(date)}`, ''] },
      { marks: '##', heading: 'Anwesend', lines: ['', ...attendees(random, (name) => `- ${name}`), ''] },
      { marks: '##', heading: 'Themen', lines: ['', ...talk(random), ''] },
      ...(late ? [{ marks: '##', heading: 'Kasse', lines: ['', 'Keine Änderung.', ''] }] : []),
      { marks: '##', heading: 'Nächstes Treffen', lines: ['', `Am ${dotted(addDays(date, 30))}.`] },
    ],
  },
  {
    name: 'month and day below a year',
    everyDays: 14,
    path: ({ date }) => `docs/minutes/${date.slice(0, 4)}/${date.slice(5)}-minutes.md`,
    always: ['Roll call', 'Status updates'],
    written: inWords,
    recorded: true,
    note: ({ date, late, random }) => [
      { lines: [`## Minutes for ${inWords(date)}`, '', `Recording: ${video(random)}`, ''] },
      { marks: '###', heading: 'Roll call', lines: ['', attendees(random, (name) => name).join(', '), ''] },
      { marks: '###', heading: 'Status updates', lines: ['', ...talk(random), ''] },
      ...(late ? [] : [{ marks: '###', heading: 'Old business', lines: ['', ...talk(random), ''] }]),
      {
        marks: '###',
        heading: 'New business',
        lines: [
          '',
          ...topicSections(random, '####').flatMap(({ marks, heading, lines }) => [
            `${marks} ${heading}`,
            ...lines,
            '',
          ]),
        ],
      },
    ],
  },
  {
    name: 'numbered calls',
    everyDays: 14,
    path: ({ date, number }) => `calls/${String(number).padStart(4, '0')}-${date}.md`,
    always: ['Agenda', 'Decisions', 'Action items'],
    written: (date) => date,
    recorded: true,
    note: ({ date, number, late, random }) => [
      {
        lines: [
          `# Core developers call #${number}`,
          '',
          `**Date**: ${inWords(date)}`,
          '',
          `**Video**: ${video(random)}`,
          '',
        ],
      },
      { marks: '##', heading: 'Agenda', lines: ['', ...talk(random), ''] },
      ...(late
        ? [
            {
              marks: '##',
              heading: 'Attendees',
              lines: ['', ...attendees(random, (name) => `- ${name}`), ''],
            },
          ]
        : []),
      { marks: '##', heading: 'Decisions', lines: ['', ...(random.below(2) ? talk(random) : ['None.']), ''] },
      {
        marks: '##',
        heading: 'Action items',
        lines: ['', `- [ ] ${random.pick(people).split(' ')[0]}: write to the list`],
      },
    ],
  },
  {
    name: 'quarters',
    everyDays: 7,
    path: ({ date }) => `sync/${date.slice(0, 4)}/Q${Math.ceil(parts(date).month / 3)}/${date}-sync.md`,
    always: ['Attendees', 'Updates'],
    written: (date) => date,
    recorded: true,
    note: ({ date, late, random }) => [
      { lines: [`# ${date} Weekly sync`, '', `Recording: <${video(random)}>`, ''] },
      {
        marks: '##',
        heading: 'Attendees',
        lines: ['', ...attendees(random, (name) => `- @${name.split(' ')[0]!.toLowerCase()}`), ''],
      },
      { marks: '##', heading: 'Updates', lines: ['', ...talk(random), ''] },
      ...(late
        ? [{ marks: '##', heading: 'Parking lot', lines: ['', ...(random.below(2) ? talk(random) : []), ''] }]
        : [{ marks: '##', heading: 'Open floor', lines: ['', ...talk(random), ''] }]),
    ],
  },
  {
    name: 'a file a year',
    everyDays: 14,
    path: ({ date }) => `community/meetings-${date.slice(0, 4)}.md`,
    always: ['Attendees', 'Agenda', 'Action items'],
    written: (date) => date,
    recorded: true,
    shared: {
      newestFirst: true,
      begin: (date) =>
        `# Meetings ${date.slice(0, 4)}\n\nEvery second Wednesday. Add to the agenda below.\n\n## Template\n\n### Attendees\n\n### Agenda\n`,
    },
    note: ({ date, late, random }) => [
      { lines: [`## ${date}`, '', `Recording: ${video(random)}`, ''] },
      { marks: '###', heading: 'Attendees', lines: ['', ...attendees(random, (name) => `- ${name}`), ''] },
      { marks: '###', heading: 'Agenda', lines: ['', ...talk(random), ''] },
      ...topicSections(random, '###'),
      ...(late ? [{ marks: '###', heading: 'Around the table', lines: ['', ...talk(random), ''] }] : []),
      {
        marks: '###',
        heading: 'Action items',
        lines: ['', `- [ ] ${random.pick(people).split(' ')[0]}: write to the list`, ''],
      },
    ],
  },
  {
    name: 'a file a month',
    everyDays: 7,
    path: ({ date }) => `minutes/${date.slice(0, 7)}.md`,
    always: ['Present', 'Discussed'],
    written: (date) => `${monthName(date)} ${parts(date).day}`,
    recorded: false,
    shared: { newestFirst: false, begin: (date) => `# ${monthName(date)} ${date.slice(0, 4)}\n` },
    note: ({ date, late, random }) => [
      { lines: [`## Weekly call, ${monthName(date)} ${parts(date).day}`, ''] },
      { marks: '###', heading: 'Present', lines: ['', attendees(random, (name) => name).join(', '), ''] },
      { marks: '###', heading: 'Discussed', lines: ['', ...talk(random), ''] },
      ...(late ? [{ marks: '###', heading: 'Decided', lines: ['', ...talk(random), ''] }] : []),
    ],
  },
];

const years = 5;
const firstDay = '2021-01-06';

/** The archives of all shapes. Each fault stands alone in its note, and no two are in notes beside each other. */
export function archives(seed: number): Archive[] {
  return shapes.map((shape, index) => archiveOf(shape, new Random(seed + index)));
}

type Plant = (
  blocks: readonly Block[],
  meeting: Meeting,
  shape: Shape,
) => { blocks: readonly Block[]; code: RuleCode; words: string } | undefined;

const plants: readonly Plant[] = [
  (blocks, { random }, { always }) => {
    const heading = random.pick(always);
    return {
      blocks: blocks.filter((block) => block.heading !== heading),
      code: 'section-missing',
      words: heading,
    };
  },
  (blocks, { date }, { written, shared }) => {
    // Nothing else says the day of a meeting that shares its file.
    if (shared) return undefined;
    const wrong = written(`${Number(date.slice(0, 4)) - 1}${date.slice(4)}`);
    const [opening, ...rest] = blocks;
    const lines = opening!.lines.map((line) =>
      line.startsWith('#') ? line.replace(written(date), wrong) : line,
    );
    return lines.join() === opening!.lines.join()
      ? undefined
      : { blocks: [{ ...opening, lines }, ...rest], code: 'title-date-mismatch', words: date.slice(0, 4) };
  },
  (blocks, _, { recorded }) => {
    if (!recorded) return undefined;
    const without = blocks.map((block) => ({
      ...block,
      lines: block.lines.filter((line) => !line.includes('youtu.be')),
    }));
    return { blocks: without, code: 'recording-missing', words: 'recording' };
  },
];

function archiveOf(shape: Shape, random: Random): Archive {
  const total = Math.floor((years * 365) / shape.everyDays);
  const change = Math.floor(total / 2) + random.below(5);
  const files: ArchiveFile[] = [];
  const faults: PlantedFault[] = [];
  for (let number = 1; number <= total; number++) {
    const meeting: Meeting = {
      date: addDays(firstDay, (number - 1) * shape.everyDays),
      number,
      late: number > change,
      random,
    };
    const path = shape.path(meeting);
    let blocks = shape.note(meeting);
    // Away from both ends and from the change, where a habit has just begun.
    const plant =
      number % 12 === 0 && Math.abs(number - change) > 9 ? plants[(number / 12) % plants.length] : undefined;
    const planted = plant?.(blocks, meeting, shape);
    if (planted) {
      blocks = planted.blocks;
      faults.push({ path, code: planted.code, words: planted.words });
    }
    files.push({ path, date: meeting.date, text: textOf(blocks) });
  }
  return { name: shape.name, files: shape.shared ? joined(files, shape.shared) : files, faults };
}

function joined(meetings: readonly ArchiveFile[], shared: Required<Shape>['shared']): ArchiveFile[] {
  const byPath = new Map<string, ArchiveFile[]>();
  for (const meeting of meetings) byPath.set(meeting.path, [...(byPath.get(meeting.path) ?? []), meeting]);
  return [...byPath].map(([path, oldestFirst]) => {
    const { date } = oldestFirst[0]!;
    const texts = (shared.newestFirst ? oldestFirst.reverse() : oldestFirst).map(({ text }) => text);
    return { path, date, text: [shared.begin(date), ...texts].join('\n') };
  });
}

function textOf(blocks: readonly Block[]): string {
  return `${blocks
    .flatMap(({ heading, marks = '##', lines }) => {
      if (heading === undefined) return lines;
      return [marks === '**' ? `**${heading}**` : `${marks} ${heading}`, ...lines];
    })
    .join('\n')
    .trimEnd()}\n`;
}
