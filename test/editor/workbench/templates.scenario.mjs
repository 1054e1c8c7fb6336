/** Template files as a writer meets them: several meetings to choose from, a template being written, what one says. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { isKnown } from './isKnown.mjs';
import { openWorkbench } from './session.mjs';
import { shareWorkbench } from './sharedWorkbench.mjs';
import { eventually } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const newNote = 'Office Hours: New office hours note';

describe('template files', () => {
  /** @type {Workbench} */
  let workbench;

  const examples = join(root, 'examples');
  const open = shareWorkbench(() => openWorkbench({ folder: examples }), examples);

  beforeEach(async () => {
    workbench = await open();
  });

  it('are meetings to choose from, and the note goes where its series is', async () => {
    const { page } = workbench;
    await isKnown(workbench, newNote);
    await workbench.runCommand(newNote);
    const { rows: meetings } = await eventually(
      'the list of meetings',
      () => workbench.quickInput(),
      ({ title, rows }) => title === 'New office hours note' && rows.length === 6,
    );
    assert.deepEqual([...meetings].sort(), ['call', 'community', 'cpc', 'office-hours', 'releases', 'tsc']);
    await workbench.screenshot('meetings');
    await workbench.pick('tsc');
    await eventually(
      'the list of dates',
      () => workbench.quickInput(),
      ({ rows }) => rows.includes('Another date…'),
    );
    const folder = join(workbench.folder, 'nodejs-like', 'meetings');
    const before = readdirSync(folder);
    await workbench.press('Enter');
    await eventually(
      'what the note can begin with',
      () => workbench.quickInput(),
      ({ rows }) => rows.includes('Attendees'),
    );
    await workbench.press('Enter');
    const [added = ''] = await eventually(
      'the new note',
      async () => readdirSync(folder).filter((name) => !before.includes(name)),
      ({ length }) => length === 1,
    );
    const date = added.slice(0, 10);
    await page.waitForSelector(`.tab.active[aria-label^="${added}"]`);
    const text = readFileSync(join(folder, added), 'utf8');
    assert.match(text, new RegExp(`^# Fernway Technical Steering Committee \\(TSC\\) Meeting ${date}\n`));
    assert.doesNotMatch(text, /<!--/);
    await workbench.screenshot('note-of-a-template');
  });

  it('are written with completion, and say what is wrong in them', async () => {
    await workbench.quickOpen('office-hours.md');
    await workbench.goTo(2);
    await workbench.type('date: ti');
    await workbench.press('Control+Space');
    await workbench.suggestions('title');
    await workbench.screenshot('template-completion');
    await workbench.acceptSuggestion('title');
    await workbench.press('Enter');
    await workbench.type('evry: Monday');
    await workbench.press('Enter');
    const found = await workbench.problems((rows) => rows.some((row) => row.includes('evry')));
    assert.ok(found.some((row) => row.includes('every')));
    await workbench.screenshot('template-problems');
  });

  it('say what the references of a series mean, and who its people are', async () => {
    await workbench.quickOpen('2025-02-05.md');
    await workbench.hover('CVE-2025-0001', /cve\.org/);
    await workbench.screenshot('hover-prefix');
    await workbench.hover('TSC#58', /fernway\/TSC/);
    // Under the heading of its repository a bare number is of that one.
    await workbench.hover('#1198', /fernway\/fernway/);
    await workbench.goTo(20);
    await workbench.press('End');
    await workbench.press('Enter');
    await workbench.type('ACTION ITEM: @');
    const offered = await workbench.suggestions();
    const roster = ['@inesok', '@rfalk', '@sunnivad'];
    assert.deepEqual(
      roster.filter((login) => !offered.some(({ label }) => label.includes(login))),
      [],
    );
    await workbench.screenshot('roster');
  });
});
