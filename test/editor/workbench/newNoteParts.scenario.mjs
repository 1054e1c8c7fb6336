/** What a new note can begin with: one list with boxes, and the note that comes of it. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKnown } from './isKnown.mjs';
import { openWithGitHub } from './openWithGitHub.mjs';
import { eventually } from './workbench.mjs';

const command = 'Office Hours: New office hours note';
const folder = 'docs/office-hours';
const name = '20260804_meeting_notes.md';

describe('what a new note begins with', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWithGitHub('20260721_meeting_notes.md');
    await isKnown(workbench, command);
    rmSync(join(workbench.folder, folder, name));
  });

  after(() => workbench?.close());

  const highlights = () =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Highlights' });

  /** @param {string} day */
  async function askForNote(day) {
    await workbench.press('Escape');
    await workbench.runCommand(command);
    await workbench.pick('Another date…');
    await workbench.typeInBox(day);
    await workbench.press('Enter');
  }

  /**
   * Where the server does not know yet that the note is gone, the command opens it: then it is run again.
   * @param {string} day
   * @param {import('playwright-core').Locator} row of what is offered
   */
  async function offered(day, row) {
    await eventually(
      'the list of parts',
      async () => {
        await askForNote(day);
        await row.waitFor({ timeout: 10_000 }).catch(() => {});
        return row.isVisible();
      },
      (isThere) => isThere,
      90_000,
    );
  }

  const items = () =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Action Items' });
  const areTicked = () => items().locator('.monaco-checkbox, input').first().getAttribute('aria-checked');

  const descriptions = () =>
    workbench.page.locator('.quick-input-list .monaco-list-row .label-description').allInnerTexts();

  it('leaves nothing after Escape', async () => {
    await offered('2026-08-04', highlights());
    assert.match((await descriptions()).join(' | '), /2 merged pull requests \| \d+ open action items/);
    await workbench.screenshot('new-note-parts');
    await workbench.press('Escape');
    await workbench.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    assert.ok(!existsSync(join(workbench.folder, folder, name)));
  });

  it('is in the note after Enter, and one undo takes it back', async () => {
    await offered('2026-08-04', highlights());
    assert.equal(await areTicked(), 'false');
    await items().click();
    await workbench.press('Enter');
    await workbench.page.waitForSelector(`.tab.active[aria-label^="${name}"]`);
    const text = () => workbench.visibleText();
    const full = await eventually('the draft', text, (shown) => shown.includes('PR #270'));
    assert.match(
      full,
      /## Highlights since the last meeting\n\n\* Release 0\.12\.1 \(PR #271\)\n\* Viewer: counters/,
    );
    assert.match(full, /## Action items\n\n(?:\* .*\(since 2026-|\* .*\(since \[2026-)/);
    await workbench.screenshot('new-note-drafted');
    await workbench.press('Control+Z');
    const plain = await eventually('the note without it', text, (shown) => !shown.includes('PR #270'));
    assert.match(plain, /## Highlights since the last meeting/);
    assert.doesNotMatch(plain, /since \[?2026/);
  });

  it('is what was chosen last, without the list, where the setting says so', async () => {
    await offered('2026-08-11', items());
    if ((await areTicked()) === 'false') await items().click();
    await eventually('the tick', areTicked, (ticked) => ticked === 'true');
    await workbench.press('Enter');
    await workbench.page.waitForSelector('.tab.active[aria-label^="20260811_meeting_notes.md"]');
    mkdirSync(join(workbench.folder, '.vscode'));
    const settings = join(workbench.folder, '.vscode', 'settings.json');
    writeFileSync(settings, JSON.stringify({ 'officeHours.newNote.chooseParts': false }));
    const tab = workbench.page.locator('.tab.active[aria-label^="20260818_meeting_notes.md"]');
    const full = await eventually(
      'the note with what was chosen last',
      async () => {
        if (!(await tab.isVisible())) {
          await askForNote('2026-08-18');
          // Until the editor has read the setting there is a list.
          await tab.waitFor({ timeout: 10_000 }).catch(() => {});
        }
        return (await tab.isVisible()) ? workbench.visibleText() : '';
      },
      // They are not ticked in a list that nobody has changed.
      (shown) => /## Action items\n\n\* .*\(since \[?2026-/.test(shown),
      90_000,
    );
    assert.match(full, /^# lantern office hours 2026-08-18\n/);
    assert.equal(await workbench.page.locator('.quick-input-widget').isVisible(), false);
  });
});
