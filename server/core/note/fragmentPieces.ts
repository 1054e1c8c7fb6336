/**
 * Lezer takes all that an edit left alone in one go: a tenth of a second for 100,000 blocks, and each by itself where little stands
 * before them. In pieces it takes some of them in a step, and whole groups once there is more before.
 */

import { type Tree, TreeFragment } from '@lezer/common';

/** In UTF-16 code units, as all of these: some thousand blocks at most. */
const pieceLength = 40_000;

/** Other blocks may go on behind what is taken, so Lezer parses the last one again (`NotLast` of `@lezer/markdown`). */
const goesOn = new Set(['CodeBlock', 'ListItem', 'OrderedList', 'BulletList']);
const mostPassed = 100;

/** The same text to take, in fragments that begin and end at blocks. */
export function inPieces(
  fragments: readonly TreeFragment[],
  length: number = pieceLength,
): readonly TreeFragment[] {
  return fragments.some(({ from, to }) => to - from > 2 * length)
    ? fragments.flatMap((fragment) => piecesOf(fragment, length))
    : fragments;
}

function piecesOf(
  { from, to, tree, offset, openStart, openEnd }: TreeFragment,
  length: number,
): TreeFragment[] {
  const pieces: TreeFragment[] = [];
  let start = from;
  while (to - start > 2 * length) {
    const end = blockStart(tree, start + length + offset, length) - offset;
    if (!(end > start + 1 && end < to)) break;
    pieces.push(new TreeFragment(start, end, tree, offset, start === from && openStart));
    // Lezer wants the character before a block to be in its fragment, too.
    start = end - 1;
  }
  pieces.push(new TreeFragment(start, to, tree, offset, start === from && openStart, openEnd));
  return pieces;
}

/** Where a block begins behind an offset of the tree, with one before it that cannot go on if there is any; NaN: nowhere. */
function blockStart(tree: Tree, at: number, length: number): number {
  const cursor = tree.cursor();
  // Into lists that are longer than a piece.
  do {
    if (!cursor.childAfter(at)) return Number.NaN;
  } while (cursor.to - cursor.from > length && cursor.tree?.children.length);
  for (let passed = 0; goesOn.has(cursor.name) && passed < mostPassed; passed++)
    if (!cursor.nextSibling()) return Number.NaN;
  return cursor.nextSibling() ? cursor.from : Number.NaN;
}
