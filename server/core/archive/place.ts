/** Where something stands in a file, as one number: an index of ten thousand notes holds very many of them. */

import { nextLine } from '../note/lines.ts';
import type { Span } from '../note/values.ts';

/** Line, character and length as in LSP: 0-based, in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** More cannot be told apart; a note has no more characters, and no line that is read is longer. */
const most = 0xffff;

export function packPlace({ line, character, length }: Place): number {
  return (line * (most + 1) + Math.min(character, most)) * (most + 1) + Math.min(length, most);
}

export function unpackPlace(packed: number): Place {
  const length = packed % (most + 1);
  const rest = (packed - length) / (most + 1);
  const character = rest % (most + 1);
  return { line: (rest - character) / (most + 1), character, length };
}

/** Packs the spans of a text that begins in the line `first` of its file. The text is read once. */
export function placesIn(text: string, first: number): (span: Span) => number {
  const starts = lineStarts(text);
  return ({ from, to }) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= from) low = middle;
      else high = middle - 1;
    }
    return packPlace({ line: first + low, character: from - starts[low]!, length: to - from });
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const isEach = text.includes('\r') ? /[\r\n]/g : undefined;
  const endFrom = (at: number): number => {
    if (isEach === undefined) return text.indexOf('\n', at);
    isEach.lastIndex = at;
    return isEach.exec(text)?.index ?? -1;
  };
  for (let end = endFrom(0); end >= 0; end = endFrom(starts.at(-1)!)) starts.push(nextLine(text, end));
  return starts;
}
