/**
 * What the extension writes into its log. Tests in its folder share its `vscode`, so it can be listened to; beside the
 * installed package nothing is heard.
 */

import * as vscode from 'vscode';

export interface LogLines {
  readonly errors: string[];
  readonly infos: string[];
}

/** From now on; the extension must not have been started yet. */
export function listenToLog(): LogLines {
  const lines: LogLines = { errors: [], infos: [] };
  const { createOutputChannel } = vscode.window;
  const window: { createOutputChannel: unknown } = vscode.window;
  window.createOutputChannel = (name: string, options: { readonly log: true }) => {
    const channel = createOutputChannel(name, options);
    if (name !== 'Office Hours') return channel;
    const listen =
      (to: string[], pass: (message: string, ...more: unknown[]) => void) =>
      (message: unknown, ...more: unknown[]) => {
        to.push([message, ...more].map(String).join(' '));
        pass(String(message), ...more);
      };
    // The channel itself may be frozen.
    return Object.create(channel, {
      error: { value: listen(lines.errors, (...all) => channel.error(...all)) },
      info: { value: listen(lines.infos, (...all) => channel.info(...all)) },
    });
  };
  return lines;
}
