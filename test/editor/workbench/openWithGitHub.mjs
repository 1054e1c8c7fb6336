/** The workbench on the samples, with the stand-in for GitHub behind it. */

import assert from 'node:assert/strict';
import { startSamples } from '../../../scripts/sampleGitHub.mjs';
import { openWorkbench } from './session.mjs';

/**
 * Opens a note where the stand-in's address has been allowed before, as `npm start` does for the one that it starts.
 * @param {string} note the file's name
 * @param {import('./session.mjs').Wishes} [wishes]
 */
export async function openWithGitHub(note, wishes = {}) {
  const { workbench } = await openWithStandIn(note, wishes);
  return workbench;
}

/**
 * The same, with the stand-in, to change what it serves.
 * @param {string} note
 * @param {import('./session.mjs').Wishes} [wishes]
 */
export async function openWithStandIn(note, wishes = {}) {
  const github = await startSamples(0);
  assert.ok(github, 'the stand-in for GitHub did not start');
  const { address } = github;
  const settings = { ...wishes.settings, 'officeHours.github.apiUrl': address };
  const workbench = await openWorkbench({ ...wishes, settings, allowed: address });
  await workbench.quickOpen(note);
  return { workbench, github };
}
