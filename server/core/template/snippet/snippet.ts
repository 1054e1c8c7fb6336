/**
 * A body in VS Code's snippet syntax as a tree, and back
 * (code.visualstudio.com/docs/editing/userdefinedsnippets, "Snippet syntax").
 */

import { isDigit } from '../../note/characters.ts';

interface SnippetText {
  readonly kind: 'text';
  readonly text: string;
}

/** `$1`, `${1}`, `${1:default}`, `${1/regex/format/}`. */
interface SnippetStop {
  readonly kind: 'stop';
  readonly index: number;
  /** The default; empty when there is none here. A stop of the same index elsewhere may have one. */
  readonly children: readonly SnippetNode[];
  /** As written, with its slashes: `/regex/format/options`. */
  readonly transform?: string;
}

/** `${1|one,two|}` */
interface SnippetChoice {
  readonly kind: 'choice';
  readonly index: number;
  /** At least one. */
  readonly options: readonly string[];
}

/** `$NAME`, `${NAME}`, `${NAME:default}`, `${NAME/regex/format/}`. */
interface SnippetVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly children: readonly SnippetNode[];
  readonly transform?: string;
}

export type SnippetNode = SnippetText | SnippetStop | SnippetChoice | SnippetVariable;

/** What stands for a variable; undefined: the editor knows, we don't. */
export type VariableValue = (name: string) => string | undefined;

/** A template from a repository may mirror stops within stops until the text outgrows any memory. */
export const longestText = 200_000;

/** Makes any text stand for itself in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The tree as snippet syntax: what VS Code reads as the same tree. */
export function printSnippet(nodes: readonly SnippetNode[]): string {
  return nodes
    .map((node, index) => {
      const next = nodes[index + 1];
      return printNode(node, next?.kind !== 'text' || !isDigit(next.text.charCodeAt(0)));
    })
    .join('');
}

/** `short`: may be printed as `$1`, because no digit follows. */
function printNode(node: SnippetNode, short: boolean): string {
  switch (node.kind) {
    case 'text':
      return escapeSnippet(node.text);
    case 'choice':
      return `\${${node.index}|${node.options.map(escapeOption).join(',')}|}`;
    case 'stop':
      if (node.transform === undefined && node.children.length === 0 && short) return `$${node.index}`;
      return `\${${node.index}${printRest(node)}}`;
    case 'variable':
      return `\${${node.name}${printRest(node)}}`;
  }
}

function printRest(node: SnippetStop | SnippetVariable): string {
  if (node.transform !== undefined) return node.transform;
  return node.children.length === 0 ? '' : `:${printSnippet(node.children)}`;
}

function escapeOption(option: string): string {
  return option.replace(/[\\,|]/g, '\\$&');
}

/**
 * The text that stands there when every stop keeps its default. A choice keeps its first option; a stop takes the
 * default of the first stop with its index; transforms are left out. A variable without a value has its default, else
 * its name when VS Code does not know it, else nothing, as in VS Code. Cut at 200,000 characters.
 */
export function snippetText(
  nodes: readonly SnippetNode[],
  variable: VariableValue = () => undefined,
): string {
  const defaults = new Map<number, SnippetStop | SnippetChoice>();
  collectDefaults(nodes, defaults);
  const done = new Map<number, string>();

  const textOfStop = (index: number): string => {
    const known = done.get(index);
    if (known !== undefined) return known;
    // A stop inside its own default has none.
    done.set(index, '');
    const node = defaults.get(index);
    const text = node === undefined ? '' : node.kind === 'choice' ? node.options[0]! : textOf(node.children);
    done.set(index, text);
    return text;
  };
  const textOf = (list: readonly SnippetNode[]): string => {
    let text = '';
    for (const node of list) {
      if (node.kind === 'text') text += node.text;
      else if (node.kind === 'variable') text += textOfVariable(node);
      else text += textOfStop(node.index);
      if (text.length > longestText) return text.slice(0, longestText);
    }
    return text;
  };
  const textOfVariable = (node: SnippetVariable): string =>
    variable(node.name) ??
    (node.children.length > 0 ? textOf(node.children) : isEditorVariable(node.name) ? '' : node.name);

  return textOf(nodes);
}

function collectDefaults(
  nodes: readonly SnippetNode[],
  into: Map<number, SnippetStop | SnippetChoice>,
): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    if (node.kind === 'choice') {
      if (!into.has(node.index)) into.set(node.index, node);
      continue;
    }
    if (node.kind === 'stop' && node.children.length > 0 && !into.has(node.index)) into.set(node.index, node);
    collectDefaults(node.children, into);
  }
}

/** The variables of VS Code 1.91 (`KnownSnippetVariableNames` in its snippetVariables.ts). */
function isEditorVariable(name: string): boolean {
  return (
    /^(?:TM|CURRENT|CURSOR|WORKSPACE|BLOCK_COMMENT|RANDOM)_?[A-Z_]{0,40}$/.test(name) ||
    ['SELECTION', 'CLIPBOARD', 'LINE_COMMENT', 'RELATIVE_FILEPATH', 'UUID', 'RANDOM'].includes(name)
  );
}
