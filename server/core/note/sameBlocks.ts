/**
 * Blocks that Lezer parses again though no edit touched them: the list before an edit, which the edit could have gone on with, a short text
 * before it, and the last list of the text.
 */

import { type Tree, TreeBuffer } from '@lezer/common';
import type { TextChange } from './markdown.ts';

/** What was read before. */
export interface ReadBefore {
  readonly tree: Tree;
  /** From its text to the text that is read now. */
  readonly changes: readonly TextChange[];
}

/** The block as it was parsed before, where it is the same now: `block` begins at `from`, an offset of the text now. */
export function blockBefore(block: Tree, from: number, { tree, changes }: ReadBefore): Tree | undefined {
  const at = placeBefore(from, from + block.length, changes);
  if (at === undefined) return undefined;
  const cursor = tree.cursor();
  while (cursor.childAfter(at)) {
    if (cursor.from > at) return undefined;
    const before = cursor.tree;
    if (cursor.from === at && before && before.length === block.length && before.type === block.type)
      return isSameTree(before, block) ? before : undefined;
  }
  return undefined;
}

const originals = new WeakMap<Tree, Tree>();

/** The same, and for a block that was parsed again with each of several edits always the first one. */
export function originalOf(block: Tree, from: number, before: ReadBefore): Tree {
  const known = originals.get(block);
  if (known) return known;
  const last = blockBefore(block, from, before);
  if (last === undefined || last === block) return block;
  const original = originals.get(last) ?? last;
  originals.set(block, original);
  return original;
}

/** Where a stretch began that no change touched. */
function placeBefore(from: number, to: number, changes: readonly TextChange[]): number | undefined {
  let at = from;
  for (const { fromA, toA, fromB, toB } of changes) {
    if (to <= fromB) break;
    if (from < toB) return undefined;
    at = from - (toB - fromB) + (toA - fromA) - (fromB - fromA);
  }
  return at;
}

function isSameTree(one: Tree | TreeBuffer, other: Tree | TreeBuffer): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  if (one instanceof TreeBuffer || other instanceof TreeBuffer) {
    if (!(one instanceof TreeBuffer && other instanceof TreeBuffer)) return false;
    const { buffer } = other;
    return one.buffer.length === buffer.length && one.buffer.every((value, index) => value === buffer[index]);
  }
  const { type, children, positions } = other;
  return (
    one.type === type &&
    one.children.length === children.length &&
    one.positions.every((position, index) => position === positions[index]) &&
    one.children.every((child, index) => isSameTree(child, children[index]!))
  );
}
