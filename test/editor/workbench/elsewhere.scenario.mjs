/** Markdown that is no note: the same keys give the same text with the extension and without it, and the view offers to begin. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/temporary.mjs';
import { openWorkbench } from './session.mjs';

/** A folder of Markdown without a note. */
function plainFolder() {
  const folder = join(temporaryFolder('plain'), 'plain');
  mkdirSync(join(folder, 'empty'), { recursive: true });
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'one.md'), '# One\n');
  writeFileSync(join(folder, 'alpha.md'), '# Alpha\n\n## First\n');
  writeFileSync(join(folder, 'page.md'), '# Page\n\n');
  return folder;
}

/** @param {import('./workbench.mjs').Workbench} workbench types what lists react to; gives the text */
async function write(workbench) {
  const row = workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await workbench.quickOpen('page.md');
  await workbench.press('Control+End');
  await workbench.type('[a](./');
  await row.waitFor();
  await workbench.press('Enter');
  await workbench.press('End');
  await workbench.type('\n[b](#');
  await row.waitFor();
  await workbench.press('Tab');
  await workbench.press('End');
  for (const line of ['', 'issue #27', 'PR #', '* TODO: mi', '## Mi', '@mi']) {
    // The editor's own lists take keys: without the extension it depends on who is faster whether one is open by the next key.
    for (const part of line.split(/(?<=[#@:])/)) {
      await workbench.type(part);
      await workbench.settle();
    }
    await workbench.press('Enter');
  }
  await workbench.type('al');
  await workbench.press('Control+Space');
  await row.waitFor();
  await workbench.press('Enter', 'Escape');
  await workbench.save();
  return workbench.readFile('page.md');
}

describe('a folder without notes', () => {
  const folder = plainFolder();
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ folder });
  });

  after(() => workbench?.close());

  const icon = () => workbench.page.locator('.activitybar .action-item a[aria-label^="Office Hours"]');

  it('has no view before Markdown was opened', async () => assert.equal(await icon().count(), 0));

  it('is written as without the extension', async () => {
    const text = await write(workbench);
    const without = await openWorkbench({ folder, without: true });
    const textWithout = await write(without);
    await without.close();
    assert.ok(textWithout.includes('[a](./alpha.md'), textWithout);
    assert.equal(text, textWithout);
  });

  it('has the entries of the Explorer on folders with Markdown alone', async () => {
    await workbench.quickOpen('page.md');
    for (const [name, expected] of /** @type {const} */ ([
      ['pages', true],
      ['empty', false],
    ])) {
      const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
      await row.click({ button: 'right' });
      const entries = workbench.page.locator('.monaco-menu .action-label');
      await entries.filter({ hasText: 'New File...' }).waitFor();
      const labels = await entries.allInnerTexts();
      assert.equal(
        labels.some((label) => /office hours note/i.test(label)),
        expected,
        labels.join(),
      );
      assert.equal(
        labels.some((label) => /template from notes/i.test(label)),
        expected,
        labels.join(),
      );
      await workbench.press('Escape');
    }
  });

  it('offers a new note, the folder of the notes and the walkthrough', async () => {
    await workbench.quickOpen('page.md');
    await icon().click();
    const view = workbench.page.locator('.sidebar .welcome-view-content');
    await view.getByText('No meeting notes were found in this folder.').waitFor();
    for (const name of ['New Office Hours Note', 'Choose Notes Folder'])
      await view.getByRole('button', { name }).waitFor();
    await workbench.screenshot('welcome-view');
    await view.getByText('walkthrough', { exact: true }).click();
    await workbench.page.waitForSelector('.getting-started-step.expanded');
  });
});
