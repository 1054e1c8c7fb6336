/** A template file that is learned from the notes. */

import assert from 'node:assert/strict';
import { isKnown } from '../isKnown.mjs';
import { eventually } from '../workbench.mjs';

const learn = 'Office Hours: Create Template from Notes';

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const learnedTemplate = (open) =>
  describe('template files', () => {
    it('are learned from the notes, and shown unsaved', async () => {
      const workbench = await open();
      await workbench.useTheme('light');
      await isKnown(workbench, learn);
      await workbench.runCommand(learn);
      await eventually(
        'the proposal',
        () => workbench.visibleText(),
        (text) => text.includes('Learned from'),
      );
      await workbench.screenshot('template-learned');
      assert.deepEqual(await workbench.problems((rows) => rows.length === 0), []);
    });
  });
