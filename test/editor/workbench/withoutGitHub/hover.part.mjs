/** What the pointer tells of a reference, and where the links in it lead. */

import { eventually } from '../eventually.mjs';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const hovers = (open) =>
  describe('hovers', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
    });

    for (const theme of /** @type {const} */ (['dark', 'light'])) {
      describe(`in the ${theme} theme`, () => {
        before(async () => {
          await workbench.useTheme(theme);
          await workbench.quickOpen('20260331_meeting_notes.md');
          // Once the note has been checked, the server answers.
          await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
          await eventually(
            'the swatches of what is no colour to be gone',
            () => workbench.page.locator('.colorpicker-color-decoration').count(),
            (count) => count === 0,
          );
        });

        it('name the reference, and nothing more when no other note mentions it', async () => {
          await workbench.hover(
            'PR #238',
            /^lantern-project\/lantern#238, a pull request\s*(?:Follow link[^\n]*)?$/,
          );
          await workbench.screenshot(`hover-alone-${theme}`);
        });

        it('lead to the first and the last note with it', async () => {
          await workbench.hover(
            'PR #236',
            /^lantern-project\/lantern#236, a pull request\s[\s\S]*2 times in this note\. Also in 2 notes, first in 2026-03-17, last in 2026-04-14\./,
          );
          await workbench.screenshot(`hover-in-notes-${theme}`);
          await workbench.page.locator('.monaco-hover:not(.hidden) a', { hasText: '2026-04-14' }).click();
          await workbench.page.waitForSelector('.tab.active[aria-label^="20260414_meeting_notes.md"]');
        });
      });
    }
  });
