/** The pull requests of the invented project that the sample notes speak of. */

import { pull, type Row } from './lanternRow.ts';

const documentation = { labels: ['documentation'] };

export const lanternPulls: readonly Row[] = [
  pull(87, 'closed 2026-01-13', 'wren', 'Keep the buffer in shared memory', {
    body: 'Replaced by the buffer on disk. Thank you all the same, the measurements were what convinced us.',
  }),
  pull(112, 'closed 2026-01-15', 'jun', 'Start the service from a script'),
  pull(120, 'open', 'rolf-example', 'Follow files through a chain of symbolic links', {
    labels: ['help wanted'],
  }),
  pull(154, 'closed 2025-10-08', 'bastien', 'Say why a reload failed'),
  pull(201, 'merged 2025-12-30', 'priya', 'Release 0.9, with packages for Debian and Fedora', {
    milestone: '0.9',
  }),
  pull(204, 'merged 2026-01-02', 'okan', 'Lose no line of a file that is rotated away', {
    labels: ['bug'],
    body: 'A file that is renamed while we read it has its last lines read now, before the new one is opened.',
  }),
  pull(207, 'merged 2026-01-05', 'wren', 'A manual page for lanternd', documentation),
  pull(209, 'merged 2026-01-16', 'okan', 'Dry run: say what the rules would do', {
    milestone: '0.10',
    body: '`lanternctl check` reads the rules, follows the files and prints what would happen, without doing it. The first part of reloading, and useful on its own.',
  }),
  pull(211, 'merged 2026-01-19', 'jun', 'Run the slow tests side by side'),
  pull(213, 'merged 2026-01-30', 'bastien', 'Keep the buffer over a restart on Windows', {
    labels: ['windows'],
  }),
  pull(216, 'merged 2026-02-02', 'tove', 'Help texts in German and Turkish'),
  pull(219, 'merged 2026-02-09', 'tove', 'Add --color, and follow NO_COLOR', { milestone: '0.10' }),
  pull(220, 'merged 2026-02-11', 'okan', 'Rules may include other files', {
    milestone: '0.10',
    body: 'A line `include PATH` reads the rules of another file in its place, down to a depth of 16. A file that includes itself is named in the message.',
  }),
  pull(221, 'merged 2026-02-12', 'jun', 'Wake up less often while idle', { labels: ['performance'] }),
  pull(222, 'merged 2026-02-13', 'jun', 'Update the bundled regexkit'),
  pull(223, 'merged 2026-02-13', 'jun', 'Update the bundled tinyhttp'),
  pull(224, 'merged 2026-02-16', 'jun', 'Update the bundled timeparse'),
  pull(225, 'merged 2026-02-25', 'priya', 'Read relative includes from where they are written'),
  pull(226, 'merged 2026-02-23', 'okan', 'Find files that include themselves in the dry run too'),
  pull(228, 'merged 2026-03-02', 'tove', 'Document include files', documentation),
  pull(229, 'merged 2026-03-02', 'wren', "Move the tests out of Homebrew's formula"),
  pull(230, 'merged 2026-03-02', 'mirela', 'Release 0.10', { milestone: '0.10' }),
  pull(231, 'closed 2026-04-01', 'mirela', 'A parser generated from a grammar', {
    body: 'For comparison with the hand-written one. Needs bison on every build machine.',
  }),
  pull(233, 'merged 2026-03-11', 'okan', 'Do not crash on an empty include file', { labels: ['bug'] }),
  pull(234, 'merged 2026-03-14', 'priya', 'A manual page for lanternctl', documentation),
  pull(235, 'merged 2026-03-20', 'bastien', 'Run the Windows service as a user of its own', {
    labels: ['security'],
  }),
  pull(236, 'merged 2026-04-10', 'mirela', 'A hand-written parser that names line and column', {
    milestone: '0.11',
    labels: ['performance'],
    comments: 9,
    body: 'Reads 88,000 rules a second where the old one reads 41,000, and says in every message where the mistake is.\n\nThe recovery after an error wants a second pair of eyes.',
  }),
  pull(238, 'merged 2026-03-29', 'mirela', 'A lexer of our own', { milestone: '0.11' }),
  pull(241, 'merged 2026-04-13', 'tove', 'Renew certificates without a restart', { milestone: '0.11' }),
  pull(242, 'merged 2026-04-20', 'bastien', 'Warn 14 days before a certificate ends'),
  pull(245, 'merged 2026-04-26', 'tove', 'Document the renewal of certificates', documentation),
  pull(246, 'merged 2026-04-27', 'mirela', 'Release 0.11', { milestone: '0.11' }),
  pull(247, 'merged 2026-04-27', 'jun', 'Let two tests ask for the size of a page'),
  pull(248, 'merged 2026-05-06', 'jun', 'Remove the cross builds'),
  pull(251, 'merged 2026-05-15', 'ines-student', 'Viewer: show lines in the browser', {
    body: 'The first part of the summer project: a page that shows the lines as they come. It reads what its user may read, nothing else.',
  }),
  pull(252, 'merged 2026-05-12', 'priya', 'Draw what the viewer may see', documentation),
  pull(255, 'merged 2026-05-25', 'ines-student', 'Viewer: search'),
  pull(257, 'merged 2026-06-02', 'wren', 'Rules can count', { milestone: '0.12' }),
  pull(259, 'merged 2026-06-08', 'jun', 'A rule that limits requests per address', { milestone: '0.12' }),
  pull(260, 'open', 'wren', 'Warn when two rules share a counter and nobody said so'),
  pull(262, 'merged 2026-06-20', 'tove', 'A chapter of the manual on limits', documentation),
  pull(263, 'merged 2026-06-22', 'mirela', 'Release 0.12', { milestone: '0.12' }),
  pull(264, 'merged 2026-07-02', 'priya', 'Plain text in the journal', {
    body: 'Nobody reads escape codes there, and two tools break on them. Whoever pipes the journal back to a terminal gets them with a switch.',
  }),
  pull(266, 'merged 2026-07-07', 'okan', 'Name four old fields of the journal in the manual', documentation),
  pull(268, 'merged 2026-07-17', 'bastien', 'Turn colours off per rule'),
  pull(270, 'merged 2026-08-02', 'ines-student', 'Viewer: counters, and the end of the summer project'),
  pull(271, 'merged 2026-07-30', 'jun', 'Release 0.12.1'),
  pull(272, 'open', 'ines-student', 'Viewer: a package of its own, tested in a real browser', {
    milestone: '1.0',
  }),
];
