/** A table of tasks in a section: where its next row goes, and what that row is. */

import { columnKey, type TaskCell } from '../../archive/taskCells.ts';
import { taskTableColumns } from '../../note/actionTable.ts';
import { lineEnd, lineStart, nextLine } from '../../note/lines.ts';
import type { Note, Span } from '../../note/note.ts';
import { cellsOf, isRule } from '../../note/tableLine.ts';

export interface TaskTable {
  /** The end of its last row that says something, or of the line below its header; an offset. */
  readonly end: number;
  /** A whole row, without a line end. `others`: the rest of the row that the task stood in, for columns of the same names. */
  row(task: string, owners: string, others?: readonly TaskCell[]): string;
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
    } else if (cells.length > 1 && cells.length === before.length && isRule(cells)) {
      const columns = taskTableColumns(before);
      if (columns) table = { end: to, row: rowOf(before, columns) };
      isInside = columns !== undefined;
    } else isInside = false;
    before = cells;
  }
  return table;
}

function rowOf(
  header: readonly string[],
  { task, owner }: { readonly task: number; readonly owner: number },
) {
  const keys = header.map(columnKey);
  return (what: string, who: string, others: readonly TaskCell[] = []): string => {
    const cells = keys.map((key, at) => {
      if (at === task) return what;
      if (at === owner) return who;
      return (key !== undefined && others.find(({ column }) => column === key)?.text) || '';
    });
    return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${escaped(cell)} `)).join('|')}|`;
  };
}

/** A bar ends a cell, in code as well. */
function escaped(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}
