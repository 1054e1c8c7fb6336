import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { Tree } from '@lezer/common';
import { partsOf } from '../../../server/core/note/assemble.ts';
import { type MarkdownTree, parseMarkdown } from '../../../server/core/note/markdown.ts';
import type { Note } from '../../../server/core/note/note.ts';
import { parseNote } from '../../../server/core/note/parse.ts';
import { blockBefore, originalOf } from '../../../server/core/note/sameBlocks.ts';

/** Puts an `x` in front of `mark`. */
function edited(text: string, mark: string) {
  const at = text.indexOf(mark);
  ok(at >= 0);
  const changes = [{ fromA: at, toA: at, fromB: at, toB: at + 1 }];
  return { text: `${text.slice(0, at)}x${text.slice(at)}`, changes };
}

function topBlocks({ tree }: MarkdownTree): { readonly block: Tree; readonly from: number }[] {
  const found: { block: Tree; from: number }[] = [];
  const cursor = tree.cursor();
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling())
    found.push({ block: cursor.tree!, from: cursor.from });
  return found;
}

const text = '# A\n\n* one #1\n* two\n\nMiddle words.\n\n* three\n* four #4\n';

describe('blocks that are parsed again', () => {
  const before = parseMarkdown(text);

  for (const [mark, same] of [
    ['Middle', [true, true, false, true]],
    ['one', [true, false, true, true]],
    ['four', [true, true, true, false]],
    ['# A', [false, true, true, true]],
  ] as const) {
    it(`are the same as before where the edit at "${mark}" is not in them`, () => {
      const { text: after, changes } = edited(text, mark);
      const tree = parseMarkdown(after, { markdown: before, changes });
      const read = { tree: before.tree, changes };
      const blocks = topBlocks(tree);
      deepEqual(
        blocks.map(({ block, from }) => blockBefore(block, from, read) !== undefined),
        same,
      );
    });
  }

  it('are not the same when what is inside them has another meaning', () => {
    const one = 'a\n\n* [b]: c\n';
    const { tree } = parseMarkdown(one);
    const other = parseMarkdown('a\n\n* [b]  c\n');
    const [, list] = topBlocks(other);
    equal(blockBefore(list!.block, list!.from, { tree, changes: [] }), undefined);
  });

  it('are always the first ones', () => {
    const [, list] = topBlocks(before).slice(-2);
    let markdown = before;
    let now = text;
    for (let key = 0; key < 5; key++) {
      const next = edited(now, 'Middle');
      const tree = parseMarkdown(next.text, { markdown, changes: next.changes });
      const [, again] = topBlocks(tree).slice(-2);
      const read = { tree: markdown.tree, changes: next.changes };
      equal(originalOf(again!.block, again!.from, read), list!.block);
      ({ text: now } = next);
      markdown = tree;
    }
  });
});

describe('the last part of a note', () => {
  const last = (note: Note) => partsOf(note).at(-1)!.results;
  const sections = '# T\n\n## A\n\nFirst words.\n\n## B\n\n* one #1\n* last\n';

  it('is kept through edits elsewhere, though it ends with a list', () => {
    let note = parseNote(sections);
    const results = last(note);
    let now = sections;
    for (let key = 0; key < 3; key++) {
      const next = edited(now, 'First');
      note = parseNote(next.text, { note, changes: next.changes });
      equal(last(note), results);
      now = next.text;
    }
    const next = edited(now, 'last');
    notEqual(last(parseNote(next.text, { note, changes: next.changes })), results);
  });
});
