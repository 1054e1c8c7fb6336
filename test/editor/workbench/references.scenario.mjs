/** Pasting and inserting references, and what the language status says, with a GitHub behind the editor. */

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
const url = 'https://github.com/lantern-project/lantern/pull/209';

describe('references with GitHub', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('node:child_process').ChildProcess} */
  let github;
  /** @type {string} */
  let start;

  before(async () => {
    const outfile = join(root, 'out', 'referencesGitHub.cjs');
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
    const [address] = await once(createInterface(github.stdout), 'line');
    workbench = await openWorkbench({
      settings: { 'officeHours.github.apiUrl': address },
      replaced: {
        name: 'github-authentication',
        by: join(root, 'test', 'editor', 'workbench', 'sampleSignIn'),
      },
    });
    start = workbench.readFile(path);
    await workbench.quickOpen(note);
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.getByRole('button', { name: 'Allow', exact: true }).click();
    await workbench.press('Escape');
  });

  after(async () => {
    await workbench?.close();
    github?.kill();
  });

  /** @param {string} text follows the note as it was */
  async function begin(text) {
    await workbench.focusEditor();
    await workbench.press('Escape', 'Control+A', 'Delete');
    await workbench.page.keyboard.insertText(start + text);
    await workbench.press('Control+End');
  }

  /** @param {string} typed */
  async function expectTyped(typed) {
    await workbench.save();
    assert.equal(workbench.readFile(path).slice(start.length), typed);
  }

  it('lists what GitHub has and inserts what is chosen', async () => {
    await begin('\nsee ');
    await workbench.runCommand('Office Hours: Insert a reference…');
    await eventually(
      'the list',
      async () => (await workbench.quickInput()).title,
      (title) => title === 'Insert a reference',
    );
    await workbench.page.keyboard.type('rules dry', { delay: 20 });
    const rows = await eventually(
      'the one with the words',
      async () => (await workbench.quickInput()).rows,
      (found) => found.length > 0 && found.every((row) => row.includes('Dry run')),
    );
    assert.match(rows[0] ?? '', /^#209 /);
    await workbench.screenshot('insert-reference');
    await workbench.press('Enter');
    await eventually(
      'the reference',
      () => workbench.visibleText(),
      (text) => text.includes('see PR #209'),
    );
    await expectTyped('\nsee PR #209');
  });

  it('pastes a URL as it is and offers it in other words', async () => {
    await begin(`\n${url}`);
    await workbench.press('Shift+Home', 'Control+X');
    await workbench.type('* ');
    await workbench.press('Control+V');
    await eventually(
      'the URL',
      () => workbench.visibleText(),
      (text) => text.includes(`* ${url}`),
    );
    await workbench.page.locator('.post-edit-widget').waitFor();
    await workbench.press('Control+.');
    const rows = workbench.page.locator('.action-widget .monaco-list-row.action');
    const titles = await eventually(
      'what is offered',
      () => rows.allInnerTexts(),
      (found) => found.length > 1,
    );
    assert.ok(
      titles.some((title) => title.includes('Insert PR #209')),
      titles.join(),
    );
    assert.ok(
      titles.some((title) => title.includes('Insert a link with the title')),
      titles.join(),
    );
    await workbench.screenshot('paste-reference');
    await rows.filter({ hasText: 'Insert PR #209' }).first().click();
    await eventually(
      'the short form',
      () => workbench.visibleText(),
      (text) => text.includes('* PR #209'),
    );
    await expectTyped('\n* PR #209');
  });

  it('says in the status what goes on, and offers to sign in', async () => {
    await workbench.page.locator('#status\\.languageStatus').hover();
    const status = workbench.page.locator('.hover-language-status', { hasText: 'signed out' });
    await status.waitFor();
    await workbench.screenshot('github-status');
    assert.match(await status.innerText(), /works for public repositories[\s\S]*Sign in/);
  });

  it('signs in when asked to, with no more than was chosen, and forgets it again', async () => {
    await workbench.runCommand('Office Hours: Sign in to GitHub');
    await workbench.pick('Public repositories');
    await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Allow' }).click();
    await expectStatus(/up to date at \d\d:\d\d/);
    await workbench.screenshot('signed-in');
    await workbench.runCommand('Office Hours: Forget the GitHub sign-in');
    await expectStatus(/signed out/);
  });

  /** @param {RegExp} pattern */
  async function expectStatus(pattern) {
    await eventually(
      'the status',
      async () => {
        // A hover answers to movement, so come from elsewhere.
        await workbench.page.mouse.move(600, 300);
        await workbench.page.locator('#status\\.languageStatus').hover();
        await workbench.page.locator('.hover-language-status').first().waitFor();
        return (await workbench.page.locator('.hover-language-status').allInnerTexts()).join('\n');
      },
      (text) => pattern.test(text),
    );
  }
});
