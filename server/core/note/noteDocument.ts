/** A text with its lines, as the protocol counts them: an edit costs what it changes, and moving the lines below. */

import type { Position, Range } from 'vscode-languageserver-types';
import { isLineEnd } from './lines.ts';
import { editedText, type Text } from './text.ts';

/** What is asked of a document. */
export interface TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** Of the whole text, or of a range. */
  getText(range?: Range): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export class NoteDocument implements TextDocument {
  version: number;
  #text: Text;
  /** Where each line begins; made when the first is asked for. */
  #starts: number[] | undefined;

  constructor(
    readonly uri: string,
    text: string,
    readonly languageId = 'markdown',
    version = 0,
  ) {
    this.#text = text;
    this.version = version;
  }

  /** As it is now: it stays so. */
  get text(): Text {
    return this.#text;
  }

  get lineCount(): number {
    return this.#lines().length;
  }

  getText(range?: Range): string {
    const text = this.#text;
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text.toString();
  }

  /** 0 ≤ `from` ≤ `to` ≤ the length; neither is between `\r` and `\n`. */
  replace(from: number, to: number, inserted: string, version: number): void {
    const starts = this.#lines();
    const [first, last] = [this.#lineOf(from), this.#lineOf(to)];
    const text = editedText(this.#text, from, to, inserted);
    this.#text = text;
    this.version = version;
    const end = from + inserted.length;
    if ([from, end].some((at) => text.charAt(at - 1) === '\r' && text.charAt(at) === '\n')) {
      this.#starts = undefined;
      return;
    }
    const added = lineStarts(inserted, from);
    const growth = end - to;
    if (growth !== 0) for (let line = last + 1; line < starts.length; line++) starts[line]! += growth;
    if (added.length > 0 || first < last)
      this.#starts = [...starts.slice(0, first + 1), ...added, ...starts.slice(last + 1)];
  }

  /** An offset inside a line end becomes the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(Math.min(offset, this.#text.length), 0);
    const line = this.#lineOf(at);
    const start = this.#lines()[line]!;
    return { line, character: this.#beforeEnd(at, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    const starts = this.#lines();
    const { length } = this.#text;
    if (line < 0) return 0;
    const start = starts[line];
    if (start === undefined) return length;
    return this.#beforeEnd(Math.min(start + Math.max(character, 0), starts[line + 1] ?? length), start);
  }

  #beforeEnd(offset: number, start: number): number {
    let at = offset;
    while (at > start && isLineEnd(this.#text, at - 1)) at--;
    return at;
  }

  #lines(): number[] {
    this.#starts ??= [0, ...lineStarts(this.#text.toString(), 0)];
    return this.#starts;
  }

  #lineOf(offset: number): number {
    const starts = this.#lines();
    let low = 0;
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Of the lines behind the first of a text that begins at `from`. */
function lineStarts(text: string, from: number): number[] {
  const starts: number[] = [];
  let [feed, back] = [text.indexOf('\n'), text.indexOf('\r')];
  while (feed >= 0 || back >= 0) {
    const isFeed = back < 0 || (feed >= 0 && feed < back);
    const next = (isFeed || feed === back + 1 ? feed : back) + 1;
    if (back >= 0 && back < next) back = text.indexOf('\r', next);
    if (feed >= 0 && feed < next) feed = text.indexOf('\n', next);
    starts.push(from + next);
  }
  return starts;
}
