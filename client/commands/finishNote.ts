/** "Finish This Note": what is left to do, as a list with boxes. What is ticked is fixed; nothing is ticked at first. */

import * as vscode from 'vscode';
import {
  type EditItemParams,
  type EditItemResult,
  editActionItem,
  type TextReplacement,
} from '../../shared/actionItems.ts';
import {
  type FinishNoteParams,
  type FinishNoteResult,
  finishNote as finishNoteRequest,
  type UnfinishedItem,
} from '../../shared/drafts.ts';
import { literalText } from '../../shared/literalText.ts';
import { currentNote } from './actionItems.ts';
import { applyResult } from './applyResult.ts';
import { inform } from './message.ts';
import type { NotesClient } from './newNote.ts';

interface Row extends vscode.QuickPickItem {
  readonly item?: UnfinishedItem;
}

type Checklist = Extract<FinishNoteResult, { kind: 'items' }>;

export function registerFinishNote(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const finish = async () => {
    const params: FinishNoteParams | undefined = currentNote();
    if (params === undefined) return inform(vscode.l10n.t('Open the note that is to be finished.'));
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking the note…'),
        cancellable: true,
      },
      async (_, token) => {
        const answer = await client.sendRequest<FinishNoteResult>(finishNoteRequest, params, token);
        return token.isCancellationRequested ? undefined : answer;
      },
    );
    if (result === undefined) return;
    if (result.kind === 'refused') return inform(result.message);
    if (result.items.length === 0)
      return inform(`${vscode.l10n.t('Nothing is left to do in this note.')} ${result.remark ?? ''}`.trim());
    const chosen = await choose(result);
    if (chosen !== undefined) await apply(chosen, result, client);
  };
  context.subscriptions.push(vscode.commands.registerCommand('officeHours.finishNote', finish));
}

const goTo = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: vscode.l10n.t('Go to Line'),
});

/** Undefined when the writer leaves, or goes to one of the lines. */
async function choose({ items, remark, uri }: Checklist): Promise<readonly UnfinishedItem[] | undefined> {
  const row = (item: UnfinishedItem): Row => ({
    label: literalText(item.message, 'label'),
    description:
      item.uri === uri
        ? vscode.l10n.t('Line {0}', item.line + 1)
        : vscode.workspace.asRelativePath(vscode.Uri.parse(item.uri, true)),
    detail: item.fix
      ? vscode.l10n.t('Fix: {0}', literalText(item.fix.title, 'label'))
      : vscode.l10n.t('Go to Line'),
    buttons: [goTo()],
    item,
  });
  const separator = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Finish This Note');
  picker.placeholder = vscode.l10n.t('Choose what to fix');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.items = [...items.map(row), ...(remark === undefined ? [] : [separator(remark)])];
  const disposables: vscode.Disposable[] = [picker];
  try {
    return await new Promise((resolve) => {
      disposables.push(
        picker.onDidAccept(() => {
          resolve(picker.selectedItems.flatMap(({ item }) => (item ? [item] : [])));
        }),
        picker.onDidTriggerItemButton(({ item: { item } }) => {
          resolve(undefined);
          if (item) void show(item);
        }),
        picker.onDidHide(() => resolve(undefined)),
      );
      picker.show();
    });
  } finally {
    for (const each of disposables) each.dispose();
  }
}

async function show({ uri, line }: UnfinishedItem): Promise<void> {
  const start = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
    selection: new vscode.Range(start, start),
  });
}

/** The edits of the note as one, which undo takes back; action items are marked in their notes. */
async function apply(chosen: readonly UnfinishedItem[], list: Checklist, client: NotesClient): Promise<void> {
  const uri = vscode.Uri.parse(list.uri, true);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== list.version)
    return inform(vscode.l10n.t('The note has changed meanwhile. Try again.'));
  const edit = new vscode.WorkspaceEdit();
  const taken: vscode.Range[] = [];
  let left = 0;
  for (const { fix } of chosen) {
    if (fix?.kind !== 'edits') continue;
    const ranges = fix.edits.map(rangeOf);
    // Two fixes of one place: the second is for the text after the first.
    if (ranges.some((range) => taken.some((other) => overlap(range, other)))) {
      left++;
      continue;
    }
    taken.push(...ranges);
    fix.edits.forEach(({ newText }, index) => {
      edit.replace(uri, ranges[index]!, newText);
    });
  }
  if (taken.length > 0 && !(await vscode.workspace.applyEdit(edit)))
    return inform(vscode.l10n.t('The note could not be changed.'));
  for (const { fix, uri: other, line } of chosen) {
    if (fix?.kind !== 'done') continue;
    const params: EditItemParams = {
      uri: other,
      line,
      character: fix.character,
      key: fix.key,
      action: { kind: 'done' },
    };
    await applyResult(client.sendRequest<EditItemResult>(editActionItem, params));
  }
  const open = chosen.find(({ fix }) => fix === undefined);
  if (open) await show(open);
  if (left > 0)
    inform(vscode.l10n.t('Some fixes change the same text. Run the command again for the others.'));
}

function rangeOf({ range: { start, end } }: TextReplacement): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Insertions at one place do not. */
function overlap(one: vscode.Range, other: vscode.Range): boolean {
  return one.start.isBefore(other.end) && other.start.isBefore(one.end);
}
