/** A template for meetings that share a file: their headings stand further down than a note's title. */

import type { TemplateDefinition } from '../definition.ts';
import { headingLines, joinLines, splitLines } from '../snippet/lines.ts';
import { parseSnippet } from '../snippet/parseSnippet.ts';
import { printSnippet } from '../snippet/snippet.ts';
import type { PlaceholderLine, Template } from '../template.ts';

const known = new WeakMap<TemplateDefinition, Map<string, TemplateDefinition>>();

/**
 * What a template file defines, for meetings with headings of `level`, 1 to 6: its title is of that level, and its sections
 * are as much deeper. `isTitled`: the meetings' headings have the form of its titles; else it says nothing of them. The same
 * object for the same arguments.
 */
export function definitionAtLevel(
  definition: TemplateDefinition,
  level: number,
  isTitled: boolean,
): TemplateDefinition {
  const kept = known.get(definition) ?? new Map<string, TemplateDefinition>();
  known.set(definition, kept);
  const key = `${level} ${isTitled}`;
  let moved = kept.get(key);
  if (moved === undefined) {
    const { title, ...rest } = definition;
    const template = level === 1 ? definition.template : templateAtLevel(definition.template, level - 1);
    moved = { ...rest, template, ...(isTitled && title && { title }) };
    kept.set(key, moved);
  }
  return moved;
}

function templateAtLevel(template: Template, deeper: number): Template {
  return {
    ...template,
    body: withDeeperHeadings(template.body, deeper),
    sections: template.sections.map((section) => ({
      ...section,
      level: section.level + deeper,
      snippet: withDeeperHeadings(section.snippet, deeper),
    })),
    placeholderLines: template.placeholderLines.map((line) => deeperLine(line, deeper)),
  };
}

function withDeeperHeadings(snippet: string, deeper: number): string {
  const lines = splitLines(parseSnippet(snippet));
  const marks = '#'.repeat(deeper);
  const headings = new Set(headingLines(lines).map(({ line }) => line));
  return printSnippet(
    joinLines(
      lines.map((line, index) => (headings.has(index) ? [{ kind: 'text', text: marks }, ...line] : line)),
    ),
  );
}

function deeperLine({ parts }: PlaceholderLine, deeper: number): PlaceholderLine {
  const [first, ...rest] = parts;
  if (first?.kind !== 'literal' || !/^#{1,6} /.test(first.text)) return { parts };
  return { parts: [{ kind: 'literal', text: `${'#'.repeat(deeper)}${first.text}` }, ...rest] };
}
