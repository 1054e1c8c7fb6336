/**
 * A text that need not be in one string. With each edit V8 makes a string of the whole text anew, and gives one of more than 128 KB pages of
 * memory of its own, which takes longer than all that is done with it.
 */

/** What is asked of a text while it is read; a string is one. Characters are UTF-16 code units. */
export interface Text {
  readonly length: number;
  /** 0 ≤ `from` ≤ `to`; without `to`: to the end. */
  slice(from: number, to?: number): string;
  /** Empty outside. */
  charAt(at: number): string;
  charCodeAt(at: number): number;
  /** Of one character. */
  indexOf(character: string, from: number): number;
  lastIndexOf(character: string, from: number): number;
  /** All of it. */
  toString(): string;
}

/** Shorter ones are strings. */
const longText = 50_000;
const pieceLength = 16_000;

/** The text with `inserted` in place of what is between two offsets. */
export function editedText(text: Text, from: number, to: number, inserted: string): Text {
  const length = text.length - (to - from) + inserted.length;
  if (length <= longText) return text.slice(0, from) + inserted + text.slice(to);
  const long = text instanceof PiecedText ? text : new PiecedText(cut(text.toString()));
  return long.edited(from, to, inserted);
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  return pieces.length > 0 ? pieces : [''];
}

export class PiecedText implements Text {
  readonly length: number;
  /** One at least. */
  readonly #pieces: readonly string[];
  readonly #starts: number[] = [];
  #whole: string | undefined;
  /** The piece that was asked for last. */
  #index = 0;

  constructor(pieces: readonly string[]) {
    let length = 0;
    for (const piece of pieces) {
      this.#starts.push(length);
      length += piece.length;
    }
    this.#pieces = pieces;
    this.length = length;
  }

  edited(from: number, to: number, inserted: string): PiecedText {
    const first = this.#at(from);
    let next = this.#at(to) + 1;
    let changed = this.slice(this.#starts[first]!, from) + inserted + this.slice(to, this.#starts[next]);
    // What is left of a piece goes to the next one, so that there are few.
    if (changed.length < pieceLength / 2) changed += this.#pieces[next++] ?? '';
    const pieces = changed.length <= 2 * pieceLength ? [changed] : cut(changed);
    return new PiecedText([...this.#pieces.slice(0, first), ...pieces, ...this.#pieces.slice(next)]);
  }

  slice(from: number, end = this.length): string {
    const to = Math.min(end, this.length);
    let words = '';
    for (let index = this.#at(from); index < this.#pieces.length; index++) {
      const start = this.#starts[index]!;
      if (start >= to) break;
      words += this.#pieces[index]!.slice(Math.max(from - start, 0), to - start);
    }
    return words;
  }

  charAt(at: number): string {
    const index = this.#at(at);
    return this.#pieces[index]!.charAt(at - this.#starts[index]!);
  }

  charCodeAt(at: number): number {
    return this.charAt(at).charCodeAt(0);
  }

  indexOf(character: string, from: number): number {
    for (let index = this.#at(from); index < this.#pieces.length; index++) {
      const start = this.#starts[index]!;
      const at = this.#pieces[index]!.indexOf(character, from - start);
      if (at >= 0) return start + at;
    }
    return -1;
  }

  lastIndexOf(character: string, from: number): number {
    for (let index = this.#at(from); index >= 0; index--) {
      const start = this.#starts[index]!;
      const at = from < start ? -1 : this.#pieces[index]!.lastIndexOf(character, from - start);
      if (at >= 0) return start + at;
    }
    return -1;
  }

  toString(): string {
    this.#whole ??= this.#pieces.join('');
    return this.#whole;
  }

  /** The index of the piece around an offset: the first or the last one for what is outside. */
  #at(offset: number): number {
    const starts = this.#starts;
    let low = this.#index;
    if (offset >= starts[low]! && offset < (starts[low + 1] ?? Number.POSITIVE_INFINITY)) return low;
    low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    this.#index = Math.max(low - 1, 0);
    return this.#index;
  }
}
