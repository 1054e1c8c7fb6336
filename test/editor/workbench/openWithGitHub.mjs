/** The workbench on the samples, with the stand-in for GitHub behind it. */

import assert from 'node:assert/strict';
import { serveSamples } from '../../../scripts/sampleGitHub.mjs';
import { openWorkbench } from './session.mjs';

/**
 * Opens a note where the stand-in's address has been allowed before, as `npm start` does for the one that it starts.
 * @param {string} note the file's name
 * @param {import('./session.mjs').Wishes} [wishes]
 */
export async function openWithGitHub(note, wishes = {}) {
  const address = await serveSamples(0);
  assert.ok(address, 'the stand-in for GitHub did not start');
  const settings = { ...wishes.settings, 'officeHours.github.apiUrl': address };
  const workbench = await openWorkbench({ ...wishes, settings, allowed: address });
  await workbench.quickOpen(note);
  return workbench;
}
