/** A template to the text of one new note. */

import { formatDay } from '../../../../shared/dates/format.ts';
import { headingKey } from '../../note/headingKey.ts';
import type { IsoDate } from '../../note/note.ts';
import { endsWithColon } from '../../note/recording.ts';
import type { TemplateDefinition } from '../definition.ts';
import { dateVariable } from '../snippet/dateVariables.ts';
import { harmless } from '../snippet/harmless.ts';
import { headingLines, joinLines, recordingLine, type SnippetLine, splitLines } from '../snippet/lines.ts';
import { parseSnippet } from '../snippet/parseSnippet.ts';
import {
  escapeSnippet,
  longestText,
  printSnippet,
  type SnippetNode,
  snippetText,
} from '../snippet/snippet.ts';
import type { Template } from '../template.ts';
import { withTitle } from './renderTitle.ts';
import { oneLine, wholeDays } from './titleForm.ts';

export interface RenderOptions {
  /** The meeting's day; it must be valid. */
  readonly date: IsoDate;
  /** The project's name, when it is certain. */
  readonly project?: string;
  /** What it may be called; the writer is asked. */
  readonly likelyProject?: string;
  /** The meeting's number, for a title with one. */
  readonly number?: number;
  /** The label of the series' recording lines as written: `YouTube:`. */
  readonly recordingLabel?: string;
  /** Headings of earlier notes, the latest note's first: they choose among a section's heading and its aliases. */
  readonly headings?: readonly string[];
  /** The title as the earlier notes have it, for this day: where neither the body nor the series' pattern has one. */
  readonly title?: string;
}

export interface RenderedNote {
  /** VS Code snippet syntax, `\n` line ends, tab stops numbered from 1. */
  readonly snippet: string;
  /** The same with every stop's default. */
  readonly text: string;
}

/**
 * The note a template begins for a day. A stop whose default is `project` becomes the project's name, a stop whose
 * default is a date the day itself; neither is asked for any more. Every value stands for itself, whatever snippet
 * syntax it resembles. Never throws.
 */
export function renderTemplate(template: Template, options: RenderOptions): RenderedNote {
  const lines = splitLines(parseSnippet(template.body));
  const ours = withRecordingLabel(
    withHeadings(lines, template, options.headings ?? []),
    oneLine(options.recordingLabel),
  );
  return printed(fill(joinLines(ours), options));
}

/**
 * The note that a template file begins for a day. What the file says goes before what `options` have learned from
 * earlier notes: its project, its headings, its recording line. Stops whose defaults are `date` and `number` become the day
 * as the series writes it, and the meeting's number. The title is the body's own where the series' pattern has no
 * objection, else the pattern's, else, in a body without one, as earlier notes have it, else the usual title. Never throws.
 */
export function renderSeries(
  definition: TemplateDefinition,
  { title: earlier, ...options }: RenderOptions,
): RenderedNote {
  const { title, conventions, template } = definition;
  const format = conventions.date?.format ?? wholeDays(title)[0];
  const ours = {
    ...options,
    ...(definition.project !== undefined && { project: definition.project }),
    day: format ? formatDay(format, options.date) : options.date,
  };
  const nodes = fill(harmless(parseSnippet(template.body)), ours);
  const titles = { ...(title && { title }), ...(earlier !== undefined && { earlier: oneLine(earlier) }) };
  return printed(withTitle(nodes, { ...ours, ...titles }, (usual) => fill(usual, ours)));
}

/**
 * The fixed text of a section's snippet for a day: without lines that hold placeholders, and without sub-sections whose
 * headings do. One blank line stays where several would. Never throws.
 */
export function renderFixedText(snippet: string, options: Answers): string {
  const lines = splitLines(fill(harmless(parseSnippet(snippet)), options));
  const kept: string[] = [];
  /** The level of the heading with a placeholder that the lines are below. */
  let below = Number.POSITIVE_INFINITY;
  const levels = new Map(headingLines(lines).map(({ line, level }) => [line, level]));
  for (const [index, line] of lines.entries()) {
    const level = levels.get(index);
    if (level !== undefined && level <= below) below = isFixed(line) ? Number.POSITIVE_INFINITY : level;
    const text = snippetText(line);
    const isSecondBlank = text.trim() === '' && (kept.at(-1) ?? '').trim() === '';
    if (below === Number.POSITIVE_INFINITY && isFixed(line) && !isSecondBlank) kept.push(text);
  }
  return kept.join('\n').trimEnd();
}

/** An empty tab stop behind a label is fixed text; a list item that is nothing else is not. */
function isFixed(line: SnippetLine): boolean {
  const stops = line.filter(({ kind }) => kind === 'stop' || kind === 'choice');
  if (stops.some((stop) => snippetText([stop]) !== '')) return false;
  return stops.length === 0 || /[\p{L}\p{N}]/u.test(snippetText(line));
}

function printed(nodes: readonly SnippetNode[]): RenderedNote {
  const numbered = renumber(nodes);
  const text = snippetText(numbered);
  // Stops that mirror one another without end are the editor's undoing.
  const snippet = text.length < longestText ? printSnippet(numbered) : escapeSnippet(text);
  return { snippet, text };
}

function withHeadings(
  lines: readonly SnippetLine[],
  template: Template,
  earlier: readonly string[],
): readonly SnippetLine[] {
  const keys = earlier.map(headingKey);
  const rank = (heading: string): number => {
    const at = keys.indexOf(headingKey(heading));
    return at < 0 ? keys.length : at;
  };
  const result = [...lines];
  for (const { line, level, heading } of headingLines(lines)) {
    const section = template.sections.find((each) => each.heading === heading && each.level === level);
    if (heading === '' || section === undefined) continue;
    const best = section.aliases.reduce(
      (chosen, alias) => (rank(alias) < rank(chosen) ? alias : chosen),
      heading,
    );
    if (best !== heading) result[line] = [{ kind: 'text', text: `${'#'.repeat(level)} ${best}` }];
  }
  return result;
}

function withRecordingLabel(lines: readonly SnippetLine[], label: string): readonly SnippetLine[] {
  const at = recordingLine(lines);
  const line = lines[at];
  const first = line?.[0];
  // Only a line of the form `label: stop` has a label that can be exchanged.
  if (label === '' || line === undefined || first?.kind !== 'text') return lines;
  const colon = first.text.lastIndexOf(':');
  if (colon < 0 || first.text.slice(colon + 1).trim() !== '') return lines;
  const text = `${endsWithColon(label) ? label : `${label}:`} `;
  return lines.map((each, index) => (index === at ? [{ kind: 'text', text }, ...line.slice(1)] : each));
}

/** What stops ask and options answer. */
interface Answers extends Pick<RenderOptions, 'date' | 'project' | 'likelyProject' | 'number'> {
  /** The date as the series writes it. */
  readonly day?: string;
}

function fill(nodes: readonly SnippetNode[], options: Answers): SnippetNode[] {
  const project = oneLine(options.project);
  const likely = oneLine(options.likelyProject);
  const answers = new Map<number, string>();
  const offers = new Map<number, string>();
  for (const stop of stopsOf(nodes)) {
    if (stop.kind !== 'stop' || stop.children.length === 0) continue;
    const [only] = stop.children;
    const asked = stop.children.length === 1 && only?.kind === 'text' ? only.text : undefined;
    if (asked === 'project') {
      if (project !== '') answers.set(stop.index, project);
      else if (likely !== '') offers.set(stop.index, likely);
    } else if (asked === 'date' && options.day !== undefined) {
      answers.set(stop.index, options.day);
    } else if (asked === 'number' && options.number !== undefined) {
      answers.set(stop.index, String(options.number));
    } else if (isDate(stop.children, options.date)) {
      answers.set(
        stop.index,
        snippetText(stop.children, (name) => dateVariable(name, options.date)),
      );
    }
  }
  const fillNode = (node: SnippetNode): SnippetNode => {
    if (node.kind === 'text') return node;
    if (node.kind === 'variable') {
      const value = dateVariable(node.name, options.date);
      if (value !== undefined) return { kind: 'text', text: value };
      return { ...node, children: node.children.map(fillNode) };
    }
    const answer = answers.get(node.index);
    if (answer !== undefined) return { kind: 'text', text: answer };
    if (node.kind === 'choice') return node;
    const offer = node.children.length > 0 ? offers.get(node.index) : undefined;
    if (offer !== undefined) return { ...node, children: [{ kind: 'text', text: offer }] };
    return { ...node, children: node.children.map(fillNode) };
  };
  return nodes.map(fillNode);
}

/** True when the nodes are variables of the day and what stands between them. */
function isDate(nodes: readonly SnippetNode[], date: IsoDate): boolean {
  const isVariable = (node: SnippetNode): boolean =>
    node.kind === 'variable' && dateVariable(node.name, date) !== undefined;
  return nodes.some(isVariable) && nodes.every((node) => node.kind === 'text' || isVariable(node));
}

/** Stops from 1 without a gap, in their old order; 0 stays the last. */
function renumber(nodes: readonly SnippetNode[]): SnippetNode[] {
  const indexes = [...new Set(stopsOf(nodes).map((stop) => stop.index))].filter((index) => index > 0);
  indexes.sort((a, b) => a - b);
  const numbers = new Map(indexes.map((index, position) => [index, position + 1]));
  const renumberNode = (node: SnippetNode): SnippetNode => {
    if (node.kind === 'text') return node;
    if (node.kind === 'variable') return { ...node, children: node.children.map(renumberNode) };
    const index = numbers.get(node.index) ?? 0;
    return node.kind === 'choice'
      ? { ...node, index }
      : { ...node, index, children: node.children.map(renumberNode) };
  };
  return nodes.map(renumberNode);
}

type Stop = Extract<SnippetNode, { kind: 'stop' | 'choice' }>;

function stopsOf(nodes: readonly SnippetNode[]): Stop[] {
  return nodes.flatMap((node): Stop[] => {
    if (node.kind === 'text') return [];
    if (node.kind === 'choice') return [node];
    return node.kind === 'stop' ? [node, ...stopsOf(node.children)] : stopsOf(node.children);
  });
}
