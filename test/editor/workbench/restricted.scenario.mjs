/** Restricted Mode: a stranger's folder. Everything local works, GitHub is not asked, and the status says why. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startEditorGitHub } from '../../../scripts/stages/editorGitHub.mjs';
import { expectStatus } from './languageStatus.mjs';
import { openWorkbench } from './session.mjs';
import { eventually } from './workbench.mjs';

const note = '20260512_meeting_notes.md';

describe('a folder that is not trusted', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {Awaited<ReturnType<typeof startEditorGitHub>>} */
  let github;

  before(async () => {
    github = await startEditorGitHub('workbench');
    workbench = await openWorkbench({
      trusted: false,
      settings: {
        'officeHours.github.apiUrl': github.addresses.split(' ')[0],
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    await workbench.quickOpen(note);
  });

  after(async () => {
    await workbench?.close();
    await github?.stop();
  });

  /** @returns {Promise<string[]>} */
  async function requests() {
    return (await fetch(`${github.addresses.split(' ')[1]}/requests`)).json();
  }

  /**
   * Opens the question from the status and answers it.
   * @param {string} button
   */
  async function answer(button) {
    await workbench.page.locator('.hover-language-status').getByText('Allow…').click();
    const question = workbench.page.locator('.monaco-dialog-box');
    await question.waitFor();
    assert.match(
      await question.innerText(),
      /Allow "Office Hours Notes" to look up .* at http:\/\/127\.0\.0\.1:\d+\?[\s\S]*officeHours\.github\.apiUrl/,
    );
    await workbench.screenshot('question-for-another-api');
    await question.getByRole('button', { name: button, exact: true }).click();
  }

  it('is in Restricted Mode', async () => {
    await workbench.page
      .locator('#status\\.workspaceTrust, #status\\.workspaceTrust\\.untrusted')
      .first()
      .waitFor();
    assert.ok((await workbench.statusBar()).some((text) => text.includes('Restricted Mode')));
  });

  it('has its notes checked and mended', async () => {
    await workbench.problems((rows) => rows.some((row) => row.includes('todo-owner-missing')));
    await workbench.goTo(21, 4);
    await workbench.applyQuickFix('Assign to okan');
    await workbench.save();
    assert.match(workbench.readFile(join('docs', 'office-hours', note)), /TODO\(okan\): find a machine/);
  });

  it('has hovers from the notes, and completion', async () => {
    await workbench.goTo(7, 1);
    await workbench.hover('#248', /lantern-project\/lantern#248/);
    await workbench.press('Control+End');
    await workbench.type('* see PR #');
    await workbench.suggestions();
    await workbench.press('Escape');
  });

  it('says that GitHub is not asked, and asks it nothing', async () => {
    await expectStatus(workbench, /GitHub lookups are off[\s\S]*not trusted[\s\S]*Manage Trust/);
    await workbench.screenshot('restricted-mode');
    const commands = await workbench.commands('Office Hours: ', 'Office Hours: Clear GitHub Cache');
    assert.ok(!commands.includes('Office Hours: Refresh Titles from GitHub'), commands.join());
    assert.deepEqual(await requests(), []);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0, 'a question');
  });

  it('asks GitHub once it is trusted, and after the user allowed the address in the status', async () => {
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByText('Trust', { exact: true })
      .first()
      .click();
    await workbench.page.getByText('You trust this folder').waitFor();
    const modal = workbench.page.locator('.monaco-modal-editor-block');
    await modal
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    await modal.waitFor({ state: 'hidden' });
    await expectStatus(
      workbench,
      /GitHub lookups are off[\s\S]*127\.0\.0\.1:\d+ is not allowed yet[\s\S]*Allow…/,
    );
    await workbench.screenshot('status-not-allowed-yet');
    assert.deepEqual(await requests(), []);
    await answer('Do Not Allow');
    await expectStatus(
      workbench,
      /GitHub lookups are off[\s\S]*127\.0\.0\.1:\d+ is not allowed[^ ][\s\S]*Allow…/,
    );
    assert.deepEqual(await requests(), []);
    await answer('Allow');
    await eventually('a request', requests, (found) => found.length > 0);
    await expectStatus(workbench, /signed out|up to date/);
  });
});
