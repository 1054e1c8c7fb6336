import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  describeItem,
  type GroupOptions,
  groupItems,
  labelOf,
  speakItem,
} from '../../../client/views/actionItemGroups.ts';
import type { ListedActionItem } from '../../../shared/actionItems.ts';
import { inEnglish } from '../../../shared/l10n.ts';

const item = (text: string, known: Partial<ListedActionItem> = {}): ListedActionItem => ({
  uri: 'file:///w/a.md',
  line: 1,
  character: 2,
  length: 3,
  key: text,
  text,
  owners: [],
  note: '2026-01-20',
  age: 'new',
  older: false,
  references: [],
  mine: false,
  ...known,
});

const items = [
  item('write', { owners: ['Bo', 'Ada'], references: ['#12'], mine: true }),
  item('read'),
  item('ship', { owners: ['ada'], note: '2026-01-06', references: ['#12', 'o/r#1'] }),
  item('forget', { owners: ['Ada'], note: '2025-01-06', older: true }),
];

describe('the groups of action items', () => {
  for (const [options, ...groups] of [
    [{ by: 'owner' }, 'Without an owner: read', 'Ada: write, ship', 'Bo: write', 'Older: forget'],
    [{ by: 'note' }, '2026-01-20: write, read', '2026-01-06: ship', 'Older: forget'],
    [{ by: 'reference' }, 'Without a reference: read', '#12: write, ship', 'o/r#1: ship', 'Older: forget'],
    [{ by: 'owner', mine: true }, 'Ada: write', 'Bo: write'],
    [{ by: 'note', filter: 'ADA #12' }, '2026-01-20: write', '2026-01-06: ship'],
    [{ by: 'note', filter: 'nothing' }],
  ] as const) {
    it(JSON.stringify(options), () => {
      const given: GroupOptions = { filter: '', mine: false, ...options };
      assert.deepEqual(
        groupItems(items, given, inEnglish).map(({ label, items: list }) => {
          return `${label}: ${list.map(({ text }) => text).join(', ')}`;
        }),
        groups,
      );
    });
  }

  it('have items that say what their group does not', () => {
    const listed = item('write', { owners: ['Ada'], age: 'open for 2 meetings', maybeDone: '#12 is merged' });
    assert.equal(
      describeItem(listed, 'owner', inEnglish),
      'done? #12 is merged · 2026-01-20 · open for 2 meetings',
    );
    assert.equal(describeItem(listed, 'note', inEnglish), 'done? #12 is merged · Ada · open for 2 meetings');
    assert.equal(
      speakItem(listed, 'owner', inEnglish),
      'write, owner Ada, of 2026-01-20, open for 2 meetings, maybe done: #12 is merged',
    );
    assert.equal(speakItem(item('read'), 'owner', inEnglish), 'read, without an owner, of 2026-01-20, new');
  });

  it('have items whose rows do not repeat the owner that the group names', () => {
    const listed = item('Ada: write', { owners: ['Ada'], task: 'write' });
    assert.deepEqual(
      (['owner', 'note', 'reference'] as const).map((by) => labelOf(listed, by)),
      ['write', 'Ada: write', 'Ada: write'],
    );
    assert.equal(labelOf({ ...listed, older: true }, 'owner'), 'Ada: write');
    assert.equal(speakItem(listed, 'owner', inEnglish), 'write, owner Ada, of 2026-01-20, new');
    assert.equal(speakItem(listed, 'note', inEnglish), 'Ada: write, owner Ada, of 2026-01-20, new');
  });
});
