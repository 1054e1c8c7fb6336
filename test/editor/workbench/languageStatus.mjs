/** What the language status says when one points at it. */

import { eventually } from './workbench.mjs';

/**
 * Waits until it says something.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {RegExp} pattern
 */
export async function expectStatus({ page }, pattern) {
  await eventually(
    `a status that says ${pattern}`,
    async () => {
      // A hover answers to movement, so come from elsewhere.
      await page.mouse.move(600, 300);
      await page.locator('#status\\.languageStatus').hover();
      await page.locator('.hover-language-status').first().waitFor();
      return (await page.locator('.hover-language-status').allInnerTexts()).join('\n');
    },
    (text) => pattern.test(text),
  );
}
