/** Paragraphs between lists of tasks: what they say of the list below, and where they end the section. */

import type { SyntaxNode } from '@lezer/common';
import { isClosingLine, readActionLabel } from './actionLabel.ts';
import { type ActionTitle, actionLeadIn, isLabelLine } from './actionTitle.ts';
import type { Block } from './block.ts';
import type { Draft } from './draft.ts';
import { readOwnerLine } from './groupOwners.ts';
import { shiftOwners } from './shift.ts';
import type { Text } from './text.ts';

/** Nothing but blanks stands between a line that leads in and what begins at `to`. */
export function follows(leadIn: number | undefined, text: Text, to: number): boolean {
  return leadIn !== undefined && to - leadIn < 200 && text.slice(leadIn, to).trim() === '';
}

/** A paragraph between lists: `Tove:`, `At the end of the meeting:`. */
export function readLine(node: SyntaxNode, { proses }: Block, draft: Draft): void {
  const { actions, reading, text: note } = draft;
  const isLed = follows(actions.leadIn, note, node.from) || actions.leadLabel !== undefined;
  if (actions.level === 0 && !isLed) return;
  const text = proses[0]?.text ?? '';
  const from = text.trimEnd().lastIndexOf('\n') + 1;
  const owners = readOwnerLine(text.slice(from), reading.roster);
  const isLabel = isLabelLine(text.slice(from));
  if (actions.level > 0 && isClosingLine(text.slice(from))) {
    actions.over = true;
    return;
  }
  const group = actions.heading;
  if (owners && !isLabel && group && group.index >= 0 && actions.line === undefined) {
    group.below = shiftOwners(owners, node.from + from);
    return;
  }
  if (!owners && !isLabel) return;
  const read = owners
    ? { kind: 'owners' as const, owners: shiftOwners(owners, from) }
    : readActionLabel(text, from, reading);
  const label = read.kind === 'owners' ? { ...read, owners: shiftOwners(read.owners, node.from) } : read;
  if (actions.level > 0 && !actions.over) actions.line = label;
  else if (isLed && label.kind === 'owners') {
    actions.leadIn = node.to;
    actions.leadLabel = label;
  }
}

/** A paragraph whose last line is `Next steps:` or the like; within an action section an item that says so is one of its own. */
export function leadsIn(node: SyntaxNode, { text, reading }: Draft): ActionTitle | undefined {
  let to = node.to;
  while (to > node.from && ' \t\r\n'.includes(text.charAt(to - 1))) to--;
  if (!':：*_'.includes(text.charAt(to - 1))) return undefined;
  const from = Math.max(node.from, text.lastIndexOf('\n', to - 1) + 1);
  return actionLeadIn(text.slice(from, to), reading);
}
