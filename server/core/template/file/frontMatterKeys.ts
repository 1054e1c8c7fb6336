/** The keys of a template's front matter: one list for reading, completing, explaining and documenting them. */

import { ruleCodes, severities } from '../../../../shared/settings.ts';

export const templateKeys = [
  'project',
  'notes',
  'file',
  'title',
  'date',
  'every',
  'repository',
  'repositories',
  'references',
  'repositoryFromHeading',
  'people',
  'todo',
  'checks',
  'recording',
] as const;

export type TemplateKey = (typeof templateKeys)[number];

export interface KeyInfo {
  readonly name: string;
  /** One sentence or two, in Markdown. */
  readonly meaning: string;
  /** A line or more of front matter. */
  readonly example: string;
  /** What may stand below it. */
  readonly keys?: readonly KeyInfo[];
  /** The words that may be its value. */
  readonly values?: readonly string[];
}

const places = [
  'title: in the title.',
  'file: in the file name.',
  'path: in the folders and the file name together, such as `2026/03/05.md`.',
  'line: behind a label on a line or in a heading of its own, such as `Date: 2026-03-05`.',
];

export const keyInfos: Readonly<Record<TemplateKey, KeyInfo>> = {
  project: {
    name: 'project',
    meaning: "The project's name, for `{project}` in patterns and for the tab stop `project` in the body.",
    example: 'project: lantern',
  },
  notes: {
    name: 'notes',
    meaning:
      'Which files are notes of this series: a glob, or a list of them, relative to the folder that holds `.office-hours`.',
    example: 'notes: docs/office-hours/**',
  },
  file: {
    name: 'file',
    meaning: "The name of a new note's file, or its path below the folder of the notes. Quotes are needed.",
    example: "file: '{YYYYMMDD}_meeting_notes.md'",
  },
  title: {
    name: 'title',
    meaning: 'The title of a note, as a pattern. Quotes are needed when it begins with a brace.',
    example: "title: '{project} office hours {YYYY-MM-DD}'",
  },
  date: {
    name: 'date',
    meaning:
      'Where a note says its day: a place, a list of places of which the first with a date counts, or more in detail.',
    example: 'date: title',
    values: ['title', 'file', 'path', 'line'],
    keys: [
      {
        name: 'in',
        meaning: `A place or a list. ${places.join(' ')}`,
        example: 'in: line',
        values: ['title', 'file', 'path', 'line'],
      },
      {
        name: 'label',
        meaning: 'What the line with the date begins with, its colon left out.',
        example: 'label: Date',
      },
      { name: 'format', meaning: 'How the day is written.', example: 'format: dddd Do MMMM YYYY' },
    ],
  },
  every: {
    name: 'every',
    meaning: 'When the meetings are; the next date is proposed from it.',
    example: 'every: 2 weeks on Tuesday',
  },
  repository: {
    name: 'repository',
    meaning: 'The repository on GitHub that `#1` means.',
    example: 'repository: lantern-org/lantern',
  },
  repositories: {
    name: 'repositories',
    meaning: 'Short names of repositories, for references such as `TSC#12`.',
    example: 'repositories:\n  TSC: lantern-org/TSC',
  },
  references: {
    name: 'references',
    meaning: 'Prefixes of what has an address of its own; `{id}` is what follows the prefix. Only https.',
    example: "references:\n  'EIP-': https://eips.ethereum.org/EIPS/eip-{id}",
  },
  repositoryFromHeading: {
    name: 'repositoryFromHeading',
    meaning:
      'Under a heading that names a repository, such as `### lantern-org/TSC`, a bare `#1` means that one.',
    example: 'repositoryFromHeading: true',
    values: ['true', 'false'],
  },
  people: {
    name: 'people',
    meaning: 'Who takes part: names, with logins, initials and other spellings.',
    example:
      'people:\n  - Ada Lovelace\n  - {name: Grace Hopper, login: ghopper, initials: GH, aliases: [grace]}',
    keys: [
      { name: 'name', meaning: 'As the notes write it.', example: 'name: Grace Hopper' },
      { name: 'login', meaning: 'On GitHub, without `@`.', example: 'login: ghopper' },
      { name: 'initials', meaning: 'What items such as `AI: GH to …` say.', example: 'initials: GH' },
      { name: 'aliases', meaning: 'Other spellings.', example: 'aliases: [grace, amazing grace]' },
    ],
  },
  todo: {
    name: 'todo',
    meaning: 'How promises are written, beside the usual `TODO(x):`, `ACTION:`, `- [ ] x: …` and their kin.',
    example:
      "todo:\n  markers: [AP]\n  sections: [Promises]\n  owners: ['{owner} to {task}', '{task} [{owner}]']",
    keys: [
      { name: 'markers', meaning: 'Words that a colon follows.', example: 'markers: [AP]' },
      {
        name: 'sections',
        meaning: 'Headings whose list items are promises.',
        example: 'sections: [Promises]',
      },
      {
        name: 'owners',
        meaning: 'Forms with `{owner}` and `{task}`.',
        example: "owners: ['{task} [{owner}]']",
      },
    ],
  },
  checks: {
    name: 'checks',
    meaning: "How loudly each check speaks in this series; a writer's own setting goes before it.",
    example: 'checks:\n  section-empty: information',
    keys: ruleCodes.map((name) => ({
      name,
      meaning: `See docs/rules.md, ${name}.`,
      example: `${name}: information`,
      values: severities,
    })),
  },
  recording: {
    name: 'recording',
    meaning:
      'Whether a note needs a link to its recording: `true`, `false`, or what the line with it begins with. Left out, the body decides.',
    example: "recording: 'Stream:'",
    values: ['true', 'false'],
  },
};
