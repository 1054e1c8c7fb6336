/** The keys of a template's front matter: one list for reading, completing, explaining and documenting them. */

import { type Message, t } from '../../../../shared/l10n.ts';
import { ruleCodes, severities } from '../../../../shared/settings.ts';

export const templateKeys = [
  'project',
  'notes',
  'since',
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
  'agenda',
  'oldestPulls',
  'checks',
  'recording',
] as const;

export type TemplateKey = (typeof templateKeys)[number];

export interface KeyInfo {
  readonly name: string;
  /** One sentence or two, in Markdown. */
  readonly meaning: Message;
  /** A line or more of front matter. */
  readonly example: string;
  /** What may stand below it. */
  readonly keys?: readonly KeyInfo[];
  /** The words that may be its value. */
  readonly values?: readonly string[];
}

export const keyInfos: Readonly<Record<TemplateKey, KeyInfo>> = {
  project: {
    name: 'project',
    meaning: t(
      'The name of the project. Replaces `{project}` in patterns and the tab stop `project` in the body.',
    ),
    example: 'project: lantern',
  },
  notes: {
    name: 'notes',
    meaning: t(
      'The files that are notes of this series: a glob or a list of globs, relative to the folder that contains `.office-hours`.',
    ),
    example: 'notes: docs/office-hours/**',
  },
  since: {
    name: 'since',
    meaning: t(
      'The first day that the template applies to. Notes before it are checked by other notes of their own time. Default: the day of the first note that has what the template asks for.',
    ),
    example: 'since: 2026-03-03',
  },
  file: {
    name: 'file',
    meaning: t('The file name of a new note, or its path relative to the notes folder. Must be in quotes.'),
    example: "file: '{YYYYMMDD}_meeting_notes.md'",
  },
  title: {
    name: 'title',
    meaning: t('The title of a note, as a pattern. Must be in quotes if it begins with a brace.'),
    example: "title: '{project} office hours {YYYY-MM-DD}'",
  },
  date: {
    name: 'date',
    meaning: t(
      'Where a note has the date of its meeting: a place, or a list of places. The first place that has a date is used.',
    ),
    example: 'date: title',
    values: ['title', 'file', 'path', 'line', 'heading'],
    keys: [
      {
        name: 'in',
        meaning: t(
          'A place, or a list of places. title: the title. file: the file name. path: the folders and the file name, such as `2026/03/05.md`. line: a line or a heading with a label, such as `Date: 2026-03-05`. heading: the first heading below the title, such as `## 2026-03-05`.',
        ),
        example: 'in: line',
        values: ['title', 'file', 'path', 'line', 'heading'],
      },
      {
        name: 'label',
        meaning: t('The label of the date line, without the colon.'),
        example: 'label: Date',
      },
      { name: 'format', meaning: t('The date format.'), example: 'format: dddd Do MMMM YYYY' },
    ],
  },
  every: {
    name: 'every',
    meaning: t('The schedule of the meetings. It determines the proposed date of a new note.'),
    example: 'every: 2 weeks on Tuesday',
  },
  repository: {
    name: 'repository',
    meaning: t('The GitHub repository that `#1` refers to.'),
    example: 'repository: lantern-org/lantern',
  },
  repositories: {
    name: 'repositories',
    meaning: t('Short names of repositories, for references such as `TSC#12`.'),
    example: 'repositories:\n  TSC: lantern-org/TSC',
  },
  references: {
    name: 'references',
    meaning: t(
      'Prefixes of references to other sites, with the URL of each. `{id}` is replaced by the text after the prefix. Only https.',
    ),
    example: "references:\n  'EIP-': https://eips.ethereum.org/EIPS/eip-{id}",
  },
  repositoryFromHeading: {
    name: 'repositoryFromHeading',
    meaning: t(
      'If true, `#1` below a heading that names a repository, such as `### lantern-org/TSC`, refers to that repository.',
    ),
    example: 'repositoryFromHeading: true',
    values: ['true', 'false'],
  },
  people: {
    name: 'people',
    meaning: t('The participants: names, with logins, initials and aliases.'),
    example:
      'people:\n  - Ada Lovelace\n  - {name: Grace Hopper, login: ghopper, initials: GH, aliases: [grace]}',
    keys: [
      { name: 'name', meaning: t('The name as written in the notes.'), example: 'name: Grace Hopper' },
      { name: 'login', meaning: t('The GitHub login, without `@`.'), example: 'login: ghopper' },
      { name: 'initials', meaning: t('Initials, as in `AI: GH to …`.'), example: 'initials: GH' },
      {
        name: 'aliases',
        meaning: t('Other names of the person in the notes.'),
        example: 'aliases: [grace, amazing grace]',
      },
    ],
  },
  todo: {
    name: 'todo',
    meaning: t('Additional forms of action items, besides `TODO(x):`, `ACTION:`, `- [ ] x: …` and similar.'),
    example:
      "todo:\n  markers: [AP]\n  sections: [Follow-ups]\n  owners: ['{owner} to {task}', '{task} [{owner}]']",
    keys: [
      {
        name: 'markers',
        meaning: t('Words that, followed by a colon, start an action item.'),
        example: 'markers: [AP]',
      },
      {
        name: 'sections',
        meaning: t('Headings whose list items are action items.'),
        example: 'sections: [Follow-ups]',
      },
      {
        name: 'owners',
        meaning: t('Patterns with `{owner}` and `{task}`.'),
        example: "owners: ['{task} [{owner}]']",
      },
    ],
  },
  agenda: {
    name: 'agenda',
    meaning: t(
      'Labels of the issues and pull requests that are on the agenda. A new note can begin with those that are open.',
    ),
    example: 'agenda: [tsc-agenda]',
  },
  oldestPulls: {
    name: 'oldestPulls',
    meaning: t(
      'How many of the pull requests that have been open for longest are listed in a new note, if it has a section for them. 1 to 50.',
    ),
    example: 'oldestPulls: 5',
  },
  checks: {
    name: 'checks',
    meaning: t(
      'Severity of each check in this series. The setting `officeHours.checks.severity` takes precedence.',
    ),
    example: 'checks:\n  section-empty: information',
    keys: ruleCodes.map((name) => ({
      name,
      meaning: t('See docs/rules/{0}.md.', name),
      example: `${name}: information`,
      values: severities,
    })),
  },
  recording: {
    name: 'recording',
    meaning: t(
      'Whether a recording link is required: `true`, `false`, or the label of the recording line. Default: required if the body has a recording line.',
    ),
    example: "recording: 'Stream:'",
    values: ['true', 'false'],
  },
};
