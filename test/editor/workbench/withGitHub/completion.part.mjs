/** What is offered while a reference is typed, with a GitHub behind the editor. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from '../workbench.mjs';
import { WrittenOn } from '../writtenOn.mjs';

const note = '20260804_meeting_notes.md';
const path = join('docs', 'office-hours', note);

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const completion = (open) =>
  describe('completion', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    /** @type {WrittenOn} */
    let written;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen(note);
      written = new WrittenOn(workbench, path);
      await eventually(
        'a title from GitHub',
        async () => {
          await written.type('\nsee PR #209');
          await workbench.press('Control+Space');
          return titles().catch(() => []);
        },
        (found) => found.some((title) => title.includes('Dry run')),
        30_000,
      );
    });

    /** The titles beside the numbers, from above. */
    async function titles() {
      await workbench.suggestions();
      const texts = await workbench.page
        .locator('.suggest-widget.visible .monaco-list-row .signature-label')
        .allInnerTexts();
      // What is typed is an item without a title.
      return texts.filter((text) => text !== '');
    }

    it('narrows the list by words of the title, in any order, blanks included', async () => {
      await written.type('\nsee PR #');
      await workbench.suggestions();
      await workbench.screenshot('completion-github');
      await workbench.type('dry rules');
      await eventually('only what has the words', titles, (found) => found.length === 1);
      await workbench.screenshot('completion-github-words');
      await workbench.acceptSuggestion('#209');
      await written.expect('\nsee PR #209');
    });

    it('leaves Enter a line end behind "#" and behind prose', async () => {
      await written.type('\nsee PR #');
      await workbench.suggestions();
      await workbench.press('Enter');
      await workbench.type('issue # of words');
      await workbench.press('Enter');
      await written.expect('\nsee PR #\nissue # of words\n');
    });

    it('tells more of the item in focus', async () => {
      await written.type('\nsee PR #');
      await workbench.type('209');
      await eventually('the title', titles, (found) => found.length === 1);
      await workbench.press('ArrowDown');
      const told = workbench.page.locator('.suggest-details-container');
      await eventually(
        'what GitHub knows',
        async () => {
          if (await told.isVisible()) return told.innerText();
          // Where the list is being asked for anew, the key asks for it once more.
          await workbench.press('Control+Space');
          await told.waitFor({ timeout: 1_000 }).catch(() => {});
          return '';
        },
        (text) => text.includes('Milestone: 0.10') && text.includes('without doing it'),
      );
      await workbench.screenshot('completion-github-details');
      await workbench.press('Control+Space', 'Escape');
    });

    it('fills the list of a repository that no note has named before', async () => {
      await written.type('\nsee example-org/large#');
      const rows = await workbench.suggestions();
      assert.ok(rows.length > 0);
      assert.ok(rows.every(({ label }) => /^(example-org\/large)?#\d*$/.test(label)));
      await workbench.screenshot('completion-github-other');
      await workbench.press('Escape');
    });
  });
