/** What a block in an action section is: a task, a label of the tasks below, or a line that names the owner above. */

import type { SyntaxNode } from '@lezer/common';
import { openLabel, type Task } from './actionContext.ts';
import { type ActionLabel, doneLabel, readActionLabel } from './actionLabel.ts';
import { follows, leadsIn, readLine } from './actionLines.ts';
import { isLabelLine } from './actionTitle.ts';
import { type Block, itemOf, tableItemsOf } from './block.ts';
import { complete, type Draft } from './draft.ts';
import { readGroupOwners, readOwnerLine } from './groupOwners.ts';
import type { ActionItem, Owner } from './note.ts';
import type { ProseItem } from './proseItem.ts';
import { shiftItem, shiftOwners } from './shift.ts';
import { asDone } from './taskStatus.ts';

/** Where a block stands among lists of tasks. */
export interface TaskNesting {
  /** Depth of the list the block is the first of an item of; 0: it is none's first. */
  readonly itemDepth: number;
  readonly listDepth: number;
  /** The depth of the lists whose items are tasks; 0: none around is. */
  readonly taskDepth: number;
  /** What is said of those tasks. */
  readonly label: ActionLabel | undefined;
  /** The item around. */
  readonly task: Task | undefined;
  readonly checked: boolean;
}

/** What the list that begins at `from` is; undefined: as what is around. */
export function listOfTasks(
  from: number,
  depth: number,
  { actions, text }: Draft,
  { task, taskDepth }: TaskNesting,
): Pick<TaskNesting, 'taskDepth' | 'label'> | undefined {
  if (follows(actions.leadIn, text, from)) return { taskDepth: depth, label: actions.leadLabel };
  if (task?.label && !task.counts)
    return { taskDepth: task.label.kind === 'other' ? 0 : depth, label: task.label };
  if (depth > 1 || taskDepth > 0) return undefined;
  const label = openLabel(actions);
  return label && { taskDepth: depth, label };
}

/** The owners that a marker without any has from the labels around. */
export function ownersAround({ actions }: Draft, { listDepth, label }: TaskNesting): readonly Owner[] {
  const around = listDepth > 0 ? label : openLabel(actions);
  return around?.kind === 'owners' ? around.owners : [];
}

/** Reads a leaf block outside quotes; `first` is the index of the first item that it has by itself, through a marker. */
export function readTasks(
  node: SyntaxNode,
  block: Block,
  draft: Draft,
  nesting: TaskNesting,
  first: number,
): void {
  if (node.name === 'Table') readTable(node, block, draft, nesting);
  else if (nesting.task) readPart(node, block, draft, nesting, first);
  else if (nesting.itemDepth > 0) readNamedTask(node, block, draft, nesting);
  else if (nesting.listDepth === 0 && block.marked.length === 0) readLine(node, block, draft);
  const { actions } = draft;
  // Somebody's name below `Next steps:` leads in, too.
  if (actions.leadLabel && actions.leadIn === node.to) return;
  const isTask = nesting.itemDepth > 0 && nesting.taskDepth > 0;
  const title = isTask ? undefined : leadsIn(node, draft);
  actions.leadIn = title && node.to;
  if (nesting.listDepth === 0 || title) actions.leadLabel = title === 'done' ? doneLabel : undefined;
}

/** An item, or a paragraph in one. */
function readPart(node: SyntaxNode, block: Block, draft: Draft, nesting: TaskNesting, first: number): void {
  const task = nesting.task!;
  const text = block.proses[0]?.text ?? '';
  const { reading, items } = draft;
  if (nesting.itemDepth === 0) {
    const owners = readOwnerLine(text, reading.roster);
    if (owners) task.below = shiftOwners(owners, node.from);
    return;
  }
  if (block.marked.length > 0) {
    const marked = items.slice(first);
    task.index = marked.length === 1 && !block.marked[0]!.doubtful ? first : -1;
    task.counts = true;
    settle(
      task,
      marked.flatMap(({ owners }) => owners),
      marked.every(isSettled),
    );
    return;
  }
  const isParent = hasList(node);
  const label = isParent ? labelOf(text, reading) : undefined;
  if (label) {
    task.label =
      label.kind === 'owners' ? { kind: 'owners', owners: shiftOwners(label.owners, node.from) } : label;
    // Among the parts of a task, somebody's part.
    task.counts = nesting.itemDepth > nesting.taskDepth && label.kind === 'owners';
    if (task.label.kind === 'owners') settle(task, task.label.owners, true);
    return;
  }
  const isPart = nesting.itemDepth > nesting.taskDepth;
  const owners = isPart && !isParent ? ownersAlone(text, draft) : undefined;
  if (owners) {
    task.below = shiftOwners(owners, node.from);
    task.isOwnerLine = readOwnerLine(text, draft.reading.roster) !== undefined;
    task.counts = true;
    return;
  }
  const item = itemOf(block, nesting.checked, reading);
  if (!item) return;
  const whole = withLabel(shiftItem(item, node.from), nesting.label);
  task.counts = true;
  settle(task, whole.owners, isSettled(whole));
  if (isPart) {
    task.part = complete(whole, draft, false);
    return;
  }
  task.index = items.length;
  items.push(complete(whole, draft, false));
}

/** Anywhere `- [ ] Name: …` of a person in `people`. */
function readNamedTask(node: SyntaxNode, block: Block, draft: Draft, nesting: TaskNesting): void {
  const { reading, items } = draft;
  if (node.name !== 'Task' || reading.roster.people.length === 0 || block.marked.length > 0) return;
  const item = itemOf(block, nesting.checked, reading);
  const last = item?.owners.at(-1);
  const isNamed = item?.owners.some(({ person }) => person !== undefined);
  if (item && last && isNamed && block.proses[0]?.text[last.range.to] === ':')
    items.push(complete(shiftItem(item, node.from), draft, false));
}

function readTable(node: SyntaxNode, block: Block, draft: Draft, nesting: TaskNesting): void {
  const { actions, text, reading, items } = draft;
  if (nesting.listDepth > 0) return;
  const label = follows(actions.leadIn, text, node.from)
    ? (actions.leadLabel ?? { kind: 'tasks' })
    : openLabel(actions);
  if (!label) return;
  const marked = new Set(block.marked.map(({ textRange }) => textRange.to));
  for (const item of tableItemsOf(block, reading)) {
    if (!marked.has(item.range.to))
      items.push(complete(withLabel(shiftItem(item, node.from), label), draft, false));
  }
}

/** An item above others that is no task itself: `Tove`, `Done:`; undefined: it is a task. */
function labelOf(text: string, reading: Draft['reading']): ActionLabel | undefined {
  const isLabel = isLabelLine(text);
  const owners = readGroupOwners(text, 0, isLabel, reading.roster);
  if (owners) return { kind: 'owners', owners };
  if (!isLabel) return undefined;
  const label = readActionLabel(text, 0, reading);
  return label.kind === 'tasks' ? undefined : label;
}

/** A line below a task that says nothing but who owns it. */
function ownersAlone(text: string, { reading }: Draft): readonly Owner[] | undefined {
  return readOwnerLine(text, reading.roster) ?? readGroupOwners(text, 0, false, reading.roster);
}

function hasList(node: SyntaxNode): boolean {
  for (let next = node.nextSibling; next; next = next.nextSibling)
    if (next.name.endsWith('List')) return true;
  return false;
}

function withLabel(item: ProseItem, label: ActionLabel | undefined): ProseItem {
  if (label?.kind === 'owners' && item.owners.length === 0) return { ...item, owners: label.owners };
  return label?.kind === 'done' ? asDone(item) : item;
}

function isSettled({ owners, done }: Pick<ActionItem, 'owners' | 'done'>): boolean {
  return owners.length > 0 || done;
}

function settle(task: Task, owners: readonly Owner[], settled: boolean): void {
  task.owners = owners;
  task.settled = settled;
}
