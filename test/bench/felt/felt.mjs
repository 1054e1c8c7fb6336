/**
 * What a writer waits for in the real editor, beside the built-in Markdown features in the same window: `npm run bench -- --felt`.
 * The editor's own delays are part of it, the same for both.
 */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { openWithGitHub } from '../../editor/workbench/openWithGitHub.mjs';
import { placeOf } from '../../editor/workbench/placeOf.mjs';
import { eventually } from '../../editor/workbench/workbench.mjs';
import { watch } from './stopwatch.mjs';

const samples = Number(process.env.OFFICE_HOURS_SAMPLES ?? 15);
const name = '20260106_meeting_notes.md';
const folder = join(temporaryFolder('felt'), 'lantern');
const note = join(folder, 'docs', 'office-hours', name);

/**
 * For what the sample before has caused, in milliseconds. The editor does not come to rest here: its own check of links watches every
 * folder above the note's, and in one of them the browser writes all the time.
 */
const rest = 400;

/** Where keys are typed: lines of our own at the start of a section, 1-based. */
const first = 8;
const lines = [
  '',
  'A look at [PR #20](https://github.com/lantern-project/lantern/pull/20) first.',
  'Read [the page](README.md) first.',
  '![a picture](picture.png)',
  'See  there',
  'And  there',
];
const squiggles = '.editor-group-container.active .monaco-editor .view-overlays [class*="squiggly-"]';
const rows = '.suggest-widget.visible .monaco-list-row';
const hovers = '.monaco-resizable-hover .monaco-hover:not(.hidden)';

/** @typedef {import('../../editor/workbench/workbench.mjs').Workbench} Workbench */

/** @type {Readonly<Record<string, Readonly<Record<'ours' | 'built in', (workbench: Workbench) => Promise<number>>>>>} */
const works = {
  'a key to the underlined problem': {
    ours: (workbench) => problem(workbench, first + 1, '](', '5'),
    'built in': (workbench) => problem(workbench, first + 2, '.md', 'x'),
  },
  'a key to the list': {
    ours: (workbench) => list(workbench, first + 4, 'PR ', '#', '#271'),
    'built in': (workbench) => list(workbench, first + 5, '[a](', '#', '#action-items'),
  },
  'the mouse to the hover': {
    ours: (workbench) => hover(workbench, 'PR #204'),
    'built in': (workbench) => hover(workbench, 'picture.png'),
  },
};

before(() => {
  cpSync(join(root, 'samples'), folder, { recursive: true });
  cpSync(join(root, 'media', 'icon.png'), join(dirname(note), 'picture.png'));
  const old = readFileSync(note, 'utf8').split('\n');
  writeFileSync(note, [...old.slice(0, first - 1), ...lines, ...old.slice(first - 1)].join('\n'));
});

after(() => removeTemporary(dirname(folder)));

for (const worker of [false, true]) {
  describe(worker ? 'in a worker of the browser' : 'in Node', () => {
    /** @type {Workbench} */
    let workbench;

    before(async () => {
      const settings = { 'markdown.validate.enabled': true };
      workbench = await openWithGitHub(name, { folder, settings, worker });
      await workbench.hover('PR #204', /#204/);
      await workbench.press('Escape');
    });

    after(() => workbench.close());

    for (const [title, sides] of Object.entries(works)) {
      it(title, async () => {
        /** @type {Record<string, number[]>} */
        const times = {};
        // In turn, and the first ones do not count.
        for (let round = -3; round < samples; round++) {
          for (const [side, work] of Object.entries(sides)) {
            const took = await work(workbench);
            times[side] ??= [];
            if (round >= 0) times[side].push(took);
          }
        }
        const cells = Object.entries(times).map(([side, all]) => `${side} ${told(all)}`);
        console.log(`office-hours-test   ${title}, ms: ${cells.join('; ')}`);
      });
    }
  });
}

/**
 * @param {readonly number[]} times
 * @returns {string} median and 95th percentile
 */
function told(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return `${at(0.5)} / ${at(0.95)}`;
}

/**
 * Types a key that makes a problem, and takes it back.
 * @param {Workbench} workbench
 * @param {number} line 1-based
 * @param {string} behind what stands behind the key
 * @param {string} key
 */
async function problem(workbench, line, behind, key) {
  const { page } = workbench;
  await workbench.goTo(line, (lines[line - first] ?? '').indexOf(behind) + 1);
  await page.waitForTimeout(rest);
  const others = await page.locator(squiggles).count();
  const seen = await watch(page, { from: 'keydown', selector: squiggles, others });
  await page.keyboard.press(key);
  const took = await seen();
  await workbench.press('Escape', 'Backspace');
  await eventually(
    'the problem to go',
    () => page.locator(squiggles).count(),
    (count) => count <= others,
  );
  return took;
}

/**
 * Types what a list opens behind, and takes it back.
 * @param {Workbench} workbench
 * @param {number} line 1-based, with a place to write after its first word
 * @param {string} before
 * @param {string} key
 * @param {string} label in the list
 */
async function list(workbench, line, before, key, label) {
  const { page } = workbench;
  await workbench.goTo(line, 5);
  await workbench.type(before);
  await workbench.press('Escape');
  await page.waitForTimeout(rest);
  const seen = await watch(page, { from: 'keydown', selector: rows, text: label });
  await page.keyboard.press(key);
  const took = await seen();
  await workbench.press('Escape', ...Array.from(`${before}${key}`, () => 'Backspace'));
  const written = lines[line - first] ?? '';
  await eventually(
    'the line as it was',
    () => workbench.visibleText(),
    (text) => text.split('\n').includes(written),
  );
  return took;
}

/**
 * Moves the mouse to a text.
 * @param {Workbench} workbench
 * @param {string} text in view
 */
async function hover(workbench, text) {
  const { page } = workbench;
  const { x, y } = await placeOf(page, text);
  await page.mouse.move(x, y + 200);
  await page.locator(hovers).first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(rest);
  const seen = await watch(page, { from: 'mousemove', selector: hovers });
  await page.mouse.move(x, y);
  return seen();
}
