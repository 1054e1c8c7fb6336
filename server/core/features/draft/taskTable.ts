/** A table of tasks in a section: where its next row goes, and what that row is. */

import { taskTableColumns } from '../../note/actionTable.ts';
import { lineEnd, lineStart, nextLine } from '../../note/lines.ts';
import type { Note, Span } from '../../note/note.ts';

export interface TaskTable {
  /** The end of its last row that says something, or of the line below its header; an offset. */
  readonly end: number;
  /** A whole row, without a line end. */
  row(task: string, owners: string): string;
}

/** The last table in `span` whose header has a column of tasks and one of their owners. Linear. */
export function taskTableIn({ text, opaque }: Note, span: Span): TaskTable | undefined {
  let table: TaskTable | undefined;
  let before: readonly string[] = [];
  let isInside = false;
  let next = 0;
  for (let from = lineStart(text, span.from); from < span.to; from = nextLine(text, lineEnd(text, from))) {
    const to = lineEnd(text, from);
    while (next < opaque.length && opaque[next]!.to < to) next++;
    const block = opaque[next];
    const isCode = block !== undefined && block.from <= from;
    const cells = isCode ? [] : cellsOf(text.slice(from, to));
    if (isInside && cells.length > 0) {
      if (table && cells.some((cell) => cell !== '')) table = { ...table, end: to };
    } else if (cells.length > 1 && cells.length === before.length && cells.every(isRule)) {
      const columns = taskTableColumns(before);
      if (columns) table = { end: to, row: rowOf(before.length, columns) };
      isInside = columns !== undefined;
    } else isInside = false;
    before = cells;
  }
  return table;
}

/** None for a line that is no row. */
function cellsOf(line: string): string[] {
  if (!line.includes('|')) return [];
  const parts = line.trim().split(/(?<!\\)\|/);
  if (parts[0] === '') parts.shift();
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.map((part) => part.trim());
}

function isRule(cell: string): boolean {
  return /^:?-+:?$/.test(cell);
}

function rowOf(count: number, { task, owner }: { readonly task: number; readonly owner: number }) {
  return (what: string, who: string): string => {
    const cells = Array.from({ length: count }, (_, at) => (at === task ? what : at === owner ? who : ''));
    return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${escaped(cell)} `)).join('|')}|`;
  };
}

/** A bar ends a cell, in code as well. */
function escaped(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}
