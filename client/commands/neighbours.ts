/** Goes to the note before or after the one in the editor, and to the references at a place of a code lens. */

import * as vscode from 'vscode';
import { literalText } from '../../shared/literalText.ts';
import { findNeighbours, type NeighboursParams, type NeighboursResult } from '../../shared/protocol.ts';
import type { NotesClient } from './newNote.ts';

export function registerNeighbours(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  const go = (which: 'previous' | 'next') => async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') return;
    const params: NeighboursParams = {
      uri: editor.document.uri.toString(),
      line: editor.selection.active.line,
    };
    const found = await client.sendRequest<NeighboursResult | null>(findNeighbours, params).catch(() => null);
    const place = found?.[which];
    if (!place) {
      const words =
        found === null
          ? vscode.l10n.t('This document is not a note of a series.')
          : which === 'previous'
            ? vscode.l10n.t('There is no previous note.')
            : vscode.l10n.t('There is no next note.');
      vscode.window.setStatusBarMessage(literalText(words, 'status'), statusMs);
      return;
    }
    const at = new vscode.Position(place.line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), {
      selection: new vscode.Range(at, at),
    });
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('officeHours.previousNote', go('previous')),
    vscode.commands.registerCommand('officeHours.nextNote', go('next')),
    vscode.commands.registerCommand('officeHours.showReferences', showReferences),
  );
}

const statusMs = 5_000;

/** The command of a code lens: its place is as in LSP. */
async function showReferences(uri: unknown, place: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isPlace(place)) return;
  const at = new vscode.Position(place.line, place.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { selection: new vscode.Range(at, at) });
  await vscode.commands.executeCommand('editor.action.goToReferences');
}

function isPlace(value: unknown): value is { readonly line: number; readonly character: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    typeof value.line === 'number' &&
    typeof value.character === 'number'
  );
}
