/** What the pointer shows of an issue with a GitHub behind the editor: as a reader sees it, not as it was sent. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../eventually.mjs';

const note = '20260818_meeting_notes.md';
const beginning = '# lantern office hours 2026-08-18\n\nYouTube Link: https://youtu.be/x\n\n## Topic\n\n';
/** Of the hostile texts in test/helpers/github/strange.ts. */
const [first, count] = [101, 32];

const folder = join('docs', 'office-hours');

/** The note: all its lines are in view at once. */
function text() {
  const comment = 'https://github.com/lantern-project/lantern/issues/188#issuecomment-41';
  const lines = ['PR #219', 'issue #273', comment, 'issue #190 and issue #191'];
  const strange = Array.from({ length: count }, (_, index) => `example-org/strange#${first + index}`);
  while (strange.length > 0) lines.push(strange.splice(0, 2).join(' and '));
  return beginning + lines.map((line) => `* ${line}\n`).join('');
}

/** @param {() => Promise<import('../workbench.mjs').Workbench>} open */
export const hovers = (open) =>
  describe('hovers', () => {
    /** @type {import('../workbench.mjs').Workbench} */
    let workbench;
    /** @type {string[]} */
    const requests = [];
    const follow = (/** @type {import('playwright-core').Request} */ request) => requests.push(request.url());

    before(async () => {
      workbench = await open();
      writeFileSync(join(workbench.folder, folder, note), text());
      await workbench.quickOpen(note);
      workbench.page.on('request', follow);
      await eventually(
        'the last line',
        () => workbench.visibleText(),
        (text) => text.includes(`strange#${first + count - 1}`),
      );
    });

    after(() => workbench?.page.off('request', follow));

    for (const theme of /** @type {const} */ (['dark', 'light'])) {
      describe(`in the ${theme} theme`, () => {
        before(() => workbench.useTheme(theme));

        /**
         * @param {string} reference
         * @param {RegExp} words
         */
        async function hoverOver(reference, words) {
          // A hover stays while the pointer is over it, and covers the lines below.
          await workbench.page.mouse.move(200, 700);
          await hover().waitFor({ state: 'hidden' });
          return workbench.hover(reference, words);
        }

        const hover = () =>
          workbench.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();

        it('keep the blanks around markup, and the state has its icon and its colour', async () => {
          await hoverOver(
            'PR #219',
            /^Add --color, and follow NO_COLOR\n+lantern-project\/lantern#219 +Merged pull request, 2026-02-09, by tove-lantern\.\n+Milestone: 0\.10\./,
          );
          const icon = hover().locator('.codicon-git-merge');
          await icon.waitFor();
          const [drawn, plain] = [await colorOf(icon), await colorOf(hover().locator('p').first())];
          assert.notEqual(drawn, plain);
          await workbench.screenshot(`hover-merged-${theme}`);
        });

        it('show a comment with who wrote it', async () => {
          const words =
            /\nComment by mirela-lantern, \d{4}-\d\d-\d\d:\n+What happens when the new rules fail/;
          await hoverOver('issues/188#issuecomment-41', words);
          await workbench.screenshot(`hover-comment-${theme}`);
        });

        it('show a body as plain text', async () => {
          const said = await hoverOver('issue #273', /What must not change after 1\.0[\s\S]*rule language\n/);
          assert.match(said, /The rule language, .* guards it\.\n• ☑ exit codes\n• ☐ rule language\n/);
          await hover().locator('.codicon-issue-opened').waitFor();
          await workbench.screenshot(`hover-body-${theme}`);
        });

        /**
         * What a hover is made of, all of one moment: it may be drawn anew after its words were read.
         * @param {number} number
         */
        function shownIn(number) {
          return eventually(
            `the hover over #${number} with its icon`,
            async () => {
              await hoverOver(`example-org/strange#${number}`, /Open issue, since .* by ina-example\./);
              return workbench.page.evaluate(() => {
                const box = document.querySelector('.monaco-resizable-hover .monaco-hover:not(.hidden)');
                const all = (/** @type {string} */ selector) => [...(box?.querySelectorAll(selector) ?? [])];
                return {
                  links: all('a').map((a) => a.getAttribute('data-href') ?? a.getAttribute('href') ?? ''),
                  markup: all('img, script, video, iframe, h1, h2, li, table, code, del, em').length,
                  icons: all('.hover-contents p .codicon').length,
                };
              });
            },
            ({ icons }) => icons > 0,
          );
        }

        it("leave strangers' text inert", async () => {
          // There are many, and each would wait as for a reader.
          await workbench.useSettings({ 'editor.hover.delay': 20, 'editor.hover.hidingDelay': 20 });
          for (let number = first; number < first + count; number++) {
            const found = await shownIn(number);
            assert.deepEqual(
              found.links.filter(
                (link) =>
                  !/^(?:https:\/\/github\.com\/example-org\/strange\/issues\/\d+|#|file:.*|)$/.test(link),
              ),
              [],
              `links over #${number}`,
            );
            assert.equal(found.markup, 0, `#${number}`);
            // The state's own alone.
            assert.equal(found.icons, 1, `icons over #${number}`);
            if (number === first + 21) await workbench.screenshot(`hover-strange-${theme}`);
          }
          assert.deepEqual(
            requests.filter((url) => url.startsWith('http://127.0.0.1:9/')),
            [],
          );
          await workbench.useSettings({});
        });
      });
    }
  });

/** @param {import('playwright-core').Locator} locator */
function colorOf(locator) {
  return locator.evaluate((element) => getComputedStyle(element).color);
}
