/** What a new note is to begin with: a list with boxes, which remembers what was chosen for the notes of a series. */

import * as vscode from 'vscode';
import type { DraftPart } from '../../shared/drafts.ts';
import { literalText } from '../../shared/literalText.ts';
import type { OfferedParts, UndraftedPart } from '../../shared/protocol.ts';
import { newNoteTitle } from './newNoteTitle.ts';

const labels = (): Readonly<Record<DraftPart, string>> => ({
  releases: vscode.l10n.t('Releases'),
  highlights: vscode.l10n.t('Highlights'),
  todos: vscode.l10n.t('Open Action Items'),
  done: vscode.l10n.t('Done Action Items'),
  agenda: vscode.l10n.t('Agenda'),
  recurring: vscode.l10n.t('Recurring References'),
  oldestPulls: vscode.l10n.t('Oldest Pull Requests'),
  attendance: vscode.l10n.t('Attendees'),
});

/**
 * What the writer has to want: who was there may not come, closed issues may leave something to do, and a note that
 * repeats what nobody owns would begin with problems.
 */
const usuallyOff: ReadonlySet<DraftPart> = new Set(['attendance', 'done', 'todos']);

/** By part, whether it was chosen. */
type Remembered = Readonly<Partial<Record<DraftPart, boolean>>>;

export type PartMemory = Pick<vscode.Memento, 'get' | 'update'>;

interface PartItem extends vscode.QuickPickItem {
  readonly part?: DraftPart;
}

/** What is chosen without a list: as in the list that nobody has changed. */
export function partsAsBefore({ parts, series }: OfferedParts, memory: PartMemory): readonly DraftPart[] {
  const before = rememberedOf(series, memory);
  return parts.flatMap(({ part }) => (isPicked(part, before) ? [part] : []));
}

/** Undefined when the writer leaves. */
export async function chooseParts(
  { parts, series, undrafted }: OfferedParts,
  memory: PartMemory,
  token: vscode.CancellationToken,
): Promise<readonly DraftPart[] | undefined> {
  const before = rememberedOf(series, memory);
  const names = labels();
  const items = parts.map(
    ({ part, brings }): PartItem => ({
      label: names[part],
      description: literalText(brings, 'label'),
      picked: isPicked(part, before),
      part,
    }),
  );
  const reasons = [...new Set(undrafted.map(({ message }) => message))].map(
    (message): PartItem => ({
      label: literalText(message, 'label'),
      kind: vscode.QuickPickItemKind.Separator,
    }),
  );
  const picked = await vscode.window.showQuickPick(
    [...items, ...reasons],
    {
      title: newNoteTitle(),
      placeHolder: vscode.l10n.t('Choose what the note begins with'),
      canPickMany: true,
      matchOnDescription: true,
    },
    token,
  );
  if (picked === undefined || token.isCancellationRequested) return undefined;
  const chosen = picked.flatMap(({ part }) => (part ? [part] : []));
  const now = Object.fromEntries(parts.map(({ part }) => [part, chosen.includes(part)]));
  await memory.update(keyOf(series), { ...before, ...now });
  return chosen;
}

/** Why something is not in the note that the writer wanted there before; undefined: they did not. */
export function missingParts(
  undrafted: readonly UndraftedPart[],
  series: string,
  memory: PartMemory,
): string | undefined {
  const before = rememberedOf(series, memory);
  const messages = undrafted.filter(({ part }) => before[part] === true).map(({ message }) => message);
  return messages.length === 0 ? undefined : [...new Set(messages)].join(' ');
}

function isPicked(part: DraftPart, before: Remembered): boolean {
  return before[part] ?? !usuallyOff.has(part);
}

function keyOf(series: string): string {
  return `officeHours.newNoteParts ${series}`;
}

function rememberedOf(series: string, memory: PartMemory): Remembered {
  const value = memory.get<unknown>(keyOf(series));
  return typeof value === 'object' && value !== null ? (value as Remembered) : {};
}
