/** The title of a new note. */

import { formatDay } from '../../../../shared/dates/format.ts';
import type { IsoDate } from '../../note/note.ts';
import { parseNote } from '../../note/parse.ts';
import { builtinTemplate } from '../file/builtin.ts';
import type { Pattern } from '../patterns/pattern.ts';
import { headingLines, joinLines, type SnippetLine, splitLines } from '../snippet/lines.ts';
import { parseSnippet } from '../snippet/parseSnippet.ts';
import { type SnippetNode, snippetText } from '../snippet/snippet.ts';
import { isOfForm, oneLine, titleForm } from './titleForm.ts';

export interface TitleOptions {
  readonly date: IsoDate;
  readonly project?: string;
  readonly likelyProject?: string;
  readonly title?: Pattern;
  readonly number?: number;
  /** As the earlier notes have it; one line. */
  readonly earlier?: string;
}

/**
 * The body with a title: its own where there is one and the series' pattern, if any, has no objection, else the
 * pattern's, else as the earlier notes have it, else the usual one. `fill` answers what a title's stops ask.
 */
export function withTitle(
  nodes: readonly SnippetNode[],
  options: TitleOptions,
  fill: (title: readonly SnippetNode[]) => readonly SnippetNode[],
): readonly SnippetNode[] {
  const form = titleForm(options);
  const own = parseNote(snippetText(nodes)).title;
  if (own !== undefined && (form === undefined || isOfForm(form, own.text))) return nodes;
  const title = options.title
    ? fromPattern(options.title, options)
    : options.earlier
      ? [{ kind: 'text' as const, text: `# ${options.earlier}` }]
      : fill(usualTitle());
  const taken = Math.max(0, ...title.map((node) => (node.kind === 'stop' ? node.index : 0)));
  const lines = splitLines(nodes.map((node) => renumbered(node, taken)));
  const [first] = headingLines(lines);
  if (first?.level === 1) return joinLines(lines.map((line, index) => (index === first.line ? title : line)));
  const start = endOfFrontMatter(lines);
  const rest = lines.slice(start);
  const blank: SnippetLine = [];
  const isBlank = snippetText(rest[0] ?? []).trim() === '';
  return joinLines([
    ...lines.slice(0, start),
    ...(start > 0 ? [blank] : []),
    title,
    ...(isBlank ? [] : [blank]),
    ...rest,
  ]);
}

function usualTitle(): readonly SnippetNode[] {
  return splitLines(parseSnippet(builtinTemplate.body))[0] ?? [];
}

function fromPattern(
  pattern: Pattern,
  { date, project, likelyProject, number }: TitleOptions,
): SnippetNode[] {
  const name = oneLine(project);
  const nodes: SnippetNode[] = [{ kind: 'text', text: '# ' }];
  let index = 0;
  const ask = (text: string): SnippetNode => {
    return { kind: 'stop', index: ++index, children: text === '' ? [] : [{ kind: 'text', text }] };
  };
  for (const part of pattern.parts) {
    if (part.kind === 'literal') nodes.push({ kind: 'text', text: part.text });
    else if (part.kind === 'date') nodes.push({ kind: 'text', text: formatDay(part.format, date) });
    else if (part.kind === 'project' && name !== '') nodes.push({ kind: 'text', text: name });
    else if (part.kind === 'project') nodes.push(ask(oneLine(likelyProject) || 'project'));
    else if (part.kind === 'any') nodes.push(ask(''));
    else if (number === undefined) nodes.push(ask('1'));
    else nodes.push({ kind: 'text', text: String(number) });
  }
  return nodes;
}

/** The same stops, all but the last one, later by `by`, so that those of the title come first. */
function renumbered(node: SnippetNode, by: number): SnippetNode {
  if (node.kind === 'text' || by === 0) return node;
  if (node.kind === 'variable')
    return { ...node, children: node.children.map((each) => renumbered(each, by)) };
  const index = node.index === 0 ? 0 : node.index + by;
  return node.kind === 'choice'
    ? { ...node, index }
    : { ...node, index, children: node.children.map((each) => renumbered(each, by)) };
}

/** The number of lines that the note's own front matter takes; 0 when it has none. */
function endOfFrontMatter(lines: readonly SnippetLine[]): number {
  const { frontMatter, text } = parseNote(snippetText(joinLines(lines)));
  return frontMatter === undefined ? 0 : text.slice(0, frontMatter.to).trimEnd().split('\n').length;
}
