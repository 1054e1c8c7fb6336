/**
 * Lezer puts the children of a block into a balanced tree when the block ends, all at once: a tenth of a second for 100,000 of them.
 * Here they are put into nodes without a name a thousand at a time, while they are read, and Lezer has few left to balance.
 */

import { type NodeProp, NodeType, Tree, type TreeBuffer } from '@lezer/common';

/** A block that is being read, as Lezer has it. Positions are relative to the block. */
export interface OpenBlock {
  readonly children: Tree[];
  readonly positions: number[];
  /** By what Lezer tells whether a child can be taken into another parse. */
  readonly hashProp: [NodeProp<unknown>, unknown][];
}

const groupSize = 1_024;

export class SiblingGroups {
  /** How many of a block's children are groups. They are its first ones. */
  readonly #counts = new WeakMap<OpenBlock, number>();

  /** To be called between two steps of a parse. */
  gather(open: readonly OpenBlock[]): void {
    for (const block of open) if (block.children.length >= groupSize) this.#gatherIn(block);
  }

  #gatherIn(block: OpenBlock): void {
    const { children, positions, hashProp } = block;
    let count = this.#counts.get(block) ?? 0;
    // What is taken from the parse before comes at once.
    while (children.length - count >= groupSize) {
      const [from, last] = [positions[count]!, count + groupSize - 1];
      const length = positions[last]! + children[last]!.length - from;
      const group = new Tree(
        NodeType.none,
        children.slice(count, last + 1),
        positions.slice(count, last + 1).map((position) => position - from),
        length,
        hashProp,
      );
      const makeTree = (inner: readonly (Tree | TreeBuffer)[], places: readonly number[], size: number) =>
        new Tree(NodeType.none, inner, places, size, hashProp);
      children.splice(count, groupSize, group.balance({ makeTree }));
      positions.splice(count, groupSize, from);
      count++;
    }
    this.#counts.set(block, count);
  }
}
