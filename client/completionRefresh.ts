/** Shows a list again once the server found more on GitHub for what the writer types. */

import * as vscode from 'vscode';
import { type CompletionChangedParams, completionChanged } from '../shared/protocol.ts';
import type { Service } from './host/notesServer.ts';

/** How far the writer may have typed on, in UTF-16 code units, for the list to be of use still. */
const longestRest = 40;

/** An editor asks again by itself only while a list is open, and closes one without items at once. */
export const completionRefresh: Service = {
  answer(client) {
    client.onNotification(completionChanged, ({ uri, position }: CompletionChangedParams) => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.uri.toString() !== vscode.Uri.parse(uri).toString()) return;
      const { active, isEmpty } = editor.selection;
      const typedOn = active.character - position.character;
      if (!isEmpty || editor.selections.length > 1 || active.line !== position.line) return;
      if (typedOn < 0 || typedOn > longestRest) return;
      // As if by itself: where nothing is found after all, nothing is said.
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    });
  },
};
