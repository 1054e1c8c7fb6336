import { eventually } from './eventually.mjs';

/**
 * The workbench can be used before it knows its extensions, and a palette does not notice commands that are registered
 * while it is open; so this opens it again until the command is in it.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} command its title with its category
 */
export async function isKnown(workbench, command) {
  const { page } = workbench;
  await eventually(
    'the command in the palette',
    async () => {
      await workbench.press('F1');
      await page.locator('.quick-input-widget input[type="text"]').first().fill(`>${command}`);
      const found = await workbench.quickInput();
      await workbench.press('Escape');
      await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
      return found.rows;
    },
    (rows) => rows.includes(command),
  );
}
