/** Pasting and inserting references, and what the language status says, with a GitHub behind the editor. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { expectStatus } from '../languageStatus.mjs';
import { eventually } from '../workbench.mjs';
import { WrittenOn } from '../writtenOn.mjs';

const note = '20260804_meeting_notes.md';
const path = join('docs', 'office-hours', note);
const url = 'https://github.com/lantern-project/lantern/pull/209';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const references = (open) =>
  describe('references', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    /** @type {WrittenOn} */
    let written;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen(note);
      written = new WrittenOn(workbench, path);
    });

    it('lists what GitHub has and inserts what is chosen', async () => {
      await written.put('\nsee ');
      await workbench.runCommand('Office Hours: Insert Reference…');
      await eventually(
        'the list',
        async () => (await workbench.quickInput()).title,
        (title) => title === 'Insert Reference',
      );
      await workbench.page.keyboard.type('rules dry', { delay: 20 });
      const rows = await eventually(
        'the one with the words',
        async () => (await workbench.quickInput()).rows,
        (found) => found.length > 0 && found.every((row) => row.includes('Dry run')),
      );
      assert.match(rows[0] ?? '', /^#209 /);
      await workbench.screenshot('insert-reference');
      await workbench.press('Enter');
      await eventually(
        'the reference',
        () => workbench.visibleText(),
        (text) => text.includes('see PR #209'),
      );
      await written.expect('\nsee PR #209');
    });

    it('pastes a URL as it is and offers it in other words', async () => {
      await written.put(`\n${url}`);
      await workbench.press('Shift+Home', 'Control+X');
      await workbench.type('* ');
      await workbench.press('Control+V');
      await eventually(
        'the URL',
        () => workbench.visibleText(),
        (text) => text.includes(`* ${url}`),
      );
      await workbench.page.locator('.post-edit-widget').waitFor();
      await workbench.press('Control+.');
      const rows = workbench.page.locator('.action-widget .monaco-list-row.action');
      const titles = await eventually(
        'what is offered',
        () => rows.allInnerTexts(),
        (found) => found.length > 1,
      );
      assert.ok(
        titles.some((title) => title.includes('Insert PR #209')),
        titles.join(),
      );
      assert.ok(
        titles.some((title) => title.includes('Insert Markdown Link')),
        titles.join(),
      );
      await workbench.screenshot('paste-reference');
      await rows.filter({ hasText: 'Insert PR #209' }).first().click();
      await eventually(
        'the short form',
        () => workbench.visibleText(),
        (text) => text.includes('* PR #209'),
      );
      await written.expect('\n* PR #209');
    });

    it('says in the status what goes on, and offers to sign in', async () => {
      await workbench.page.locator('#status\\.languageStatus').hover();
      const status = workbench.page.locator('.hover-language-status', { hasText: 'signed out' });
      await status.waitFor();
      await workbench.screenshot('github-status');
      assert.match(await status.innerText(), /GitHub: signed out \(public repositories only\)[\s\S]*Sign In/);
      const note = workbench.page.locator('.hover-language-status', { hasText: 'Learned from' });
      assert.match(await note.innerText(), /Learned from 8 notes[\s\S]*Create Template/);
      const link = await note.getByText('Create Template').boundingBox();
      assert.ok(link && link.x + link.width <= 1280, 'the link is in a window of 1280 pixels');
    });

    it('signs in when asked to, with no more than was chosen, and forgets it again', async () => {
      await workbench.runCommand('Office Hours: Sign In to GitHub');
      await workbench.pick('Public repositories');
      await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Allow' }).click();
      await expectStatus(workbench, /up to date at \d\d:\d\d/);
      await workbench.screenshot('signed-in');
      await workbench.runCommand('Office Hours: Sign Out of GitHub');
      await expectStatus(workbench, /signed out/);
    });
  });
