/** The tab stops of a snippet for a number and for a person: the list opens by itself. */

import assert from 'node:assert/strict';
import { eventually } from '../eventually.mjs';

const note = '20260804_meeting_notes.md';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const tabStops = (open) =>
  describe('tab stops', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen(note);
    });

    /** @param {string} text expected as the document */
    const shows = (text) =>
      eventually(
        'the text',
        () => workbench.visibleText(),
        (shown) => shown === text,
      );

    /** @param {string} prefix of a snippet */
    async function insert(prefix) {
      await workbench.focusEditor();
      await workbench.press('Escape', 'Escape', 'Control+A', 'Delete');
      await workbench.type(prefix);
      await workbench.press('Control+Space');
      await workbench.acceptSuggestion(prefix);
    }

    it('list numbers where one is to be filled in, also by digits', async () => {
      await insert('ohpr');
      await shows('* what changed (PR #number)');
      await workbench.type('Faster');
      await workbench.press('Tab');
      const rows = await workbench.suggestions('#268');
      assert.ok(rows.length > 3, JSON.stringify(rows));
      await workbench.screenshot('tab-stop-number');
      await workbench.type('26');
      await workbench.suggestions('#268');
      await workbench.screenshot('tab-stop-digits');
      await workbench.press('ArrowDown', 'Enter');
      await shows('* Faster (PR #268)');
    });

    it('keep the default on Enter, and go on with Tab', async () => {
      await insert('ohpr');
      await workbench.press('Tab');
      await workbench.suggestions('#268');
      await workbench.press('Enter');
      await workbench.page.waitForSelector('.suggest-widget.visible', { state: 'detached' });
      await shows('* what changed (PR #number)');
      await workbench.press('Tab');
      await workbench.type('!');
      await shows('* what changed (PR #number)!');
    });

    it('go on with Tab behind digits', async () => {
      await insert('ohpr');
      await workbench.press('Tab');
      await workbench.suggestions('#268');
      await workbench.type('26');
      await workbench.suggestions('#268');
      await workbench.press('Tab');
      await workbench.type('!');
      await shows('* what changed (PR #26)!');
    });

    it('list people where an owner is to be filled in', async () => {
      await insert('ohtodo');
      await workbench.suggestions('Mirela');
      await workbench.screenshot('tab-stop-owner');
      await workbench.press('ArrowDown');
      const focused = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
      const name = await focused.innerText();
      await workbench.press('Enter');
      await workbench.press('Tab');
      await workbench.type('look');
      await shows(`* TODO(${name}): look`);
    });
  });
