/** What the language status says when one points at it. */

import { comes, eventually, oneTry } from './eventually.mjs';

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
      const item = page.locator('#status\\.languageStatus');
      if (!(await comes(item.hover({ timeout: oneTry })))) return '';
      await comes(page.locator('.hover-language-status').first().waitFor({ timeout: oneTry }));
      return (await page.locator('.hover-language-status').allInnerTexts()).join('\n');
    },
    (text) => pattern.test(text),
  );
}
