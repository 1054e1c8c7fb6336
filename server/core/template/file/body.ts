/** A template's body cut into its lines, with the markers taken out and remembered. */

import type { Span } from '../../note/note.ts';
import {
  type HeadingLine,
  headingLines,
  proseLines,
  type SnippetLine,
  splitLines,
} from '../snippet/lines.ts';
import { parsePlacedSnippet } from '../snippet/parseSnippet.ts';
import { type BodyMarker, type MarkerSlip, readMarker } from './bodyMarkers.ts';

/** A heading of the body; the offsets are those in the body as it was given. */
export interface BodyHeading extends HeadingLine {
  /** The heading's line without its line end. */
  readonly range: Span;
  /** Without `#` and the blanks around. */
  readonly textRange: Span;
  readonly markers: readonly BodyMarker[];
}

export interface Body {
  /** Without markers; `\n` line ends. */
  readonly text: string;
  /** Those of `text`. */
  readonly lines: readonly SnippetLine[];
  /** All levels, the title as well; `line` counts in `lines`. */
  readonly headings: readonly BodyHeading[];
  /** Markers above the first heading. */
  readonly markers: readonly BodyMarker[];
  /** Markers that stand under no heading. They go into no note either. */
  readonly strayMarkers: readonly BodyMarker[];
  readonly slips: readonly MarkerSlip[];
  /** What stands for itself: everything but tab stops, variables and choices, which are blanks here. As long as `text`'s source. */
  readonly literal: string;
}

interface Line {
  readonly nodes: SnippetLine;
  /** As written, without its line end. */
  readonly raw: string;
  /** Offset of `raw`. */
  readonly from: number;
}

/** Reads a body in snippet syntax with any line ends. Never throws. Linear. */
export function readBody(source: string): Body {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const { nodes, lineEnds, stops } = parsePlacedSnippet(text);
  const original = offsetsIn(source, text);
  const lines = splitLines(nodes).map((line, index): Line => {
    const from = index === 0 ? 0 : lineEnds[index - 1]! + 1;
    return { nodes: line, from: original(from), raw: text.slice(from, lineEnds[index] ?? text.length) };
  });
  const prose = proseLines(lines.map((line) => line.nodes));
  const headings = new Map(headingLines(lines.map((line) => line.nodes)).map((each) => [each.line, each]));

  const kept: Line[] = [];
  const found: (Omit<BodyHeading, 'markers'> & { markers: BodyMarker[] })[] = [];
  const markers: BodyMarker[] = [];
  const strayMarkers: BodyMarker[] = [];
  const slips: MarkerSlip[] = [];
  // Where a marker belongs that stands here: under a heading, or above the first, with at most blanks and comments between.
  let owner: BodyMarker[] | undefined = markers;
  let dropped = false;
  for (const [index, line] of lines.entries()) {
    const heading = headings.get(index);
    const blank = line.raw.trim() === '';
    const read = prose[index] && isText(line) ? readMarker(line.raw, line.from) : undefined;
    if (read?.kind === 'marker') {
      (owner ?? strayMarkers).push(read.marker);
      dropped = true;
      continue;
    }
    if (read?.kind === 'slip' && owner !== undefined) slips.push(read.slip);
    // Of the blank lines above and below a marker one stays.
    if (blank && dropped && (kept.at(-1)?.raw.trim() ?? '') === '') continue;
    dropped = false;
    if (heading !== undefined) {
      owner = [];
      found.push({ ...heading, line: kept.length, ...rangesOf(line), markers: owner });
    } else if (!blank && read === undefined) {
      owner = undefined;
    }
    kept.push(line);
  }
  return {
    text: kept.map((line) => line.raw).join('\n'),
    lines: kept.map((line) => line.nodes),
    headings: found,
    markers,
    strayMarkers,
    slips,
    literal: withoutStops(source, stops, original),
  };
}

function isText({ nodes }: Line): boolean {
  return nodes.every((node) => node.kind === 'text');
}

/** A stop may go on across lines; the heading's place is its first one. */
function rangesOf({ raw: whole, from }: Line): { range: Span; textRange: Span } {
  const [raw = ''] = whole.split('\n', 1);
  const marker = /^#{1,6}/.exec(raw)?.[0].length ?? 0;
  const rest = raw.slice(marker);
  const textFrom = from + marker + (rest.length - rest.trimStart().length);
  return {
    range: { from, to: from + raw.length },
    textRange: { from: textFrom, to: textFrom + rest.trim().length },
  };
}

/** From offsets in `text`, where every line end is one character, to those in `source`. */
function offsetsIn(source: string, text: string): (offset: number) => number {
  if (source.length === text.length) return (offset) => offset;
  /** Offsets in `text` behind which `source` is one character longer. */
  const removed: number[] = [];
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    removed.push(at - removed.length);
  }
  return (offset) => {
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (removed[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}

function withoutStops(source: string, stops: readonly Span[], original: (offset: number) => number): string {
  let literal = '';
  for (const stop of stops) {
    const from = original(stop.from);
    const to = original(stop.to);
    literal += source.slice(literal.length, from) + placeholder.repeat(to - from);
  }
  return literal + source.slice(literal.length);
}

/** Neither a letter nor a digit nor a blank: not part of a name, and no end of a word either. */
const placeholder = '\u2022';
