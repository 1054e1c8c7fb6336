/** The snippets, typed: each prefix and Ctrl+Space, Tab from stop to stop, a choice from its list. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/cache.mjs';
import { eventually } from '../eventually.mjs';

/** @type {Record<string, { prefix: string | string[], description: string, body: string[] }>} */
const snippets = JSON.parse(readFileSync(join(root, 'snippets', 'office-hours.json'), 'utf8'));

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const typedSnippets = (open) =>
  describe('snippets', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;

    before(async () => {
      workbench = await open();
      await workbench.quickOpen('20260804_meeting_notes.md');
    });

    /** Empties the document and leaves any snippet. */
    async function clear() {
      await workbench.focusEditor();
      await workbench.press('Escape', 'Escape', 'Control+A', 'Delete');
    }

    for (const [title, { prefix, body }] of Object.entries(snippets)) {
      for (const typed of [prefix].flat()) {
        it(`shows ${title} for ${typed}`, async () => {
          await clear();
          await workbench.type(typed);
          await workbench.press('Control+Space');
          const rows = await workbench.suggestions(typed);
          assert.equal(rows[0]?.label, typed);
          await workbench.screenshot(`snippet-${typed}`);
          await workbench.press('Tab');
          const [first = ''] = body;
          const start = first.slice(0, first.indexOf('$'));
          await eventually(
            'the snippet',
            () => workbench.visibleText(),
            (text) => text.startsWith(start) && !text.includes(typed),
          );
        });
      }
    }

    it('shows all of them for what their prefixes have in common', async () => {
      await clear();
      await workbench.type('oh');
      await workbench.press('Control+Space');
      await workbench.suggestions('ohtopic');
      await workbench.screenshot('snippets');
      await workbench.press('Escape');
    });

    it('offers the labels of the recording line in a list', async () => {
      await clear();
      await workbench.type('ohrecording');
      await workbench.press('Control+Space');
      await workbench.acceptSuggestion('ohrecording');
      const rows = await workbench.suggestions('Link to YouTube recording');
      assert.deepEqual(
        rows.map(({ label }) => label),
        ['YouTube Link', 'YouTube', 'Link to YouTube recording'],
      );
      await workbench.screenshot('snippet-choice');
      // What is taken from a choice's list is done with: the cursor goes on by itself.
      await workbench.press('ArrowDown', 'Enter');
      await eventually(
        'the label',
        () => workbench.visibleText(),
        (text) => text === 'YouTube: ',
      );
      await workbench.type('https://youtu.be/x');
      await eventually(
        'the line',
        () => workbench.visibleText(),
        (text) => text === 'YouTube: https://youtu.be/x',
      );
    });

    it('fill a whole note from the keyboard', async () => {
      await clear();
      await workbench.type('ohnote');
      await workbench.press('Control+Space');
      await workbench.acceptSuggestion('ohnote');
      await eventually(
        'the template',
        () => workbench.visibleText(),
        (text) => text.includes('## Misc'),
      );
      await workbench.screenshot('snippet-template');
      const typed = ['lantern', '2026-08-04', 'https://youtu.be/x', 'Search is in', '280', 'Search', 'Speed'];
      for (const text of [...typed, 'It is fast.', 'okan', 'say so']) {
        await workbench.type(text);
        await workbench.press('Tab');
      }
      await workbench.type('Bye.');
      const text = await eventually(
        'the note',
        () => workbench.visibleText(),
        (shown) => shown.includes('Bye.'),
      );
      await workbench.screenshot('snippet-template-filled');
      for (const line of [
        '# lantern office hours 2026-08-04',
        'YouTube Link: https://youtu.be/x',
        '* Search is in (PR #280)',
        '## Search',
        '### Speed',
        'It is fast.',
        '* TODO(okan): say so',
      ]) {
        assert.ok(text.split('\n').includes(line), `${line}\nis not in\n${text}`);
      }
      const problems = await workbench.problems((rows) => rows.length === 0);
      assert.deepEqual(problems, []);
    });
  });
