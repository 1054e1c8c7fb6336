import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { type ActionItemRow, spellItem, testActionItems } from '../../helpers/actionItems.ts';
import { growsLinearlyIn } from '../../helpers/growth.ts';

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
  // Up to a line that somebody else says, or that a label announces
  ['‹AI: WZ to write the errata›\nIH: I disagree with that.\nKM: me too', 'marker: - WZ?'],
  ['‹AI: someone to fix CI›\nDECISION: keep it', 'marker: -'],
  ['IH: it is slow\n‹AI: WZ to measure it›\nIH: thanks', 'marker: - WZ?'],
  ['‹TODO(ted): one›\nseph: two\n‹TODO(ann): three›\nNOTE: four', 'marker: ted', 'marker: ann'],
  ['‹ACTION: Mike to ask them.\nTwice.›\n**Ann Ito:** they said no.', 'marker: Mike'],
  ['‹ACTION: Mike to ask them›\nBT/NA: fine', 'marker: Mike'],
  ['‹ACTION: Mike to ask them›\nNishant (Uptycs): fine', 'marker: Mike'],
  ['‹ACTION: Mike to ask them›\n田中：はい', 'marker: Mike'],
  ['> ‹TODO(ted): one›\n> Zoë: why?', 'marker: ted quoted'],
  ['- ‹TODO(ted): one›\n  Zoë: why?\n- two', 'marker: ted'],
  ['- [x] ‹TODO(ted): one›\nZoë: why?', 'marker: ted done'],
  ['‹TODO(ted): one›\nChair: thanks', 'marker: ted'],
  ['‹TODO(ted): one›\n**DECISION (unanimous):** keep it', 'marker: ted'],
  ['‹TODO(ted): one›\nOPEN QUESTION: why?', 'marker: ted'],
  ['‹TODO(ted): one›\nENTSCHEIDUNG: ja', 'marker: ted'],
  ['‹TODO(ted): one›\nEntscheidung: ja', 'marker: ted'],
  ['‹TODO(ted): one›\nDÉCISION : oui', 'marker: ted'],
  ['‹TODO(ted): one›\nTarea: dos', 'marker: ted'],
  ['‹TODO(ted): one›\n決定：二', 'marker: ted'],
  ['‹TODO(ted): one›\nAgreed: two', 'marker: ted'],
  ['‹TODO(ted): one\nnota: dos›', 'marker: ted'],
  ['‹TODO(ted): one\ndecision: pending›', 'marker: ted'],
  ['‹TODO(ted): one›\nDECISION 12: keep it', 'marker: ted'],
  ...[
    'see also: the errata',
    'by Friday: two',
    'https://example.org',
    'HTTPS://EXAMPLE.ORG',
    '10:30 is too late',
    'at 10:30: two',
    'std::vector as well',
    'Friday: two',
    'Note: it is slow',
    'ETA: Friday',
    'DUE: Friday',
    'DUE DATE: Friday',
    'URL: https://example.org',
    'Backports: https://example.org',
    'Depends: #12',
    'CC: the board',
    'JIRA-123: two',
    'RFC 9000: two',
    'STATUS: ongoing',
    'Lead time: a week',
    'and others: two',
  ].map((line): ActionItemRow => [`‹TODO(ted): one\n${line}›`, 'marker: ted']),
  ['‹TODO: write it\nOWNER: Ann›', 'marker: Ann'],
  ['‹ACTION: write it\nOwner: Ann\nETA: Friday›', 'marker: Ann'],
  ['‹TODO:\nseph: write it›', 'marker: seph'],
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

  it('a task of very many lines costs what they are long', () => {
    const pieces = [
      'and on (',
      'see also: it\n',
      'see also (it): it\n',
      '**DUE',
      'DUE DATE: it\n',
      'Ann, Bo, Cy\n',
      'Ted via x\n',
    ];
    growsLinearlyIn(pieces, 40_000, (text) => parseNote(`ACTION: write it\n${text}`));
    growsLinearlyIn(['Ann: it\n', 'DECISION: it\n', 'AI: it\nAnn: it\n'], 40_000, (text) =>
      parseNote(`ACTION: write it\n${text}`),
    );
  });
});
