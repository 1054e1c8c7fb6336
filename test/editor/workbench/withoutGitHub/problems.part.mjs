/** Mistakes of a note as its writer meets them: squiggles, the Problems panel, the light bulb. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../eventually.mjs';

const folder = 'docs/office-hours';
const name = '20260901_meeting_notes.md';

/** What goes wrong in the hurry of a meeting. */
const hurried = `# lantern office hours 2025-09-01
YouTube Link: https://youtu.be/EXAMPLE-0901
## Search

* Okan: the index is built twice, see [PR #275](https://github.com/lantern-project/lantern/pull/276).
* TODO: find out who needs the old index

## Ranking

* what changed (PR #274)

## Search

* TODO(wren): measure it again

## Action items

## Misc
`;

/** What the panel says, with the place, and under it what explains it. */
const reported = [
  'Title date 2025-09-01 differs from the date in the file name, 2026-09-01 title-date-mismatch [Ln 1, Col 24]',
  'Section "Highlights since the last meeting" is missing; the 8 notes before this one have it section-missing [Ln 3, Col 1]',
  '20260804_meeting_notes.md [Ln 5, Col 1]: The nearest of these notes',
  'Link text says #275 but links to #276 reference-label [Ln 5, Col 40]',
  '[Ln 5, Col 49]: Link target: #276',
  'Action item has no owner: "find out who needs the old index" todo-owner-missing [Ln 6, Col 3]',
  'Duplicate section "Search" section-duplicate [Ln 12, Col 1]',
  '[Ln 3, Col 1]: First section',
  'Template placeholder not filled in: "what changed" placeholder-left [Ln 10, Col 3]',
];

/** @typedef {import('../workbench.mjs').Workbench} Workbench */

/** @param {string} row of the panel */
function inOneLine(row) {
  return row
    .replace(`${name}\n`, '')
    .replaceAll('\n:\n', ': ')
    .split('\n')
    .filter((part) => part !== 'office-hours')
    .join(' ');
}

/** @param {() => Promise<Workbench>} open */
export const problems = (open) =>
  describe('problems', () => {
    /** @type {Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      writeFileSync(join(workbench.folder, folder, name), hurried);
      await workbench.quickOpen(name);
    });

    for (const theme of /** @type {const} */ (['dark', 'light'])) {
      describe(`in the ${theme} theme`, () => {
        before(() => workbench.useTheme(theme));

        it('are listed in the panel, what weighs more first', async () => {
          // The notes before this one are counted as they are read.
          const rows = await workbench.problems(
            (found) => found.length > reported.length && found.some((row) => inOneLine(row) === reported[1]),
          );
          assert.deepEqual(rows.slice(1).map(inOneLine), reported);
          assert.equal(rows[0], `${name}${folder}\n6`);
          await eventually(
            'the swatches of what is no colour to be gone',
            () => workbench.page.locator('.colorpicker-color-decoration').count(),
            (count) => count === 0,
          );
          await workbench.screenshot(`problems-panel-${theme}`);
        });

        it('are reported where the squiggle is', async () => {
          const said = await workbench.hover('TODO', /Action item/);
          const [words] = said.split('\n');
          assert.equal(
            words,
            `${reported[5]?.replace(/ todo-owner-missing .*/, '')}office-hourstodo-owner-missing`,
          );
          await workbench.screenshot(`problems-hover-${theme}`);
        });

        it('are mended from the light bulb with the keyboard', async () => {
          await workbench.goTo(6, 4);
          const titles = await workbench.quickFixes('Assign to wren');
          assert.equal(titles.length, 7);
          // Who is in the section, who is in the note, then others; last the comment.
          assert.deepEqual(titles.slice(0, 2), ['Assign to Okan', 'Assign to wren']);
          assert.equal(titles.at(-1), 'Ignore todo-owner-missing for This Line');
          await workbench.screenshot(`problems-light-bulb-${theme}`);
          await workbench.press('ArrowDown', 'Enter');
          await eventually(
            'the owner',
            () => workbench.visibleText(),
            (text) => text.includes('* TODO(wren): find out'),
          );
          await workbench.problems((rows) => !rows.some((row) => row.includes('todo-owner-missing')));
          await workbench.focusEditor();
          await workbench.press('Control+Z');
          await eventually(
            'the text as it was',
            () => workbench.visibleText(),
            (text) => text.includes('* TODO: find out'),
          );
          await workbench.problems((rows) => rows.some((row) => row.includes('todo-owner-missing')));
        });

        it('are mended by what the template has for the place', async () => {
          await workbench.goTo(3, 1);
          await workbench.quickFixes('Insert Section "Highlights since the last meeting"');
          await workbench.press('Enter');
          await eventually(
            'the section',
            () => workbench.visibleText(),
            (text) => text.includes('## Highlights since the last meeting'),
          );
          await workbench.problems((rows) => !rows.some((row) => row.includes('section-missing')));
          await workbench.screenshot(`problems-section-inserted-${theme}`);
          await workbench.focusEditor();
          await workbench.press('Control+Z');
          await workbench.problems((rows) => rows.some((row) => row.includes('section-missing')));
        });
      });
    }
  });
