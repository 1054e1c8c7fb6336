/** The walkthrough: opened by its command alone, and each step completes when it is done. */

import assert from 'node:assert/strict';
import { eventually } from './eventually.mjs';
import { openWorkbench } from './session.mjs';

describe('the walkthrough', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'officeHours.github.enabled': false },
      // A narrow one has no pictures.
      size: { width: 1500, height: 800 },
    });
  });

  after(() => workbench?.close());

  const steps = () =>
    workbench.page.locator('.getting-started-step').evaluateAll((elements) =>
      elements.map((step) => ({
        id: (step.getAttribute('data-step-id') ?? '').split('#').at(-1) ?? '',
        done: step.getAttribute('aria-checked') === 'true',
      })),
    );

  /** @param {string} id */
  async function becomesDone(id) {
    await workbench.runCommand('Office Hours: Get Started');
    await workbench.page.waitForSelector('.getting-started-step');
    await eventually(`the step ${id} to be done`, steps, (all) =>
      all.some((each) => each.id === id && each.done),
    );
  }

  it('does not open at the start', async () => {
    assert.equal(await workbench.page.locator('.gettingStartedContainer').count(), 0);
    assert.equal(await workbench.page.locator('.tab').count(), 0);
  });

  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    it(`opens at its first step, with nothing done, in the ${theme} theme`, async () => {
      await workbench.useTheme(theme);
      await workbench.runCommand('Office Hours: Get Started');
      await workbench.page.waitForSelector('.getting-started-step.expanded');
      const all = await eventually('the steps', steps, (found) => found.length >= 5);
      assert.deepEqual(
        all.filter(({ done }) => done),
        [],
      );
      const frames = workbench.page.locator('.getting-started-media iframe');
      await frames.first().waitFor();
      // The picture is in a frame in that frame.
      const picture = frames.first().contentFrame().locator('iframe').contentFrame().locator('svg');
      await picture.waitFor();
      await workbench.screenshot(`walkthrough-${theme}`);
    });
  }

  it('has "Open a note" done once the sample is open', async () => {
    // The editor does not count what was done before it had a walkthrough to show.
    await workbench.runCommand('Office Hours: Get Started');
    await workbench.runCommand('Office Hours: Open Sample Note');
    await workbench.page.waitForSelector('.tab.active[aria-label^="# Sample office hours"]');
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await workbench.screenshot('walkthrough-sample');
    await becomesDone('sample');
  });

  it('has "Refer to a pull request" done once the list was there', async () => {
    await workbench.runCommand('Office Hours: Open Sample Note');
    await workbench.focusEditor();
    await workbench.type('PR #');
    await workbench.suggestions();
    await workbench.press('Escape');
    await becomesDone('reference');
  });

  it('has "Fix a missing section" done once it is inserted', async () => {
    await workbench.quickOpen('20260331_meeting_notes.md');
    const warnings = workbench.page.locator('.monaco-editor .squiggly-warning');
    await warnings.first().waitFor();
    await workbench.press('Control+Home', 'F8');
    await workbench.press('Escape');
    await workbench.applyQuickFix('Insert Section "Highlights since the last meeting"');
    await becomesDone('section');
  });
});
