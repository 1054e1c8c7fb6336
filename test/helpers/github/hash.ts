/** Numbers that look random and are always the same: what a repository holds is computed from them, never stored. */

/** 32 bits out of a text (FNV-1a over its UTF-16 code units). */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** 32 bits out of a seed, a number and what they are wanted for (the last steps of MurmurHash3). */
export function hash(seed: number, number: number, purpose: number): number {
  let value = Math.imul(number + 0x9e3779b9, 0x85ebca6b) ^ seed ^ Math.imul(purpose, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** From 0 up to, not including, 1. */
export function fraction(seed: number, number: number, purpose: number): number {
  return hash(seed, number, purpose) / 0x1_0000_0000;
}

/** One of the items, which must not be empty. */
export function pick<T>(items: readonly T[], seed: number, number: number, purpose: number): T {
  return items[hash(seed, number, purpose) % items.length]!;
}
