/**
 * Makes trees smaller that stay while a note is open. Lezer gives each block an object of its own for one number, and lists with room to
 * grow: of 100,000 blocks that is a third of all that a note takes, and the collector of garbage stops the server for as much longer.
 */

import type { Tree, TreeBuffer } from '@lezer/common';

/** What Lezer has no type for, or none to write to. */
interface Inside {
  children: readonly (Tree | TreeBuffer)[];
  positions: readonly number[];
  /** Values by the property's number. */
  props: Readonly<Record<string, unknown>> | null;
}

/** The properties of trees that are small. */
const ofSmall = new WeakSet<object>();

export class SmallTrees {
  /** By the property and its value: blocks in the same lists and quotes have the same. */
  readonly #shared = new Map<string, NonNullable<Inside['props']>>();
  /** Most blocks have the same as the one before. */
  #last: NonNullable<Inside['props']> | undefined;

  /** Makes the tree and all in it small, but for what another parse has made so. */
  make(tree: Tree): void {
    const pending = [tree];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const inside = next as unknown as Inside;
      if (inside.props !== null && ofSmall.has(inside.props)) continue;
      inside.props = this.#sharedOf(inside.props);
      inside.children = inside.children.slice();
      inside.positions = inside.positions.slice();
      for (const child of inside.children) if ('children' in child) pending.push(child);
    }
  }

  #sharedOf(props: Inside['props']): Inside['props'] {
    // No list of the properties: a note has very many blocks.
    let only: string | undefined;
    for (const name in props) {
      if (only !== undefined) return props;
      only = name;
    }
    if (props === null || only === undefined) return props;
    if (this.#last !== undefined && this.#last[only] === props[only]) return this.#last;
    const key = `${only} ${String(props[only])}`;
    const known = this.#shared.get(key);
    if (known === undefined) {
      this.#shared.set(key, props);
      ofSmall.add(props);
    }
    this.#last = known ?? props;
    return this.#last;
  }
}
