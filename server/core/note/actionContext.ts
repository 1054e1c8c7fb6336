/** Where in an action section the walk is, what the labels around say of its items, and who owns the parts of a group. */

import { type ActionLabel, doneLabel, tasksLabel } from './actionLabel.ts';
import type { ActionItem, Owner } from './note.ts';

/** What the parts before mean for a part. It has no offsets: a part may move. */
export interface ActionState {
  /** The level of the heading that opened the section; 0: none is open. */
  readonly level: number;
  /** Its heading says that its tasks are done. */
  readonly isDone: boolean;
  /** The sub-headings around, the innermost last. */
  readonly groups: readonly { readonly level: number; readonly kind: 'tasks' | 'done' | 'other' }[];
}

export const outsideActions: ActionState = { level: 0, isDone: false, groups: [] };

export interface ActionContext {
  /** The level of the heading that opened the section; 0: none is open. */
  readonly level: number;
  /** What the section's own heading says. */
  readonly label: ActionLabel;
  /** Of the sub-headings around, the innermost last. */
  readonly groups: { readonly level: number; readonly label: ActionLabel }[];
  /** The last heading, as a task or not. */
  heading: Task | undefined;
  /** The line above the lists since the last heading. */
  line: ActionLabel | undefined;
  /** A rule or a closing line has ended the section before the next heading. */
  over: boolean;
  /** The end of the last block, where that was a line such as `Next steps:`, or one below it such as `Tove:`. */
  leadIn: number | undefined;
  /** What the line below says. */
  leadLabel: ActionLabel | undefined;
}

export function newActionContext({ level, isDone, groups }: ActionState): ActionContext {
  return {
    level,
    label: isDone ? doneLabel : tasksLabel,
    groups: groups.map(({ level: of, kind }) => ({ level: of, label: { kind } })),
    heading: undefined,
    line: undefined,
    over: false,
    leadIn: undefined,
    leadLabel: undefined,
  };
}

/** Somebody's own group: what is said below its sub-headings is left to them. */
export function actionsAfter({ level, label, groups }: ActionContext): ActionState {
  return {
    level,
    isDone: label.kind === 'done',
    groups: groups.map((group) => ({
      level: group.level,
      kind: group.label.kind === 'owners' ? 'other' : group.label.kind,
    })),
  };
}

/** What a list at this place has; undefined: no tasks. */
export function openLabel({ level, over, line, groups, label }: ActionContext): ActionLabel | undefined {
  if (level === 0 || over) return undefined;
  const current = line ?? groups.at(-1)?.label ?? label;
  return current.kind === 'other' ? undefined : current;
}

/** A sub-heading in the section; without a label of its own it has that of the headings around. */
export function openGroup(
  context: ActionContext,
  level: number,
  label: ActionLabel | undefined,
  heading: Task,
): void {
  const { groups } = context;
  while (groups.length > 0 && groups.at(-1)!.level >= level) groups.pop();
  groups.push({ level, label: label ?? groups.at(-1)?.label ?? tasksLabel });
  context.heading = heading;
  context.line = undefined;
  context.over = false;
  context.leadIn = undefined;
  context.leadLabel = undefined;
}

/** All below the last heading has been read. */
export function endHeadingTask(context: ActionContext, items: ActionItem[]): void {
  if (context.heading) closeTask(context.heading, undefined, items);
  context.heading = undefined;
}

/** An item with what is below it, which may name its owners. */
export interface Task {
  /** Its index among the action items; -1: it is none, but may be part of one. */
  index: number;
  /** False for a statement, a label and the like. */
  counts: boolean;
  /** It has owners or is done. */
  settled: boolean;
  owners: readonly Owner[];
  /** It names the owners of the items below it, or says that they are done. */
  label: ActionLabel | undefined;
  /** Of the lines below that say nothing but an owner. */
  below: readonly Owner[];
  /** The tasks right below it. */
  parts: number;
  settledParts: number;
  partOwners: readonly Owner[];
  /** It is a line such as `Owner: Tove` below a task. */
  isOwnerLine: boolean;
  /** What it is as a part of another task, if it is one. */
  part: ActionItem | undefined;
  /** The parts below it that nobody owns. */
  readonly openParts: ActionItem[];
}

export function newTask(): Task {
  return {
    index: -1,
    counts: false,
    settled: false,
    owners: [],
    label: undefined,
    below: [],
    parts: 0,
    settledParts: 0,
    partOwners: [],
    isOwnerLine: false,
    part: undefined,
    openParts: [],
  };
}

/** More owners than these are of no use. */
const mostOwners = 5;
/** Owners that are taken from lines such as `Owner: Tove` below one task. */
const mostBelow = 100;

/**
 * All below `task` has been read: without an owner it has those named below, or those of its parts. Where only some of these
 * have an owner, the others are tasks of their own.
 */
export function closeTask(task: Task, parent: Task | undefined, items: ActionItem[]): void {
  const openParts = openPartsOf(task);
  if (!task.settled && (task.below.length > 0 || task.settledParts > 0)) {
    task.settled = true;
    task.owners = task.below.length > 0 ? task.below : task.partOwners;
    const item = items[task.index];
    if (item)
      items[task.index] = task.owners.length > 0 ? { ...item, owners: task.owners } : { ...item, done: true };
  }
  if (task.part === undefined) addInOrder(openParts, items);
  if (!parent || !task.counts) return;
  if (task.isOwnerLine) {
    if (parent.below.length < mostBelow) parent.below = [...parent.below, ...task.owners];
    return;
  }
  if (task.part) for (const each of openParts) parent.openParts.push(each);
  parent.parts++;
  if (!task.settled) return;
  parent.settledParts++;
  if (parent.partOwners.length < mostOwners) {
    const known = new Set(parent.partOwners.map(({ name }) => name));
    const more = task.owners.filter(({ name }) => !known.has(name));
    parent.partOwners = [...parent.partOwners, ...more].slice(0, mostOwners);
  }
}

/** What is to be asked for, if not for all of the task at once. */
function openPartsOf({ settled, below, settledParts, part, openParts }: Task): readonly ActionItem[] {
  if (settled || below.length > 0) return [];
  if (settledParts > 0) return openParts;
  return part ? [part] : [];
}

/** Tasks with a marker may stand behind them already. */
function addInOrder(parts: readonly ActionItem[], items: ActionItem[]): void {
  const [first] = parts;
  if (first === undefined) return;
  let at = items.length;
  while (at > 0 && items[at - 1]!.range.from > first.range.from) at--;
  const behind = items.splice(at);
  let next = 0;
  for (const part of parts) {
    while (next < behind.length && behind[next]!.range.from <= part.range.from) items.push(behind[next++]!);
    items.push(part);
  }
  while (next < behind.length) items.push(behind[next++]!);
}
