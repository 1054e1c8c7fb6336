/** The pictures of the README: the samples in the real editor, in both themes. `npm run screenshots` runs this. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { openWithGitHub } from '../workbench/openWithGitHub.mjs';
import { eventually } from '../workbench/workbench.mjs';
import { Camera } from './camera.mjs';

const latest = '20260804_meeting_notes.md';
const folder = join(temporaryFolder('pictures'), 'lantern');
const notes = join(folder, 'docs', 'office-hours');

/** Nothing but the editor. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.glyphMargin': true,
  'editor.folding': false,
  'editor.wordWrap': 'on',
  'editor.stickyScroll.enabled': false,
  'editor.rulers': [],
  'editor.scrollBeyondLastLine': false,
  'editor.suggest.showStatusBar': false,
  'scm.diffDecorations': 'none',
};

/** In the status bar, where nothing is. */
const aside = /** @type {const} */ ([300, 450]);

before(() => {
  cpSync(join(root, 'samples'), folder, { recursive: true });
  // What is wrong in the samples is said in a comment, which is no part of a note.
  const path = join(notes, '20260331_meeting_notes.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/<!-- Wrong on purpose.*-->\n/, ''));
});

after(() => removeTemporary(dirname(folder)));

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  describe(`the pictures in the ${theme} theme`, () => {
    /** @type {import('../workbench/workbench.mjs').Workbench} */
    let workbench;
    /** @type {Camera} */
    let camera;

    before(async () => {
      const size = { width: 800, height: 460 };
      workbench = await openWithGitHub(latest, { folder, theme, settings, size, scale: 2 });
      camera = new Camera(workbench, theme);
      // The side bar is in the way.
      await workbench.press('Control+B');
      try {
        await workbench.hover('PR #271', /Release 0\.12\.1/);
      } catch (error) {
        await workbench.screenshot(`failed-before-${theme}`);
        throw error;
      }
      await workbench.page.mouse.move(...aside);
    });

    after(() => workbench?.close());

    afterEach(async () => {
      await workbench.page.mouse.move(...aside);
      await workbench.closeEditors();
    });

    /** @param {string} name @param {number} line @param {number} [column] */
    async function openAt(name, line, column = 1) {
      await workbench.quickOpen(name);
      await workbench.goTo(line, column);
    }

    it('completion', async () => {
      // With room for the list below.
      await openAt(latest, 6);
      await workbench.press('Enter');
      await workbench.type('* Faster start (PR #');
      await workbench.suggestions();
      await workbench.type('2');
      await workbench.suggestions();
      await workbench.press('ArrowDown');
      await camera.take('completion');
      await workbench.press('Escape', 'Escape');
    });

    it('hover', async () => {
      await openAt('20260414_meeting_notes.md', 1);
      await workbench.hover('PR #236', /\S[\s\S]*lantern-project\/lantern#236/);
      await camera.take('hover');
    });

    it('checks', async () => {
      await openAt('20260331_meeting_notes.md', 1);
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      await workbench.press('F8', 'Escape');
      await workbench.quickFixes('Insert Section "Highlights since the last meeting"');
      await camera.take('checks');
      await workbench.press('Escape');
    });

    it('owner', async () => {
      await openAt(latest, 1);
      await workbench.press('Control+End');
      await workbench.goTo(30);
      await workbench.press('End', 'Enter');
      await workbench.type('* TODO(');
      await workbench.suggestions();
      await workbench.press('ArrowDown');
      await camera.take('owners');
      await workbench.press('Escape', 'Escape');
    });

    it('action items', async () => {
      await openAt(latest, 28);
      await workbench.runCommand('Office Hours: Show Action Items');
      const rows = workbench.page.locator('.sidebar .monaco-list-row');
      await rows.filter({ hasText: 'Without an owner' }).first().waitFor();
      // Wide enough for what is promised, and for how long ago.
      const edge = await workbench.page.locator('.part.sidebar').boundingBox();
      if (edge) {
        await workbench.page.mouse.move(edge.x + edge.width, 230);
        await workbench.page.mouse.down();
        await workbench.page.mouse.move(460, 230, { steps: 5 });
        await workbench.page.mouse.up();
        await workbench.page.mouse.move(...aside);
      }
      await workbench.settle();
      await camera.take('action-items');
      await workbench.focusEditor();
      await workbench.press('Control+B');
    });

    it('animation', async () => {
      await openAt(latest, 6);
      await workbench.press('Enter');
      await camera.shoot(800);
      for (const key of '* Faster start (PR #') {
        await workbench.type(key);
        await camera.shoot(70);
      }
      await workbench.suggestions();
      await camera.shoot(1200);
      await workbench.type('viewer');
      await workbench.settle();
      await camera.shoot(900);
      await workbench.press('ArrowDown');
      await camera.shoot(900);
      await workbench.press('Enter');
      await workbench.type(')');
      await camera.shoot(2500);
      camera.develop('writing');
      await workbench.press('Escape');
    });

    // Last, as the note is taken away before.
    it('note', async () => {
      await openAt('20260721_meeting_notes.md', 1);
      rmSync(join(workbench.folder, 'docs', 'office-hours', latest));
      const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Highlights' });
      // Until the server knows that the note is gone, the command opens it.
      await eventually(
        'the list of parts',
        async () => {
          await workbench.press('Escape');
          await workbench.runCommand('Office Hours: New office hours note');
          await workbench.pick('Another date…');
          await workbench.typeInBox('2026-08-04');
          await workbench.press('Enter');
          await row.waitFor({ timeout: 10_000 }).catch(() => {});
          return row.isVisible();
        },
        (isThere) => isThere,
      );
      const items = workbench.page.locator('.quick-input-list .monaco-list-row', {
        hasText: 'Open Action Items',
      });
      await items.click();
      await workbench.page.mouse.move(...aside);
      await camera.take('new-note');
      await workbench.press('Enter');
      await workbench.page.waitForSelector(`.tab.active[aria-label^="${latest}"]`);
      await eventually(
        'the new note',
        () => workbench.visibleText(),
        (text) => text.includes('PR #270'),
      );
      await workbench.settle();
      await camera.take('drafted-note');
    });
  });
}
