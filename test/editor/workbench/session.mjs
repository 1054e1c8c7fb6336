/**
 * Opens the real workbench for a scenario: a server of its own, a throw-away copy of a folder, a page. Everything is
 * closed after the last scenario, and a failed one leaves a screenshot of every open workbench, and a word of its state in the log.
 */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/cache.mjs';
import { linkBuiltin } from '../../../scripts/editor/builtin.mjs';
import { findChromium, launchChromium } from '../../../scripts/editor/chromium.mjs';
import { installServer } from '../../../scripts/editor/installServer.mjs';
import { quiet } from '../../../scripts/editor/quiet.mjs';
import { startServer } from '../../../scripts/editor/server.mjs';
import { allowApi } from '../../../scripts/sampleGitHub.mjs';
import { removeTemporary, temporaryFolder } from '../../../scripts/temporary.mjs';
import { longest } from './eventually.mjs';
import { Workbench } from './workbench.mjs';

/**
 * @typedef {object} Wishes
 * @property {string} [folder] what to open a copy of; the samples when not said, nothing for `''`
 * @property {'dark' | 'light'} [theme] the editor's own default of either kind; dark when not said
 * @property {Record<string, unknown>} [settings] the user's
 * @property {string} [allowed] the address of an API that the user has allowed before
 * @property {{ width: number, height: number }} [size] of the window, in CSS pixels
 * @property {number} [scale] device pixels in a CSS pixel; 1 when not said
 * @property {{ name: string, by: string }} [replaced] a built-in extension, and the folder of one to take its place
 * @property {boolean} [trusted] false opens in Restricted Mode's question
 * @property {boolean} [worker] the extension runs in a worker of the browser, from the development folder
 * @property {string} [language] of the editor, such as `de`; its own texts stay English without a language pack
 * @property {boolean} [without] the extension is not installed
 */

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;

/** @type {Set<Workbench>} */
const openOnes = new Set();

/** So that screenshots show the extension and not the editor's own offers. */
const calm = {
  ...quiet,
  'window.autoDetectColorScheme': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  // As on the desktop; in a browser the default saves by itself.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Opens the workbench with the packaged extension installed, and waits until it can be used.
 * @param {Wishes} [wishes]
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(wishes = {}) {
  const { folder = join(root, 'samples'), theme = 'dark', settings = {}, trusted = true } = wishes;
  const place = temporaryFolder('workbench');
  const profile = join(place, 'profile');
  const installed = process.env.OFFICE_HOURS_PROFILE;
  if (!installed) throw new Error('OFFICE_HOURS_PROFILE is missing: run "npm test -- workbench"');
  if (!wishes.without) cpSync(installed, profile, { recursive: true });
  mkdirSync(join(profile, 'data', 'User'), { recursive: true });
  const settingsFile = join(profile, 'data', 'User', 'settings.json');
  writeFileSync(settingsFile, JSON.stringify({ ...calm, ...settings }));
  if (wishes.allowed) allowApi(settingsFile, wishes.allowed);
  const copy = folder && join(place, folder.split(/[\\/]/).filter(Boolean).at(-1) ?? 'folder');
  if (copy) cpSync(folder, copy, { recursive: true });

  const installation = await installServer();
  const server = await startServer(installation, {
    builtin: linkBuiltin(installation, join(place, 'extensions'), wishes.replaced),
    dataFolder: profile,
    automation: true,
    trust: trusted,
  });
  browser ??= findChromium().then(launchChromium);
  const context = await (await browser).newContext({
    viewport: wishes.size ?? { width: 1280, height: 800 },
    ...(wishes.scale && { deviceScaleFactor: wishes.scale }),
    colorScheme: theme,
  });
  const page = await context.newPage();
  await page.addInitScript(withoutFading);
  // As the texts of a language pack do when the page loads them (vs/nls.ts, `getNLSLanguage`).
  if (wishes.language)
    await page.addInitScript((language) => {
      Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
    }, wishes.language);
  page.setDefaultTimeout(longest);
  const workbench = new Workbench(page, copy, async () => {
    openOnes.delete(workbench);
    await context.close();
    await server.stop();
    removeTemporary(place);
  });
  openOnes.add(workbench);
  try {
    await page.goto(
      server.address({
        ...(copy ? { folder: copy } : { ew: 'true' }),
        payload: JSON.stringify([['skipWelcome', 'true'], ...(wishes.worker ? inWorker(server.port) : [])]),
      }),
    );
    await page.waitForSelector('.monaco-workbench .statusbar-item');
    if (copy) await page.waitForSelector('.explorer-folders-view .monaco-list-row');
  } catch (error) {
    await workbench.screenshot('failed-to-open').catch(() => {});
    await workbench.close();
    throw error;
  }
  return workbench;
}

/** Scrollbars fade in the page although motion is reduced, and are drawn anew many times a second for it: see {@link quiet}. */
function withoutFading() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.monaco-scrollable-element > .scrollbar { transition: none !important; }');
  document.adoptedStyleSheets = [sheet];
}

/** @param {number} port the server's */
function inWorker(port) {
  return [
    ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${root}`],
    ['extensionDevelopmentKind', 'web'],
  ];
}

// Hooks outside every describe() belong to all scenarios.
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  for (const workbench of openOnes) {
    await workbench.screenshot(`failed-${name}`).catch(() => {});
    const state = await workbench.state().catch(String);
    for (const line of state.split('\n')) console.log(`office-hours-test   ${line}`);
  }
});

after(async () => {
  for (const workbench of [...openOnes]) await workbench.close();
  await (await browser)?.close();
});
