/** The extension in a Node extension host: the server is a process of its own, spoken to over IPC. */

import type * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Api, startExtension, stopExtension } from './extension.ts';
import { createByNode } from './host/createFile.node.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.node.js');
  const createClient = (options: LanguageClientOptions) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new QuietClient('officeHours', 'Office Hours', { run, debug }, options);
  };
  return startExtension(context, createClient, createByNode);
}

export function deactivate(): Promise<void> {
  return stopExtension();
}

/** Its errors go to the log; what a user can do something about, `NotesServer` says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
