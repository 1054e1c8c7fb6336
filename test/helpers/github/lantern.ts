/**
 * The repositories that the sample notes speak of, so that a demo without a network shows what belongs to them. All of
 * it is invented, as the samples are: lantern is a tool that follows log files, and exists nowhere.
 */

import type { Item } from './item.ts';
import { lanternPulls } from './lanternPulls.ts';
import { issue, lanternPeople, pull, type Row } from './lanternRow.ts';
import type { RepositorySpec } from './repositorySpec.ts';

const lanternIssues: readonly Row[] = [
  issue(188, 'closed 2026-02-26', 'okan', 'Reload the configuration without dropping connections', {
    labels: ['enhancement'],
    milestone: '0.10',
    comments: 6,
    body: 'Every change of a rule means a restart today, and a restart drops what is connected.\n\nTwo designs are on the table: keep the sockets and swap the rules underneath, or start a second process which takes over.',
  }),
  issue(190, 'open', 'jun', 'Crash when a rule file ends in the middle of a character', {
    labels: ['bug'],
    body: 'A rule file that was cut off inside a UTF-8 sequence brings lanternd down at start.\n\nSeen with 0.9 on three distributions.',
  }),
  issue(191, 'duplicate 2026-02-18', 'priya', 'lanternd does not start after an editor crashed'),
  issue(193, 'closed 2026-02-20', 'mirela', 'Included files must not be read twice', { milestone: '0.10' }),
  issue(195, 'duplicate 2026-02-18', 'wren', 'Segmentation fault on a truncated rule file'),
  issue(
    196,
    'closed 2026-02-01',
    'bastien',
    'Stopping the Windows service takes longer than it is allowed to',
    {
      labels: ['windows'],
      body: 'The service manager waits 30 seconds. Flushing a full buffer of 2 GB to a slow disk takes longer, and then the process is ended with the rest still in memory.',
    },
  ),
  issue(198, 'closed 2026-02-24', 'tove', 'Decide which exit status means what', { milestone: '0.10' }),
  issue(199, 'closed 2026-03-10', 'jun', 'Questions from packagers: where do state and sockets belong?', {
    labels: ['question'],
  }),
  issue(203, 'open', 'wren', 'File watcher misses renames on FreeBSD', { labels: ['help wanted'] }),
  issue(205, 'closed 2026-02-09', 'tove', 'A switch for colours that stays off', {
    labels: ['enhancement'],
    body: 'Users of screen readers hear every escape code. `NO_COLOR` should be honoured, and a switch should exist that is remembered per user.',
  }),
  issue(206, 'open', 'okan', 'Collect real rule files to try changes on', { labels: ['help wanted'] }),
  issue(208, 'closed 2026-02-25', 'priya', 'What is a relative path in an include relative to?'),
  issue(217, 'closed 2026-06-02', 'wren', 'Rules that count', {
    labels: ['enhancement'],
    milestone: '0.12',
    body: 'A rule should be able to say "after the tenth time in a minute" instead of "every time".',
  }),
  issue(218, 'closed 2026-08-02', 'priya', 'A viewer in the browser', { labels: ['enhancement'] }),
  issue(244, 'closed 2026-07-02', 'bastien', 'Escape codes in the journal break two tools that read it'),
  issue(249, 'closed 2026-07-30', 'jun', 'A reload forgets the position in a file that was just rotated', {
    labels: ['bug', 'regression'],
    body: 'Two lines are wrong: the position is kept by name, and the name has just changed. A release of its own would be fair.',
  }),
  issue(254, 'closed 2026-06-05', 'mirela', 'Share one counter between rules', { milestone: '0.12' }),
  issue(256, 'closed 2026-06-08', 'jun', 'Limit requests per address in lanternd itself'),
  issue(258, 'open', 'wren', 'Counters forget their value over a restart', { labels: ['documentation'] }),
  issue(273, 'open', 'mirela', 'What must not change after 1.0', {
    milestone: '1.0',
    comments: 4,
    body: 'The rule language, the exit codes, the fields of the journal. Each line below names the test that guards it.\n\n- [x] exit codes\n- [ ] rule language\n- [ ] journal fields',
  }),
];

/** Days on which certain numbers were opened; the rest lies between. */
const opened: RepositorySpec['opened'] = [
  [0, '2023-03-01'],
  [154, '2025-06-10'],
  [188, '2025-11-20'],
  [201, '2025-12-18'],
  [208, '2026-01-02'],
  [211, '2026-01-10'],
  [213, '2026-01-17'],
  [217, '2026-01-29'],
  [226, '2026-02-13'],
  [230, '2026-02-27'],
  [236, '2026-03-12'],
  [242, '2026-04-09'],
  [248, '2026-04-25'],
  [252, '2026-05-09'],
  [258, '2026-05-24'],
  [264, '2026-06-19'],
  [268, '2026-07-12'],
  [274, '2026-08-03'],
];

function items(rows: readonly Row[]): Readonly<Record<number, Partial<Item>>> {
  return Object.fromEntries(rows);
}

const common = {
  hostile: false,
  people: lanternPeople,
  until: '2026-08-04T15:00:00Z',
} as const satisfies Partial<RepositorySpec>;

export const lanternRepositories: readonly RepositorySpec[] = [
  {
    ...common,
    owner: 'lantern-project',
    name: 'lantern',
    description: 'Sample data: a command-line tool that follows log files by rules (invented)',
    size: 274,
    opened,
    milestones: ['0.9', '0.10', '0.11', '0.12', '1.0'],
    items: items([...lanternIssues, ...lanternPulls]),
    comments: [
      {
        id: 41,
        issue: 188,
        author: 'mirela-lantern',
        body: 'What happens when the new rules fail to parse half-way? Whoever reloads expects the old ones to go on, all of them, not half of each.',
      },
    ],
  },
  {
    ...common,
    owner: 'lantern-project',
    name: 'website',
    description: "Sample data: lantern's web pages (invented)",
    size: 40,
    items: items([
      pull(31, 'merged 2026-01-14', 'tove', 'A page on exit codes', { labels: ['documentation'] }),
    ]),
    opened: [
      [0, '2024-02-01'],
      [31, '2026-01-08'],
      [40, '2026-07-20'],
    ],
  },
  {
    ...common,
    owner: 'lantern-project',
    name: 'demo',
    description: 'Sample data: the public demo of the viewer (invented)',
    size: 8,
    items: items([
      pull(4, 'merged 2026-05-24', 'jun', 'Limit requests per address', {
        body: 'The first crawler came after nine hours and took all there was.',
      }),
      pull(6, 'merged 2026-05-29', 'priya', 'A page which explains the limit per address'),
    ]),
    opened: [
      [0, '2026-05-12'],
      [6, '2026-05-25'],
      [8, '2026-06-30'],
    ],
  },
  {
    ...common,
    owner: 'example-org',
    name: 'tinyhttp',
    description: 'Sample data: a small HTTP library (invented)',
    size: 95,
    items: items([
      issue(88, 'open', 'ina-example', 'Slow start when the certificate store is large', {
        labels: ['performance'],
        body: 'All certificates are read before the first connection is accepted. A fix is on its way.',
      }),
    ]),
    people: [
      { login: 'ina-example', name: 'Ina' },
      { login: 'rolf-example', name: null },
    ],
    opened: [
      [0, '2024-09-01'],
      [88, '2026-04-30'],
      [95, '2026-07-15'],
    ],
  },
];
