/** The view of open action items, as a writer uses it. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { eventually } from './eventually.mjs';
import { openWithStandIn } from './openWithGitHub.mjs';
import { openWorkbench } from './session.mjs';

describe('the view of action items', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  before(async () => {
    workbench = await openWorkbench({ settings: { 'officeHours.github.enabled': false } });
  });

  after(() => workbench?.close());

  const rows = () => workbench.page.locator('.part.sidebar .monaco-list-row');

  it('lists the items by owner, opens their line and marks one as done', async () => {
    const { page } = workbench;
    await workbench.quickOpen('20260804_meeting_notes.md');
    await workbench.runCommand('Office Hours: Show Action Items');
    const texts = await eventually(
      'the items',
      () => rows().allInnerTexts(),
      (found) => found.some((row) => row.startsWith('Tove')),
    );
    assert.match(texts[0] ?? '', /^Without an owner/);
    const item = rows().filter({ hasText: 'draft the announcement of 1.0' }).first();
    const label = (await item.getAttribute('aria-label')) ?? '';
    assert.match(label, /^draft the announcement of 1\.0, owner wren, of 2026-08-04, new/);
    await workbench.screenshot('action-items');
    await item.click();
    await item.hover();
    await item.getByRole('button', { name: 'Mark as Done' }).click();
    await eventually(
      'the mark',
      () => page.locator('.monaco-editor .view-lines').first().innerText(),
      (text) => /draft\sthe\sannouncement\sof\s1\.0\s\(done\)/.test(text),
    );
    await eventually(
      'the list without it',
      () => rows().allInnerTexts(),
      (found) => !found.some((row) => row.includes('draft the announcement of 1.0')),
    );
  });

  it('opens GitHub’s form for an issue of an item, filled in, and sends nothing', async () => {
    const { page } = workbench;
    /** @type {string[]} */
    const asked = [];
    await page.context().route('https://github.com/**', (route) => {
      asked.push(route.request().method());
      return route.fulfill({ contentType: 'text/plain', body: 'the form' });
    });
    const form = await createIssue(workbench, 'write the message, and test it');
    const url = new URL(form.url());
    assert.equal(url.origin + url.pathname, 'https://github.com/lantern-project/lantern/issues/new');
    // Whatever encodes the address once more leaves `%20` in the fields.
    assert.deepEqual(
      [...url.searchParams],
      [
        ['title', 'write the message, and test it'],
        ['body', 'write the message, and test it\n\nFrom the notes of 2026-08-04.\n'],
      ],
    );
    assert.deepEqual([...new Set(asked)], ['GET']);
    await form.close();
  });
});

/**
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} item in the view
 * @returns {Promise<import('playwright-core').Page>} the page of the form
 */
async function createIssue(workbench, item) {
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

describe('an issue that is created for an action item', () => {
  /** @type {Awaited<ReturnType<typeof openWithStandIn>> | undefined} */
  let opened;
  before(async () => {
    opened = await openWithStandIn('20260804_meeting_notes.md');
  });

  after(() => opened?.workbench.close());

  it('is referred to in the item when the writer comes back to the window', async () => {
    assert.ok(opened);
    const { workbench, github } = opened;
    const { page } = workbench;
    const item = 'write the message, and test it';
    await workbench.runCommand('Office Hours: Show Action Items');
    await page.locator('.part.sidebar .monaco-list-row').filter({ hasText: item }).first().waitFor();
    await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'the form' }));
    github.addIssue('lantern-project/lantern', item);
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

describe('a small archive without action items', () => {
  const folder = join(temporaryFolder('no-items'), 'project');
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    mkdirSync(join(folder, 'meetings'), { recursive: true });
    for (const day of ['2026-01-06', '2026-01-20', '2026-02-03'])
      writeFileSync(
        join(folder, 'meetings', `${day}.md`),
        `# Sync ${day}\n\n## Topics\n\n* it works (BUG-7)\n`,
      );
    mkdirSync(join(folder, '.office-hours'));
    writeFileSync(
      join(folder, '.office-hours', 'sync.md'),
      '---\nnotes: meetings/*.md\nreferences:\n  BUG-: https://bugs.example.org/show.cgi?id={id}&next=a%2Fb\n---\n# Sync {date}\n\n## Topics\n',
    );
    workbench = await openWorkbench({ folder, settings: { 'officeHours.github.enabled': false } });
  });

  after(async () => {
    await workbench?.close();
    removeTemporary(dirname(folder));
  });

  it('opens a reference at its address as it is', async () => {
    const { page } = workbench;
    await page.context().route('https://bugs.example.org/**', (route) => route.fulfill({ body: 'the bug' }));
    await workbench.quickOpen('2026-02-03.md');
    await workbench.goTo(5);
    await workbench.press('End', 'ArrowLeft', 'ArrowLeft');
    const opened = page.context().waitForEvent('page');
    await workbench.runCommand('Office Hours: Open Reference on GitHub');
    const leave = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
    await Promise.race([opened, leave.click()]);
    assert.equal((await opened).url(), 'https://bugs.example.org/show.cgi?id=7&next=a%2Fb');
    await (await opened).close();
  });

  it('says so in the view, and offers the next note', async () => {
    await workbench.quickOpen('2026-02-03.md');
    await workbench.runCommand('Office Hours: Show Action Items');
    const view = workbench.page.locator('.sidebar .welcome-view-content');
    await view.getByText('There are no open action items in the notes.').waitFor();
    await workbench.screenshot('no-action-items');
    await view.getByRole('button', { name: 'New Office Hours Note' }).click();
    const { title } = await workbench.quickInput();
    assert.match(title, /New office hours note/i);
    await workbench.press('Escape');
  });
});
