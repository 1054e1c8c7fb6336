/**
 * Questions across the notes as language model tools, for the assistants of the editor. VS Code has them since 1.95; before that their
 * interface was there for some versions, but refused whoever called it, so the version decides.
 */

import * as vscode from 'vscode';
import {
  type AskParams,
  type AskResult,
  askNotes,
  assistantTools,
  editorToolName,
} from '../shared/assistantTools.ts';
import type { NotesClient } from './commands/newNote.ts';
import { isAtLeast } from './host/editorVersion.ts';

/** What newer editors have. */
interface NewerApi {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: {
        invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<unknown>;
      },
    ): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (value: string) => unknown;
}

export function registerAssistantTools(
  context: Pick<vscode.ExtensionContext, 'subscriptions'>,
  client: NotesClient,
): void {
  if (!isAtLeast(vscode.version, [1, 95])) return;
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as unknown as NewerApi;
  if (!lm?.registerTool || !Result || !Text) return;
  for (const { name } of assistantTools) {
    const invoke = async ({ input }: { readonly input: unknown }, token: vscode.CancellationToken) => {
      const params: AskParams = { tool: name, input };
      const answer = await client.sendRequest<AskResult>(askNotes, params, token);
      return new Result([new Text(answer.kind === 'answer' ? answer.text : answer.message)]);
    };
    context.subscriptions.push(lm.registerTool(editorToolName(name), { invoke }));
  }
}
