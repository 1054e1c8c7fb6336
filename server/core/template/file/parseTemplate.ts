/** The body of a template, as the schema of the notes that are made of it. */

import { type HeadingLine, joinLines, recordingLine, type SnippetLine } from '../snippet/lines.ts';
import { printSnippet, type SnippetNode, snippetText } from '../snippet/snippet.ts';
import type { PlaceholderLine, PlaceholderPart, Template } from '../template.ts';
import { type Body, readBody } from './body.ts';

export interface TemplateOptions {
  /** Whether a note must have this section; asked only for headings without tab stops. */
  readonly required: (heading: string) => boolean;
  /** Other headings that count as the one named. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** A note must name its recording; when left out, it must where the body has a line for it. */
  readonly recordingRequired?: boolean;
  /** See `TemplateSection.anyLevel`; for every section. */
  readonly anyLevel?: boolean;
  /** Defaults of tab stops that are answers and no names for one: people, repositories. In lower case. */
  readonly answers?: ReadonlySet<string>;
}

/**
 * Reads a template's body, in snippet syntax with any line ends. Headings below the title are its sections, and markers
 * right under them say more of them (bodyMarkers.ts). A heading with a tab stop asks for nothing in particular: any number
 * of sections may stand in its place. Never throws.
 */
export function parseTemplate(body: string, options: TemplateOptions): Template {
  return templateOf(readBody(body), options);
}

/** The template of a body that has been read. */
export function templateOf(body: Body, options: TemplateOptions): Template {
  const lines = withOpenHeadings(body);
  const isOpen = lines.some((line, index) => line !== body.lines[index]);
  const headings = body.headings.filter((heading) => heading.level > 1);
  const ends = endsOf(headings);
  const titles = body.headings.filter((heading) => heading.level === 1);
  return {
    body: isOpen ? printSnippet(joinLines(lines)) : body.text,
    sections: headings.map(({ line, level, heading, markers }, index) => {
      const has = (word: string): boolean => markers.some((marker) => marker.word === word);
      const also = markers.flatMap((marker) => (marker.word === 'also' ? [marker.value] : []));
      return {
        heading,
        level,
        anyLevel: options.anyLevel ?? false,
        required: heading !== '' && !has('optional') && options.required(heading),
        aliases: [...(options.aliases?.[heading] ?? []), ...(heading === '' ? [] : also)],
        many: heading === '' || has('many'),
        inOrder: has('in order'),
        snippet: printSnippet(joinLines(withoutBlanks(lines.slice(line, ends[index])))),
      };
    }),
    recordingRequired: options.recordingRequired ?? recordingLine(lines) >= 0,
    inOrder: [body.markers, ...titles.map((title) => title.markers)].some((markers) =>
      markers.some((marker) => marker.word === 'in order'),
    ),
    placeholderLines: lines.map((line) => placeholderLine(line, options.answers)).filter(hasName),
  };
}

/** In a new note a tab stop stands where a heading has any words. */
function withOpenHeadings({ lines, headings }: Body): readonly SnippetLine[] {
  const open = new Map(
    headings.flatMap(({ line, level, heading }): [number, string][] =>
      heading.split(' ').includes('*') ? [[line, `${'#'.repeat(level)} ${heading}`]] : [],
    ),
  );
  let stop = open.size === 0 ? 0 : Math.max(0, ...lines.flat().map(lastStop));
  return lines.map((line, index) => {
    const words = open.get(index)?.split(' ');
    return words === undefined
      ? line
      : words.flatMap((word, at): SnippetLine => {
          const blank = at === 0 ? '' : ' ';
          if (word !== '*') return [{ kind: 'text', text: `${blank}${word}` }];
          return [
            { kind: 'text', text: blank },
            { kind: 'stop', index: ++stop, children: [] },
          ];
        });
  });
}

function lastStop(node: SnippetNode): number {
  if (node.kind === 'text') return 0;
  const inner = node.kind === 'choice' ? [] : node.children.map(lastStop);
  return Math.max(node.kind === 'variable' ? 0 : node.index, ...inner);
}

/** For each heading the line of the next one of its level or a higher one; undefined: it goes on to the end. */
function endsOf(headings: readonly HeadingLine[]): (number | undefined)[] {
  const next: (number | undefined)[] = [];
  const ends: (number | undefined)[] = [];
  for (let index = headings.length - 1; index >= 0; index--) {
    const { level, line } = headings[index]!;
    ends[index] = next[level];
    for (let lower = level; lower <= deepestLevel; lower++) next[lower] = line;
  }
  return ends;
}

const deepestLevel = 6;

function withoutBlanks(lines: readonly SnippetLine[]): readonly SnippetLine[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]!.every((node) => node.kind === 'text' && node.text.trim() === '')) end--;
  return lines.slice(0, end);
}

function placeholderLine(line: SnippetLine, answers: ReadonlySet<string> = noAnswers): PlaceholderLine {
  // Whoever writes a template knows what the meeting is called: `# ${1:lantern} office hours`.
  const isTitle = line[0]?.kind === 'text' && line[0].text.startsWith('# ');
  return {
    parts: line.map((node): PlaceholderPart => {
      if (node.kind === 'text') return { kind: 'literal', text: node.text };
      // A date or a choice is an answer, not a name for one.
      const named = node.kind === 'stop' && node.children.every((child) => child.kind !== 'variable');
      const text = named ? snippetText(node.children) : '';
      const answered = isTitle ? !filledIn.has(text) : answers.has(text.toLowerCase());
      return { kind: 'stop', text: answered ? '' : text };
    }),
  };
}

const noAnswers: ReadonlySet<string> = new Set();
/** Stops of these names are filled in where it is known what they stand for. */
const filledIn: ReadonlySet<string> = new Set(['project', 'date', 'number']);

function hasName(line: PlaceholderLine): boolean {
  return line.parts.some((part) => part.kind === 'stop' && part.text !== '');
}
