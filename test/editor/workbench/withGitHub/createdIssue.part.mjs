/** What becomes of an action item for which an issue is created. */

import { createIssue } from '../createIssue.mjs';
import { eventually } from '../eventually.mjs';

/**
 * @param {() => Promise<import('../workbench.mjs').Workbench>} open
 * @param {() => Awaited<ReturnType<typeof import('../openWithGitHub.mjs').openWithStandIn>>['github']} standIn
 */
export const createdIssue = (open, standIn) =>
  describe('an issue that is created for an action item', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen('20260804_meeting_notes.md');
    });

    after(() => workbench?.page.evaluate(() => Reflect.deleteProperty(document, 'hasFocus')));

    it('is referred to in the item when the writer comes back to the window', async () => {
      const { page } = workbench;
      const item = 'write the message, and test it';
      await workbench.runCommand('Office Hours: Show Action Items');
      await page.locator('.part.sidebar .monaco-list-row').filter({ hasText: item }).first().waitFor();
      await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'the form' }));
      standIn().addIssue('lantern-project/lantern', item);
      const form = await createIssue(workbench, item);
      await form.close();
      // Pages without a screen have the focus all the time.
      const focus = (/** @type {boolean} */ has) =>
        page.evaluate((isThere) => {
          document.hasFocus = () => isThere;
          window.dispatchEvent(new Event(isThere ? 'focus' : 'blur'));
        }, has);
      await eventually(
        'the number of the issue in the item',
        async () => {
          await focus(false);
          await focus(true);
          return workbench.visibleText();
        },
        (text) => new RegExp(`${item} \\(#\\d+\\)`).test(text),
      );
      await workbench.screenshot('created-issue');
      await workbench.focusEditor();
      await workbench.press('Control+Z');
      await eventually(
        'the text as it was',
        () => workbench.visibleText(),
        (text) => text.includes(item) && !text.includes(`${item} (#`),
      );
    });
  });
