/** What is offered while a note is written, and what Enter does meanwhile. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from '../workbench.mjs';
import { WrittenOn } from '../writtenOn.mjs';

const note = '20260804_meeting_notes.md';
const path = join('docs', 'office-hours', note);

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const completion = (open) =>
  describe('completion', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    /** @type {WrittenOn} */
    let written;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen(note);
      written = new WrittenOn(workbench, path);
      await written.type('see PR #');
      const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
      await eventually(
        'numbers of the other notes',
        async () => {
          await workbench.press('Escape', 'Control+Space');
          await rows
            .first()
            .waitFor({ timeout: 2_000 })
            .catch(() => {});
          return rows.allInnerTexts();
        },
        (texts) => texts.some((text) => text.includes('2026-07-21')),
      );
    });

    const focused = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused');

    /** @param {string} label */
    async function expectFocus(label) {
      await eventually(
        `the focus on ${label}`,
        () => focused().locator('.label-name').allInnerTexts(),
        (labels) => labels[0] === label,
      );
    }

    it('offers pull requests behind "PR #", and what is typed first', async () => {
      await written.type('\nclosed PR #');
      const rows = await workbench.suggestions('#272');
      assert.deepEqual(
        rows.slice(0, 4).map(({ label }) => label),
        ['#', '#272', '#270', '#271'],
      );
      await expectFocus('#');
      await workbench.screenshot('completion-references');
    });

    it('leaves Enter a line end behind "PR #"', async () => {
      await written.type('\nclosed PR #');
      await workbench.suggestions('#272');
      await workbench.press('Enter');
      await workbench.type('next');
      await written.expect('\nclosed PR #\nnext');
    });

    it('leaves Enter a line end behind "#"', async () => {
      await written.type('\n* as in #');
      await workbench.suggestions('#272');
      await workbench.press('Enter');
      await workbench.type('next');
      await written.expect('\n* as in #\nnext');
    });

    it('takes what was chosen with the arrows', async () => {
      await written.type('\nclosed PR #');
      await workbench.suggestions('#272');
      await workbench.press('ArrowDown');
      await expectFocus('#272');
      await workbench.press('ArrowDown');
      await expectFocus('#270');
      await workbench.press('Enter');
      await workbench.type('!');
      await written.expect('\nclosed PR #270!');
    });

    for (const key of ['Tab', 'Enter']) {
      it(`takes with ${key} what was reached with the arrows behind digits`, async () => {
        await written.type('\nclosed PR #');
        await workbench.suggestions('#272');
        await workbench.type('26');
        await expectFocus('#26');
        await workbench.press('ArrowDown');
        await expectFocus('#268');
        await workbench.press(key);
        await workbench.type('!');
        await written.expect('\nclosed PR #268!');
      });
    }

    it('opens nothing on a heading’s own mark', async () => {
      await written.type('\n\n#');
      await workbench.press('Control+Space');
      // The snippets are what there is.
      const labels = (await workbench.suggestions()).map(({ label }) => label);
      assert.deepEqual(
        labels.filter((label) => label.startsWith('#')),
        [],
      );
      await workbench.press('Escape', 'Enter');
      await workbench.type('next');
      await written.expect('\n\n#\nnext');
    });

    it('offers people between the parentheses of "TODO("', async () => {
      await written.type('\n* TODO(');
      await workbench.suggestions('Tove');
      await workbench.screenshot('completion-owners');
      await workbench.type('mi');
      await expectFocus('mi');
      await workbench.press('ArrowDown');
      await expectFocus('Mirela');
      await workbench.press('Enter');
      await workbench.type('look');
      await written.expect('\n* TODO(Mirela): look');
    });

    it('offers people behind "TODO: " and lets one write on', async () => {
      await written.type('\n* TODO: ');
      await workbench.suggestions('Tove');
      await workbench.type('write it down');
      await workbench.press('Enter');
      await workbench.type('next');
      await written.expect('\n* TODO: write it down\nnext');
    });

    it('offers the sections that are missing behind "## "', async () => {
      written.start = written.start.replace('## Misc', '## Something else');
      await written.type('\n\n## ');
      const rows = await workbench.suggestions('Misc');
      assert.deepEqual(
        rows.slice(0, 2).map(({ label }) => label),
        ['##', 'Misc'],
      );
      await workbench.screenshot('completion-sections');
      await workbench.type('mi');
      await expectFocus('mi');
      await workbench.press('ArrowDown');
      await expectFocus('Misc');
      await workbench.press('Tab');
      await written.expect('\n\n## Misc');
    });

    it('offers sections while a heading of several words is typed', async () => {
      written.start = written.start.replace('## Highlights since the last meeting', '## Something new');
      await written.type('\n\n## ');
      await workbench.suggestions();
      await workbench.type('highlights si');
      const [, first] = await eventually(
        'the section behind what is typed',
        () => workbench.suggestions(),
        ([, row]) => row?.label.includes('Highlights since the last meeting') ?? false,
      );
      assert.ok(first, 'nothing is offered');
      // A list that is being asked for anew takes no Enter.
      await workbench.acceptSuggestion(first.label);
      await written.expect(`\n\n## ${first.label}`);
    });

    it('says in a hover what the notes know of a reference', async () => {
      await written.type('\nas said, issue #249');
      await workbench.hover('issue #249', /#249, an issue[\s\S]*Also in the note 2026-07-21\./);
      await workbench.screenshot('hover-reference');
    });
  });
