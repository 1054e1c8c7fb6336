import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { type ActionItemRow, spellItem, testActionItems } from '../../helpers/actionItems.ts';

const section = '## Action items\n\n';

const table: readonly ActionItemRow[] = [
  // Markers and the owners behind them
  ['‹TODO: seph: make an issue›', 'marker: seph'],
  ['‹TODO(seph): make an issue›', 'marker: seph'],
  ['‹TODO (Ted, Zach): ship it›', 'marker: Ted, Zach'],
  ['‹TODO @seph write it›', 'marker: @seph'],
  ['‹TODO: @seph to write it›', 'marker: @seph'],
  ['‹TODO: Lauren to confirm it›', 'marker: Lauren'],
  ['‹TODO: Ted will try›', 'marker: Ted'],
  ['‹TODO: write it (@seph)›', 'marker: @seph'],
  ['‹TODO: write it (Stefano).›', 'marker: Stefano'],
  ['‹TODO: write it -- seph›', 'marker: seph'],
  ['‹TODO: [@ada](https://github.com/ada) writes it›', 'marker: @ada'],
  ['‹TODO: Ada Lovelace: write it›', 'marker: Ada Lovelace'],
  ['‹TODO: write it›', 'marker: - write?'],
  ['‹TODO: seph click some buttons.›', 'marker: - seph?'],
  ['‹TODO item: push 4.1.2 to stable›', 'marker: - push?'],
  ['‹ACTION ITEM: Mike: ask them›', 'marker: Mike'],
  ['‹ACTION: Mike to ask them›', 'marker: Mike'],
  ['‹AI: mike: ask them›', 'marker: mike'],
  ['‹FIXME: mend it›', 'marker: - mend?'],
  ['* TODO: n/a\n* ‹TODO: write it›', 'marker: - write?'],
  ['‹TODO: none of the tests run›', 'marker: -'],
  ['‹Todo: seph: write it›', 'marker: seph'],
  ['‹TODO(owner): write it›', 'marker: - write?'],
  ['‹TODO(): write it›', 'marker: - write?'],
  ['‹TODO: Someone should write it›', 'marker: -'],
  ["‹TODO: Let's write it›", 'marker: -'],
  ['‹TODO: Talk to Mike›', 'marker: - Talk?'],
  ['‹TODO: Need to check it›', 'marker: - Need?'],
  // Where they stand
  ['We agree. ‹TODO: seph: do it.› Then more.', 'marker: seph'],
  ['Syncing (‹TODO: Ted›).', 'marker: Ted'],
  ['> Syncing (‹TODO: Ted›).', 'marker: Ted quoted'],
  ['* ‹TODO(ted): one›\n* ‹TODO(ann): two›', 'marker: ted', 'marker: ann'],
  ['‹TODO(ted): one›\n‹TODO(ann): two›', 'marker: ted', 'marker: ann'],
  ['‹ACTION ITEM (done): Ted to ask them›', 'marker: Ted done'],
  ['‹TODO(done): write it›', 'marker: - write? done'],
  ['- [x] ‹TODO(ted): one›\n- ‹TODO(ann): ~~two~~ (done)›', 'marker: ted done', 'marker: ann done'],
  ['| a |\n|---|\n| ‹TODO(ted): one› |', 'marker: ted'],
  [
    '([@ada](https://github.com/ada) will take this as a todo)'.replace('(', '(‹').replace('todo)', 'todo›)'),
    'pledge: @ada',
  ],
  ['A layer is missing. ‹Ted will take it on as a todo›.', 'pledge: Ted'],
  // Action sections
  [
    `${section}* ‹seph: write it›\n* ‹write it›\n* ‹Ted to write it›\n* ‹ann will write it›\n* ‹@bo write it›`,
    'item: seph',
    'item: - write?',
    'item: Ted',
    'item: ann',
    'item: @bo',
  ],
  [`${section}- [ ] ‹melissa: write it›\n- [x] ‹write it›`, 'item: melissa', 'item: - write? done'],
  [`${section}* ‹write it (Melissa)›\n* ‹write it - Ted›`, 'item: Melissa', 'item: Ted'],
  [`${section}* ‹Sharvil and Ted will write it›`, 'item: Sharvil, Ted'],
  [`${section}‹### Contact them -- seph›\n\n* ‹by mail›`, 'heading: seph', 'item: seph'],
  [`${section}‹### The date -- Lauren to confirm with Mike›`, 'heading: Lauren'],
  [`${section}‹### Old work -- feel free to help out›`, 'heading: -'],
  ['Next steps:\n\n* ‹update it›\n* ‹seph: mend it›', 'item: - update?', 'item: seph'],
  ['**Action items:**\n- ‹update it›', 'item: - update?'],
];

const nothing: readonly string[] = [
  '`TODO: x` and\n\n```\nTODO: x\n```',
  '<!-- TODO: x -->',
  'Likely TODOs:\n\n* one\n* two',
  "## teddy's todo",
  'the TODO list is long; a TODO comment; TODO.',
  'we should do this as a matter of course',
  'TODO:\n',
  '## Discussion\n\n* seph will write it\n* [ ] not a section',
  `${section}Some words, not a list.`,
  `${section}* None\n* N/A\n* There's some concern about it\n* https://github.com/o/r/issues/1\n* Links: https://example.org`,
  `${section}## Misc\n\n* not a task`,
  'Next steps are unclear.\n\n* not a task',
  'AIs: a, b',
  // Nothing to do
  ...[
    'none',
    'None.',
    'N/A',
    'n/a',
    '-',
    '—',
    '_none_',
    '**None**',
    'nothing',
    'TBD',
    '…',
    '?',
    'No action items',
    'none yet',
  ].flatMap((none) => [`TODO: ${none}`, `* ACTION: ${none}`]),
  ...[
    'FIXME: none',
    'ACTION ITEM: None',
    'TODO(Tove): none',
    'TODO: (none)',
    'AI: none',
    'TODO (none)',
    '| a |\n|---|\n| TODO: none |',
  ],
];

describe('action items', () => {
  testActionItems(table);

  for (const text of nothing) {
    it(`none in ${text.replaceAll('\n', '⏎')}`, () =>
      assert.deepEqual(parseNote(text).actionItems.map(spellItem), []));
  }

  it('an owner written where the slot says is read as the owner', () => {
    for (const text of [
      'TODO: write it',
      'TODO write it',
      'TODO(): write it',
      'TODO(owner): write it',
      'TODO item: write it',
      'ACTION: write it',
      'ACTION ITEM: write it',
      'FIXME: mend it',
      `${section}* write it`,
      `${section}- [ ] write it`,
      `${section}### Write it -- who wants to`,
    ]) {
      const [item] = parseNote(text).actionItems;
      assert.ok(item, text);
      const { range, before, after } = item.ownerSlot;
      const edited = `${text.slice(0, range.from)}${before}seph${after}${text.slice(range.to)}`;
      const names = parseNote(edited).actionItems[0]?.owners.map((owner) => owner.name);
      assert.deepEqual(names, ['seph'], edited);
    }
  });

  it('says what is to be done in one line', () => {
    const text = '> The sync is manual\n> and slow (TODO: Ted).\n\n* TODO(ann): write\n  it down';
    assert.deepEqual(
      parseNote(text).actionItems.map((item) => item.text),
      ['The sync is manual and slow', 'write it down'],
    );
  });
});
