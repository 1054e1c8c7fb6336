/** The checklist of a note whose meeting is over: nothing is applied unasked, what is ticked is fixed. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from '../workbench.mjs';

const name = '20260804_meeting_notes.md';
const path = join('docs', 'office-hours', name);

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const checklist = (open) =>
  describe('the checklist of a note', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen(name);
    });

    const row = (/** @type {string} */ text) =>
      workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

    async function opened() {
      await workbench.runCommand('Office Hours: Finish This Note');
      await row('references are not links').waitFor();
    }

    it('ticks nothing, and leaves the note as it is after Enter', async () => {
      const before = workbench.readFile(path);
      await opened();
      await row('may be done').waitFor();
      await workbench.screenshot('finish-note');
      await workbench.press('Enter');
      await workbench.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
      await workbench.page.waitForSelector('.tab.active:not(.dirty)');
      assert.equal(workbench.readFile(path), before);
    });

    it('fixes what is ticked as one edit that undo takes back', async () => {
      await opened();
      await row('references are not links').click();
      await workbench.press('Enter');
      const text = () => workbench.visibleText();
      await eventually('the link', text, (shown) =>
        shown.includes('[PR #271](https://github.com/lantern-project/'),
      );
      await workbench.screenshot('finish-note-fixed');
      await workbench.press('Control+Z');
      await eventually('the note as it was', text, (shown) => shown.includes('(PR #271)'));
    });
  });
