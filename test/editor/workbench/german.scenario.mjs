/** The workbench of somebody who has set it to German, without the editor's own language pack. */

import assert from 'node:assert/strict';
import { eventually } from './eventually.mjs';
import { openWorkbench } from './session.mjs';

describe('in German', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ language: 'de', settings: { 'officeHours.github.enabled': false } });
    await workbench.quickOpen('20260804_meeting_notes.md');
  });

  after(() => workbench?.close());

  it('has the commands, and finds them by their German titles', async () => {
    const title = 'Office Hours: Zur nächsten Notiz wechseln';
    // The English title is below it.
    const [first] = await workbench.commands(title, title);
    assert.equal(first, title);
  });

  it('has a message of the client', async () => {
    await workbench.runCommand('Office Hours: Zur nächsten Notiz wechseln');
    await eventually(
      'the message',
      () => workbench.statusBar(),
      (texts) => texts.some((text) => text.includes('Es gibt keine nächste Notiz.')),
    );
  });

  it('has problems and fixes of the server', async () => {
    await workbench.quickOpen('20260331_meeting_notes.md');
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await workbench.press('Control+Home', 'F8');
    const zone = workbench.page.locator('.marker-widget');
    await zone.getByText('Abschnitt "Highlights since the last meeting" fehlt').first().waitFor();
    await workbench.screenshot('german');
    await workbench.press('Escape');
    await workbench.applyQuickFix('Abschnitt "Highlights since the last meeting" einfügen');
  });
});
