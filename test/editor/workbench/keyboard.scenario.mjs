/** The whole way of a note with the keyboard alone, and what a screen reader says on it. The mouse has no part in this file. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isKnown } from './isKnown.mjs';
import { openWithGitHub } from './openWithGitHub.mjs';
import { eventually } from './workbench.mjs';

const folder = join('docs', 'office-hours');
const latest = '20260804_meeting_notes.md';
/** Of the note before, whose words the new note has as well. */
const item = 'release 0.12.1 with the fix';
const newNote = 'Office Hours: New office hours note';

describe('with the keyboard alone', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWithGitHub('20260721_meeting_notes.md');
    await isKnown(workbench, newNote);
    await workbench.page.evaluate(() => {
      const counted = /** @type {{ pointed?: number }} */ (globalThis);
      counted.pointed = 0;
      const count = () => {
        counted.pointed = (counted.pointed ?? 0) + 1;
      };
      for (const event of ['pointerdown', 'pointermove', 'wheel'])
        globalThis.addEventListener(event, count, { capture: true });
    });
  });

  after(() => workbench?.close());

  const pointed = () =>
    workbench.page.evaluate(() => /** @type {{ pointed?: number }} */ (globalThis).pointed);
  const text = () => workbench.visibleText();
  const listRows = (/** @type {string} */ words) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();

  /**
   * Goes down to a row as far as it takes.
   * @param {import('playwright-core').Locator} focused the row that has the focus
   * @param {string} words of the row
   */
  async function goDownTo(focused, words) {
    await eventually(
      `the focus on ${words}`,
      async () => {
        const [row = ''] = await focused.allInnerTexts();
        if (!row.includes(words)) await workbench.press('ArrowDown');
        return row;
      },
      (row) => row.includes(words),
    );
  }

  const focusedInput = () => workbench.page.locator('.quick-input-list .monaco-list-row.focused');
  const tree = () => workbench.page.locator('.part.sidebar .monaco-list');
  const items = () => tree().locator('.monaco-list-row');
  const focusedItem = () => tree().locator('.monaco-list-row.focused');
  const spoken = async () => (await focusedItem().first().getAttribute('aria-label')) ?? '';

  /** @param {string} words of an item, to which the keyboard goes */
  async function goToItem(words) {
    // A view that has no items yet gives the focus to no row: then the command is given again.
    await eventually(
      'the focus in the tree',
      async () => {
        await workbench.runCommand('Office Hours: Show Action Items');
        await items().filter({ hasText: words }).first().waitFor();
        return tree().evaluate((element) => element.contains(document.activeElement));
      },
      (isThere) => isThere,
    );
    await workbench.press('Home');
    await goDownTo(focusedItem(), words);
  }

  it('writes a new note, with parts that are ticked', async () => {
    rmSync(join(workbench.folder, folder, latest));
    const action = listRows('Open Action Items');
    await eventually(
      'the list of parts',
      async () => {
        await workbench.press('Escape');
        await workbench.runCommand(newNote);
        await workbench.pick('Another date…');
        await workbench.typeInBox('2026-08-04');
        await workbench.press('Enter');
        await action.waitFor({ timeout: 10_000 }).catch(() => {});
        return action.isVisible();
      },
      (isThere) => isThere,
    );
    await goDownTo(focusedInput(), 'Open Action Items');
    await workbench.press('Space');
    const box = action.locator('.monaco-checkbox, input').first();
    await eventually(
      'the tick',
      () => box.getAttribute('aria-checked'),
      (checked) => checked === 'true',
    );
    await workbench.press('Enter');
    await workbench.page.waitForSelector(`.tab.active[aria-label^="${latest}"]`);
    await eventually('the note', text, (shown) => /## Action items\n\n\* \S/.test(shown));
    await workbench.screenshot('keyboard-new-note');
    await workbench.save();
  });

  it('fixes a problem', async () => {
    await workbench.quickOpen('20260331_meeting_notes.md');
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await workbench.press('Control+Home', 'F8', 'Escape');
    const title = 'Insert Section "Highlights since the last meeting"';
    await workbench.quickFixes(title);
    await goDownTo(workbench.page.locator('.action-widget .monaco-list-row.focused'), title);
    await workbench.press('Enter');
    await eventually('the section', text, (shown) => shown.includes('## Highlights since the last meeting'));
    await workbench.save();
  });

  it('inserts a reference', async () => {
    await workbench.press('Control+End');
    await workbench.type('\nsee ');
    await workbench.runCommand('Office Hours: Insert Reference…');
    await workbench.typeInBox('rules dry');
    await listRows('Dry run').waitFor();
    await workbench.press('Enter');
    await eventually('the reference', text, (shown) => shown.includes('see PR #209'));
    await workbench.save();
  });

  it('hears each row of the action items, goes to one and opens it', async () => {
    await goToItem(item);
    const labels = await items().evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    );
    const group = /, \d+ action items?$/;
    const one = /, (?:owner .+|without an owner), of \d{4}-\d\d-\d\d, (?:new|open for )/;
    assert.ok(labels.length > 5);
    for (const label of labels) assert.match(label, new RegExp(`${group.source}|${one.source}`));
    assert.ok((await spoken()).includes(item));
    await workbench.press('Enter');
    await workbench.page.waitForSelector('.editor-group-container.active .monaco-editor.focused');
    await eventually('the note of the item', text, (shown) => shown.includes(item));
  });

  it('marks an item as done', async () => {
    await goToItem(item);
    await workbench.press('Shift+F10');
    const entry = workbench.page.locator(
      '.context-view .action-item.focused, .monaco-menu .action-item.focused',
    );
    await goDownTo(entry, 'Mark as Done');
    await workbench.screenshot('keyboard-menu');
    await workbench.press('Enter');
    await eventually(
      'the list without it',
      () => items().allInnerTexts(),
      (found) => found.length > 0 && !found.some((row) => row.includes(item)),
    );
  });

  it('filters the items, and says so', async () => {
    await workbench.runCommand('Office Hours: Filter Action Items…');
    await workbench.typeInBox('wren');
    await workbench.press('Enter');
    await eventually(
      'the items with the word',
      () => items().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '')),
      (found) => found.length > 0 && found.every((label) => /wren|, \d+ action items?$/.test(label)),
    );
    await workbench.page.locator('.part.sidebar').getByText('Filter: wren').waitFor();
    await workbench.screenshot('keyboard-filter');
  });

  it('finishes the note with what is ticked', async () => {
    await workbench.quickOpen(latest);
    await workbench.runCommand('Office Hours: Finish This Note');
    const words = 'references are not links';
    await listRows(words).waitFor();
    await goDownTo(focusedInput(), words);
    await workbench.press('Space', 'Enter');
    await eventually('the links', text, (shown) => /\[PR #\d+\]\(https:/.test(shown));
  });

  it('has names for the entries of the status bar', async () => {
    const status = workbench.page.locator('#status\\.languageStatus');
    const label = (await status.getAttribute('aria-label')) ?? '';
    assert.match(
      label,
      /Office Hours, GitHub: signed out \(public repositories only\), .*Office Hours note, Learned from \d+ notes, .*Notes in docs\/office-hours/,
    );
  });

  it('has not used the mouse', async () => {
    assert.equal(await pointed(), 0);
  });
});
