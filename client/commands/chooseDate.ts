/** Asks for the meeting's day: the proposals first, then any other. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import type { DateProposal, NewNoteResult } from '../../shared/protocol.ts';
import { say } from '../host/say.ts';
import { newNoteTitle } from './newNoteTitle.ts';
import { dayInWords, readTypedDate } from './typedDate.ts';

interface DateItem extends vscode.QuickPickItem {
  /** Absent: another date is to be typed. */
  readonly choice?: ChosenDate;
}

type ChosenDate =
  /** `YYYY-MM-DD` */
  | { readonly kind: 'date'; readonly date: string }
  /** The note is for another series. */
  | { readonly kind: 'meeting' };

/** Undefined when the writer leaves. */
export async function chooseDate(
  { proposals, meeting }: Extract<NewNoteResult, { kind: 'date' }>,
  token: vscode.CancellationToken,
  title = newNoteTitle(),
): Promise<ChosenDate | undefined> {
  const other: DateItem = {
    label: vscode.l10n.t('Another date…'),
    description: vscode.l10n.t('in the format YYYY-MM-DD'),
  };
  const others: DateItem[] =
    meeting === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('Another meeting…'),
            description: vscode.l10n.t('instead of {0}', literalText(meeting, 'label')),
            choice: { kind: 'meeting' },
          },
        ];
  const chosen = await vscode.window.showQuickPick(
    [...proposals.map(itemFor), other, ...others],
    {
      title: meeting === undefined ? title : `${title}: ${meeting}`,
      placeHolder: vscode.l10n.t('Choose the date of the meeting'),
      matchOnDescription: true,
    },
    token,
  );
  if (chosen === undefined || token.isCancellationRequested) return undefined;
  return chosen.choice ?? typeDate(proposals[0]?.date ?? '', token, title);
}

function itemFor({ date, reason, kind, exists }: DateProposal): DateItem {
  const there = exists ? vscode.l10n.t('The note exists and will be opened.') : undefined;
  return {
    label: date,
    description: literalText(`${dayInWords(date, vscode.env.language)} — ${why(kind, reason)}`, 'label'),
    choice: { kind: 'date', date },
    ...(there === undefined ? {} : { detail: there }),
  };
}

function why(kind: DateProposal['kind'], reason: string): string {
  if (kind === 'today') return reason;
  return kind === 'next' ? vscode.l10n.t('next meeting: {0}', reason) : vscode.l10n.t('perhaps: {0}', reason);
}

async function typeDate(
  likely: string,
  token: vscode.CancellationToken,
  title: string,
): Promise<ChosenDate | undefined> {
  const typed = await vscode.window.showInputBox(
    {
      title,
      prompt: vscode.l10n.t('Date of the meeting (YYYY-MM-DD)'),
      value: likely,
      validateInput(text) {
        const read = readTypedDate(text, vscode.env.language);
        return read.kind === 'date'
          ? { message: read.words, severity: vscode.InputBoxValidationSeverity.Info }
          : { message: say(read.message), severity: vscode.InputBoxValidationSeverity.Error };
      },
    },
    token,
  );
  const read = readTypedDate(typed ?? '', vscode.env.language);
  if (read.kind !== 'date' || token.isCancellationRequested) return undefined;
  return { kind: 'date', date: read.date };
}
