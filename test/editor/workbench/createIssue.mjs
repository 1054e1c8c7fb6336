/** Creates an issue for an action item. */

/**
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} item in the view
 * @returns {Promise<import('playwright-core').Page>} the page of the form
 */
export async function createIssue(workbench, item) {
  const { page } = workbench;
  const opened = page.context().waitForEvent('page');
  const row = page.locator('.part.sidebar .monaco-list-row').filter({ hasText: item }).first();
  await row.click({ button: 'right' });
  await workbench.takeFromMenu('Create GitHub Issue');
  // The editor itself asks before it leaves for a site that the user has not trusted.
  const dialog = page.locator('.monaco-dialog-box');
  const leave = dialog.getByRole('button', { name: 'Open', exact: true });
  await Promise.race([opened, leave.click()]);
  return opened;
}
