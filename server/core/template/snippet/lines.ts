/** A template's body line by line. */

import { namesRecording } from '../../note/lexicon/recordings.ts';
import { endsWithColon } from '../../note/recording.ts';
import type { SnippetNode } from './snippet.ts';
import { snippetText } from './snippet.ts';

/** The nodes of one line; a stop whose default has several lines belongs to the line it begins on. */
export type SnippetLine = readonly SnippetNode[];

export function splitLines(nodes: readonly SnippetNode[]): SnippetLine[] {
  const lines: SnippetNode[][] = [[]];
  for (const node of nodes) {
    if (node.kind !== 'text') {
      lines.at(-1)!.push(node);
      continue;
    }
    node.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ kind: 'text', text });
    });
  }
  return lines;
}

export function joinLines(lines: readonly SnippetLine[]): SnippetNode[] {
  return lines.flatMap(
    (line, index): SnippetLine => (index === 0 ? line : [{ kind: 'text', text: '\n' }, ...line]),
  );
}

export interface HeadingLine {
  /** 0-based. */
  readonly line: number;
  /** 1 to 6. */
  readonly level: number;
  /** The heading's text; empty when any of it is to be filled in, so that no note can be asked to have it. */
  readonly heading: string;
}

/** The headings written with `#` outside fenced code and front matter, in order. */
export function headingLines(lines: readonly SnippetLine[]): HeadingLine[] {
  const headings: HeadingLine[] = [];
  const prose = proseLines(lines);
  lines.forEach((line, index) => {
    if (!prose[index] || line[0]?.kind !== 'text') return;
    const text = snippetText(line);
    const marker = /^(#{1,6})(?: |$)/.exec(text);
    if (marker === null) return;
    const fixed = line.every((node) => node.kind === 'text');
    headings.push({
      line: index,
      level: marker[1]!.length,
      heading: fixed ? text.slice(marker[1]!.length).trim() : '',
    });
  });
  return headings;
}

/** For each line whether it is neither in fenced code nor in the front matter that the note itself is to have. */
export function proseLines(lines: readonly SnippetLine[]): boolean[] {
  const texts = lines.map((line) => snippetText(line));
  const frontMatterEnd = isFrontMatterFence(texts[0] ?? '') ? texts.findIndex(isSecondFence) : -1;
  let fenced = false;
  return texts.map((text, index) => {
    if (index <= frontMatterEnd) return false;
    const fence = text.startsWith('```') || text.startsWith('~~~');
    if (fence) fenced = !fenced;
    return !fence && !fenced;
  });
}

function isSecondFence(text: string, index: number): boolean {
  return index > 0 && isFrontMatterFence(text);
}

/** `---` and blanks. */
export function isFrontMatterFence(line: string): boolean {
  return line.startsWith('---') && line.slice(3).trim() === '';
}

/**
 * The line that asks for the recording, 0-based: the first one that names a recording, between the title and the first
 * section. -1 when the body has none.
 */
export function recordingLine(lines: readonly SnippetLine[]): number {
  const firstSection = headingLines(lines).find((heading) => heading.level > 1)?.line ?? lines.length;
  return lines.slice(0, firstSection).findIndex((line) => isRecordingLabel(snippetText(line)));
}

/**
 * What a line of a section that only asks for the recording calls it: `Recording` of `* **Recording**: ${1:link}`.
 * Undefined when there is none, or when a line above the first section asks for it.
 */
export function recordingLabelInSection(lines: readonly SnippetLine[]): string | undefined {
  if (recordingLine(lines) >= 0) return undefined;
  const prose = proseLines(lines);
  for (const [index, [first, stop, ...others]] of lines.entries()) {
    if (!prose[index] || first?.kind !== 'text' || stop?.kind !== 'stop') continue;
    const written = first.text.trim();
    const label = written.endsWith('<') ? written.slice(0, -1).trim() : written;
    const isWhole = others.every((node) => node.kind === 'text' && /^[\s>]*$/.test(node.text));
    const words = label
      .replace(/^[-*+] /, '')
      .replace(/[*_:]/g, '')
      .trim();
    if (isWhole && endsWithColon(label) && isRecordingLabel(`${words}:`)) return words;
  }
  return undefined;
}

function isRecordingLabel(text: string): boolean {
  return !text.startsWith('#') && namesRecording(text) && /[:\]]/.test(text);
}
