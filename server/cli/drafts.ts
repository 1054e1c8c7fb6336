/** The drafts of `replaceFile`: named so that one that a killed process left is found and removed. */

import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of a process that another machine or container may run, or that an earlier version did: no write takes so long. */
const oldMs = 60 * 60_000;

const draft = /^\.office-hours-(?:(\d{1,10})-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** A hidden file, so that nothing takes it for a note. */
export function draftName(): string {
  return `.office-hours-${process.pid}-${randomUUID()}.tmp`;
}

/** Removes what killed processes left beside notes. Looks at each folder once. Never throws. */
export class Drafts {
  readonly #seen = new Set<string>();

  /** `file`: the absolute path of a note without links. */
  removeBeside(file: string): void {
    const folder = dirname(file);
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    try {
      for (const name of readdirSync(folder)) {
        const [isDraft, pid] = draft.exec(name) ?? [];
        if (isDraft !== undefined)
          removeIfLeft(join(folder, name), pid === undefined ? undefined : Number(pid));
      }
    } catch {
      // Nothing is known to be there, and nothing more can be done about it.
    }
  }
}

function removeIfLeft(path: string, pid: number | undefined): void {
  try {
    const stat = lstatSync(path);
    // The clock may have been wrong then or be wrong now.
    const isOld = Math.abs(Date.now() - stat.mtimeMs) > oldMs;
    if (stat.isFile() && (isOld || (pid !== undefined && !isAlive(pid)))) unlinkSync(path);
  } catch {
    // Somebody else removed it.
  }
}

function isAlive(pid: number): boolean {
  try {
    // Only asks (kill(2)).
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
