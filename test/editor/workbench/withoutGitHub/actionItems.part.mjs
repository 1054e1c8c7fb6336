/** The view of open action items, as a writer uses it. */

import assert from 'node:assert/strict';
import { createIssue } from '../createIssue.mjs';
import { eventually } from '../eventually.mjs';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const actionItems = (open) =>
  describe('the view of action items', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    before(async () => {
      workbench = await open();
    });

    const rows = () => workbench.page.locator('.part.sidebar .monaco-list-row');

    it('lists the items by owner, opens their line and marks one as done', async () => {
      const { page } = workbench;
      await workbench.quickOpen('20260804_meeting_notes.md');
      await workbench.runCommand('Office Hours: Show Action Items');
      const texts = await eventually(
        'the items',
        () => rows().allInnerTexts(),
        (found) => found.some((row) => row.startsWith('Tove')),
      );
      assert.match(texts[0] ?? '', /^Without an owner/);
      const item = rows().filter({ hasText: 'draft the announcement of 1.0' }).first();
      const label = (await item.getAttribute('aria-label')) ?? '';
      assert.match(label, /^draft the announcement of 1\.0, owner wren, of 2026-08-04, new/);
      await workbench.screenshot('action-items');
      await item.click();
      await item.hover();
      await item.getByRole('button', { name: 'Mark as Done' }).click();
      await eventually(
        'the mark',
        () => page.locator('.monaco-editor .view-lines').first().innerText(),
        (text) => /draft\sthe\sannouncement\sof\s1\.0\s\(done\)/.test(text),
      );
      await eventually(
        'the list without it',
        () => rows().allInnerTexts(),
        (found) => !found.some((row) => row.includes('draft the announcement of 1.0')),
      );
    });

    it('opens GitHub’s form for an issue of an item, filled in, and sends nothing', async () => {
      const { page } = workbench;
      /** @type {string[]} */
      const asked = [];
      await page.context().route('https://github.com/**', (route) => {
        asked.push(route.request().method());
        return route.fulfill({ contentType: 'text/plain', body: 'the form' });
      });
      const form = await createIssue(workbench, 'write the message, and test it');
      const url = new URL(form.url());
      assert.equal(url.origin + url.pathname, 'https://github.com/lantern-project/lantern/issues/new');
      // Whatever encodes the address once more leaves `%20` in the fields.
      assert.deepEqual(
        [...url.searchParams],
        [
          ['title', 'write the message, and test it'],
          ['body', 'write the message, and test it\n\nFrom the notes of 2026-08-04.\n'],
        ],
      );
      assert.deepEqual([...new Set(asked)], ['GET']);
      await form.close();
    });
  });
