/** Lists that grew after they were shown: the server found more on GitHub for what the writer is typing. */

import * as vscode from 'vscode';
import { type CompletionGrownParams, completionGrown } from '../shared/protocol.ts';
import type { Service } from './host/notesServer.ts';

/** How far the writer may have typed on, in UTF-16 code units, for the list to be of use still. */
const longestRest = 40;

/** Shows such a list anew. An editor asks again by itself only while a list is open, and one without items is closed at once. */
export const grownLists: Service = {
  answer(client) {
    client.onNotification(completionGrown, ({ uri, position }: CompletionGrownParams) => {
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
