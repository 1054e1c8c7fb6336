/** What a heading says where it stands, and what it means for all below it. */

import type { SyntaxNode } from '@lezer/common';
import { endHeadingTask, newTask, openGroup } from './actionContext.ts';
import type { ActionLabel } from './actionLabel.ts';
import { actionTitleOf } from './actionTitle.ts';
import { readBlock } from './block.ts';
import type { BlockHeading } from './blockHeading.ts';
import { findDateLine, findDay } from './dateLine.ts';
import { complete, type Draft, endConversation, enterActions, take } from './draft.ts';
import { readRecording } from './facts.ts';
import { isPresentTitle } from './lexicon/people.ts';
import { isMeetingNumber } from './meetingNumber.ts';
import { shift, shiftItem, shiftOwners } from './shift.ts';
import { isTagsLine } from './tagsLine.ts';

/** Reads a heading: the title, the date line, or a section, which may be a task or one of tasks. */
export function readHeading(node: SyntaxNode, draft: Draft, quoted: boolean): void {
  const block = readBlock(node, draft);
  const level = Number(node.name.at(-1));
  const range = { from: node.from, to: node.to };
  const { heading } = block;
  if (!heading) return;
  const textRange = shift(heading.textRange, node.from);
  const { text, key } = heading;
  const isTags = isTagsLine(level, draft.text, textRange);
  if (!quoted && !isTags) enter(level, heading, draft);
  take(block, node.from, draft, { quoted, checked: false });
  if (quoted) return;
  if (isTags) {
    if (!draft.hasSections) draft.tagsLine ??= range;
    return;
  }
  const { conventions, reading } = draft;
  const mayBeTitle = (level === 1 || node.from === draft.titlePlace.headingFrom) && !draft.title;
  const date = mayBeTitle
    ? findDay(draft.text.toString(), textRange.from, textRange.to, 'title', conventions.date)
    : undefined;
  // A title comes first; a later level-1 heading is one when it is the only one with a date.
  if (mayBeTitle && (!draft.hasSections || date)) {
    draft.title = { form: 'heading', range, textRange, text, ...(date && { date }) };
    enterActions(draft, 0);
    draft.repositories.length = 0;
    forgetMeetingNumber(node.from, draft);
    return;
  }
  if (level > 1 && !draft.hasSections && !draft.dateLine) {
    const line = findDateLine(draft.text.toString(), textRange.from, textRange.to, conventions.date);
    if (line) {
      draft.dateLine = { ...line, range };
      return;
    }
  }
  if (draft.actions.level === 0 || level <= draft.actions.level) {
    const title = actionTitleOf(text, reading);
    enterActions(draft, title ? level : 0, title);
  } else readGroup(node, block.marked.length > 0, heading, level, draft);
  const { repository } = heading;
  if (heading.mentionsRecording) readRecording(node, block, draft);
  draft.hasSections = true;
  draft.headings.push({
    level,
    range,
    textRange,
    text,
    key,
    empty: true,
    ...(repository && { repository }),
  });
}

/** A sub-heading of an action section: a task, or what is said of the tasks below. */
function readGroup(
  node: SyntaxNode,
  marked: boolean,
  heading: BlockHeading,
  level: number,
  draft: Draft,
): void {
  const { actions, items } = draft;
  endHeadingTask(actions, items);
  const task = newTask();
  const item = marked || heading.label.kind !== 'tasks' ? undefined : heading.item;
  let label: ActionLabel | undefined = heading.label.kind === 'tasks' ? undefined : heading.label;
  if (label?.kind === 'owners')
    label = {
      ...label,
      owners: shiftOwners(label.owners, node.from),
    };
  if (item) {
    const whole = { ...shiftItem(item, node.from), range: { from: node.from, to: node.to } };
    task.index = items.length;
    task.settled = whole.owners.length > 0 || whole.done;
    label = whole.owners.length > 0 ? { kind: 'owners', owners: whole.owners } : { kind: 'tasks' };
    items.push(complete(whole, draft, false));
  }
  openGroup(actions, level, label, task);
}

/** What the headings before said holds up to one of their level or a higher. */
function enter(level: number, { key, repository, isRecording }: BlockHeading, draft: Draft): void {
  endConversation(draft);
  const { repositories } = draft;
  while ((repositories.at(-1)?.level ?? 0) >= level) repositories.pop();
  if (repository) repositories.push({ level, repository });
  if (draft.presentLevel === 0 || level <= draft.presentLevel)
    draft.presentLevel = isPresentTitle(key) ? level : 0;
  if (draft.recordingLevel === 0 || level <= draft.recordingLevel)
    draft.recordingLevel = isRecording ? level : 0;
  draft.presentLeadIn = undefined;
}

/** What counts meetings in the title, from `from` on, refers to nothing. */
function forgetMeetingNumber(from: number, { text, references, conventions }: Draft): void {
  const first = references.findIndex(({ range }) => range.from >= from);
  if (first < 0) return;
  const titles = references.splice(first);
  references.push(...titles.filter((each) => !isMeetingNumber(text, each, conventions.numberedBy)));
}
