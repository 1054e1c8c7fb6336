import { comes, eventually, oneTry } from './eventually.mjs';

/**
 * The workbench can be used before it knows its extensions, and a palette does not notice commands that are registered
 * while it is open; so this opens it again until the command is in it.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} command its title with its category
 */
export async function isKnown(workbench, command) {
  const { page } = workbench;
  const widget = page.locator('.quick-input-widget');
  await eventually(
    'the command in the palette',
    async () => {
      await workbench.press('F1');
      const input = widget.locator('input[type="text"]').first();
      if (!(await comes(input.fill(`>${command}`, { timeout: oneTry })))) return false;
      const entry = widget.locator('.monaco-list-row .label-name').getByText(command, { exact: true });
      const found = await comes(entry.first().waitFor({ timeout: oneTry }));
      await workbench.press('Escape');
      await widget.waitFor({ state: 'hidden' });
      return found;
    },
    (found) => found,
  );
}
