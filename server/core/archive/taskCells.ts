/** What a table says of its tasks besides them and their owners: when they are due, how urgent they are. */

import { taskTableColumns } from '../note/actionTable.ts';
import { headingKey } from '../note/headingKey.ts';
import { lineEnd, lineStart } from '../note/lines.ts';
import type { ActionItem, Note } from '../note/note.ts';
import { cellsOf } from '../note/tableLine.ts';
import { copyOf, sharedCopyOf } from './copyOf.ts';

export interface TaskCell {
  /** The `columnKey` of its column. */
  readonly column: string;
  /** As written; not empty. */
  readonly text: string;
}

/** In UTF-16 code units; what is longer is no date. */
const longestCell = 300;
const mostCells = 10;

/** Undefined: the column has no name, or counts the rows. */
export function columnKey(header: string): string | undefined {
  const key = headingKey(header);
  return key.length <= longestCell && /\p{L}/u.test(key) && !counters.has(key) ? key : undefined;
}

const counters: ReadonlySet<string> = new Set(['no', 'nr', 'id', 'n°', 'nº']);

interface Header {
  readonly keys: readonly (string | undefined)[];
  readonly task: number;
  readonly owner: number;
}

/** To be asked for the items of a note in their order, so that a table is read once. */
export function taskCellsIn({ text }: Pick<Note, 'text'>): (item: ActionItem) => TaskCell[] {
  let last: { readonly at: number; readonly header: Header | undefined } | undefined;
  const headerAbove = (row: number): Header | undefined => {
    let below: string[] = [];
    let at = row;
    for (;;) {
      if (last && at === last.at) return last.header;
      const cells = cellsOf(text.slice(at, lineEnd(text, at)));
      if (cells.length === 0) break;
      below = cells;
      if (at === 0) break;
      const isPair = text[at - 1] === '\n' && text[at - 2] === '\r';
      at = lineStart(text, isPair ? at - 2 : at - 1);
    }
    return headerOf(below);
  };
  return ({ range, quoted }) => {
    const at = lineStart(text, range.from);
    const line = quoted ? '' : text.slice(at, lineEnd(text, at));
    const cells = cellsOf(line);
    if (cells.length < 3) return [];
    const header = headerAbove(at);
    last = { at, header };
    if (header === undefined) return [];
    return cells
      .flatMap((cell, index): TaskCell[] => {
        const column = header.keys[index];
        const isOther = index !== header.task && index !== header.owner && column !== undefined;
        return isOther && cell !== '' && cell.length <= longestCell
          ? [{ column: sharedCopyOf(column, longestCell), text: copyOf(cell, longestCell) }]
          : [];
      })
      .slice(0, mostCells);
  };
}

function headerOf(cells: readonly string[]): Header | undefined {
  const columns = taskTableColumns(cells);
  return columns && { keys: cells.map(columnKey), ...columns };
}
