/** The tasks of a table: what stands in its rows, by what its header calls the columns. */

import type { SyntaxNode } from '@lezer/common';
import { isEach, type Steps } from '../../../shared/steps.ts';
import { isVacant } from './actionSections.ts';
import { headingKey } from './headingKey.ts';
import { doneCells, ownerColumns, statusColumns, taskColumns } from './lexicon/tasks.ts';
import { isPersonal, readNames } from './names.ts';
import type { Owner, Span } from './note.ts';
import type { Prose } from './prose.ts';
import type { ProseItem } from './proseItem.ts';
import type { Roster } from './roster.ts';
import { trimWhitespace } from './sentences.ts';
import { shiftOwners } from './shift.ts';
import { isNothing } from './statements.ts';
import { statusFields } from './taskStatus.ts';

/** A column's place in a row; offsets are relative to the table. */
export interface TableCell {
  /** Where its text is, or would be written. */
  readonly at: number;
  /** Absent: it is empty. */
  readonly prose?: Prose;
}

export interface TableRows {
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** `proses` are those of the table's cells that are not empty, in document order. */
export function* tableSteps(table: SyntaxNode, proses: readonly Prose[]): Steps<TableRows> {
  let header: readonly TableCell[] = [];
  const rows: (readonly TableCell[])[] = [];
  let next = 0;
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    const cells: TableCell[] = [];
    let start = row.from;
    let prose: Prose | undefined;
    const close = (end: number) => {
      cells.push(prose ? { at: prose.from, prose } : { at: Math.min(start + 1, end) - table.from });
      prose = undefined;
    };
    for (let node = row.firstChild; node; node = node.nextSibling) {
      if (node.name === 'TableCell') prose = proses[next++];
      else if (node.name === 'TableDelimiter') {
        // The bar at a row's start closes nothing.
        if (prose || node.from > row.from) close(node.from);
        start = node.to;
      }
    }
    if (prose) close(row.to);
    if (row.name === 'TableHeader') header = cells;
    else rows.push(cells);
    if (isEach(100, rows.length)) yield;
  }
  return { header, rows };
}

function columnOf(header: readonly string[], names: ReadonlySet<string>, taken = -1): number {
  return header.findIndex((text, index) => index !== taken && text !== '' && names.has(headingKey(text)));
}

/** Which columns hold the tasks and their owners, from 0, by the texts of a header; undefined: it is no table of tasks. */
export function taskTableColumns(
  header: readonly string[],
): { readonly task: number; readonly owner: number } | undefined {
  const owner = columnOf(header, ownerColumns);
  const task = columnOf(header, taskColumns, owner);
  return owner < 0 || task < 0 ? undefined : { task, owner };
}

function textsOf(cells: readonly TableCell[]): string[] {
  return cells.map(({ prose }) => prose?.text ?? '');
}

/**
 * Each row as a task of an action section; nothing for a table whose header has no column of owners and one of tasks. A
 * row with an owner that is no name is left out: somebody is meant.
 */
export function readTableItems({ header, rows }: TableRows, roster: Roster): readonly ProseItem[] {
  const texts = textsOf(header);
  const columns = taskTableColumns(texts);
  if (columns === undefined) return [];
  const status = columnOf(texts, statusColumns);
  return rows.flatMap((row) => {
    const item = readRow(row[columns.task], row[columns.owner], row[status], roster);
    return item ? [item] : [];
  });
}

function readRow(
  task: TableCell | undefined,
  owner: TableCell | undefined,
  status: TableCell | undefined,
  roster: Roster,
): ProseItem | undefined {
  const prose = task?.prose;
  if (!prose || isNothing(prose.text)) return undefined;
  const vacant = isVacant(owner?.prose?.text ?? '');
  const owners = vacant || !owner ? [] : ownersIn(owner, roster);
  if (!vacant && owners.length === 0) return undefined;
  const range = { from: prose.from, to: prose.from + trimWhitespace(prose.text, 0, prose.text.length) };
  return {
    range,
    form: 'item',
    textRange: range,
    owners,
    ownerSlot: slotIn(owner, range),
    ...statusFields(prose.text),
    ...statusOfCell(status?.prose?.text ?? ''),
  };
}

function slotIn(owner: TableCell | undefined, task: Span) {
  if (!owner) return { range: { from: task.from, to: task.from }, before: '', after: ': ' };
  const { at, prose } = owner;
  return { range: { from: at, to: at + (prose?.text.length ?? 0) }, before: '', after: prose ? '' : ' ' };
}

/** Every name of a cell that begins with one, or the logins anywhere in it. */
function ownersIn({ at, prose }: TableCell, roster: Roster): readonly Owner[] {
  const text = prose?.text ?? '';
  let start = 0;
  while (start < text.length && ' *_~'.includes(text[start]!)) start++;
  const names = readNames(text, start, roster);
  return shiftOwners(names?.owners ?? [], at);
}

/** Nothing for a cell that does not say that it is done, or begun. */
function statusOfCell(text: string): { readonly done?: true; readonly inProgress?: true } {
  const word = text.trim().toLowerCase();
  if (word.startsWith('[x]') || doneCells.has(headingKey(text))) return { done: true };
  const { done, inProgress } = statusFields(text);
  return { ...(done && { done }), ...(inProgress && { inProgress }) };
}

/** Nobody reads across more cells than these. */
const mostColumns = 30;

/** The tasks with a marker, those without an owner with the name that stands in a cell of their own row. */
export function withNamesBeside(
  marked: readonly ProseItem[],
  { header, rows }: TableRows,
  roster: Roster,
): readonly ProseItem[] {
  const column = columnOf(textsOf(header), ownerColumns);
  let at = 0;
  return marked.map((item) => {
    while (at < rows.length && endOf(rows[at]!) < item.range.from) at++;
    const row = rows[at];
    if (item.owners.length > 0 || !row || row.length > mostColumns) return item;
    const others = row.filter(
      ({ prose }) =>
        prose && !(prose.from <= item.range.from && item.range.to <= prose.from + prose.text.length),
    );
    const named = row[column] && others.includes(row[column]) ? [row[column]] : others;
    const owners = named
      .map((cell) => wholeName(cell, cell === row[column], roster))
      .find((each) => each.length > 0);
    return owners ? { ...item, owners } : item;
  });
}

function endOf(row: readonly TableCell[]): number {
  const last = row.at(-1);
  return last ? last.at + (last.prose?.text.length ?? 0) : 0;
}

/** The names that are all of a cell; a word in lower case only in a column of owners. */
function wholeName({ at, prose }: TableCell, inColumn: boolean, roster: Roster): readonly Owner[] {
  const text = prose?.text ?? '';
  let from = 0;
  let to = text.length;
  while (from < to && ' *_~'.includes(text[from]!)) from++;
  while (to > from && ' *_~.'.includes(text[to - 1]!)) to--;
  const names = readNames(text, from, roster);
  if (names?.to !== to || !(inColumn || names.owners.every(isPersonal))) return [];
  return shiftOwners(names.owners, at);
}
