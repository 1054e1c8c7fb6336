/** A folder with three notes: its references to elsewhere, and the view where there are no action items. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { openWorkbench } from './session.mjs';

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
