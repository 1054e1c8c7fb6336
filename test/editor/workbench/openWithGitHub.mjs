/** The workbench on the samples, with the stand-in for GitHub behind it. */

import assert from 'node:assert/strict';
import { serveSamples } from '../../../scripts/sampleGitHub.mjs';
import { openWorkbench } from './session.mjs';

/**
 * Opens a note and allows the stand-in's address, as it is asked about.
 * @param {string} note the file's name
 * @param {import('./session.mjs').Wishes} [wishes]
 */
export async function openWithGitHub(note, wishes = {}) {
  const address = await serveSamples(0);
  assert.ok(address, 'the stand-in for GitHub did not start');
  const settings = { ...wishes.settings, 'officeHours.github.apiUrl': address };
  const workbench = await openWorkbench({ ...wishes, settings });
  await workbench.quickOpen(note);
  // The question may have gone from the corner while the editor started.
  await workbench.runCommand('Notifications: Show Notifications');
  await workbench.page.getByRole('button', { name: 'Allow', exact: true }).click();
  await workbench.press('Escape');
  return workbench;
}
