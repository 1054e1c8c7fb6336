/**
 * Lezer puts the children of a block into a balanced tree when the block ends, all at once: a tenth of a second for 100,000 of them, and
 * with each key for those of the document. Here they are put into nodes without a name before: those of the document in the simplest way
 * when it ends, those of other blocks a thousand at a time while they are read, so that Lezer has few left to balance.
 */

import { type NodeProp, type NodeSet, NodeType, Tree, type TreeBuffer } from '@lezer/common';
import { SmallTrees } from './smallTrees.ts';

/** A block that is being read, as Lezer has it. Positions are relative to the block. */
export interface OpenBlock {
  readonly children: Tree[];
  readonly positions: number[];
  /** By what Lezer tells whether a child can be taken into another parse. */
  readonly hashProp: [NodeProp<unknown>, unknown][];
  /** The index of its type. */
  readonly type: number;
  /** Where it begins. */
  readonly from: number;
  /** Ends the block, which reaches to `end` at least. */
  toTree(types: NodeSet, end: number): Tree;
}

const groupSize = 1_024;

/** Few enough to look through them for a place, and many enough to be cheap to make. */
const documentGroupSize = 64;

export class SiblingGroups {
  /** How many of a block's children are groups. They are its first ones. */
  readonly #counts = new WeakMap<OpenBlock, number>();
  readonly #small = new SmallTrees();
  /** How many of the document's children are made small. */
  #made = 0;

  /** `open`: the blocks that are being read now, the document first. */
  constructor([document]: readonly OpenBlock[]) {
    if (document === undefined) return;
    document.toTree = ({ types }, end) => {
      const { children, positions, type, from } = document;
      while (children.length > documentGroupSize) groupAll(document);
      const last = children.length - 1;
      const length = last < 0 ? 0 : positions[last]! + children[last]!.length;
      return new Tree(types[type]!, children, positions, Math.max(end - from, length));
    };
  }

  /** To be called between two steps of a parse. */
  gather(open: readonly OpenBlock[]): void {
    const { children } = open[0] ?? { children: [] };
    for (; children.length - this.#made >= groupSize; this.#made += groupSize)
      this.#make(children, this.#made);
    for (let index = 1; index < open.length; index++) {
      const block = open[index]!;
      if (block.children.length >= groupSize) this.#gatherIn(block);
    }
  }

  #make(children: readonly Tree[], first: number): void {
    for (let index = first; index < first + groupSize; index++) this.#small.make(children[index]!);
  }

  #gatherIn(block: OpenBlock): void {
    const { children, positions, hashProp } = block;
    let count = this.#counts.get(block) ?? 0;
    // What is taken from the parse before comes at once.
    while (children.length - count >= groupSize) {
      this.#make(children, count);
      const group = groupOf(block, count, count + groupSize);
      const from = positions[count]!;
      const makeTree = (inner: readonly (Tree | TreeBuffer)[], places: readonly number[], size: number) =>
        new Tree(NodeType.none, inner, places, size, hashProp);
      children.splice(count, groupSize, group.balance({ makeTree }));
      positions.splice(count, groupSize, from);
      count++;
    }
    this.#counts.set(block, count);
  }
}

function groupAll(block: OpenBlock): void {
  const { children, positions } = block;
  const groups: Tree[] = [];
  const places: number[] = [];
  for (let index = 0; index < children.length; index += documentGroupSize) {
    groups.push(groupOf(block, index, Math.min(index + documentGroupSize, children.length)));
    places.push(positions[index]!);
  }
  children.length = 0;
  positions.length = 0;
  for (const [index, group] of groups.entries()) {
    children.push(group);
    positions.push(places[index]!);
  }
}

/** Of the children with these indexes. */
function groupOf({ children, positions, hashProp }: OpenBlock, index: number, end: number): Tree {
  const from = positions[index]!;
  const length = positions[end - 1]! + children[end - 1]!.length - from;
  const places = positions.slice(index, end);
  for (let at = 0; at < places.length; at++) places[at]! -= from;
  return new Tree(NodeType.none, children.slice(index, end), places, length, hashProp);
}
