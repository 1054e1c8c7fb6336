/** Keeps a bug where it is: it is logged once, and the rest goes on. */

import type { Logger } from './ports.ts';

/** Wraps what no request waits for: timers, notifications, background work. Never rejects. */
export async function contain(log: Logger, name: string, run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    logBug(log, name, error);
  }
}

const logged = new Set<string>();

/** A bug that every keystroke meets is still one bug. Nothing of the note's text is in the line. */
export function logBug(log: Logger, name: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const line = `${name}: ${text}`;
  if (logged.has(line) || logged.size > 100) return;
  logged.add(line);
  log.error(line);
}
