import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseNote } from '../../../server/core/note/parse.ts';
import { type ActionItemRow, spellItem, testActionItems } from '../../helpers/actionItems.ts';

/** A table under an action section. */
function table(header: string, ...rows: string[]): string {
  const rule = header.replace(/[^|]+/g, '--');
  return ['## Action items\n', header, rule, ...rows].join('\n');
}

const rows: readonly ActionItemRow[] = [
  [
    table(
      '| Task | Owner |',
      '| ‹write it› | Tove |',
      '| ‹tag it› | @okan |',
      '| ‹ship it› | |',
      '| none | |',
      '| | Tove |',
    ),
    'item: Tove',
    'item: @okan',
    'item: -',
  ],
  [
    table(
      '| Owner | Action | Due |',
      '| Tove | ‹write it› | Fri |',
      '| | ‹tag it› | |',
      '| TBD | ‹ship it› | Mon |',
      '| ??? | ‹sell it› | |',
    ),
    'item: Tove',
    'item: -',
    'item: -',
    'item: -',
  ],
  [
    table(
      '| What | Who | Status |',
      '| ‹write it› | | done |',
      '| ‹tag it› | Tove, Okan | open |',
      '| ‹ship it› | - | ✅ |',
      '| ‹~~sell it~~› | | |',
    ),
    'item: - done',
    'item: Tove, Okan',
    'item: - done',
    'item: - done',
  ],
  [
    table(
      '| # | Action item | Assignee |',
      '| 1 | ‹[docs](https://example.org)› | [@tove](https://github.com/tove) |',
      '| 2 | ‹`make`› | seph |',
    ),
    'item: @tove',
    'item: seph',
  ],
  [table('Who | What', 'Tove | ‹write it›', '@okan | ‹tag it›'), 'item: Tove', 'item: @okan'],
  [
    table('| **Action** | **Responsible** |', '| ‹write it› | **Tove** |', '| ‹tag it› | Ada Lovelace |'),
    'item: Tove',
    'item: Ada Lovelace',
  ],
  [
    table(
      '| Item | Assigned to | Done? |',
      '| ‹write it› | | [x] |',
      '| ‹tag it› | | yes |',
      '| ‹ship it› | | no |',
    ),
    'item: - done',
    'item: - done',
    'item: -',
  ],
  // In other languages
  [
    table(
      '| Aufgabe | Verantwortlich | Stand |',
      '| ‹Handbuch schreiben› | Tove | erledigt |',
      '| ‹Tests› | | ja |',
    ),
    'item: Tove done',
    'item: - done',
  ],
  [
    table('| Action | Responsable | Échéance |', '| ‹Écrire la doc› | Ana | 12/03 |', '| ‹Relancer› | — | |'),
    'item: Ana',
    'item: -',
  ],
  [table('| Quién | Qué |', '| Ana | ‹escribir el manual› |'), 'item: Ana'],
  [table('| Responsável | Tarefa |', '| @ana | ‹escrever› |'), 'item: @ana'],
  [table('| 担当者 | 内容 | 状態 |', '| 田中 | ‹翻訳› | 完了 |'), 'item: 田中 done'],
  [table('| 负责人 | 任务 |', '| @li | ‹写文档› |'), 'item: @li'],
  // Somebody, though no name
  [
    table('| Task | Owner |', '| write it | all |', '| tag it | everyone |', '| ‹ship it› | docs team |'),
    'item: docs',
  ],
  // The header does not say
  [table('| Action | Due |', '| write it | Fri |')],
  [table('| Owner | Due |', '| Tove | Fri |')],
  [table('| a | b |', '| write it | Tove |')],
  // The tables of others
  ['| Task | Owner |\n|--|--|\n| write it | |'],
  ['## Topic\n\n| Task | Owner |\n|--|--|\n| write it | |'],
  [
    `${table('| Task | Owner |', '| ‹write it› | |')}\n\n---\n\n| Task | Owner |\n|--|--|\n| no | |`,
    'item: -',
  ],
  ['Next steps:\n\n| Task | Owner |\n|--|--|\n| ‹write it› | |', 'item: -'],
  [
    table('| Task | Owner |', '| ‹write it› | |').replace(
      '## Action items\n',
      '## Action items\n\n### Tove\n',
    ),
    'item: Tove',
  ],
  // Markers in cells
  [
    table('| Task | Owner |', '| ‹TODO: write it› | Tove |', '| ‹TODO(okan): tag it› | Tove |'),
    'marker: Tove write?',
    'marker: okan',
  ],
  [
    '| a | b |\n|--|--|\n| ‹TODO: write it› | Tove |\n| @okan | ‹TODO: tag it› |',
    'marker: Tove write?',
    'marker: @okan tag?',
  ],
  [
    '| Topic | Notes | Who |\n|--|--|--|\n| x | ‹TODO: write it› | seph |\n| y | ‹TODO: tag it› | |',
    'marker: seph write?',
    'marker: - tag?',
  ],
  [
    '| a | b |\n|--|--|\n| some words | ‹TODO: write it› |\n| docs | ‹TODO: tag it› |',
    'marker: - write?',
    'marker: - tag?',
  ],
  [
    '| a | b |\n|--|--|\n| **Tove** | ‹ACTION: write it› |\n| Tove & Okan | ‹FIXME: mend it› |',
    'marker: Tove write?',
    'marker: Tove, Okan mend?',
  ],
  ['| Owner | Notes |\n|--|--|\n| | ‹TODO: write it› |', 'marker: - write?'],
  ['## Action items\n\n| Who | What |  \n| --- | :-: |  \n| Tove | ‹write it› |\t\n', 'item: Tove'],
  ['## Action items\n\nWho | What \n--- | --- | \nTove | ‹write it› \n', 'item: Tove'],
];

describe('action items in tables', () => {
  testActionItems(rows);

  for (const [row, expected] of [
    ['| write it | |', '| write it | Tove |'],
    ['| write it ||', '| write it |Tove |'],
    ['| write it | TBD |', '| write it | Tove |'],
    ['| write it |   ???   |', '| write it |   Tove   |'],
  ] as const) {
    it(`an owner is written in its column: ${row}`, () => {
      const text = table('| Task | Owner |', row);
      const { range, before, after } = parseNote(text).actionItems[0]!.ownerSlot;
      const edited = `${text.slice(0, range.from)}${before}Tove${after}${text.slice(range.to)}`;
      assert.equal(edited, table('| Task | Owner |', expected));
      assert.deepEqual(parseNote(edited).actionItems.map(spellItem), ['item: Tove']);
    });
  }
});
