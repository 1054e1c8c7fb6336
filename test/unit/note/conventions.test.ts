import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Conventions, usualConventions } from '../../../server/core/note/conventions.ts';
import type { Note, Owner, Span } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { markRanges, parseMarked } from '../../helpers/markedText.ts';

const lantern: Conventions = {
  ...usualConventions,
  people: [
    { name: 'Tove Lind', login: 'tove-lantern', initials: 'TL', aliases: ['tove'] },
    { name: 'Bo', login: 'bo-b', initials: 'BT', aliases: ['Bo the builder'] },
    { name: 'Alex Iyer', initials: 'AI', aliases: [] },
    { name: 'Will', aliases: [] },
    { name: '’t Hooft', aliases: ['Łukasz-Żółć', 'Mary Ann'] },
  ],
};
const noInitials: Conventions = { ...lantern, people: lantern.people.slice(0, 2) };

const section = '## Action items\n\n';

/** `name=person`, `name` of somebody who is not on the roster; `?` for a word that may be an owner. */
function spell({ name, person }: Owner): string {
  return person === undefined || person.name === name ? name : `${name}=${person.name}`;
}

function items(note: Note): string[] {
  return note.actionItems.map(({ owners, possibleOwners, done, form }) => {
    const who =
      owners.length > 0 ? owners.map(spell).join(', ') : possibleOwners && `${spell(possibleOwners[0]!)}?`;
    return `${form}: ${who ?? '-'}${done ? ' done' : ''}`;
  });
}

function marked(note: Note, ranges: readonly Span[]): string {
  return markRanges(note.text, ranges);
}

type Row = readonly [marked: string, ...items: string[]];

function itemTable(rows: readonly Row[], conventions: Conventions): void {
  for (const [text, ...expected] of rows) {
    it(text.replaceAll('\n', '⏎'), () => {
      const note = parseNote(parseMarked(text).text, undefined, conventions);
      assert.deepEqual(items(note), expected);
      assert.equal(
        marked(
          note,
          note.actionItems.map(({ range }) => range),
        ),
        text,
      );
    });
  }
}

describe('owners by default', () => {
  itemTable(
    [
      ['‹TODO(x): write it›', 'marker: x'],
      ['‹TODO: x: write it›', 'marker: x'],
      ['It is slow (‹TODO: x›).', 'marker: x'],
      ['‹ACTION: Xan to write it›', 'marker: Xan'],
      ['‹ACTION ITEM: @x to write it›', 'marker: @x'],
      [
        `${section}- ‹@x to write it›\n- ‹write it (@x)›\n- ‹write it (Xan)›\n- ‹write it - Xan›\n- ‹write it -- x›`,
        'item: @x',
        'item: @x',
        'item: Xan',
        'item: Xan',
        'item: x',
      ],
      [`${section}- [ ] ‹x: write it›\n- [ ] ‹Xan to write it›`, 'item: x', 'item: Xan'],
      [
        `${section}- ‹@x @y to write it›\n- ‹[ ] @x  @y: write it›\n- ‹write it (@x @y)›\n- ‹@x y: write it›`.replace(
          '‹[ ] ',
          '[ ] ‹',
        ),
        'item: @x, @y',
        'item: @x, @y',
        'item: @x, @y',
        'item: @x',
      ],
      [
        `${section}- ‹@x, @y to write it›\n- ‹write it (@x, @y)›\n- ‹write it (Xan & Yu)›\n- ‹write it -- x, y›\n- ‹write it - Xan/Yu›\n- ‹x, y: write it›\n- ‹write it (@x, Yu)›`,
        'item: @x, @y',
        'item: @x, @y',
        'item: Xan, Yu',
        'item: x, y',
        'item: Xan, Yu',
        'item: x, y',
        'item: @x, Yu',
      ],
      [
        '‹TODO(x, y): a›\n‹TODO: x and y: b›\n‹ACTION: Xan and Yu to c›',
        'marker: x, y',
        'marker: x, y',
        'marker: Xan, Yu',
      ],
      [
        '* **Action items:**\n  * [ ] ‹Melissa: ask›\n  * ‹Bo/Tove to write it›\n  * ‹write it (Ana)›\n* Melissa: done',
        'item: Melissa',
        'item: Bo, Tove',
        'item: Ana',
      ],
      [`${section}* ‹Follow up:›\n  * write it`, 'item: Follow?'],
      // Done
      ['- [x] ‹TODO: write it›\n- [ ] ‹TODO: write it›', 'marker: write? done', 'marker: write?'],
      ['* ~~‹TODO: write it~~›', 'marker: write? done'],
      ['* **~~‹ACTION: write it›~~**'.replace('›~~**', '~~**›'), 'marker: write? done'],
      [
        `${section}- ‹[done] write it›\n- ‹write it (done 2026-03-03)›\n- ‹write it (completed, see #12)›\n- ‹write it — done›\n- ‹write it - done›\n- ‹✔️ write it›\n- ‹write it ✓›`,
        ...['done?', 'write?', 'write?', 'write?', 'write?', 'write?', 'write?'].map(
          (who) => `item: ${who} done`,
        ),
      ],
      [
        `${section}- ‹have it done by Friday›\n- ‹write it (done by Friday)›\n- ‹write it until it is done›`,
        'item: have?',
        'item: write?',
        'item: write?',
      ],
      [`${section}- ‹write it -- blocked›\n- ‹write it -- seph›`, 'item: write?', 'item: seph'],
      [`${section}- No action items.\n- no new ones\n- None\n- ‹Note it›`, 'item: Note?'],
      [
        `${section}- ‹~~write it~~›\n- ‹**~~write it~~**›\n- ‹write it (done)›`,
        'item: write? done',
        'item: write? done',
        'item: write? done',
      ],
      // `AI:`
      ['* AI: publish the notes'],
      ['* ‹AI: publish the notes›\n* ‹AI: Bo to ask›', 'marker: publish?', 'marker: Bo'],
      ['* BT: we could\n* JL: yes\n* AI: me, too\n* ‹AI: Bo to publish it›', 'marker: Bo'],
      [
        '## A\n\n* BT: we could\n* JL: yes\n\n## B\n\n* ‹AI: publish the notes›\n* ‹AI: Bo to ask›',
        'marker: publish?',
        'marker: Bo',
      ],
      ['* BT: we could\n* ‹AI: publish the notes›\n* ‹AI: Bo to ask›', 'marker: publish?', 'marker: Bo'],
      ['* BT: we could\n* JL: yes\n* ‹AI: everyone to comment›', 'marker: everyone'],
      ['## Present\n\n* Ash Ito @ash\n\n## A\n\n* AI: we could\n* ‹AI: Bo to publish it›', 'marker: Bo'],
      [
        '* CI: green\n* UI: done\n* ‹AI: publish the notes›\n* ‹AI: Bo to ask›',
        'marker: publish?',
        'marker: Bo',
      ],
    ],
    usualConventions,
  );

  it('sorts out who speaks in time that grows with the note alone', () => {
    const note = parseNote(`* BT: one\n* JL: two\n${'* AI: three\n'.repeat(15_000)}* TODO: four`);
    assert.deepEqual(items(note), ['marker: four?']);
  });

  for (const text of [
    '- [ ] Bo: write it',
    'BT to write it',
    '* BT: one\n* JL: two\n* AI: three',
    'AP: write it',
    '## Pledges\n\n* write it',
  ]) {
    it(`none in ${text.replaceAll('\n', '⏎')}`, () => assert.deepEqual(items(parseNote(text)), []));
  }
});

describe('owners from the roster', () => {
  itemTable(
    [
      [
        `${section}- ‹BT to write it›\n- ‹TL: write it›\n- ‹tove to write it›\n- ‹Bo the builder to write it›\n- ‹BT - write it›\n- ‹TL, BT to write it›`,
        'item: BT=Bo',
        'item: TL=Tove Lind',
        'item: tove=Tove Lind',
        'item: Bo the builder=Bo',
        'item: BT=Bo',
        'item: TL=Tove Lind, BT=Bo',
      ],
      [
        `${section}- ‹write it (BT)›\n- ‹write it (tove)›\n- ‹write it - bo›\n- ‹write it (@bo-b)›\n- ‹tove lind will write it›`,
        'item: BT=Bo',
        'item: tove=Tove Lind',
        'item: bo=Bo',
        'item: @bo-b=Bo',
        'item: tove lind=Tove Lind',
      ],
      ['‹TODO(BT): write it›\n‹TODO: bo-b: write it›', 'marker: BT=Bo', 'marker: bo-b=Bo'],
      [
        '‹TODO(’t Hooft): write it›\n‹TODO: łukasz-żółć to write it›\n‹TODO: mary ann: write it›\n‹TODO: mary: write it›',
        'marker: ’t Hooft',
        'marker: łukasz-żółć=’t Hooft',
        'marker: mary ann=’t Hooft',
        'marker: mary',
      ],
      [
        '- [ ] ‹Bo: write it›\n- [x] ‹tove: write it›\n- [ ] Xan: write it\n- [ ] Bo wrote it',
        'item: Bo',
        'item: tove=Tove Lind done',
      ],
      ['* AI: we could\n* ‹TODO: AI: write it›', 'marker: AI=Alex Iyer'],
      [
        `${section}- ‹will be gone soon›\n- ‹bt to write it›\n- ‹Boris writes it›`,
        'item: will=Will?',
        'item: bt?',
        'item: Boris?',
      ],
    ],
    lantern,
  );
  itemTable(
    [['* ‹AI: BT - open an issue›\n* ‹AI: TL to open it›', 'marker: BT=Bo', 'marker: TL=Tove Lind']],
    noInitials,
  );

  it('initials are people where they speak', () => {
    const note = parseNote('* AI: we could\n* BT: yes (TL)', undefined, lantern);
    assert.deepEqual(
      note.people.map(({ name, person, evidence }) => [name, person?.name, evidence]),
      [
        ['AI', 'Alex Iyer', 'attribution'],
        ['BT', 'Bo', 'attribution'],
        ['TL', 'Tove Lind', 'parenthesis'],
      ],
    );
  });
});

describe('own markers, sections and forms', () => {
  const own: Conventions = {
    ...usualConventions,
    markers: ['AP', 'Promise:', 'AI'],
    actionSections: ['Pledges'],
    ownerPatterns: [
      { before: '', after: ' to ', ownerFirst: true },
      { before: ' [', after: ']', ownerFirst: false },
      { before: '=> ', after: '', ownerFirst: false },
    ],
  };
  itemTable(
    [
      ['‹AP: seph: write it›\n‹Promise: Xan to write it›', 'marker: seph', 'marker: Xan'],
      ['* BT: one\n* JL: two\n* ‹AI: three›', 'marker: three?'],
      ['ap: no\nthe AP list\nAP\nMAP: no'],
      [
        '## Pledges\n\n* ‹seph to write it›\n* ‹write it [seph]›\n* ‹write it => seph, ted›',
        'item: seph',
        'item: seph',
        'item: seph, ted',
      ],
      [
        '## Pledges\n\n* ‹Switch to the new build›\n* ‹talk to them›\n* ‹write it [optional]›',
        'item: Switch?',
        'item: talk?',
        'item: write?',
      ],
      ['**Pledges:**\n\n* ‹write it (Xan)›', 'item: Xan'],
    ],
    own,
  );

  it('an owner written where the slot says is read as the owner', () => {
    for (const text of ['AP: write it', 'Promise: write it', '## Pledges\n\n* write it']) {
      const [item] = parseNote(text, undefined, own).actionItems;
      const { range, before, after } = item!.ownerSlot;
      const edited = `${text.slice(0, range.from)}${before}seph${after}${text.slice(range.to)}`;
      assert.deepEqual(items(parseNote(edited, undefined, own)), [`${item!.form}: seph`]);
    }
  });

  it('a marker is nobody who speaks, unless the roster has somebody of that name', () => {
    const text = '* AP: write it\n* Promise: Xan to write it\n* Ap: yes\n';
    const names = (conventions: Conventions) =>
      parseNote(text, undefined, conventions).people.map(({ name, evidence }) => `${name} ${evidence}`);
    assert.deepEqual(names(own), ['Xan owner', 'Ap attribution']);
    const people = [{ name: 'Promise', aliases: [] }];
    assert.ok(names({ ...own, people }).includes('Promise attribution'));
    assert.deepEqual(names(usualConventions).slice(0, 2), ['AP attribution', 'Promise attribution']);
  });

  it('a recording has the name the series gives it', () => {
    const text = '# T\n\nStream: https://example.org/1\n';
    assert.equal(parseNote(text).recording, undefined);
    const note = parseNote(text, undefined, { ...usualConventions, recordingLabel: 'Stream' });
    assert.equal(note.recording?.url?.value, 'https://example.org/1');
    assert.equal(note.recording?.label, 'Stream:');
  });

  it('a recording by that name may stand further down', () => {
    const text =
      '# T\n\n* Tove: hello\n\n## Links\n\n* Video: x\n* **Stream**: https://example.org/1\n\nhttps://youtu.be/x\n';
    const note = parseNote(text, undefined, { ...usualConventions, recordingLabel: 'Stream:' });
    assert.equal(note.recording?.url?.value, 'https://example.org/1');
    assert.deepEqual(
      note.people.map(({ name }) => name),
      ['Tove'],
    );
    assert.equal(parseNote(text).recording, undefined);
  });
});
