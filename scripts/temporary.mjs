/** Folders that are gone when we are. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/**
 * @param {string} name to recognise it by
 * @returns {string} a new, empty folder; it goes when this process does, or earlier with {@link removeTemporary}
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `office-hours-${name}-`));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeTemporary(folder) {
  folders.delete(folder);
  // An editor that was just ended may still be writing its last log line.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
