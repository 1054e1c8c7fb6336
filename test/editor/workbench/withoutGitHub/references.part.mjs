/** Inserting references that only the notes know, and what the language status says then. */

import assert from 'node:assert/strict';
import { isKnown } from '../isKnown.mjs';
import { expectStatus } from '../languageStatus.mjs';
import { eventually } from '../workbench.mjs';

const note = '20260804_meeting_notes.md';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const referencesOfNotes = (open) =>
  describe('references', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.useTheme('light');
      await workbench.quickOpen(note);
    });

    it("lists the notes' own and inserts what is chosen", async () => {
      await isKnown(workbench, 'Office Hours: Insert Reference…');
      await workbench.goTo(1, 1);
      await workbench.press('Control+End');
      await workbench.type('see ');
      const rows = await eventually(
        'the references of all notes',
        async () => {
          await workbench.press('Escape');
          await workbench.runCommand('Office Hours: Insert Reference…');
          const { rows: listed } = await eventually(
            'the list',
            () => workbench.quickInput(),
            ({ title, rows: shown }) => title === 'Insert Reference' && shown.length > 0,
          );
          return listed;
        },
        (found) => found.includes('#273'),
      );
      // As many as are in view; the list begins with the latest note.
      assert.ok(rows.length > 5 && rows.every((row) => /^#\d+$/.test(row)), rows.join());
      await workbench.page.keyboard.type('21', { delay: 20 });
      const narrowed = await eventually(
        'those that begin with the digits',
        async () => (await workbench.quickInput()).rows,
        (found) => found.length > 0 && found.every((row) => row.startsWith('#21')),
      );
      await workbench.screenshot('insert-reference-without-github');
      await workbench.press('Enter');
      await eventually(
        `the first of ${narrowed.join()}`,
        () => workbench.visibleText(),
        (text) => new RegExp(`see (?:PR |issue )?${narrowed[0]}`).test(text),
      );
    });

    it('takes what answers all the digits, however soon Enter follows', async () => {
      await workbench.goTo(1, 1);
      await workbench.press('Control+End');
      await workbench.type('\nalso ');
      await workbench.runCommand('Office Hours: Insert Reference…');
      await eventually(
        'the list',
        () => workbench.quickInput(),
        ({ title, rows: shown }) => title === 'Insert Reference' && shown.length > 0,
      );
      await workbench.page.keyboard.type('209');
      await workbench.press('Enter');
      await eventually(
        'the reference with the digits',
        () => workbench.visibleText(),
        (text) => /also (?:PR |issue )?#209/.test(text),
      );
    });

    it('says in the status that GitHub is off, and offers the setting', async () => {
      await expectStatus(
        workbench,
        /GitHub lookups are off[\s\S]*officeHours\.github\.enabled[\s\S]*Open Settings/,
      );
      await workbench.screenshot('status-off-light');
    });
  });
