import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Conventions, usualConventions } from '../../../server/core/note/conventions.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

/** One task with a marker; its owners are marked. Then its text. */
const table: readonly [marked: string, task: string][] = [
  // Emphasis, dashes, brackets, numbers
  ['**TODO**: ‹seph›: write it', 'seph: write it'],
  ['*TODO*: ‹Tove› to write it', 'Tove to write it'],
  ['__TODO__: ‹@seph› write it', '@seph write it'],
  ['**TODO:** ‹seph›: write it', 'seph: write it'],
  ['**ACTION:** ‹Tove› to write it', 'Tove to write it'],
  ['**ACTION**: ‹Tove› to write it', 'Tove to write it'],
  ['***ACTION***: ‹Tove› to write it', 'Tove to write it'],
  ['**ACTION** ‹Tove› to write it', 'Tove to write it'],
  ['**TODO** write it (‹Tove›)', 'write it (Tove)'],
  ['**Action:** ‹Tove› to write it', 'Tove to write it'],
  ['**Action item:** ‹Tove› to write it', 'Tove to write it'],
  ['**ACTION ITEM** - ‹Tove›: write it', 'Tove: write it'],
  ['TODO — ‹seph›: write it', 'seph: write it'],
  ['TODO – write it (‹Tove›)', 'write it (Tove)'],
  ['TODO - ‹@seph› write it', '@seph write it'],
  ['TODO -- ‹seph›: write it', 'seph: write it'],
  ['ACTION - ‹Tove› to write it', 'Tove to write it'],
  ['ACTION — ‹Tove›: write it', 'Tove: write it'],
  ['ACTION ITEM — ‹Tove›: write it', 'Tove: write it'],
  ['ACTION POINT: ‹Tove›: write it', 'Tove: write it'],
  ['[ACTION] ‹Tove› to write it', 'Tove to write it'],
  ['[TODO] write it (‹Tove›)', 'write it (Tove)'],
  ['[Action] ‹Tove›: write it', 'Tove: write it'],
  ['**[ACTION]** ‹Tove› to write it', 'Tove to write it'],
  ['[**ACTION**] ‹Tove› to write it', 'Tove to write it'],
  ['(TODO) ‹@seph› write it', '@seph write it'],
  ['ACTION-12: ‹Tove› to write it', 'Tove to write it'],
  ['ACTION #12: ‹Tove› to write it', 'Tove to write it'],
  ['ACTION 12 - ‹Tove› to write it', 'Tove to write it'],
  ['TODO 3: ‹Tove› to write it', 'Tove to write it'],
  ['#action ‹@tove› write it', '@tove write it'],
  ['#ACTION ‹tove›: write it', 'tove: write it'],
  ['#todo write it (‹Tove›)', 'write it (Tove)'],
  ['TODO：‹山田›：書く', '山田：書く'],
  // Owners behind
  ['ACTION [‹Tove›]: write it', 'write it'],
  ['ACTION [‹@tove›]: write it', 'write it'],
  ['ACTION [‹Tove›, ‹Okan›]: write it', 'write it'],
  ['ACTION[‹Tove›]: write it', 'write it'],
  ['ACTION [‹Tove›] - write it', 'write it'],
  ['ACTION (‹Tove›) — write it', 'write it'],
  ['Action (‹Tove›): write it', 'write it'],
  ['Action item (‹Tove›): write it', 'write it'],
  ['Action Item [‹Tove›]: write it', 'write it'],
  ['ACTION(‹@tove›): write it', 'write it'],
  ['**ACTION (‹Tove›):** write it', 'write it'],
  ['**ACTION** (‹Tove›): write it', 'write it'],
  ['**ACTION(‹Tove›)**: write it', 'write it'],
  ['**TODO**(‹seph›): write it', 'write it'],
  ['[TODO(‹seph›)] write it', 'write it'],
  ['ACTION (**‹Tove›**): write it', 'write it'],
  // And when it is due
  ['Action (‹Tove›, by Friday): write it', 'write it'],
  ['ACTION (‹Tove›; due 2026-03-03): write it', 'write it'],
  ['TODO(‹Tove›, ‹@okan›, by Friday): write it', 'write it'],
  ['TODO(‹@tove› by Friday): write it', 'write it'],
  ['AI(‹@tove›, 3 March): write it', 'write it'],
  ['ACTION [‹Tove›, by Friday]: write it', 'write it'],
  ['TODO(‹tove›, by Friday): write it', 'write it'],
  ['TODO(by Friday): write it', 'write it'],
  ['TODO(due Friday, 3rd): write it', 'write it'],
  ['TODO(Friday, by noon): write it', 'write it'],
  // Everybody
  ['AI(‹all›): read it', 'read it'],
  ['TODO(‹everyone›): read it', 'read it'],
  ['ACTION [‹All›]: read it', 'read it'],
  ['TODO(‹all›, by Friday): read it', 'read it'],
  ['TODO(all the tests): read it', 'read it'],
  ['ACTION ([‹Tove›](https://github.com/tove)): write it', 'write it'],
  ['ACTION ‹@tove›: write it', 'write it'],
  ['ACTION ‹@tove› write it', '@tove write it'],
  ['ACTION ‹@octo/docs›: write it', 'write it'],
  ['ACTION ‹Tove›: write it', 'write it'],
  ['ACTION ‹Guido van Rossum›: write it', 'write it'],
  ['ACTION ‹Tove› - write it', 'write it'],
  ['ACTION on ‹Tove›: write it', 'write it'],
  ['TODO for ‹Tove›: write it', 'write it'],
  ['ACTION on ‹Tove› to write it', 'to write it'],
  ['Action on ‹Tove› and ‹Okan› to write it', 'to write it'],
  ['TODO for ‹@tove› to write it', 'to write it'],
  ['TODO ‹Tove›, ‹Okan›: write it', 'write it'],
  ['AI [‹Tove›]: write it', 'write it'],
  ['AI(‹tove›): write it', 'write it'],
  ['AI-4: ‹Tove›: write it', 'Tove: write it'],
  ['TODO [name=‹Tove›] write it', '[name=Tove] write it'],
  ['TODO: write it [name=‹Tove›] [time=Mon 5 PM]', 'write it [name=Tove] [time=Mon 5 PM]'],
  // Owners before
  ['‹@seph› TODO: write it', 'write it'],
  ['‹@seph›: TODO: write it', 'write it'],
  ['‹seph›: TODO: write it', 'write it'],
  ['‹seph›: TODO write it', 'write it'],
  ['‹Tove› - TODO: write it', 'write it'],
  ['‹Tove› — ACTION: write it', 'write it'],
  ['**‹Tove›**: TODO: write it', 'write it'],
  ['**‹Tove›:** TODO: write it', 'write it'],
  ['‹Tove›: **TODO**: write it', 'write it'],
  ['‹@tove› ACTION: write it', 'write it'],
  ['‹@tove› ACTION - write it', 'write it'],
  ['‹@tove› **ACTION**: write it', 'write it'],
  ['(‹@tove›) ACTION: write it', 'write it'],
  ['(‹Tove›) TODO: write it', 'write it'],
  ['[‹Tove›] TODO: write it', 'write it'],
  ['[‹@tove›](https://github.com/tove) TODO: write it', 'write it'],
  ['‹@tove› ‹@okan› ACTION: write it', 'write it'],
  ['‹Tove› and ‹Okan›: ACTION: write it', 'write it'],
  ['‹Guido van Rossum›: Action: write it', 'write it'],
  ['‹@tove› AI: write it', 'write it'],
  ['seph: TODO: ‹Ted› to write it', 'Ted to write it'],
  ['seph: TODO(‹Ted›): write it', 'write it'],
  // Braces and angle brackets
  ['{ACTION} ‹Tove› to write it', 'Tove to write it'],
  ['{ACTION}: ‹Tove› to write it', 'Tove to write it'],
  ['{{TODO}} ‹seph›: write it', 'seph: write it'],
  ['**{ACTION}** ‹Tove› to write it', 'Tove to write it'],
  ['{ACTION ITEM} ‹@tove› write it', '@tove write it'],
  ['<ACTION> ‹Tove› to write it', 'Tove to write it'],
  ['<TODO>: write it (‹Tove›)', 'write it (Tove)'],
  ['<ACTION ITEM> ‹@tove› write it', '@tove write it'],
  ['‹@tove›: {ACTION} write it', 'write it'],
  // Logins in code marks
  ['TODO: `‹@tove›` to write it', '`@tove` to write it'],
  ['TODO(`‹@tove›`): write it', 'write it'],
  ['ACTION `‹@tove›`: write it', 'write it'],
  ['ACTION [`‹@tove›`]: write it', 'write it'],
  ['**ACTION:** `‹@tove›` to write it', '`@tove` to write it'],
  ['Action: `‹@tove›` to write it', '`@tove` to write it'],
  ['TODO: write it (`‹@tove›`)', 'write it (`@tove`)'],
  ['TODO: write it — `‹@tove›`', 'write it — `@tove`'],
  ['`‹@tove›`: TODO: write it', 'write it'],
];

/** A task that nobody owns. */
const unowned: readonly string[] = [
  ...[
    '**TODO**: write it',
    'TODO — write it',
    '**ACTION:** write it',
    'ACTION - write it',
    '[ACTION] write it',
  ],
  ...[
    'Note: TODO: write it',
    'util: TODO: write it',
    'Docs TODO: write it',
    'ACTION (): write it',
    'TODO[]: write it',
  ],
  ...['ACTION (TBD): write it', 'TODO (docs): write it'.replace('docs', 'TBD'), 'Remaining TODO: write it'],
  ...['We agreed. TODO: write it', 'Ted: we agreed. TODO: write it'],
  ...['{TODO} write it', '<ACTION>: write it', '{ACTION} `tool` is to be written'],
  // An annotation, a package, and code in the middle of a sentence
  ...['TODO: `@deprecated` to be removed', 'TODO: move to `@types/node`', 'TODO: replace `@tove` by a name'],
  ...[
    'TODO: remove the decorator (`@Input`)',
    'TODO: write (`@override`)',
    'TODO: write about (`@tove` and more)',
  ],
];

const nothing: readonly string[] = [
  ...[
    'ACTION REQUIRED by law',
    'in ACTION - a film',
    'Action - reaction',
    'the [TODO] list',
    'the **TODO** list',
  ],
  ...[
    '[TODO](https://example.org) list',
    '**ACTION**',
    'TODO',
    '#todolist is a tag',
    'write docs #todo',
    'AI - the model',
  ],
  ...[
    'ACTIONS: are many',
    'TODO::add(1)',
    'Call to Action: a book'.replace('Call', 'A call'),
    'to do: or not',
    'AI',
  ],
  ...[
    'Action on Docs is needed',
    'Action on the agenda to vote',
    'We took action on Tove to write it',
    'Action for Tove',
  ],
  // What a template leaves to be filled in, prose about a marker, and markup
  ...[
    '{ACTION}',
    '<ACTION>',
    '{ACTION}:',
    '{ACTION} {OWNER}',
    '<ACTION> <owner>',
    '{TODO}: {what}',
    '{ACTION}s are listed',
  ],
  ...[
    'we write {ACTION} in front',
    'we write <ACTION> in front',
    '{action} write it',
    '<action> write it',
    '<todo>x</todo>',
  ],
  ...[
    '{ACTION|x} write it',
    '`TODO` lists are long',
    '`@tove` said so',
    '`@inject`: an annotation',
    '`@Input`: a decorator',
  ],
];

const ownersOf = (text: string, conventions?: Conventions) =>
  parseNote(text, undefined, conventions).actionItems.map(({ owners }) => owners);

describe('markers of tasks', () => {
  for (const bullet of ['', '* ']) {
    for (const [marked, task] of table) {
      it(`name the owner of ${bullet}${marked}`, () => {
        const { text } = parseMarked(`${bullet}${marked}`);
        const items = parseNote(text).actionItems;
        assert.equal(items.length, 1);
        const [item] = items;
        assert.equal(
          markRanges(
            text,
            item!.owners.map(({ range }) => range),
          ),
          `${bullet}${marked}`,
        );
        assert.equal(item!.text, task);
        assert.ok(item!.marker);
      });
    }
  }
  for (const text of unowned) {
    it(`leave ${text} without an owner`, () => assert.deepEqual(ownersOf(text), [[]]));
  }
  for (const text of nothing) {
    it(`are not in ${text}`, () => assert.deepEqual(ownersOf(text), []));
  }

  it('end the task of the line before', () => {
    const text = 'TODO: one\nseph: TODO: two\n**ACTION:** three\n@ann ACTION: four\n[TODO] five';
    assert.deepEqual(
      parseNote(text).actionItems.map((item) => item.text),
      ['one', 'two', 'three', 'four', 'five'],
    );
  });

  it('take an owner where the slot says', () => {
    for (const text of [
      ...[
        '**TODO**: write it',
        'TODO — write it',
        '**ACTION:** write it',
        'ACTION - write it',
        '[ACTION] write it',
      ],
      ...[
        '[TODO] write it',
        '**TODO** write it',
        'TODO #3: write it',
        '#action write it',
        'ACTION []: write it',
      ],
      ...[
        'ACTION (): write it',
        '**ACTION ():** write it',
        'Action item: write it',
        'ACTION (TBD): write it',
      ],
      ...[
        '## Action items\n\n- [docs](https://example.org) to be written',
        '## Action items\n\n- **Docs** to write',
      ],
      ...['## Action items\n\n- docs: write them', '## Action items\n\n- write docs by Friday #12'],
    ]) {
      for (const name of ['seph', 'Tove', '@ann', 'Guido van Rossum', 'J. Doe']) {
        const [item] = parseNote(text).actionItems;
        assert.ok(item, text);
        assert.deepEqual(item.owners, [], text);
        const { range, before, after } = item.ownerSlot;
        const edited = `${text.slice(0, range.from)}${before}${name}${after}${text.slice(range.to)}`;
        const names = parseNote(edited).actionItems.map(({ owners }) => owners.map((owner) => owner.name));
        assert.deepEqual(names, [[name]], edited);
      }
    }
  });
});

const withAi: Conventions = { ...usualConventions, markers: ['AI'] };

describe('AI', () => {
  const rows: readonly [text: string, usually: number, inSuchSeries: number][] = [
    ['## AI\n\n* publish the policy\n* larger models', 0, 2],
    // Statements are no tasks.
    ['## AI\n\n* the policy was merged\n* models are large', 0, 0],
    ['* AI: the policy was merged', 0, 1],
    ['* AI: publish the notes', 0, 1],
    ['* AI: we discussed the models', 0, 1],
    ['* AI: Tove to publish the notes', 1, 1],
    ['* AI: @tove publish the notes', 1, 1],
    ['* AI(tove): publish the notes', 1, 1],
    ['* AI: publish the notes (Tove)', 1, 1],
    ['* @tove AI: publish the notes', 1, 1],
    // One that is owned tells what the note means by it.
    ['* AI: Tove to publish the notes\n* AI: write it down', 2, 2],
    ['## A\n\n* AI: write it down\n\n## B\n\n* AI: Tove to publish the notes', 2, 2],
    ['AI:\n\n* one\n* two', 0, 2],
    ['**AI**\n\n* one', 0, 1],
    ['## AIs\n\n* write it', 1, 1],
    ['## AI policy\n\n* write it', 0, 0],
    ['* GenAI: the policy', 0, 0],
  ];
  for (const [text, usually, inSuchSeries] of rows) {
    it(`is ${usually} tasks in ${text.replaceAll('\n', '⏎')}`, () =>
      assert.equal(ownersOf(text).length, usually));
    it(`is ${inSuchSeries} where the series writes tasks so: ${text.replaceAll('\n', '⏎')}`, () =>
      assert.equal(ownersOf(text, withAi).length, inSuchSeries));
  }
});
