/** Which kind of client is at the other end, and what is said to each. */

import { type Connection, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../../shared/protocol.ts';

/**
 * `extension`: this project's client for VS Code. `plain`: every other; some of these warn their user of each notification
 * that they do not know.
 */
export type ClientKind = 'extension' | 'plain';

/** Sends a notification of `shared/protocol.ts`. */
export type Notify = (method: string, params?: object) => void;

/** What the client says of itself beyond the protocol. */
export function initializationOptions(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

/** No client but the extension's says what it does for the server. */
export function clientKindOf(options: InitializationOptions): ClientKind {
  const { filesByClient, githubByClient, storageByClient, remotesByClient } = options;
  const services = [filesByClient, githubByClient, storageByClient, remotesByClient];
  return services.some((service) => service !== undefined) ? 'extension' : 'plain';
}

/**
 * Whether what a client shows is to be Markdown, by the formats that it names (`contentFormat` and similar). Strangers' words
 * are written as entities there, which editors in a terminal show as they are: Neovim, Emacs. Theirs is plain text.
 */
export function showsMarkdown(formats: readonly MarkupKind[] | undefined, clientKind: ClientKind): boolean {
  if (!formats?.includes(MarkupKind.Markdown)) return false;
  return clientKind === 'extension' || !formats.includes(MarkupKind.PlainText);
}

/** Notifies the extension's client, and no other. */
export function notifierFor(connection: Connection, clientKind: ClientKind): Notify {
  if (clientKind === 'plain') return () => {};
  return (method, params) =>
    void (params === undefined
      ? connection.sendNotification(method)
      : connection.sendNotification(method, params));
}
