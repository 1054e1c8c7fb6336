/** The log of the extension and of its server, with its latest lines at hand: VS Code gives none back. */

import type * as vscode from 'vscode';

const levels: readonly string[] = ['info', 'warn', 'error'];
const mostLines = 200;

export interface RecentLog {
  /** To be written to instead of the channel. */
  readonly channel: vscode.LogOutputChannel;
  /** The latest lines, the newest last, each with its level. */
  readonly lines: readonly string[];
}

export function recentLog(channel: vscode.LogOutputChannel): RecentLog {
  const lines: string[] = [];
  const remember = (level: string, said: readonly unknown[]): void => {
    lines.push(`[${level}] ${said.map(String).join(' ')}`);
    if (lines.length > mostLines) lines.splice(0, lines.length - mostLines);
  };
  // VS Code's own object may be frozen, and then nothing can stand in for one of its members.
  const recorded = new Proxy({} as vscode.LogOutputChannel, {
    get(_target, name) {
      const value: unknown = Reflect.get(channel, name, channel);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        if (typeof name === 'string' && levels.includes(name)) remember(name, given);
        return Reflect.apply(value, channel, given);
      };
    },
  });
  return { channel: recorded, lines };
}
