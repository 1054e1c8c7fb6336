import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { isStatement } from '../../../server/core/note/statements.ts';
import { type ActionItemRow, spellItem, testActionItems } from '../../helpers/actionItems.ts';

const title = '# Lantern office hours 2026-01-06\n\n';
const section = '## Action items\n\n';

/** Headings whose items are tasks. */
const titles = [
  ...[
    'Action items',
    'Action Items',
    'ACTION ITEMS',
    'Action item',
    'Action points',
    'Actions',
    'Tasks',
    'TODO',
    'TODOs',
    'To-do',
    'To do',
  ],
  ...[
    'Next steps',
    'Next step',
    'Next actions',
    'Follow-ups',
    'Follow ups',
    'Followups',
    'Things to do',
    'Promises',
    'TODO list',
    'Task list',
  ],
  // New and old ones
  ...[
    'New action items',
    'Open action items',
    'Old action items',
    'Previous action items',
    'Outstanding action items',
    'Pending tasks',
  ],
  ...[
    "Last week's action items",
    'Last week’s action items',
    "Last meeting's action items",
    "This month's tasks",
    "Today's action items",
  ],
  ...[
    'Action items from last meeting',
    'Actions from the last call',
    'Action items for next week',
    'Tasks for this week',
    'AIs from last call',
  ],
  ...[
    'Review of action items',
    "Review of last week's action items",
    'Action item review',
    'Status of open action items',
    'Our next steps',
  ],
  ...[
    'Previous action items (carried over)',
    'Remaining TODOs',
    'All open tasks',
    'Summary of action items',
    'Unassigned tasks',
  ],
  // Dates, durations, people, numbers, signs
  ...[
    'Action items (5 min)',
    'Action items [10m]',
    'Action items - 10 minutes',
    'Next steps (5m, Okan)',
    'Next steps (10 minutes)',
    'Tasks (3)',
  ],
  ...[
    'Action items 2026-01-06',
    'Action items - 6 January 2026',
    'Action items from 2026-01-06',
    'Action items (Tove)',
    'Action items (AI)',
  ],
  ...[
    '3. Action items',
    '✅ Action items',
    '📝 New action items',
    'Action items ✅',
    'Action items:',
    '**Action items**',
    '_Next steps:_',
  ],
  // Other languages
  ...[
    'Aufgaben',
    'Nächste Schritte (10 min)',
    'Prochaines étapes',
    'Actions à faire',
    'Aktionspunkte',
    'Acciones pendientes',
    'Ações pendentes',
    'Follow-up items',
    'Actions arising',
    'Actions à mener',
    'Próximos pasos',
    'Tarefas',
    'Prossimi passi',
    'Actiepunten',
  ],
  ...['Nästa steg', 'Задачи', 'アクションアイテム', '待办事项：', '할 일', '下一步（10分）'],
  // Two names, and that there are none
  ...[
    'Action items & next steps',
    'Next steps and action items',
    'Action items / TODOs',
    'Tasks, follow-ups',
    'Action items and owners',
  ],
  ...['Action items: none', 'Next steps: none yet', 'Action items (none)'],
];

/** Headings that begin or end like those, and are topics. */
const topics = [
  ...[
    'Next steps for the plugin interface (5m, Okan)',
    'Action items tooling',
    'Next steps in packaging',
    'Next steps toward 2.0',
  ],
  ...[
    'Likely TODOs',
    'Possible next steps',
    'Proposed next steps for CI',
    "teddy's todo",
    'TODO app',
    'TODO comments in the code',
  ],
  ...[
    'Follow-up meeting',
    'Follow up on the CVE',
    'Follow-ups to the audit',
    'Task runner',
    'Tasks API',
    'Task list rendering',
    'Tasks in tables',
  ],
  ...[
    'Actions runner upgrade',
    'GitHub Actions',
    'Action plan for 2.0',
    'Action items bot',
    'Action items are too long',
    'Promises in the API',
  ],
  ...[
    'Next steps (plugin interface)',
    'Next step: ship it',
    'What are the next steps?',
    'To do or not to do',
    'No action items',
  ],
  ...[
    'Decisions and action items',
    'Open issues',
    'New features',
    'Last meeting',
    'Review',
    'Done',
    'Completed',
    'Summary',
    'Next week',
  ],
];

const closings: readonly ActionItemRow[] = [
  [`${section}* ‹mend it›\n\n---\n\n* no`, 'item: - mend?'],
  [`${section}* ‹mend it›\n\n***\n\n* no\n\n### Tove\n* ‹tag it›`, 'item: - mend?', 'item: Tove tag?'],
  [`${section}---\n\n* ‹a rule right below the heading›`, 'item: -'],
  [`${section}Words.\n\n* * *\n\n* no`],
  [`${section}* ‹mend it›\n\n---\n\nNext steps:\n* ‹tag it›`, 'item: - mend?', 'item: - tag?'],
  [`${section}* ‹mend it›\n  ***\n* ‹tag it›`, 'item: - mend?', 'item: - tag?'],
  ...[
    'At the end of the meeting:',
    '**At the end of the meeting**',
    'At the end of the call, please:',
    'After the meeting:',
    'Once the meeting is over:',
    'Once everybody has left:',
    'Before leaving the meeting:',
    'While the recording is running:',
    'Meeting adjourned at 10:00.',
    'The meeting was adjourned.',
    'The meeting ended at 10:00.',
    'Meeting closed at 17:30 UTC',
    'Adjourned',
    'Next meeting: 2026-02-10',
    'Decisions:',
    'Notes:',
    '**Links**',
    'Parking lot:',
    'For the record:',
    'Attendees:',
  ].map((line): ActionItemRow => [`${section}* ‹mend it›\n\n${line}\n\n* no`, 'item: - mend?']),
  ...[
    'For the next meeting:',
    'Before the release:',
    'From last meeting:',
    'New:',
    'High priority:',
    'Website:',
    'Before the next meeting:',
    'Please add yours below.',
    'After the release:',
    'In general:',
  ].map(
    (line): ActionItemRow => [
      `${section}* ‹mend it›\n\n${line}\n\n* ‹tag it›`,
      'item: - mend?',
      'item: - tag?',
    ],
  ),
  [`${section}### Notes\n* no\n### Website\n* ‹tag it›`, 'item: - tag?'],
  [`${section}Done:\n* ‹mend it›\n\nOpen:\n* ‹tag it›`, 'item: - mend? done', 'item: - tag?'],
  [`${section}### Completed\n* ‹mend it›`, 'item: - mend? done'],
  [`${section}**Completed action items**\n* ‹mend it›`, 'item: - mend? done'],
  ['## Completed action items\n* ‹mend it›', 'item: - mend? done'],
  ['Next steps:\n* ‹mend it›\n\nWords.\n\n* no', 'item: - mend?'],
];

const leadIns: readonly ActionItemRow[] = [
  ...[
    'Next steps:',
    '**Next steps**',
    '**Next steps:**',
    '__Action items__',
    'Our next steps:',
    'Action items from last week:',
  ].map((line): ActionItemRow => [`${line}\n\n* ‹mend it›`, 'item: - mend?']),
  ...[
    'Next steps are:',
    'Next steps for the release:',
    'The next steps would be:',
    'Action items are as follows:',
    'We agreed.\nTODO:',
  ].map((line): ActionItemRow => [`${line}\n* ‹mend it›`, 'item: - mend?']),
  ...[
    'Next steps are unclear.',
    'Next steps',
    'Likely TODOs:',
    'Decisions:',
    'GitHub Actions:',
    '**Actions runner**',
    'We follow up:',
  ].map((line): ActionItemRow => [`${line}\n\n* no`]),
];

const groups: readonly ActionItemRow[] = [
  // Above
  ...[
    ['### Tove', 'Tove'],
    ['### Tove:', 'Tove'],
    ['### **Tove**', 'Tove'],
    ['### @tove', '@tove'],
    ['### [@tove](https://github.com/tove)', '@tove'],
    ['### Tove and Okan', 'Tove, Okan'],
    ['### Tove, Okan & Ann', 'Tove, Okan, Ann'],
    ['### @tove @okan', '@tove, @okan'],
    ['### Ada Lovelace', 'Ada Lovelace'],
    ['### seph', 'seph'],
    ['### Tove (release lead)', 'Tove'],
    ["### Tove's action items", 'Tove'],
    ['### Tove’s tasks', 'Tove'],
    ["### Lars' TODOs", 'Lars'],
    ['### For Tove', 'Tove'],
    ['### Owner: Tove', 'Tove'],
    ['### Assigned to @tove', '@tove'],
    ['Tove:', 'Tove'],
    ['seph:', 'seph'],
    ['**Tove**', 'Tove'],
    ['**Tove:**', 'Tove'],
    ['**Tove**:', 'Tove'],
    ['@tove', '@tove'],
    ['@tove:', '@tove'],
    ['[@tove](https://github.com/tove):', '@tove'],
    ['Owner: Tove', 'Tove'],
    ['Assigned to Tove:', 'Tove'],
    ['Tove/Okan:', 'Tove, Okan'],
    ['Some words.\nTove:', 'Tove'],
  ].map(([line, owners]): ActionItemRow => [`${section}${line}\n\n* ‹write it›`, `item: ${owners} write?`]),
  ...[
    ...[
      '### Infrastructure',
      '### Docs',
      '### Benchmarks',
      '### Release process',
      '### Packaging',
      '### Windows',
      'Website:',
      '**Tests**',
    ],
    ...[
      'Unassigned:',
      'TBD:',
      '???:',
      '### Someone',
      '### Other',
      '### Performance',
      'High priority:',
      '### Documentation',
      '### Compliance',
    ],
  ].map((line): ActionItemRow => [`${section}${line}\n\n* ‹write it›`, 'item: - write?']),
  [`${section}### Tove\n\n* ‹write it›\n* ‹@okan tag it›`, 'item: Tove write?', 'item: @okan'],
  [`${section}### Tove\n#### Docs\n* somebody's own\n### Misc\n* ‹tag it›`, 'item: - tag?'],
  [`${section}Tove:\n* ‹write it›\n\nUnassigned:\n* ‹tag it›`, 'item: Tove write?', 'item: - tag?'],
  [`${section}### Tove\n* ‹TODO: write it›`, 'marker: Tove write?'],
  [`${section}* Tove\n  * ‹write it›\n  * ‹tag it›`, 'item: Tove write?', 'item: Tove tag?'],
  [`${section}* **Tove**:\n  * ‹write it›\n* ‹tag it›`, 'item: Tove write?', 'item: - tag?'],
  [`${section}* @tove\n  - [ ] ‹write it›\n  - [x] ‹tag it›`, 'item: @tove write?', 'item: @tove tag? done'],
  [`${section}1. Tove\n   1. ‹write it›`, 'item: Tove write?'],
  [`${section}* seph:\n  * ‹write it›`, 'item: seph write?'],
  [`${section}* Tove:\n  * ‹TODO: write it›`, 'marker: Tove write?'],
  [`${section}* Done:\n  * ‹write it›`, 'item: - write? done'],
  [`${section}* Notes:\n  * no`],
  [
    'Next steps:\n\nTove:\n* ‹write it›\n\nOkan:\n* ‹tag it›\n\nWords.\n\n* no',
    'item: Tove write?',
    'item: Okan tag?',
  ],
  ['## Topic\n\n### Tove\n* no'],
  ['## Topic\n\nTove:\n* no'],
  // Below
  [`${section}* ‹Release 2.0›\n  * Tove: notes\n  * @okan tag it`, 'item: Tove, @okan Release?'],
  // Partly owned: the rest is asked for by itself
  [`${section}* ‹Release 2.0›\n  * Tove: notes\n  * ‹tag it›`, 'item: Tove Release?', 'item: - tag?'],
  [`${section}* ‹Release 2.0›\n  * ‹tag it›\n  * Tove: notes`, 'item: Tove Release?', 'item: - tag?'],
  [`${section}* ‹Release 2.0›\n  * ~~notes~~\n  * ‹tag it›`, 'item: - Release? done', 'item: - tag?'],
  [
    `${section}* ‹Release 2.0›\n  * ‹tag it›\n  * ‹TODO(tove): notes›\n  * ‹push it›`,
    'item: tove Release?',
    'item: - tag?',
    'marker: tove',
    'item: - push?',
  ],
  [
    `${section}* ‹Release 2.0›\n  * Docs of it\n    * Tove: notes\n    * ‹tag it›\n  * ‹push it›`,
    'item: Tove Release?',
    'item: - tag?',
    'item: - push?',
  ],
  [`${section}* ‹TODO: release›\n  * Tove: notes\n  * ‹tag it›`, 'marker: Tove release?', 'item: - tag?'],
  [`${section}* ‹Tove: release 2.0›\n  * Okan: notes\n  * tag it`, 'item: Tove'],
  [`${section}* ‹release 2.0›\n  * Okan: notes\n  * tag it\n  * Owner: Tove`, 'item: Tove release?'],
  [`${section}* ‹Release 2.0›\n  * notes\n  * tag it`, 'item: - Release?'],
  [`${section}* ‹Release 2.0›\n  * Tove: notes\n  * It is late.`, 'item: Tove Release?'],
  [`${section}* ‹Release 2.0›\n  * ~~tag it~~\n  * Tove: notes`, 'item: Tove Release?'],
  [`${section}* ‹Release 2.0›\n  * ~~tag it~~\n  * notes (done)`, 'item: - Release? done'],
  [`${section}* ‹Release 2.0›\n  - [x] tag it\n  - [ ] Tove: notes`, 'item: Tove Release?'],
  [
    `${section}* ‹Release 2.0›\n  * ‹TODO(tove): notes›\n  * Okan will tag it`,
    'item: tove, Okan Release?',
    'marker: tove',
  ],
  [`${section}* ‹Release›\n  * Docs\n    * Tove: notes\n    * @okan tags`, 'item: Tove, @okan Release?'],
  [`${section}* ‹Release›\n  * Tove\n    * notes`, 'item: Tove Release?'],
  [`${section}* ‹Release›\n  * It is late.\n  * Tove: notes`, 'item: Tove Release?'],
  [`${section}* ‹Release›\n\n  1. Tove: notes\n  2. Okan: tag`, 'item: Tove, Okan Release?'],
  [`${section}* ‹TODO: release›\n  * Tove: notes`, 'marker: Tove release?'],
  [`${section}* ‹write it›\n  * Owner: Tove`, 'item: Tove write?'],
  [`${section}* ‹write it\n  Owner: Tove›`, 'item: Tove'],
  [`${section}* ‹write it›\n\n  Owner: @tove`, 'item: @tove write?'],
  [`${section}* ‹write it›\n  * @tove`, 'item: @tove write?'],
  [`${section}* ‹write it›\n  * assigned to Tove`, 'item: Tove write?'],
  [`${section}* ‹write it›\n  * → @tove`, 'item: @tove write?'],
  [`${section}* ‹write it›\n  * Owner: TBD`, 'item: - write?'],
  [
    `${section}‹### The date -- who?›\n* ‹Tove: ask›\n* ‹@okan tell›`,
    'heading: Tove, @okan',
    'item: Tove',
    'item: @okan',
  ],
  [`${section}‹### The date -- who?›\n\nOwner: Tove`, 'heading: Tove'],
];

const tasks = [
  // Without a verb
  ...[
    'Improvements to the release scripts',
    'Documentation for tables',
    'Benchmarks',
    'New logo',
    'README',
    'Better error messages',
  ],
  ...[
    'Missing docs for tables',
    'Documentation of what is supported',
    'Ways to have fewer builds',
    'Windows builds',
    '2.0 release notes',
  ],
  // No owner yet
  ...[
    'linux paths (???)',
    'linux paths (TBD)',
    'TBD: linux paths',
    '???: linux paths',
    'linux paths - TBD',
    'linux paths [TBD]',
  ],
  ...[
    'linux paths (owner?)',
    'linux paths ???',
    'linux paths (?)',
    'Somebody to write docs',
    'Someone should write docs',
    'linux paths -- TBD',
  ],
  // Verbs that have a sentence as their object
  ...[
    'Check the build is green',
    'Make sure CI is green',
    'Ensure tests pass',
    'Tell users the API is gone',
    'Confirm the date is fine',
  ],
  ...[
    'Ask Tove whether she can review',
    'Find out why it is slow',
    'Decide if we keep it',
    'See if it works on arm',
    'Announce that 2.0 is out',
  ],
  ...[
    'Look into why CI is red',
    'Schedule a call about what went wrong',
    'Close issues that are stale',
    'Remove the flag which is unused',
  ],
  // Duties
  ...[
    'Docs need to be updated',
    'We should write docs',
    'CI should run on arm64',
    'The docs must be fixed',
    'The flag is to be removed',
  ],
  ...[
    'Docs have to be written',
    'We will write docs',
    'We need a logo',

    "Let's write it",
    'Need to check it',
  ],
  ...["We're going to write docs", "Don't merge it yet", 'Please review it', 'The old flags can be removed'],
  // What looks like a verb
  ...[
    'Write docs, README is old',
    'Fix the build - it is broken',
    'Merge #12 (it is ready)',
    'Ship it in May',
    'Rerun failed builds',
  ],
  ...[
    'Backport merged fixes',
    'Fix line breaks',
    'How to build on arm',
    'Test on arm64',
    'Have Tove look at it',
    'Plan to have fewer builds',
  ],
  ...[
    'update dpkg (small, seems safe with testing)',
    'update thrift (coordination point with SDKs. Seems scary)',
    'Debug hangs on exit',
  ],
];

const statements = [
  'これでいい？',
  'The packaging code is all in place',
  'Compilation time is slow',
  'How can we help?',
  ...[
    'How can we help',
    'Who wants to do it?',
    'Is there a **deadline**?',
    'Should we drop it',
    'Why does CI fail',
    'What is left',
    'Any questions?',
  ],
  ...['Is it fast enough?', 'Should we drop Python 3.8?', 'Which one is it'],
  ...[
    'It is slow',
    'CI is red',
    'Test coverage is low',
    'Release notes are done',
    'Users want dark mode',
    'The build breaks on arm',
    'Plan is good',
  ],
  ...[
    "Tests don't run on Windows",
    'Tests fail on arm64',
    'Build time is slow',
    'Review is pending',
    'Compilation and linking is slow',
  ],
  ...[
    'We have two maintainers',
    'We discussed the roadmap',
    'They fixed the build',
    "We're nearly there",
    "I've looked at it",
    'That works',
  ],
  ...[
    'Everyone agreed',
    'Nobody reviews PRs',
    'No docs for tables',
    'No reviewers',
    'Too many open issues',
    'Not enough reviewers',
  ],
  ...[
    'Unclear how to build',
    'Hopefully this works',
    'Seems fine',
    'There are two bugs',
    'Some users have issues with it',
    'It took an hour',
  ],
  ...[
    'See #12',
    'See above',
    'See https://example.org/x for details',
    'Merged #12',
    'Next meeting: 2026-02-10',
    'Memory usage went up',
  ],
  ...[
    'This was agreed last week',
    'The **build** is `red`',
    'It’s slow',
    '"CI" is red.',
    'The build is slow, we know',
    "Docs aren't written",
  ],
  ...[
    'Most people are fine with it',
    'It would be good to have docs',
    'Happy to help',
    'As discussed, no change',
  ],
];

const nothing = [
  ...['Keine', 'aucune', 'Ninguna.', 'nenhum', 'нет', 'なし', '特になし', '无', '없음'],
  ...[
    'none',
    'None',
    'None.',
    '_None_',
    '**None**',
    '(none)',
    '[none]',
    '-none-',
    'N/A',
    'n/a',
    '*N/A*',
    'NA',
    'n.a.',
    '-',
    '—',
    '–',
    '~',
    '...',
    '…',
    '?',
  ],
  ...[
    'None this week',
    'None yet',
    'None at this time.',
    'None for now',
    'none, see you',
    'None identified',
    'Nothing',
    'Nothing to do',
    'nil',
    'TBD',
    'TBD.',
  ],
  ...[
    'No action items',
    '(no action items)',
    'No new action items this week',
    'No actions.',
    'No change',
    'No further action',
    'No open tasks',
  ],
  ...[
    'All done!',
    '#12',
    'PR #12',
    'octo/lantern#12',
    'Same as last week.',
    '没有',
    'Nothing to report',
    'Not applicable',
    '_(none)_',
    'None — see you',
    'https://example.org',
    'Notes: https://example.org',
  ],
];

function itemsOf(text: string): string[] {
  return parseNote(text).actionItems.map(spellItem);
}

describe('titles of action sections', () => {
  for (const heading of titles) {
    it(`"${heading}" is one`, () => assert.equal(itemsOf(`${title}## ${heading}\n\n* write it\n`).length, 1));
  }
  for (const heading of topics) {
    it(`"${heading}" is a topic`, () =>
      assert.deepEqual(itemsOf(`${title}## ${heading}\n\n* write it\n`), []));
  }
  it('the length of a title is bounded', () =>
    assert.deepEqual(itemsOf(`${title}## ${'Open '.repeat(30)}action items\n\n* write it\n`), []));
});

describe('where an action section ends', () => testActionItems(closings));

describe('lines that introduce tasks', () => testActionItems(leadIns));

describe('owners above and below their tasks', () => testActionItems(groups));

describe('what a task is', () => {
  for (const text of tasks) {
    it(`"${text}"`, () => {
      const items = parseNote(`${section}* ${text}\n`).actionItems;
      assert.deepEqual(
        items.map(({ owners, text: task }) => [owners.length, task]),
        [[0, text]],
      );
    });
  }
  for (const text of statements) {
    it(`not "${text}"`, () => {
      assert.deepEqual(itemsOf(`${section}* ${text}\n`), []);
      assert.deepEqual(itemsOf(`Next steps:\n- ${text}\n`), []);
    });
  }
  for (const text of nothing) {
    it(`nothing to do: "${text}"`, () => {
      assert.deepEqual(itemsOf(`${section}* ${text}\n`), []);
      assert.deepEqual(itemsOf(`${section}- [ ] ${text}\n`), []);
    });
  }
  it('what somebody owns is a task in any words', () => {
    for (const text of ['Tove: CI is red', '@tove How can we help?', 'It is slow (@tove)'])
      assert.equal(parseNote(`${section}* ${text}\n`).actionItems[0]?.owners.length, 1, text);
  });
  it('what has a box or a marker is a task in any words', () => {
    assert.deepEqual(itemsOf(`${section}- [ ] The docs are written`), ['item: -']);
    assert.deepEqual(itemsOf('TODO: CI is red'), ['marker: - CI?']);
  });
  it('a sentence of any length costs its first clause', () => {
    assert.ok(!isStatement(`Write ${'a, '.repeat(50_000)}`));
    assert.ok(!isStatement('word '.repeat(50_000)));
  });
});

describe('where an owner would be written', () => {
  for (const [task, expected] of [
    ['linux paths (???)', 'linux paths (Tove)'],
    ['linux paths (TBD)', 'linux paths (Tove)'],
    ['linux paths [TBD]', 'linux paths (Tove)'],
    ['linux paths - TBD', 'linux paths - Tove'],
    ['linux paths (owner?).', 'linux paths (Tove).'],
    ['???: linux paths', 'Tove: linux paths'],
    ['TBD: linux paths', 'Tove: linux paths'],
    ['TODO: linux paths (TBD)', 'TODO: linux paths (Tove)'],
    ['TODO: linux paths [TBD].', 'TODO: linux paths (Tove).'],
    ['ACTION: linux paths - TBD', 'ACTION: linux paths - Tove'],
    ['TODO: linux paths (???)', 'TODO: linux paths (Tove)'],
    ['TODO: linux paths', 'TODO(Tove): linux paths'],
    ['TODO(TBD): linux paths', 'TODO(Tove): linux paths'],
    ['linux paths', 'Tove: linux paths'],
    ['linux paths (arm64)', 'Tove: linux paths (arm64)'],
  ] as const) {
    it(`${task} → ${expected}`, () => {
      const text = `${section}* ${task}`;
      const [item] = parseNote(text).actionItems;
      const { range, before, after } = item!.ownerSlot;
      const edited = `${text.slice(0, range.from)}${before}Tove${after}${text.slice(range.to)}`;
      assert.equal(edited, `${section}* ${expected}`);
      assert.match(parseNote(edited).actionItems.map(spellItem)[0] ?? '', /^(?:item|marker): Tove/);
    });
  }
});
