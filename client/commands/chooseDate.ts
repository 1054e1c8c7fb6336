/** Asks for the meeting's day: the proposals first, then any other. */

import * as vscode from 'vscode';
import type { DateProposal } from '../../shared/protocol.ts';
import { dayInWords, readTypedDate } from './typedDate.ts';

const title = 'New office hours note';

interface DateItem extends vscode.QuickPickItem {
  /** Absent: another date is to be typed. */
  readonly date?: string;
}

/** Gives `YYYY-MM-DD`; undefined when the writer leaves. */
export async function chooseDate(
  proposals: readonly DateProposal[],
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const other: DateItem = { label: 'Another date…', description: 'in the format YYYY-MM-DD' };
  const chosen = await vscode.window.showQuickPick(
    [...proposals.map(itemFor), other],
    { title, placeHolder: 'Choose the date of the meeting', matchOnDescription: true },
    token,
  );
  if (chosen === undefined || token.isCancellationRequested) return undefined;
  return chosen.date ?? typeDate(proposals[0]?.date ?? '', token);
}

function itemFor({ date, reason, kind, exists }: DateProposal): DateItem {
  const what = kind === 'next' ? `next meeting: ${reason}` : reason;
  const there = exists ? 'The note exists and will be opened.' : undefined;
  return {
    label: date,
    description: `${dayInWords(date)} — ${what}`,
    date,
    ...(there === undefined ? {} : { detail: there }),
  };
}

async function typeDate(likely: string, token: vscode.CancellationToken): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox(
    {
      title,
      prompt: 'Date of the meeting (YYYY-MM-DD)',
      value: likely,
      validateInput(text) {
        const read = readTypedDate(text);
        return read.kind === 'date'
          ? { message: read.words, severity: vscode.InputBoxValidationSeverity.Info }
          : { message: read.message, severity: vscode.InputBoxValidationSeverity.Error };
      },
    },
    token,
  );
  const read = readTypedDate(typed ?? '');
  return read.kind === 'date' && !token.isCancellationRequested ? read.date : undefined;
}
