/** The workbench opens a note and takes what is typed. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../workbench.mjs';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const writing = (open) =>
  describe('writing', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
    });

    for (const theme of /** @type {const} */ (['dark', 'light'])) {
      describe(`in the ${theme} theme`, () => {
        before(() => workbench.useTheme(theme));

        it('opens a note, types and saves', async () => {
          const [note] = readdirSync(join(workbench.folder, 'docs'), { recursive: true, encoding: 'utf8' })
            .filter((path) => path.endsWith('.md'))
            .sort();
          assert.ok(note, 'the samples hold no note');
          await workbench.quickOpen(note.split(/[\\/]/).at(-1) ?? note);
          await workbench.goTo(1, 1);
          await workbench.press('Control+End');
          await workbench.type(`\nA line typed in the ${theme} theme.`);
          await eventually(
            'the typed line',
            () => workbench.visibleText(),
            (text) => text.includes(`A line typed in the ${theme} theme.`),
          );
          await workbench.screenshot(`writing-${theme}`);
          await workbench.save();
          assert.ok(workbench.readFile(join('docs', note)).endsWith(`\nA line typed in the ${theme} theme.`));
        });
      });
    }
  });
