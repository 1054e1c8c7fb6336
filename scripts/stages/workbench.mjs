/** Scenarios in the real workbench, driven as a writer would: `test/editor/workbench/*.scenario.mjs`. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cache.mjs';
import { findChromium } from '../editor/chromium.mjs';
import { installServer } from '../editor/installServer.mjs';
import { runInWorkbench } from '../editor/runInWorkbench.mjs';

/** The server-hosted VS Code is put together for Linux only. */
const possible = process.platform === 'linux';

/** Installs the editor and the browser where they are missing. */
export async function prepareWorkbench() {
  if (!possible) return;
  await installServer();
  await findChromium();
}

/** @returns {Promise<import('./run.mjs').Results>} */
export async function workbench() {
  if (!possible) {
    console.log('  skipped: the server-hosted VS Code is put together for Linux only');
    return { passed: 0, failed: 0, skipped: 1, failures: [] };
  }
  const [part = 1, parts = 1] = (process.env.OFFICE_HOURS_PART ?? '1/1').split('/').map(Number);
  // Before the other part begins to fill it.
  if (part === 1) rmSync(join(root, 'test', 'editor', 'screenshots'), { recursive: true, force: true });
  const folder = join(root, 'test', 'editor', 'workbench');
  const scenarios = readdirSync(folder).filter((name) => name.endsWith('.scenario.mjs'));
  const files = partOf(scenarios.sort(), part, parts).map((name) => join(folder, name));
  return runInWorkbench(parts > 1 ? `workbench-${part}` : 'workbench', files);
}

/** How long the scenarios take that take longer than the others, in seconds. */
const usualSeconds = /** @type {Readonly<Record<string, number>>} */ ({
  'withoutGitHub.scenario.mjs': 150,
  'withGitHub.scenario.mjs': 120,
  'keptAsTyped.scenario.mjs': 72,
  'elsewhere.scenario.mjs': 55,
  'newNote.scenario.mjs': 48,
  'walkthrough.scenario.mjs': 31,
  'restricted.scenario.mjs': 27,
  'templates.scenario.mjs': 24,
  'start.scenario.mjs': 10,
});
const usual = 20;

/**
 * Parts that take about as long as one another: the longest first, each to the part that has least.
 * @param {readonly string[]} names
 * @param {number} part from 1
 * @param {number} parts
 * @returns {string[]} in the order of `names`
 */
function partOf(names, part, parts) {
  const secondsOf = (/** @type {string} */ name) => usualSeconds[name] ?? usual;
  const sums = Array.from({ length: parts }, () => 0);
  const own = new Set();
  for (const name of [...names].sort((a, b) => secondsOf(b) - secondsOf(a))) {
    const least = sums.indexOf(Math.min(...sums));
    sums[least] = (sums[least] ?? 0) + secondsOf(name);
    if (least === part - 1) own.add(name);
  }
  return names.filter((name) => own.has(name));
}
