/** The colours of a note in the editor's default themes, as they are on the screen. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { colourOnScreen } from '../colourOnScreen.mjs';
import { eventually } from '../eventually.mjs';

const folder = 'docs/office-hours';
const name = '20260901_meeting_notes.md';

/** Everything the grammar knows, in the places where it may stand. */
const rich = `# lantern office hours 2026-09-01

YouTube Link: https://youtu.be/EXAMPLE-0901

## Highlights since the last meeting

* Faster start (PR #281), plain words before GH-282 and pr283
* Old names are refused, see issue 284 and lantern-project/demo#7
* https://github.com/lantern-project/lantern/pull/285/files

## PR #286: one heading with a number

* Okan: the index is built twice.
* Priya (Debian): waits for @wren-lantern and PRs #287, #288 and #289.

> Mirela said in a quote that #290 is enough.

| who | what |
| --- | --- |
| Tove | reads PR #291 |

Words in code: \`TODO(okan): see #292\` and no more.

\`\`\`sh
# TODO(okan): see PR #293
\`\`\`

## Action items

* TODO(Tove): write it down
* TODO: @jun-lantern: look at [PR #294](https://github.com/lantern-project/lantern/pull/294)
* [ ] FIXME(bastien): in a checkbox

<!-- TODO(okan): in a comment, see PR #295 -->
`;

/** What stands out of the text around it: the line it is in, and the word. */
const coloured = /** @type {const} */ ([
  ['YouTube Link: ', 'YouTube Link'],
  ['(PR #281)', '#281'],
  ['(PR #281)', 'PR'],
  ['GH-282', '282'],
  ['pr283', '283'],
  ['issue 284', '284'],
  ['lantern-project/demo#7', 'demo'],
  ['lantern-project/demo#7', '#7'],
  ['Okan: the index', 'Okan'],
  ['Priya (Debian)', 'Priya'],
  ['@wren-lantern', 'wren'],
  ['#288 and', '#288'],
  ['#289', '#289'],
  ['in a quote that #290', '#290'],
  ['reads PR #291', '#291'],
  ['TODO(Tove): write', 'TODO'],
  ['TODO(Tove): write', 'Tove'],
  ['TODO: @jun-lantern', 'jun'],
  ['[PR #294]', '#294'],
  ['FIXME(bastien)', 'FIXME'],
  ['FIXME(bastien)', 'bastien'],
]);

/** What has the colour of the code or the comment it is in: the line, the word, and a word of the code. */
const plain = /** @type {const} */ ([
  ['`TODO(okan): see #292`', 'TODO', 'see'],
  ['`TODO(okan): see #292`', 'okan', 'see'],
  ['`TODO(okan): see #292`', '#292', 'see'],
  ['# TODO(okan): see PR #293', 'TODO', 'see'],
  ['# TODO(okan): see PR #293', '#293', 'see'],
  ['in a comment, see PR #295', '#295', 'see'],
  ['<!-- TODO(okan)', 'TODO', 'okan'],
]);

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const highlighting = (open) =>
  describe('highlighting', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    /** The colour of ordinary text. @type {string} */
    let text;

    before(async () => {
      workbench = await open();
      // All lines are in view.
      await workbench.page.setViewportSize({ width: 1280, height: 1000 });
      writeFileSync(join(workbench.folder, folder, name), rich);
      await workbench.quickOpen(name);
    });

    for (const theme of /** @type {const} */ (['dark', 'light'])) {
      describe(`in the ${theme} theme`, () => {
        before(async () => {
          await workbench.useTheme(theme);
          // Colouring goes on in the background, and the injected grammar comes a moment later.
          await eventually(
            'the last TODO in colour',
            async () => {
              text = await colourOf('plain words before', 'plain');
              return colourOf('FIXME(bastien)', 'FIXME');
            },
            (colour) => colour !== '' && colour !== text,
          );
        });

        /** @param {string} context @param {string} word */
        const colourOf = (context, word) => colourOnScreen(workbench, context, word);

        /** A line that is coloured at this moment is not there for one. @param {string} context @param {string} word */
        const colourInView = (context, word) =>
          eventually(
            `${word} in ${context}`,
            () => colourOf(context, word),
            (colour) => colour !== '',
          );

        it('is looked at', async () => {
          await eventually(
            'the swatches of what is no colour to be gone',
            () => workbench.page.locator('.colorpicker-color-decoration').count(),
            (count) => count === 0,
          );
          await workbench.screenshot(`highlighting-${theme}`);
        });

        it('sets references, people and what is to be done off from the text', async () => {
          const same = [];
          for (const [context, word] of coloured) {
            if ((await colourInView(context, word)) === text) same.push(`${word} in ${context}`);
          }
          assert.deepEqual(same, []);
        });

        it('leaves code and comments alone', async () => {
          const different = [];
          for (const [context, word, beside] of plain) {
            const colour = await colourInView(context, word);
            if (colour !== (await colourInView(context, beside))) different.push(`${word} in ${context}`);
          }
          assert.deepEqual(different, []);
        });

        it('tells a TODO from its owner, and both from a reference', async () => {
          const colours = [
            await colourInView('TODO(Tove): write', 'TODO'),
            await colourInView('TODO(Tove): write', 'Tove'),
            await colourInView('(PR #281)', '#281'),
            await colourInView('Okan: the index', 'Okan'),
          ];
          assert.equal(new Set(colours).size, colours.length, colours.join());
        });
      });
    }
  });
