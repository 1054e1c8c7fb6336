/** In the themes with high contrast: what the extension shows is there without colors of its own. */

import assert from 'node:assert/strict';
import { openWorkbench } from './session.mjs';

for (const [theme, kind] of /** @type {const} */ ([
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
])) {
  describe(`in the theme ${theme}`, () => {
    /** @type {import('./workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await openWorkbench({
        settings: {
          'workbench.colorTheme': theme,
          'window.autoDetectColorScheme': false,
          'window.autoDetectHighContrast': false,
          'officeHours.github.enabled': false,
        },
      });
      await workbench.page.waitForSelector(`.monaco-workbench.${kind}`);
      await workbench.quickOpen('20260331_meeting_notes.md');
    });

    after(() => workbench?.close());

    it('a problem has a line below it, and a word in the menu', async () => {
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      await workbench.press('F8', 'Escape');
      const titles = await workbench.quickFixes('Insert Section "Highlights since the last meeting"');
      assert.ok(titles.length > 1);
      await workbench.screenshot(`high-contrast-${kind}-fixes`);
      await workbench.press('Escape');
    });

    it('the language status says in words what it is about', async () => {
      const status = workbench.page.locator('#status\\.languageStatus');
      assert.match((await status.getAttribute('aria-label')) ?? '', /\S/);
      await status.hover();
      const entry = workbench.page.locator('.hover-language-status', { hasText: 'GitHub lookups are off' });
      await entry.waitFor();
      await workbench.screenshot(`high-contrast-${kind}-status`);
    });
  });
}
