/** What is wrong with the snippet syntax of a template's body: VS Code takes it for something else and says nothing. */

import { beside, t } from '../../../../shared/l10n.ts';
import { nearest } from '../../note/editDistance.ts';
import type { Span } from '../../note/note.ts';
import { dateVariableNames } from '../snippet/dateVariables.ts';
import { parsePlacedSnippet } from '../snippet/parseSnippet.ts';
import type { SnippetNode } from '../snippet/snippet.ts';
import type { Report } from './report.ts';

/** VS Code's variables (code.visualstudio.com/docs/editing/userdefinedsnippets, "Variables") and its parser's SELECTION. */
const variables: readonly string[] = [
  ...dateVariableNames,
  ...['CURRENT_HOUR', 'CURRENT_MINUTE', 'CURRENT_SECOND', 'CURRENT_SECONDS_UNIX', 'CURRENT_TIMEZONE_OFFSET'],
  ...['TM_SELECTED_TEXT', 'TM_CURRENT_LINE', 'TM_CURRENT_WORD', 'TM_LINE_INDEX', 'TM_LINE_NUMBER'],
  ...['TM_FILENAME', 'TM_FILENAME_BASE', 'TM_DIRECTORY', 'TM_DIRECTORY_BASE', 'TM_FILEPATH'],
  ...['RELATIVE_FILEPATH', 'CLIPBOARD', 'SELECTION', 'WORKSPACE_NAME', 'WORKSPACE_FOLDER'],
  ...['CURSOR_INDEX', 'CURSOR_NUMBER', 'RANDOM', 'RANDOM_HEX', 'UUID'],
  ...['BLOCK_COMMENT_START', 'BLOCK_COMMENT_END', 'LINE_COMMENT'],
];

const invalidStop = t(
  'Invalid tab stop. Write {0}, {1} or {2}, or "{3}" for the characters themselves.',
  '${1:default}',
  '${1|one,two|}',
  '${1}',
  '\\${',
);

/** `body` as it stands in the file, from the offset `from` on. Linear. */
export function reportSnippet(body: string, from: number, report: Report): void {
  const { nodes, stops } = parsePlacedSnippet(body);
  const placed = nodes.filter(({ kind }) => kind !== 'text');
  for (const [index, stop] of stops.entries()) {
    const written = body.slice(stop.from, stop.to);
    let at = 0;
    for (const name of variablesIn(placed[index])) {
      at = variableFrom(written, name, at);
      if (!variables.includes(name)) reportVariable(name, stop.from + from + at, report);
    }
    if (written.startsWith('${') && /\n#{1,6} /.test(written)) {
      const range = { from: stop.from + from, to: stop.from + from + 2 };
      const message = t('This "${" includes the next heading. Close it with "}" on the same line.');
      report.warning('template-heading', range, message);
    }
  }
  for (const at of unclosed(body, stops)) {
    const range = { from: from + at, to: from + at + 2 };
    report.warning('template-heading', range, invalidStop);
  }
}

/** Where `$name` or `${name` has its name, from an offset on; no further when it is not there. */
function variableFrom(text: string, name: string, from: number): number {
  for (let at = text.indexOf('$', from); at >= 0; at = text.indexOf('$', at + 1)) {
    const start = text[at + 1] === '{' ? at + 2 : at + 1;
    if (text.startsWith(name, start)) return start;
  }
  return from;
}

function reportVariable(name: string, at: number, report: Report): void {
  const range = { from: at, to: at + name.length };
  const meant = nearest(name, variables);
  const remedy =
    meant === undefined
      ? t('For the text itself, write "{0}".', `\\$${name}`)
      : t('Did you mean "{0}"?', meant);
  const fix = meant === undefined ? undefined : { title: t('Change to "{0}"', meant), range, text: meant };
  report.warning(
    'template-heading',
    range,
    beside(t('"{0}" is not a snippet variable of VS Code.', name), remedy),
    fix,
  );
}

function variablesIn(node: SnippetNode | undefined): string[] {
  if (node === undefined || node.kind === 'text' || node.kind === 'choice') return [];
  const below = node.children.flatMap(variablesIn);
  return node.kind === 'variable' ? [node.name, ...below] : below;
}

/** Where a `${` stands that opens nothing. */
function unclosed(body: string, stops: readonly Span[]): number[] {
  const found: number[] = [];
  let stop = 0;
  for (let at = body.indexOf('${'); at >= 0; at = body.indexOf('${', at + 2)) {
    while (stop < stops.length && stops[stop]!.to <= at) stop++;
    const inside = stop < stops.length && stops[stop]!.from <= at;
    if (!inside && !isEscaped(body, at)) found.push(at);
  }
  return found;
}

function isEscaped(body: string, at: number): boolean {
  let slashes = 0;
  while (body[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
