/** What is offered while a reference is typed, with a GitHub behind the editor. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { root } from '../../../scripts/cache.mjs';
import { openWorkbench } from './session.mjs';
import { eventually } from './workbench.mjs';

const note = '20260804_meeting_notes.md';
const path = join('docs', 'office-hours', note);

describe('completion with GitHub', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('node:child_process').ChildProcess} */
  let github;
  /** @type {string} */
  let start;

  before(async () => {
    const outfile = join(root, 'out', 'completionGitHub.cjs');
    buildSync({
      entryPoints: [join(root, 'test', 'helpers', 'github', 'serve.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    github = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(github.stdout);
    const [url] = await once(createInterface(github.stdout), 'line');
    workbench = await openWorkbench({ settings: { 'officeHours.github.apiUrl': url } });
    start = workbench.readFile(path);
    await workbench.quickOpen(note);
    // The question may have gone from the corner while the editor started.
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.getByRole('button', { name: 'Allow', exact: true }).click();
    await workbench.press('Escape');
    await eventually(
      'a title from GitHub',
      async () => {
        await begin('\nsee PR #209');
        await workbench.press('Control+Space');
        return titles().catch(() => []);
      },
      (found) => found.some((title) => title.includes('Dry run')),
      30_000,
    );
  });

  after(async () => {
    await workbench?.close();
    github?.kill();
  });

  /** The titles beside the numbers, from above. */
  async function titles() {
    await workbench.suggestions();
    return workbench.page
      .locator('.suggest-widget.visible .monaco-list-row .signature-label')
      .allInnerTexts();
  }

  /** @param {string} text follows the note as it was */
  async function begin(text) {
    await workbench.focusEditor();
    await workbench.press('Escape', 'Control+A', 'Delete');
    await workbench.page.keyboard.insertText(start);
    await workbench.press('Control+End');
    await workbench.type(text);
  }

  /** @param {string} typed */
  async function expectTyped(typed) {
    await workbench.press('Escape');
    await workbench.save();
    assert.equal(workbench.readFile(path).slice(start.length), typed);
  }

  it('narrows the list by words of the title, in any order, blanks included', async () => {
    await begin('\nsee PR #');
    await workbench.suggestions();
    await workbench.screenshot('completion-github');
    await workbench.type('dry rules');
    await eventually('only what has the words', titles, (found) => found.length === 1);
    await workbench.screenshot('completion-github-words');
    await workbench.acceptSuggestion('#209');
    await expectTyped('\nsee PR #209');
  });

  it('leaves Enter a line end behind "#" and behind prose', async () => {
    await begin('\nsee PR #');
    await workbench.suggestions();
    await workbench.press('Enter');
    await workbench.type('issue # of words');
    await workbench.press('Enter');
    await expectTyped('\nsee PR #\nissue # of words\n');
  });

  it('tells more of the item in focus', async () => {
    await begin('\nsee PR #');
    await workbench.type('209');
    await workbench.suggestions('#209');
    await workbench.press('Control+Space');
    const told = workbench.page.locator('.suggest-details-container');
    await eventually(
      'what GitHub knows',
      async () => ((await told.isVisible()) ? told.innerText() : ''),
      (text) => text.includes('Milestone: 0.10') && text.includes('without doing it'),
    );
    await workbench.screenshot('completion-github-details');
    await workbench.press('Control+Space', 'Escape');
  });

  it('fills the list of a repository that no note has named before', async () => {
    await begin('\nsee example-org/large#');
    const rows = await workbench.suggestions();
    assert.ok(rows.every(({ label }) => /^#\d+$/.test(label)));
    await workbench.screenshot('completion-github-other');
    await workbench.press('Escape');
  });
});
