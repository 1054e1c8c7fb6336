/** What is said only to a client that is known to understand it: our own. */

import { type Connection, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../../shared/protocol.ts';

/** A notification of `shared/protocol.ts`. */
export type Tell = (method: string, params?: object) => void;

/**
 * Whether the client says what it does for the server, as none but ours does. Every other is a plain client: some warn
 * their user of each notification that they do not know.
 */
export function isOwnClient(options: InitializationOptions): boolean {
  const { filesByClient, githubByClient, storageByClient, remotesByClient } = options;
  return [filesByClient, githubByClient, storageByClient, remotesByClient].some((told) => told !== undefined);
}

/**
 * Whether what a client shows is to be Markdown, by the formats that it names (`contentFormat` and its kin). Strangers' words
 * are written as entities there, which editors in a terminal show as they are: Neovim, Emacs. Theirs is plain text.
 */
export function showsMarkdown(formats: readonly MarkupKind[] | undefined, own: boolean): boolean {
  if (!formats?.includes(MarkupKind.Markdown)) return false;
  return own || !formats.includes(MarkupKind.PlainText);
}

/** Tells our own client, and no other. */
export function tellOwnClient(connection: Connection, options: InitializationOptions): Tell {
  if (!isOwnClient(options)) return () => {};
  return (method, params) =>
    void (params === undefined
      ? connection.sendNotification(method)
      : connection.sendNotification(method, params));
}
