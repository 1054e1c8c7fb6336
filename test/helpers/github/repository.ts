/**
 * A repository of up to 250,000 issues and pull requests. What it was at the start is computed from its name; only
 * what was changed since is kept, and, once a list was asked for, eight bytes per number for the order by update.
 */

import { hashText } from './hash.ts';
import {
  generateItem,
  generateOutline,
  generateTitle,
  type Item,
  type Origin,
  type Outline,
} from './item.ts';
import { generatePeople } from './people.ts';
import { openingTimes, type RepositorySpec, seconds } from './repositorySpec.ts';

/** What became of a number: `absent` was never given, or is a discussion. */
export type Fate =
  | 'here'
  | 'absent'
  | 'removed'
  | { readonly repository: Repository; readonly number: number };

/** Keys sort by time, then by number; numbers have 18 bits. */
const numberSpan = 2 ** 18;
const maximum = 250_000;

export class Repository {
  readonly spec: RepositorySpec;
  /** As GitHub writes it: `owner/name`. */
  readonly fullName: string;
  readonly id: number;
  readonly origin: Origin;
  #newest: number;
  readonly #now: () => number;
  readonly #changes = new Map<number, Partial<Item>>();
  readonly #gone = new Map<number, Exclude<Fate, 'here' | 'absent'>>();
  /** Grows with every change; what was counted or sorted before is stale. */
  #version = 0;
  #order: { readonly version: number; readonly keys: Float64Array } | undefined;

  /** `address` is the stand-in's own; `now` gives seconds. */
  constructor(spec: RepositorySpec, address: string, now: () => number) {
    if (spec.size > maximum) throw new Error(`${spec.name}: more than ${maximum} numbers`);
    this.spec = spec;
    this.fullName = `${spec.owner}/${spec.name}`;
    const seed = hashText(this.fullName.toLowerCase());
    this.id = 1_000_000 + (seed % 900_000_000);
    this.#newest = spec.size;
    this.#now = now;
    const until = seconds(spec.until ?? '2026-08-01T12:00:00Z');
    this.origin = {
      seed,
      until,
      people: spec.people ?? generatePeople(seed, Math.min(8 + Math.floor(spec.size / 40), 120)),
      milestones: spec.milestones ?? ['1.0', '1.1', '2.0'],
      hostile: spec.hostile ?? true,
      address,
      opened: openingTimes(spec, seed, until),
    };
    for (const [number, item] of Object.entries(spec.items ?? {})) this.#changes.set(Number(number), item);
  }

  /** The highest number given so far. */
  get newest(): number {
    return this.#newest;
  }

  get version(): number {
    return this.#version;
  }

  fate(number: number): Fate {
    if (!Number.isInteger(number) || number < 1 || number > this.#newest) return 'absent';
    if (this.isDiscussion(number)) return 'absent';
    return this.#gone.get(number) ?? 'here';
  }

  isDiscussion(number: number): boolean {
    return this.spec.discussions === true && number % 7 === 0 && number <= this.spec.size;
  }

  /** Undefined unless the number is here. */
  item(number: number): Item | undefined {
    if (this.fate(number) !== 'here') return undefined;
    const item = generateItem(this.origin, number);
    const change = this.#changes.get(number);
    if (change === undefined) return item;
    const changed = settled({ ...item, ...change, number });
    return changed.kind === 'pull' ? { ...changed, reason: null } : { ...changed, draft: false };
  }

  /** `item` without what takes long; the number must be here. */
  outline(number: number): Outline {
    const outline = generateOutline(this.origin, number);
    const change = this.#changes.get(number);
    return change === undefined ? outline : settled({ ...outline, ...change });
  }

  /** The title of a number that is here. */
  title(number: number): string {
    const change = this.#changes.get(number);
    return change?.title ?? generateTitle(this.origin, number, change?.kind ?? this.outline(number).kind);
  }

  /** Changes an item as somebody on GitHub would: it is updated now, closed now, unless the change says when. */
  edit(number: number, change: Partial<Item>): void {
    const before = this.item(number);
    if (before === undefined) throw new Error(`${this.fullName}#${number} is not here`);
    const now = this.#now();
    const closing = change.state === 'closed' && before.state === 'open';
    this.#changes.set(number, {
      ...this.#changes.get(number),
      updatedAt: now,
      ...(closing ? { closedAt: now } : {}),
      ...(change.state === 'open' ? { mergedAt: null } : {}),
      ...change,
    });
    this.#version++;
  }

  /** Opens a new one and gives its number. */
  add(item: Partial<Item>): number {
    const number = ++this.#newest;
    const now = this.#now();
    const fresh: Partial<Item> = { kind: 'issue', createdAt: now, updatedAt: now, comments: 0 };
    const open: Partial<Item> = { state: 'open', closedAt: null, mergedAt: null, reason: null, draft: false };
    this.#changes.set(number, { ...fresh, ...open, ...item });
    this.#version++;
    return number;
  }

  /** Deletes it for good. */
  remove(number: number): void {
    this.#leave(number, 'removed');
  }

  /** Moves it to another repository and gives its number there. */
  transfer(number: number, repository: Repository): number {
    const item = this.item(number);
    if (item === undefined) throw new Error(`${this.fullName}#${number} is not here`);
    const moved = { repository, number: repository.add({ ...item, updatedAt: this.#now() }) };
    this.#leave(number, moved);
    return moved.number;
  }

  #leave(number: number, fate: Exclude<Fate, 'here' | 'absent'>): void {
    if (this.fate(number) !== 'here') throw new Error(`${this.fullName}#${number} is not here`);
    this.#gone.set(number, fate);
    this.#version++;
  }

  /** Sort keys of all that is here, ascending by update. */
  byUpdate(): Float64Array {
    if (this.#order?.version === this.#version) return this.#order.keys;
    const keys = new Float64Array(this.#newest);
    let count = 0;
    for (let number = 1; number <= this.#newest; number++) {
      if (this.fate(number) === 'here') keys[count++] = keyOf(this.outline(number).updatedAt, number);
    }
    this.#order = { version: this.#version, keys: keys.subarray(0, count).sort() };
    return this.#order.keys;
  }
}

/** Makes whole what a change left in two minds: merged is closed, open was never closed, nothing is updated before it happens. */
function settled<T extends Outline>(item: T): T {
  const mergedAt = item.kind === 'pull' ? item.mergedAt : null;
  const closed = mergedAt !== null || item.state === 'closed';
  const closedAt = closed ? (mergedAt ?? item.closedAt ?? item.updatedAt) : null;
  const updatedAt = Math.max(item.createdAt, item.updatedAt, closedAt ?? 0);
  return { ...item, mergedAt, closedAt, updatedAt, state: closed ? 'closed' : 'open' };
}

/** By what lists by update are sorted, and where a page of them begins. */
export function keyOf(updatedAt: number, number: number): number {
  return updatedAt * numberSpan + number;
}

export function numberOf(key: number): number {
  return key % numberSpan;
}
