/**
 * One workbench for the parts of a scenario: it takes longer to open than most of them take. Each part begins with it as it was
 * when it opened, whatever the parts before have left, so that each can run alone and in any order.
 *
 * Not undone is what the extension remembers, such as the parts that a new note began with, and for some minutes the notes that "New
 * office hours note" made: the extension host keeps them open when their editors and files are gone. Scenarios of that command do not
 * share a workbench on the samples.
 */

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { eventually } from './eventually.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/** A file that the Explorer shows once the editor has noticed all that was written before it. */
const lastWritten = 'last-written';

/** Longer than a language client collects changes of files before it tells its server of them (250 ms). */
const collected = 400;

/**
 * For a suite: opens the workbench before its first test and closes it after the last.
 * @param {() => Promise<Workbench>} open in the dark theme, at the usual size
 * @param {string} [original] the folder that it opens a copy of; the samples when not said
 * @returns {() => Promise<Workbench>} gives the workbench, which is then as it was when it opened
 */
export function shareWorkbench(open, original = join(root, 'samples')) {
  /** @type {Workbench} */
  let workbench;
  /** @type {ReturnType<import('playwright-core').Page['viewportSize']>} */
  let size;

  before(async () => {
    workbench = await open();
    size = workbench.page.viewportSize();
  });

  after(() => workbench?.close());

  return async () => {
    const { page } = workbench;
    await page.context().unrouteAll();
    if (size) await page.setViewportSize(size);
    await workbench.useSettings({});
    // Where it points at nothing, in the title bar.
    await page.mouse.move(250, 2);
    await workbench.useTheme('dark');
    await workbench.closeEditors();
    await workbench.showOnlyExplorer();
    // What comes into a folder before the editor watches it is not reported.
    if (restoreFolders(original, workbench.folder)) await noticed(workbench);
    if (restoreFiles(original, workbench.folder)) await noticed(workbench);
    await workbench.rest(collected);
    // An Explorer that comes into view reads its folders, and then opens those that were open.
    await workbench.closeFolders();
    return workbench;
  };
}

/**
 * Removes what is not in the original, and makes the folders that are missing.
 * @param {string} original
 * @param {string} copy
 * @returns {boolean} whether there was anything to do
 */
function restoreFolders(original, copy) {
  const isWanted = (/** @type {string} */ path) => {
    const wanted = statSync(join(original, path), { throwIfNoEntry: false });
    return wanted?.isDirectory() === statSync(join(copy, path)).isDirectory();
  };
  const unwanted = pathsBelow(copy).filter((path) => !isWanted(path));
  for (const path of unwanted) rmSync(join(copy, path), { recursive: true, force: true });
  const isFolder = (/** @type {string} */ path) => statSync(join(original, path)).isDirectory();
  const there = new Set(pathsBelow(copy));
  const missing = pathsBelow(original).filter((path) => isFolder(path) && !there.has(path));
  for (const path of missing) mkdirSync(join(copy, path), { recursive: true });
  return unwanted.length + missing.length > 0;
}

/**
 * @param {string} original
 * @param {string} copy with the folders of the original, and no others
 * @returns {boolean} whether a file was missing or changed
 */
function restoreFiles(original, copy) {
  const there = new Set(pathsBelow(copy));
  const changed = pathsBelow(original).filter((path) => {
    if (statSync(join(original, path)).isDirectory()) return false;
    return !there.has(path) || !readFileSync(join(original, path)).equals(readFileSync(join(copy, path)));
  });
  for (const path of changed) cpSync(join(original, path), join(copy, path));
  return changed.length > 0;
}

/** @param {string} folder @returns {string[]} all files and folders below it */
function pathsBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

/** Waits until the editor has noticed what was written in its folder. @param {Workbench} workbench with the Explorer in view */
async function noticed(workbench) {
  const path = join(workbench.folder, lastWritten);
  const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: lastWritten });
  const isShown = (/** @type {boolean} */ wanted) =>
    eventually(
      `the Explorer ${wanted ? 'with' : 'without'} the file`,
      () => row.isVisible(),
      (isVisible) => isVisible === wanted,
    );
  writeFileSync(path, '');
  await isShown(true);
  rmSync(path);
  await isShown(false);
}
