/** The extension in a Node extension host: the server is a process of its own, spoken to over IPC. */

import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { compileCache, removeOtherCaches } from '../shared/node/compileCache.ts';
import { type Api, startExtension, stopExtension } from './extension.ts';
import { createByNode } from './host/createFile.node.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.node.js');
  const createClient = (options: LanguageClientOptions) => {
    const run = { module, transport: TransportKind.ipc, options: { env: compiledIn(context) } };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new QuietClient('officeHours', 'Office Hours', { run, debug }, options);
  };
  return startExtension(context, createClient, createByNode);
}

export function deactivate(): Promise<void> {
  return stopExtension();
}

/** The variables that the server gets besides ours. Compiled code is kept beside what is remembered of GitHub. */
function compiledIn({ globalStorageUri, extension }: vscode.ExtensionContext): Record<string, string> {
  if (globalStorageUri.scheme !== 'file') return {};
  const parent = join(globalStorageUri.fsPath, 'compiled');
  const version = String(extension.packageJSON.version);
  void removeOtherCaches(parent, version);
  return compileCache(parent, version, process.env);
}

/** Its errors go to the log; what a user can do something about, `NotesServer` says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
