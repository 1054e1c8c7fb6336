/** In the themes with high contrast: what the extension shows is there without colors of its own. */

import assert from 'node:assert/strict';
import { expectStatus } from '../languageStatus.mjs';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const highContrast = (open) =>
  describe('with high contrast', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.useSettings({
        'workbench.preferredDarkColorTheme': 'Default High Contrast',
        'workbench.preferredLightColorTheme': 'Default High Contrast Light',
      });
      await workbench.quickOpen('20260331_meeting_notes.md');
    });

    for (const [colorScheme, kind] of /** @type {const} */ ([
      ['dark', 'hc-black'],
      ['light', 'hc-light'],
    ])) {
      describe(`in the ${colorScheme} theme`, () => {
        before(async () => {
          await workbench.page.emulateMedia({ colorScheme });
          await workbench.page.waitForSelector(`.monaco-workbench.${kind}`);
        });

        it('a problem has a line below it, and a word in the menu', async () => {
          await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
          await workbench.focusEditor();
          await workbench.press('Control+Home', 'F8', 'Escape');
          const titles = await workbench.quickFixes('Insert Section "Highlights since the last meeting"');
          assert.ok(titles.length > 1);
          await workbench.screenshot(`high-contrast-${kind}-fixes`);
          await workbench.press('Escape');
        });

        it('the language status says in words what it is about', async () => {
          const status = workbench.page.locator('#status\\.languageStatus');
          assert.match((await status.getAttribute('aria-label')) ?? '', /\S/);
          await expectStatus(workbench, /GitHub lookups are off/);
          await workbench.screenshot(`high-contrast-${kind}-status`);
        });
      });
    }
  });
