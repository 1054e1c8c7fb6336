/** The stand-in for GitHub beside the editor. */

import { createInterface } from 'node:readline';
import { start, stop } from '../processes.mjs';
import { bundleEditorGitHub } from './build.mjs';

/**
 * Starts it.
 * @param {string} stage that it is for
 * @returns {Promise<{ addresses: string, stop: () => Promise<void> }>} its own and that of the page about it, with a
 *   blank between them, as the suite finds them in `OFFICE_HOURS_GITHUB`
 */
export async function startEditorGitHub(stage) {
  const child = start(process.execPath, [await bundleEditorGitHub(stage)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  /** @type {string[]} */
  const addresses = [];
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      addresses.push(line);
      if (addresses.length === 2) break;
    }
  }
  if (addresses.length < 2) throw new Error('The stand-in for GitHub did not start.');
  return { addresses: addresses.join(' '), stop: () => stop(child) };
}
